"""A course is erased in two steps with a receipt; everything, after its name is written; what was cut off is ended."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QScrollBar
from pytestqt.qtbot import QtBot

from exit_desktop.domain.calendar import CourseState
from exit_desktop.domain.courses import Retention
from exit_desktop.errors import DiskFull, ErasureNotFinished, NotTheWord
from exit_desktop.services import backups, erasing
from exit_desktop.services.courses import list_courses
from exit_desktop.services.erasure_words import receipt_words
from exit_desktop.services.practice import PracticeVault
from exit_desktop.system.language import Texts
from exit_desktop.ui.course.course_page import CoursePage
from exit_desktop.ui.course.details.delete_panel import DeletePanel
from exit_desktop.ui.course.erasing.erase_dialog import EraseDialog
from exit_desktop.ui.course.erasing.receipt_dialog import ReceiptDialog
from exit_desktop.ui.frame import Frame
from exit_desktop.ui.settings.erase_all import EraseAllDialog, EraseAllPanel
from exit_desktop.ui.shortcuts import ActId
from support.open_window import Opened, dozen, open_window, wait_for_jobs
from support.places_to_go import choose, dialog_over, press, settle
from support.window_reading import words_in_sight

__all__ = ["dozen"]


@pytest.fixture
def opened(frame: Frame, dozen: PracticeVault, tmp_path: Path) -> Iterator[Opened]:
    """The open window for one test."""
    with open_window(frame, dozen, tmp_path / "Odense") as made:
        yield made


def ask(opened: Opened, state: CourseState = CourseState.CLOSED) -> EraseDialog:
    """Go to a course and ask to erase it."""
    press(choose(opened.work, state), "Details")
    opened.window.findChildren(DeletePanel)[0].delete.click()
    dialog = dialog_over(opened.window)
    assert isinstance(dialog, EraseDialog)
    return dialog


def chosen(opened: Opened) -> str:
    """The course that is shown; nothing when none is."""
    course = opened.window.findChildren(CoursePage)[0].work.course
    return course.id if course else ""


def test_after_two_steps_the_course_is_gone_and_a_receipt_stands(opened: Opened, frame: Frame, qtbot: QtBot) -> None:
    dialog, gone = ask(opened), chosen(opened)
    assert "It has been kept long enough" in words_in_sight(dialog)
    assert dialog.focusWidget() is dialog.back
    dialog.act.click()
    assert "This is the last step" in words_in_sight(dialog) and dialog.focusWidget() is dialog.back
    dialog.act.click()
    wait_for_jobs(frame, qtbot.waitUntil)
    receipt = dialog_over(opened.window)
    assert isinstance(receipt, ReceiptDialog) and "kept long enough" in words_in_sight(receipt)
    assert gone not in {row.course_id for row in list_courses(opened.work.session.desk)}
    assert chosen(opened) == ""


def test_a_saved_receipt_says_where_it_lies(
    opened: Opened, frame: Frame, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    receipt = ReceiptDialog(opened.window, frame, "It is erased", ("Gone.",))
    receipt.show()
    monkeypatch.setattr("exit_desktop.ui.files.save_dialog.ask_where", lambda *_: tmp_path / "kvittering.pdf")
    receipt.save.click()
    assert (tmp_path / "kvittering.pdf").exists()
    assert f"Saved as kvittering.pdf in {tmp_path}." in words_in_sight(receipt).replace("\u200b", "")


def test_the_longest_receipt_of_a_course_is_whole_on_a_small_screen_at_200_percent(
    opened: Opened, frame: Frame, tmp_path: Path
) -> None:
    at = frame.clock.now_utc()
    stick = backups.Elsewhere(Path("/media/mette/KINGSTON/forloeb-20271120T101112Z-2eacd3"), at, at)
    receipt = erasing.Receipt(at, erasing.Reason.WISH, has_left=True, removed=3, elsewhere=(stick,))
    frame.theme.use(frame.preferences.theme, 200)
    opened.window.resize(1366, 745)
    dialog = ReceiptDialog(opened.window, frame, "Det er slettet", receipt_words(receipt, Texts("da")))
    dialog.open()
    settle()
    bars = dialog.findChildren(QScrollBar)
    frame.theme.use(frame.preferences.theme, 100)
    assert bars and not any(bar.maximum() for bar in bars if bar.orientation() is Qt.Orientation.Vertical)


def test_the_way_back_at_either_step_erases_nothing(opened: Opened) -> None:
    before = len(list_courses(opened.work.session.desk))
    for steps in (0, 1):
        dialog = ask(opened)
        for _ in range(steps):
            dialog.act.click()
        dialog.back.click()
        settle()
    assert len(list_courses(opened.work.session.desk)) == before and chosen(opened)


def test_a_full_disk_is_told_in_the_dialog_and_the_course_stays(
    opened: Opened, frame: Frame, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise DiskFull

    monkeypatch.setattr("exit_desktop.ui.course.erasing.erasing.erase_course", full)
    dialog = ask(opened)
    dialog.act.click()
    dialog.act.click()
    wait_for_jobs(frame, qtbot.waitUntil)
    assert "The disk is full" in words_in_sight(dialog) and chosen(opened)


def cut_off(opened: Opened) -> None:
    """Erase a course, and be cut off before its backups go."""
    desk, patch = opened.work.session.desk, pytest.MonkeyPatch()
    backups.back_up(desk.vault, desk.clock.now_utc() - timedelta(days=2))

    def full(*_: object) -> None:
        raise DiskFull

    patch.setattr(backups, "back_up", full)
    course = opened.window.findChildren(CoursePage)[0].work.course
    assert course is not None
    with pytest.raises(ErasureNotFinished):
        erasing.erase_course(desk, course, erasing.Reason.WISH)
    patch.undo()


def test_what_was_cut_off_is_offered_at_the_next_opening(opened: Opened, frame: Frame, qtbot: QtBot) -> None:
    choose(opened.work, CourseState.CLOSED)
    cut_off(opened)
    opened.work.begin()
    assert "An erasure was cut off" in words_in_sight(opened.window)
    press(opened.window, "Finish it now")
    wait_for_jobs(frame, qtbot.waitUntil)
    assert "had been cut off was finished" in words_in_sight(dialog_over(opened.window))
    assert not erasing.is_erasure_unfinished(opened.work.session.vault)


def ask_for_all(opened: Opened) -> EraseAllDialog:
    """Ask for everything on the page of safety."""
    opened.work.acts.action(ActId.SAFETY).trigger()
    opened.window.findChildren(EraseAllPanel)[0].erase.click()
    dialog = dialog_over(opened.window)
    assert isinstance(dialog, EraseAllDialog)
    return dialog


def test_everything_goes_only_when_its_name_is_written(
    opened: Opened, frame: Frame, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = ask_for_all(opened)
    field = dialog.findChildren(QLineEdit)[-1]
    QTest.keyClicks(field, "Ribe")
    dialog._act.click()
    assert NotTheWord.sentence in words_in_sight(dialog) and (tmp_path / "Odense").exists()
    field.setText(" odense ")
    dialog._act.click()
    qtbot.waitUntil(lambda: opened.window.work is None)
    wait_for_jobs(frame, qtbot.waitUntil)
    receipt = dialog_over(opened.window)
    assert "was erased on this computer" in words_in_sight(receipt)
    assert not any(one.name.endswith(("Odense", ".gone")) for one in tmp_path.iterdir())
    assert frame.preferences.last_vault is None


@pytest.mark.parametrize(("days", "says"), [(-1, "It was to be kept until"), (30, "Kept until")])
def test_an_ended_course_says_until_when_it_is_kept(opened: Opened, days: int, says: str) -> None:
    press(choose(opened.work, CourseState.CLOSED), "Details")
    panel = opened.window.findChildren(DeletePanel)[0]
    day = opened.work.session.today() + timedelta(days=days)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("exit_desktop.ui.course.details.delete_panel.day_of_erasure", lambda *_: day)
        course = opened.window.findChildren(CoursePage)[0].work.course
        assert course is not None
        panel.show_course(course)
        assert says in words_in_sight(panel) and isinstance(day, date)
        panel.show_course(replace(course, retention=Retention(day, "Hun bad om det")))
        assert ("Hun bad om det" in words_in_sight(panel)) is (days > 0)
