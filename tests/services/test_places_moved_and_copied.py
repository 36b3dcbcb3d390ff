"""A folder that was moved, copied, put back or lost its tail is noticed; its packages never carry a number twice."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from exit_desktop import errors
from exit_desktop.instruments.catalogue import Catalogue
from exit_desktop.services import moved, places, vaults
from exit_desktop.services.desk import Desk
from exit_desktop.services.sending import list_cards, seal_to_file
from exit_desktop.system import free_space
from exit_desktop.system.clock import Clock
from exit_desktop.system.folders.facts import Risk, Warned
from exit_desktop.system.resources import resource_folder
from exit_desktop.system.single_instance import hold_lock
from exit_desktop.vault import access
from exit_desktop.vault.package_epoch import read_package_epoch
from services.test_sending_files import make_ready
from support.vault_making import NOW, PASSPHRASE, WORKER, Template, real_template

__all__ = ["real_template"]
UNLINK = Path.unlink


@dataclass(frozen=True)
class Laptops:
    """A vault of real people in a folder, and what opens it on any laptop without stretching a passphrase."""

    folder: Path
    template: Template

    def open(self, laptop: str, folder: Path | None = None) -> Desk:
        """Open the vault on a laptop."""
        here = folder or self.folder
        keys = (self.template.keyfile, self.template.secret.copy())
        lock = hold_lock(here / access.LOCK_NAME)
        vault = vaults._open_with(keys, here, lock, self.folder.parent / laptop)
        return Desk(vault, Clock(NOW.date()), "K7", Catalogue(resource_folder("instruments")))


@pytest.fixture
def made(real_template: Template, tmp_path: Path) -> Laptops:
    """A vault that was used on the first laptop."""
    laptops = Laptops(real_template.copy_to(tmp_path / "v"), real_template)
    (tmp_path / "v" / access.LOCK_NAME).touch()
    work_once(laptops.open("first"))
    return laptops


def told(desk: Desk) -> list[type[errors.Failure]]:
    """What the opening noticed."""
    return [type(one) for one in desk.vault.notices]


def epoch_of(desk: Desk) -> str:
    """How its packages are numbered."""
    with desk.vault.reading() as connection:
        return read_package_epoch(connection)


def work_once(desk: Desk) -> None:
    """Save something, and close."""
    vaults.save_worker(desk.vault, WORKER)
    desk.vault.close()


def test_at_home_nothing_is_asked(made: Laptops) -> None:
    desk = made.open("first")
    assert (told(desk), places.is_from_elsewhere(desk)) == ([], False)
    desk.vault.close()


def test_practice_is_asked_nothing(tmp_path: Path) -> None:
    founding = vaults.Founding(NOW, practice=True, counters=tmp_path / "first")
    vaults.create_vault(tmp_path / "v", PASSPHRASE, WORKER, founding).vault.close()
    vault = vaults.unlock_vault(tmp_path / "v", PASSPHRASE, tmp_path / "second")
    desk = Desk(vault, Clock(NOW.date()), "K7", Catalogue(resource_folder("instruments")))
    assert (told(desk), places.is_from_elsewhere(desk)) == ([], False)
    desk.vault.close()


@pytest.mark.parametrize("copied", [True, False])
def test_another_laptop_asks_until_it_is_answered(made: Laptops, copied: bool) -> None:
    for _ in range(2):
        desk = made.open("second")
        assert (told(desk), places.is_from_elsewhere(desk)) == ([errors.FolderFromElsewhere], True)
        desk.vault.close()
    desk = made.open("second")
    (places.say_copied if copied else places.say_moved)(desk)
    assert (epoch_of(desk) != desk.vault.uid) is copied
    desk.vault.close()
    desk = made.open("second")
    assert told(desk) == []
    desk.vault.close()


def test_a_package_that_leaves_before_the_answer_is_numbered_anew(made: Laptops, tmp_path: Path) -> None:
    desk = made.open("second")
    course = make_ready(desk, tmp_path)
    seal_to_file(desk, list_cards(desk)[0], [course], tmp_path / "p.forloeb", lambda: None)
    assert epoch_of(desk) != desk.vault.uid and not places.is_from_elsewhere(desk)
    desk.vault.close()


def test_a_vault_from_before_is_at_home_where_its_number_is_kept(made: Laptops) -> None:
    asked = []
    for laptop in ("first", "second"):
        desk = made.open("first")
        with desk.vault.writing() as connection:
            connection.execute("UPDATE vault SET machine = ''")
        desk.vault.close()
        desk = made.open(laptop)
        asked.append(places.is_from_elsewhere(desk))
        desk.vault.close()
    assert asked == [False, True]


def test_an_older_folder_put_back_goes_on_under_another_numbering(made: Laptops) -> None:
    older = shutil.copytree(made.folder, made.folder.with_name("older"))
    work_once(made.open("first"))
    shutil.rmtree(made.folder)
    older.rename(made.folder)
    desk = made.open("first")
    assert (told(desk), epoch_of(desk)) == ([errors.FolderIsOlderCopy], desk.vault.uid)
    vaults.save_worker(desk.vault, WORKER)
    begun = epoch_of(desk)
    vaults.save_worker(desk.vault, WORKER)
    assert begun != desk.vault.uid and epoch_of(desk) == begun
    desk.vault.close()


def test_a_vault_is_moved_whole(made: Laptops) -> None:
    to = made.folder.with_name("there")
    places.move_vault(made.folder, to)
    assert not made.folder.exists()
    desk = made.open("first", to)
    assert told(desk) == []
    desk.vault.close()


@pytest.mark.parametrize("at", range(6))
def test_a_move_that_fails_anywhere_leaves_the_vault_where_it_was(
    made: Laptops, at: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    left, flush = [at], places._flush

    def full(path: Path) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise OSError(28, "no room")
        flush(path)

    files = len(list(made.folder.iterdir())) - 1
    monkeypatch.setattr(places, "_flush", full)
    if at < files:
        with pytest.raises(errors.DiskFull):
            places.move_vault(made.folder, made.folder.with_name("there"))
        assert sorted(one.name for one in made.folder.parent.iterdir()) == ["first", "v"]
        made.open("first").vault.close()


class CutOffError(BaseException):
    """In the place of a crash."""


def cut_off(*_: object) -> None:
    raise CutOffError


@pytest.mark.parametrize(("step", "gone"), [("_copy_whole", False), ("leave", True)])
def test_a_move_that_is_cut_off_leaves_one_vault_and_says_which(
    made: Laptops, step: str, gone: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    to = made.folder.with_name("there")
    with monkeypatch.context() as patch, pytest.raises(CutOffError):
        patch.setattr(places, step, cut_off if step != "_copy_whole" else _half_copied)
        patch.setattr(places, "give_up_move", lambda *_: None)
        places.move_vault(made.folder, to)
    with pytest.raises(errors.VaultMoved if gone else errors.WrongPassphrase):
        vaults.unlock_vault(made.folder, "not the words")
    assert (to.exists(), made.folder.exists()) == (gone, not gone)
    assert not [one for one in to.parent.iterdir() if one.name.endswith(".moving")]
    made.open("first", to if gone else None).vault.close()


def test_a_vault_that_stayed_when_its_move_was_cut_off_says_so_once(
    made: Laptops, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch, pytest.raises(CutOffError):
        patch.setattr(places, "_copy_whole", _half_copied)
        patch.setattr(places, "give_up_move", lambda *_: None)
        places.move_vault(made.folder, made.folder.with_name("there"))
    for noticed in ([errors.MoveCutOff], []):
        vault = vaults.unlock_vault(made.folder, PASSPHRASE)
        assert [type(one) for one in vault.notices] == noticed
        vault.close()


def _half_copied(folder: Path, part: Path) -> None:
    part.mkdir()
    shutil.copy(folder / "vault.keys", part)
    raise CutOffError


def copied_only(folder: Path, to: Path) -> None:
    """Begin to move, and put a copy there that no move has finished."""
    shutil.copytree(folder, to)
    moved.begin_move(folder, to)


def test_what_is_left_without_keys_says_where_the_vault_is(made: Laptops) -> None:
    to = made.folder.with_name("there")
    copied_only(made.folder, to)
    moved.arrive(made.folder, to)
    for name in ("vault.keys", "vault.keys.2"):
        (made.folder / name).unlink()
    with pytest.raises(errors.VaultMoved):
        vaults.unlock_vault(made.folder, PASSPHRASE)
    assert not made.folder.exists()


def test_an_older_vault_at_the_new_place_removes_nothing(made: Laptops) -> None:
    to = made.folder.with_name("there")
    copied_only(made.folder, to)
    work_once(made.open("first"))
    with pytest.raises(errors.WrongPassphrase):
        vaults.unlock_vault(made.folder, "not the words")
    assert to.exists() and not (made.folder / "vault.moving").exists()
    made.open("first").vault.close()


def test_a_copy_of_the_old_folder_is_not_removed(made: Laptops) -> None:
    to, stick = made.folder.with_name("there"), made.folder.with_name("stick")
    copied_only(made.folder, to)
    moved.arrive(made.folder, to)
    shutil.copytree(made.folder, stick)
    with pytest.raises(errors.WrongPassphrase):
        vaults.unlock_vault(stick, "not the words")
    made.open("first", stick).vault.close()


def test_what_came_into_the_old_folder_since_stays(made: Laptops) -> None:
    to = made.folder.with_name("there")
    copied_only(made.folder, to)
    moved.arrive(made.folder, to)
    (made.folder / "brev.pdf").write_bytes(b"%PDF")
    with pytest.raises(errors.VaultMoved):
        vaults.unlock_vault(made.folder, PASSPHRASE)
    assert [one.name for one in made.folder.iterdir()] == ["brev.pdf"]


@pytest.mark.parametrize("said", [b"", b"\0", b"\0\0"])
def test_a_damaged_word_of_a_move_keeps_nobody_out(made: Laptops, said: bytes) -> None:
    (made.folder / "vault.moving").write_bytes(said)
    with pytest.raises(errors.WrongPassphrase):
        vaults.unlock_vault(made.folder, "not the words")
    made.open("first").vault.close()


def test_damaged_keys_are_told_as_such_although_a_move_was_cut_off(made: Laptops) -> None:
    moved.begin_move(made.folder, made.folder.with_name("there"))
    for name in ("vault.keys", "vault.keys.2"):
        (made.folder / name).write_bytes(b"x")
    with pytest.raises(errors.KeyFileDamaged):
        vaults.unlock_vault(made.folder, PASSPHRASE)


def test_a_new_name_that_does_not_last_is_taken_back(made: Laptops, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(folder: Path) -> None:
        if folder == made.folder.parent:
            raise OSError(5, "no answer")

    monkeypatch.setattr(places, "sync_folder", refuse)
    with pytest.raises(errors.DiskFull):
        places.move_vault(made.folder, made.folder.with_name("there"))
    assert sorted(one.name for one in made.folder.parent.iterdir()) == ["first", "v"]
    made.open("first").vault.close()


def test_a_file_that_cannot_go_now_does_not_tell_the_move_as_failed(
    made: Laptops, monkeypatch: pytest.MonkeyPatch
) -> None:
    to = made.folder.with_name("there")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", _held_by_another)
        places.move_vault(made.folder, to)
    with pytest.raises(errors.VaultMoved):
        vaults.unlock_vault(made.folder, PASSPHRASE)
    assert not made.folder.exists() and not (to / "vault.moved").exists()


def _held_by_another(path: Path, missing_ok: bool = False) -> None:
    if path.name == "vault.db":
        raise PermissionError(13, "held", str(path))
    UNLINK(path, missing_ok)


def test_a_copy_that_is_not_whole_moves_nothing(made: Laptops, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "_flush", lambda path: path.write_bytes(b"x"))
    with pytest.raises(errors.NotMoved):
        places.move_vault(made.folder, made.folder.with_name("there"))
    made.open("first").vault.close()


@pytest.mark.parametrize("inside", [".", "backups", "new"])
def test_a_vault_is_not_moved_into_itself(made: Laptops, inside: str) -> None:
    before = sorted(made.folder.rglob("*"))
    with pytest.raises(errors.PlaceInsideVault):
        places.move_vault(made.folder, made.folder / inside / "v")
    assert sorted(made.folder.rglob("*")) == before
    made.open("first").vault.close()


def test_a_vault_moves_where_there_is_room_for_it_once(made: Laptops, monkeypatch: pytest.MonkeyPatch) -> None:
    size = sum(one.stat().st_size for one in made.folder.rglob("*") if one.is_file())
    monkeypatch.setattr(free_space, "free_bytes", lambda _folder: size + free_space.SPARE)
    places.move_vault(made.folder, made.folder.with_name("there"))
    assert not made.folder.exists()


def test_a_vault_that_is_open_is_not_moved(made: Laptops) -> None:
    desk = made.open("first")
    with pytest.raises(errors.AlreadyOpen):
        places.move_vault(made.folder, made.folder.with_name("there"))
    desk.vault.close()


def test_a_place_is_asked_about_until_it_is_accepted(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    warned = (Warned(Risk.CLOUD, "Dropbox"),)
    monkeypatch.setattr(places, "look_at_folder", lambda _folder: warned)
    assert places.place_question(desk) == warned
    places.accept_place(desk)
    assert places.place_question(desk) == ()
    more = (Warned(Risk.STICK), *warned)
    monkeypatch.setattr(places, "look_at_folder", lambda _folder: more)
    assert places.place_question(desk) == more


def test_no_vault_is_made_on_another_computer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vaults, "look_at_folder", lambda _folder: (Warned(Risk.NETWORK),))
    with pytest.raises(errors.PlaceIsElsewhere):
        vaults.create_vault(tmp_path / "v", PASSPHRASE, WORKER, vaults.Founding(NOW))
    assert not (tmp_path / "v").exists()
