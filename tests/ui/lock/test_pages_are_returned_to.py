"""Whoever was locked out of a page of the rail, in the middle of a word, finds page, word and cursor again."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from exit_desktop.services.practice import PracticeVault
from exit_desktop.services.vaults import unlock_vault
from exit_desktop.ui.hours.hours_page import HoursPage
from exit_desktop.ui.lock_reason import LockReason
from exit_desktop.ui.shortcuts import ActId
from support.open_window import Opened, dozen, opened
from support.places_to_go import settle
from support.window_reading import first

__all__ = ["dozen", "opened"]


def test_half_written_hours_are_returned_to(opened: Opened, dozen: PracticeVault) -> None:
    folder = opened.work.session.vault.folder
    opened.work.acts.action(ActId.HOURS).trigger()
    note = first(first(opened.window, HoursPage), QPlainTextEdit)
    note.setFocus()
    QTest.keyClicks(note, "halvt o")
    opened.window.lock(LockReason.IDLE)
    opened.window.start.opened.emit(unlock_vault(folder, dozen.passphrase))
    settle()
    work, field = opened.window.work, opened.window.focusWidget()
    assert work is not None and work.current_place is ActId.HOURS
    assert isinstance(field, QPlainTextEdit)
    QTest.keyClicks(field, "rd")
    assert field.toPlainText() == "halvt ord"
