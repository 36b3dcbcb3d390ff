"""Everything on this computer: the vault is there whole or gone, with backups and the number outside; others stay."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from exit_desktop.errors import AlreadyOpen, VaultNotErased
from exit_desktop.services import backups, vaults
from exit_desktop.services.courses import register_citizen
from exit_desktop.services.desk import Desk
from exit_desktop.services.erasing_all import erase_vault, finish_erasing_all, look_at_all
from exit_desktop.services.erasure_words import whole_words, within_words
from exit_desktop.system.language import Texts
from exit_desktop.vault import keyfile, taking_away
from faults.ground import desk_at
from support.vault_making import NOW, PASSPHRASE, WORKER


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A practice vault with a citizen and two backups, and a vault of somebody else beside it."""
    founding = vaults.Founding(NOW, practice=True, counters=tmp_path / "counters")
    made = vaults.create_vault(tmp_path / "data" / "Odense", PASSPHRASE, WORKER, founding)
    shutil.copytree(made.vault.folder, tmp_path / "data" / "Skive")
    desk = desk_at(made.vault)
    register_citizen(desk, "Havet")
    for days in (3, 0):
        backups.back_up(made.vault, NOW - timedelta(days=days))
    return desk


def files(folder: Path) -> list[str]:
    """What stands there, folders and all."""
    return sorted(one.name for one in folder.iterdir())


def test_nothing_of_the_vault_stays(desk: Desk, tmp_path: Path) -> None:
    desk.vault.close()
    erase_vault(desk.vault.folder, tmp_path / "counters")
    assert files(tmp_path / "data") == ["Skive"]
    assert not list((tmp_path / "counters").glob("*.commit"))


def test_the_receipt_names_what_is_beyond_reach(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    backups.back_up_to(desk.vault, tmp_path / "stick", NOW)
    whole = look_at_all(desk, [tmp_path / "data"])
    desk.vault.close()
    said = " ".join(whole_words(whole, Texts("en")))
    assert (whole.courses, whole.backups, whole.other_vaults) == (1, 2, ("Skive",))
    assert str(tmp_path / "stick") in said and "Skive" in said and whole.number in said
    assert "Havet" not in said


def test_backups_of_another_vault_in_the_folder_are_told_of_before_they_go(desk: Desk, tmp_path: Path) -> None:
    founding = vaults.Founding(NOW, practice=True)
    other = vaults.create_vault(tmp_path / "other", PASSPHRASE, WORKER, founding).vault
    backups.back_up(other, NOW + timedelta(hours=1))
    other.close()
    shutil.copytree(tmp_path / "other" / "backups", desk.vault.folder / "backups", dirs_exist_ok=True)
    whole = look_at_all(desk, [])
    assert (whole.backups, whole.strangers) == (2, 1)
    assert "1 backup of another vault lies in its folder and goes too" in " ".join(within_words(whole, Texts("en")))
    assert "1 backup of another vault lay in its folder" in " ".join(whole_words(whole, Texts("en")))


def test_an_open_vault_is_not_erased(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(AlreadyOpen):
        erase_vault(desk.vault.folder, None)
    desk.vault.close()
    assert files(tmp_path / "data") == ["Odense", "Skive"]


def test_a_folder_that_cannot_be_taken_away_stays_whole(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_self: Path, _to: Path) -> None:
        raise PermissionError

    desk.vault.close()
    monkeypatch.setattr(Path, "rename", refused)
    with pytest.raises(VaultNotErased):
        erase_vault(desk.vault.folder, None)
    assert keyfile.peek(desk.vault.folder).vault == desk.vault.uid


def test_cut_off_anywhere_the_next_start_ends_it(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.vault.close()
    for at in range(4):
        data = Path(shutil.copytree(tmp_path / "data", tmp_path / f"try{at}"))
        left = [at]

        def stop(path: Path, left: list[int] = left) -> None:
            left[0] -= 1
            if left[0] < 0:
                raise KeyboardInterrupt
            path.write_bytes(b"overwritten")

        with monkeypatch.context() as patch:
            patch.setattr(taking_away, "_overwrite", stop)
            with pytest.raises(KeyboardInterrupt):
                erase_vault(data / "Odense", None)
        assert [one.name for one in vaults.list_vaults([data])] == ["Skive"]
        finish_erasing_all(data)
        assert files(data) == ["Skive"]


def test_cut_off_in_a_place_of_its_own_the_next_start_ends_it_there_and_touches_nothing_else(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.vault.close()
    place = Path(shutil.copytree(tmp_path / "data", tmp_path / "place"))
    (place / ".somebody.gone").mkdir()
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(taking_away, "_overwrite", lambda _path: (_ for _ in ()).throw(KeyboardInterrupt))
        erase_vault(place / "Odense", None)
    finish_erasing_all(tmp_path / "data", place / "Odense")
    assert files(place) == [".somebody.gone", "Skive"]
