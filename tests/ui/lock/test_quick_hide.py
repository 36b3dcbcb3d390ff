"""F9 takes everything out of sight at once and gives it back; who does not come back finds the vault locked."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QMenu, QStackedWidget
from pytestqt.qtbot import QtBot

from exit_desktop.services.practice import PracticeVault
from exit_desktop.services.vaults import unlock_vault
from exit_desktop.system.language import Texts
from exit_desktop.ui.course.course_page import CoursePage
from exit_desktop.ui.frame import Frame
from exit_desktop.ui.lock_reason import LockReason
from exit_desktop.ui.quick_hide import NeutralPage, QuickHide
from support.open_window import Opened, dozen, opened
from support.places_to_go import DIALOGS, TABS, settle
from support.seconds import Seconds, seconds
from support.window_keys import press_soon
from support.window_reading import words_in_sight

__all__ = ["dozen", "opened", "seconds"]


@pytest.fixture
def pages(frame: Frame, qtbot: QtBot) -> Iterator[QStackedWidget]:
    made = QStackedWidget()
    qtbot.addWidget(made)
    made.addWidget(QLabel("Sofie"))
    made.show()
    yield made


@pytest.fixture
def hiding(pages: QStackedWidget, frame: Frame, seconds: Seconds) -> QuickHide:
    return QuickHide(pages, NeutralPage(frame.theme, Texts("en")), seconds)


def press(opened: Opened, keys: str, qtbot: QtBot) -> None:
    """Press a key in whatever is in front."""
    front = QApplication.activeModalWidget() or opened.window
    with qtbot.waitActive(front):
        front.activateWindow()
    press_soon(front, keys)
    settle()


def test_nothing_of_the_citizen_is_in_sight(opened: Opened, qtbot: QtBot) -> None:
    TABS[0].go(opened.work)
    press(opened, "F9", qtbot)
    assert words_in_sight(opened.window) == "F9 goes back. Locks in 30 seconds."
    assert opened.window.work is opened.work


def test_f9_gives_back_what_stood_there(opened: Opened, qtbot: QtBot) -> None:
    TABS[3].go(opened.work)
    with qtbot.waitActive(opened.window):
        opened.window.activateWindow()
    before, stood = words_in_sight(opened.window), QApplication.focusWidget()
    press(opened, "F9", qtbot)
    press(opened, "F9", qtbot)
    assert words_in_sight(opened.window) == before
    assert QApplication.focusWidget() is stood


@pytest.mark.parametrize("name", ["print-plan", "go-to", "step-pause", "not-started-delete", "passphrase"])
def test_a_dialog_is_covered_and_comes_back_as_it_was(opened: Opened, qtbot: QtBot, name: str) -> None:
    dialog = next(one for one in DIALOGS if one.name == name).go(opened.work)
    before = words_in_sight(dialog)
    press(opened, "F9", qtbot)
    assert words_in_sight(dialog) == ""
    press(opened, "Escape", qtbot)
    press(opened, "F9", qtbot)
    assert words_in_sight(dialog) == before
    assert QApplication.activeModalWidget() is dialog


@pytest.mark.parametrize("keys", ["F9", "Ctrl+L"])
def test_an_open_menu_does_not_keep_the_keys(opened: Opened, qtbot: QtBot, keys: str) -> None:
    TABS[0].go(opened.work)
    menu = QMenu(opened.window)
    menu.addAction("Sofie")
    menu.popup(opened.window.mapToGlobal(QPoint(100, 100)))
    press(opened, keys, qtbot)
    assert not menu.isVisible()
    assert "Sofie" not in words_in_sight(opened.window)
    if keys == "F9":
        assert words_in_sight(opened.window).startswith("F9 goes back.")
    else:
        assert opened.window.work is None


def test_a_question_that_waits_for_its_answer_goes_on_waiting(opened: Opened, qtbot: QtBot) -> None:
    """Also one above another: what was in front is in front again."""
    asked = QDialog(opened.window)
    above = QDialog(asked)
    seen = []

    def hide_and_come_back() -> None:
        press(opened, "F9", qtbot)
        press(opened, "F9", qtbot)
        seen.append((asked.isVisible(), above.isVisible(), QApplication.activeModalWidget() is above))
        above.accept()

    QTimer.singleShot(0, above.open)
    QTimer.singleShot(50, hide_and_come_back)
    above.finished.connect(asked.accept)
    assert asked.exec() == QDialog.DialogCode.Accepted
    assert seen == [(True, True, True)]


def test_what_opens_meanwhile_is_covered_too(opened: Opened, qtbot: QtBot) -> None:
    press(opened, "F9", qtbot)
    late = QDialog(opened.window)
    label = QLabel("Sofie", late)
    late.open()
    with qtbot.waitActive(late):
        late.activateWindow()
    qtbot.waitUntil(lambda: not label.isVisible())
    press(opened, "F9", qtbot)
    assert label.isVisible()
    late.reject()


def test_ctrl_l_locks_there_too(opened: Opened, qtbot: QtBot) -> None:
    press(opened, "F9", qtbot)
    with qtbot.waitSignal(opened.window.was_locked):
        press(opened, "Ctrl+L", qtbot)
    assert opened.window.work is None


def test_a_lock_from_there_leads_back_to_the_field(opened: Opened, dozen: PracticeVault, qtbot: QtBot) -> None:
    window = TABS[2].go(opened.work)
    page = window.findChildren(CoursePage)[0]
    field = next(one for one in page.findChildren(QLineEdit) if one.isVisible() and one.isEnabled())
    field.setFocus()
    name = field.accessibleName()
    folder = opened.work.session.vault.folder
    opened.window.hide_at_once()
    opened.window.lock(LockReason.HIDDEN)
    opened.window.start.opened.emit(unlock_vault(folder, dozen.passphrase))
    settle()
    here = opened.window.focusWidget()
    assert here is not None
    assert here.accessibleName() == name


def test_other_keys_do_nothing_there(opened: Opened, qtbot: QtBot) -> None:
    press(opened, "F9", qtbot)
    for keys in ("Ctrl+K", "Ctrl+P", "Ctrl+N", "Escape", "Return"):
        press(opened, keys, qtbot)
    assert words_in_sight(opened.window).startswith("F9 goes back.")
    assert not [one for one in opened.window.findChildren(QDialog) if one.isVisible()]


def test_what_is_half_written_stays(opened: Opened, qtbot: QtBot) -> None:
    window = TABS[2].go(opened.work)
    field = next(one for one in window.findChildren(QLineEdit) if one.isVisible() and one.isEnabled())
    field.setFocus()
    QTest.keyClicks(field, "halv")
    press(opened, "F9", qtbot)
    press(opened, "F9", qtbot)
    assert field.text().endswith("halv")


def test_it_counts_down_and_is_gone_after_half_a_minute(
    hiding: QuickHide, pages: QStackedWidget, seconds: Seconds, qtbot: QtBot
) -> None:
    hiding.hide()
    seconds.now = 29.0
    hiding.look()
    assert words_in_sight(pages) == "F9 goes back. Locks in 1 second."
    seconds.now = 30.0
    with qtbot.waitSignal(hiding.gone):
        hiding.look()


def test_who_came_back_is_not_locked_out(hiding: QuickHide, pages: QStackedWidget, seconds: Seconds) -> None:
    hiding.hide()
    page = pages.currentWidget()
    assert page is not None
    QTest.keyClick(page, Qt.Key.Key_F9)
    assert not hiding.hidden
    assert words_in_sight(pages) == "Sofie"
