"""A half-written text that a full disk does not take comes back after a lock, and is not lost unsaid at the end."""

from collections.abc import Iterator

import pytest

from exit_desktop.errors import DiskFull, TextWouldBeLost
from exit_desktop.services.drafts import list_drafts, open_left, seal_left
from exit_desktop.services.practice import PracticeVault
from exit_desktop.services.vaults import unlock_vault
from exit_desktop.ui.lock_reason import LockReason
from exit_desktop.vault.drafts import Drafts
from exit_desktop.vault.open_vault import Vault
from support.open_window import Opened, dozen, opened
from support.places_to_go import settle
from support.window_reading import words_in_sight

__all__ = ["dozen", "opened"]
PLACE, TEXT = "contact/1/note", "Kaffe ved søen"


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """A disk that takes no draft, until `undo()`."""

    def refuse(*_: object) -> None:
        raise DiskFull

    with monkeypatch.context() as patch:
        patch.setattr(Drafts, "keep", refuse)
        yield patch


def lock_and_open(opened: Opened, dozen: PracticeVault, full: pytest.MonkeyPatch) -> Vault:
    """Lock, make room, and open again."""
    folder = opened.work.session.vault.folder
    opened.window.lock(LockReason.IDLE)
    full.undo()
    vault = unlock_vault(folder, dozen.passphrase)
    opened.window.start.opened.emit(vault)
    settle()
    return vault


def test_it_comes_back_and_is_kept_once_there_is_room(
    opened: Opened, dozen: PracticeVault, full: pytest.MonkeyPatch
) -> None:
    opened.work.session.drafts.keep(PLACE, TEXT)
    vault = lock_and_open(opened, dozen, full)
    work = opened.window.work
    assert work is not None and work.session.drafts.text(PLACE) == TEXT
    work.session.drafts.flush()
    assert [(one.place, one.body) for one in list_drafts(vault)] == [(PLACE, TEXT)]


def test_the_lock_page_does_not_say_that_everything_is_saved(opened: Opened, full: pytest.MonkeyPatch) -> None:
    opened.work.session.drafts.keep(PLACE, TEXT)
    opened.window.lock(LockReason.IDLE)
    said = words_in_sight(opened.window)
    assert "Everything is saved" not in said and "had no room" in said and TEXT not in said


def test_closing_is_held_back_once(opened: Opened, full: pytest.MonkeyPatch) -> None:
    opened.work.session.drafts.keep(PLACE, TEXT)
    assert not opened.window.close()
    assert opened.window.work is not None and TextWouldBeLost.sentence in words_in_sight(opened.window)
    assert opened.window.close()


def test_closing_from_the_lock_page_is_held_back_too(opened: Opened, full: pytest.MonkeyPatch) -> None:
    opened.work.session.drafts.keep(PLACE, TEXT)
    opened.window.lock(LockReason.IDLE)
    assert not opened.window.close()
    assert TextWouldBeLost.sentence in words_in_sight(opened.window)
    assert opened.window.close()


def test_what_waits_is_sealed_and_opens_in_its_own_vault_alone(vault: Vault) -> None:
    sealed = seal_left(vault, {PLACE: TEXT})
    assert TEXT.encode() not in sealed and open_left(vault, sealed) == {PLACE: TEXT}
    assert open_left(vault, sealed[:-1] + b"?") == {} and open_left(vault, b"") == {}
