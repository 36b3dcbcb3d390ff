"""T6: a vault folder put back, a naive copy, files of two times mixed: told each time; a wished restore is not."""

import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from exit_desktop import errors
from exit_desktop.services import backups, restoring, vaults
from exit_desktop.services.courses import find_citizen
from exit_desktop.services.sharing import own_identity
from exit_desktop.vault.package_epoch import read_package_epoch
from faults.figures import Figures, tries
from faults.ground import ALIAS, NOTES, Ground, add_note, desk_at
from support.vault_making import NOW, PASSPHRASE

OLDER, LOST = errors.FolderIsOlderCopy, errors.VaultLostRows
FILES = ("vault.db", "vault.db-wal", "vault.db-shm", "vault.keys", "vault.keys.2", "vault.commit")


def work(home: Path, notes: int, meanwhile: Callable[[], object] = lambda: None) -> None:
    """Open the vault at home, write notes, close."""
    desk = desk_at(vaults.unlock_vault(home / "v", PASSPHRASE, home / "counters"))
    course = find_citizen(desk, ALIAS)
    for _ in range(notes):
        course = add_note(desk, course, len(course.contacts))
        meanwhile()
    desk.vault.close()


def told(home: Path, counters: bool = True) -> set[type[errors.Failure]]:
    """Open the vault and return what the opening noticed, or what refused it."""
    try:
        vault = vaults.unlock_vault(home / "v", PASSPHRASE, home / "counters" if counters else None)
    except errors.Failure as failure:
        return {type(failure)}
    vault.close()
    return {type(one) for one in vault.notices}


@pytest.fixture
def home(ground: Ground, tmp_path: Path) -> Path:
    """A vault that was worked in once on this computer."""
    shutil.copytree(ground.folder, tmp_path / "v")
    work(tmp_path, 1)
    return tmp_path


def put_back(home: Path, names: tuple[str, ...]) -> None:
    """Put files of the copy made before in the place of those of now."""
    for name in FILES:
        if name in names or name in ("vault.db-wal", "vault.db-shm"):
            (home / "v" / name).unlink(missing_ok=True)
        if name in names and (home / "before" / name).exists():
            shutil.copy(home / "before" / name, home / "v" / name)


CASES = {
    "the whole folder put back": (FILES, OLDER),
    "the database alone put back": (("vault.db", "vault.db-wal"), LOST),
    "database and number put back, keys of now": (("vault.db", "vault.commit"), OLDER),
}


@pytest.mark.parametrize("case", CASES)
def test_whatever_is_put_back_is_told(case: str, home: Path, figures: Figures) -> None:
    names, expected = CASES[case]
    missed, unseen, number = 0, 0, tries(3, 60)
    for turn in range(number):
        shutil.rmtree(home / "before", ignore_errors=True)
        shutil.copytree(home / "v", home / "before")
        work(home, 1 + turn % 3)
        shutil.copytree(home / "v", home / "now")
        put_back(home, names)
        missed += told(home) != {expected}
        (home / "v" / "vault.commit").unlink(missing_ok=True)
        unseen += not told(home, counters=False)
        shutil.rmtree(home / "v")
        (home / "now").rename(home / "v")
    figures("T6", case, number, missed, f"no number kept: {unseen} of {number} untold")
    assert missed == 0 and unseen == number


def test_a_naive_copy_of_an_open_vault_is_told(home: Path, figures: Figures) -> None:
    missed, number = 0, tries(3, 60)
    for turn in range(number):
        naive = home / "naive.db"
        work(home, 2 + turn % 3, lambda naive=naive: shutil.copy(home / "v" / "vault.db", naive))  # type: ignore[misc]
        work(home, 1)
        shutil.copytree(home / "v", home / "now")
        shutil.copy(naive, home / "v" / "vault.db")
        missed += not told(home) & {LOST, errors.VaultDamaged}
        shutil.rmtree(home / "v")
        (home / "now").rename(home / "v")
    control = "the vault itself: told of nothing" if not told(home) else "the vault itself: told"
    figures("T6", "a copy of the database alone, taken while it was open", number, missed, control)
    assert missed == 0 and not told(home)


def test_a_wished_restore_is_not_told_and_begins_its_own_numbering(home: Path, figures: Figures) -> None:
    wrong, epochs, number = 0, set(), tries(3, 40)
    for turn in range(number):
        vault = vaults.unlock_vault(home / "v", PASSPHRASE, home / "counters")
        backups.back_up(vault, NOW + timedelta(hours=turn))
        vault.close()
        work(home, 2)
        done = restored(home, turn)
        wrong += told(home) != set()
        epochs.add(numbering(home))
        wrong += swapped_back_untold(home, done)
    figures("T6", "restores told as older, or swapped back untold; a numbering each", number, wrong, same_epoch(home))
    assert wrong == 0 and len(epochs) == number


def restored(home: Path, turn: int) -> Path:
    """Restore the newest backup; return where the replaced vault is kept."""
    into = restoring.Restoring(home / "v", NOW + timedelta(hours=turn), home / "counters")
    way_in = restoring.with_passphrase(PASSPHRASE)
    done = restoring.restore_newest(backups.list_backups(home / "v"), way_in, into)
    assert done.contents.contacts >= NOTES and done.replaced
    return done.replaced


def numbering(home: Path) -> str:
    """Return the name under which packages are numbered."""
    vault = vaults.unlock_vault(home / "v", PASSPHRASE, home / "counters")
    with vault.reading() as connection:
        epoch = read_package_epoch(connection)
    vault.close()
    return epoch


def swapped_back_untold(home: Path, replaced: Path) -> bool:
    """Put the files of the replaced vault back by hand, look whether that is told, and undo it."""
    shutil.copytree(home / "v", home / "now")
    for name in ("vault.db", "vault.keys", "vault.keys.2", "vault.commit"):
        shutil.copy(replaced / name, home / "v" / name)
    untold = told(home) != {OLDER}
    shutil.rmtree(home / "v")
    (home / "now").rename(home / "v")
    return untold


def same_epoch(home: Path) -> str:
    """The control: files merely copied keep the numbering that they had."""
    before = numbering(home)
    shutil.copytree(home / "v", home / "twin" / "v")
    return f"a mere copy: {int(numbering(home / 'twin') == before)} of 1 numbers alike"


def test_the_keys_that_sign_are_the_same_after_a_restore(home: Path) -> None:
    desk = desk_at(vaults.unlock_vault(home / "v", PASSPHRASE, home / "counters"))
    before = own_identity(desk).public
    backups.back_up(desk.vault, NOW)
    desk.vault.close()
    restored(home, 1)
    after = desk_at(vaults.unlock_vault(home / "v", PASSPHRASE, home / "counters"))
    assert own_identity(after).public == before
    after.vault.close()
