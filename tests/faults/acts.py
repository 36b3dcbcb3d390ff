"""Everything a worker does that writes, as acts that can be cut off, refused and looked at afterwards."""

import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from exit_desktop import errors
from exit_desktop.services import drafts, recovery_sheets, vaults
from exit_desktop.services.courses import change_citizen, delete_citizen_course, find_citizen, list_courses
from exit_desktop.services.desk import Desk
from exit_desktop.services.dumps import dump_vault, load_dump
from exit_desktop.services.sending import seal_to_file
from exit_desktop.services.sharing import list_cards
from exit_desktop.services.vaults import Founding
from exit_desktop.vault import keyfile
from faults.ground import ALIAS, DRAFT, NOTES, OTHER, add_note, desk_at, look_at, open_ground
from support.vault_making import NOW, PASSPHRASE, WORKER

V001 = Path(__file__).parent.parent / "fixtures" / "vaults" / "v001"
BEFORE = list(range(NOTES))


@dataclass(frozen=True)
class Act:
    """What is done (to an open desk, or to a folder), and what must hold afterwards.

    `whole` is handed the folder and whether the act was told as done; then everything of it must be there, else all or
    nothing. `second` is how a second try may end, the first having failed with one of `told`.
    """

    prepare: Callable[[Path, Path], object]
    begin: Callable[[Path], Desk | None]
    do: Callable[[Path, Desk | None], object]
    whole: Callable[[Path, bool], None]
    second: tuple[str, ...] = ("done",)
    told: tuple[str, ...] = (errors.DiskFull.__name__,)


def copied(ground: Path, folder: Path) -> object:
    """Put a copy of the ground into `folder`/v."""
    return shutil.copytree(ground, folder / "v")


def opened(folder: Path) -> Desk:
    """Open it."""
    return open_ground(folder / "v")


def not_opened(folder: Path) -> None:
    """Leave it closed: opening is the act."""


def look(folder: Path, passphrases: tuple[str, ...] = (PASSPHRASE,)) -> list[int]:
    """Open the vault with the one of the passphrases that it has, check everything, return the numbers of the notes."""
    for passphrase in passphrases:
        with suppress(errors.WrongPassphrase):
            desk = open_ground(folder / "v", passphrase)
            try:
                assert not desk.vault.notices, f"told at opening: {desk.vault.notices}"
                assert [one.body for one in drafts.list_drafts(desk.vault) if one.place == "here"] == [DRAFT]
                return look_at(desk)
            finally:
                desk.vault.close()
    raise AssertionError("no passphrase opens the vault")


def save(_: Path, desk: Desk | None) -> None:
    """Write a long note, bring the log into the file, write another, close."""
    assert desk
    course = find_citizen(desk, ALIAS)
    if len(course.contacts) == NOTES:
        course = add_note(desk, course, NOTES + 3)
    desk.vault.checkpoint()
    change_citizen(desk, course, ALIAS, "en")
    desk.vault.close()


def saved(folder: Path, done: bool) -> None:
    """The long note is there, or it is not; done, it is."""
    numbers = look(folder)
    assert numbers in ([*BEFORE, NOTES + 3], *([] if done else [BEFORE])), f"notes {numbers}"


def keep_text(_: Path, desk: Desk | None) -> None:
    """Keep a half-written text over an earlier one."""
    assert desk
    drafts.keep_draft(desk.vault, "there", DRAFT * 50, NOW)
    desk.vault.close()


def kept_text(folder: Path, done: bool) -> None:
    """It is whole, or not there."""
    assert look(folder) == BEFORE
    desk = open_ground(folder / "v")
    bodies = [one.body for one in drafts.list_drafts(desk.vault) if one.place == "there"]
    desk.vault.close()
    assert bodies in ([DRAFT * 50], *([] if done else [[]])), "a draft is lost or not whole"


def found(folder: Path, _: Desk | None) -> None:
    """Make a new vault."""
    vaults.create_vault(folder / "v", PASSPHRASE, WORKER, Founding(NOW, practice=True)).vault.close()


def is_found(folder: Path, done: bool) -> None:
    """It opens; or there is none yet, and one can be made."""
    if not done and (folder / "v").exists() and not keyfile_stands(folder / "v"):
        # Killed before the key file: nobody was ever shown a way in, so nothing is lost, and the files tell.
        return
    if not done and not (folder / "v").exists():
        return
    vault = vaults.unlock_vault(folder / "v", PASSPHRASE)
    assert vaults.check_vault(vault).ok
    assert vaults.read_worker(vault) == WORKER or not done
    vault.close()


def keyfile_stands(folder: Path) -> bool:
    """Tell whether a key file is there."""
    return any((folder / name).exists() for name in keyfile.NAMES)


def old_copied(_: Path, folder: Path) -> object:
    """Put a vault of the first version there."""
    return shutil.copytree(V001, folder / "v")


def migrate(folder: Path, _: Desk | None) -> None:
    """Open it, and so bring it up to date."""
    vaults.unlock_vault(folder / "v", PASSPHRASE).close()


def migrated(folder: Path, _: bool) -> None:
    """Old or new, never between: what is there opens with its three citizens."""
    vault = vaults.unlock_vault(folder / "v", PASSPHRASE)
    rows = list_courses(desk_at(vault))
    assert vaults.check_vault(vault).ok and len(rows) == 3, "the old vault is not whole"
    vault.close()


def change(_: Path, desk: Desk | None) -> None:
    """Change the passphrase."""
    assert desk
    vaults.change_passphrase(desk.vault, PASSPHRASE, OTHER)
    desk.vault.close()


def changed(folder: Path, done: bool) -> None:
    """The old or the new passphrase opens; done, the new one."""
    assert look(folder, (OTHER,) if done else (OTHER, PASSPHRASE)) == BEFORE


def renew(_: Path, desk: Desk | None) -> None:
    """Renew the keys."""
    assert desk
    vaults.renew_keys(desk.vault, PASSPHRASE)
    desk.vault.close()


def encrypt(_: Path, desk: Desk | None) -> None:
    """Encrypt the files under new random bytes."""
    assert desk
    vaults.encrypt_again(desk.vault)
    desk.vault.close()


def renewed(folder: Path, _: bool) -> None:
    """The passphrase opens everything; nothing is left of the way."""
    assert look(folder) == BEFORE
    assert not (folder / "v" / keyfile.NEXT_NAME).exists(), "the journal was left behind"


def new_sheet(_: Path, desk: Desk | None) -> None:
    """Put a new recovery sheet in force."""
    assert desk
    recovery_sheets.use_sheet(desk.vault, recovery_sheets.prepare_sheet(desk.vault), proved=True)
    desk.vault.close()


def same(folder: Path, _: bool) -> None:
    """Everything is as it was."""
    assert look(folder) == BEFORE


def export(folder: Path, desk: Desk | None) -> None:
    """Seal what may leave into a file."""
    assert desk
    seal_to_file(desk, list_cards(desk)[0], None, folder / "pakke.forloeb", lambda: None)
    desk.vault.close()


def exported(folder: Path, done: bool) -> None:
    """The package is there whole, or not at all; done, it is."""
    path = folder / "pakke.forloeb"
    assert path.exists() or not done
    if path.exists():
        content = path.read_bytes()
        assert content.startswith(b"age-encryption.org/v1") and len(content) > 65_536, "half a package"
    assert look(folder) == BEFORE


def dump(folder: Path, desk: Desk | None) -> None:
    """Write everything as open lines over an older file."""
    assert desk
    dump_vault(desk, folder / "alt.jsonl")
    desk.vault.close()


def with_an_older_dump(ground: Path, folder: Path) -> object:
    """A copy, and a file that is to be written anew."""
    (folder / "alt.jsonl").write_bytes(b"older\n")
    return copied(ground, folder)


def dumped(folder: Path, done: bool) -> None:
    """The file is the old one or the new one."""
    content = (folder / "alt.jsonl").read_bytes()
    new = content.endswith(b'"unit":"course"}\n') and content.count(b"\n") == 2
    assert new or (content == b"older\n" and not done), "half a dump"
    assert look(folder) == BEFORE


def with_a_dump_to_load(ground: Path, folder: Path) -> None:
    """A vault of somebody else, and a dump of the ground."""
    copied(ground, folder)
    desk = opened(folder)
    dump_vault(desk, folder / "alt.jsonl")
    desk.vault.close()
    shutil.rmtree(folder / "v")
    made = vaults.create_vault(folder / "v", PASSPHRASE, WORKER, Founding(NOW, practice=True))
    drafts.keep_draft(made.vault, "here", DRAFT, NOW)
    made.vault.close()


def load(folder: Path, desk: Desk | None) -> None:
    """Load it."""
    assert desk
    load_dump(desk, folder / "alt.jsonl")
    desk.vault.close()


def loaded(folder: Path, done: bool) -> None:
    """The whole dump is in, or nothing of it."""
    desk = open_ground(folder / "v")
    rows = list_courses(desk)
    desk.vault.close()
    if rows or done:
        assert look(folder) == BEFORE


def delete(_: Path, desk: Desk | None) -> None:
    """Erase the citizen."""
    assert desk
    delete_citizen_course(desk, find_citizen(desk, ALIAS))
    desk.vault.close()


def deleted(folder: Path, done: bool) -> None:
    """The citizen is gone, or whole."""
    desk = open_ground(folder / "v")
    rows = list_courses(desk)
    ok = vaults.check_vault(desk.vault).ok
    desk.vault.close()
    assert ok and not (rows and done)
    if rows:
        assert look(folder) == BEFORE


def naive(folder: Path, _: Desk | None) -> None:
    """The control: write a file as one does who never thought of it."""
    with (folder / "alt.jsonl").open("wb", buffering=0) as stream:
        stream.write(b'{"unit":"worker"}\n')
        stream.write(b'{"unit":"course"}\n')


def naive_ended(folder: Path, _: Desk | None) -> None:
    """Do so, and tell the failure as the program does."""
    try:
        naive(folder, None)
    except OSError:
        raise errors.DiskFull from None


def open_again(folder: Path, _: Desk | None) -> None:
    """Open and close."""
    vaults.unlock_vault(folder / "v", PASSPHRASE, folder / "settings" / "counters").close()


ACTS = {
    "open": Act(copied, not_opened, open_again, same),
    "save": Act(copied, opened, save, saved),
    "draft": Act(copied, opened, keep_text, kept_text),
    # A disk that did not even let go of the half vault leaves it in the way, and then that is told.
    "found": Act(lambda ground, folder: None, not_opened, found, is_found, ("done", errors.VaultExists.__name__)),
    "migrate": Act(old_copied, not_opened, migrate, migrated),
    "passphrase": Act(copied, opened, change, changed),
    "sheet": Act(copied, opened, new_sheet, same),
    "rekey": Act(copied, opened, renew, renewed),
    "encrypt again": Act(copied, opened, encrypt, renewed),
    "export": Act(copied, opened, export, exported),
    "dump": Act(with_an_older_dump, opened, dump, dumped),
    "load": Act(with_a_dump_to_load, opened, load, loaded),
    "erase": Act(copied, opened, delete, deleted),
}
CONTROLS = {"naive": Act(with_an_older_dump, not_opened, naive_ended, dumped)}
