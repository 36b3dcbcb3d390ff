"""The first page of a start has the keyboard where a worker begins, without a step of Tab."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit
from pytestqt.qtbot import QtBot

from exit_desktop.ui.frame import Frame
from exit_desktop.ui.main_window import MainWindow
from exit_desktop.ui.start.chooser import VaultChoice
from exit_desktop.ui.start.start_area import StartArea, StartWith
from support.start_places import TWO


def opened_on(frame: Frame, qtbot: QtBot, vaults: tuple[VaultChoice, ...]) -> MainWindow:
    """A window as the program shows it first."""
    window = MainWindow(frame, StartArea(frame, StartWith(vaults)))
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    return window


def test_of_several_vaults_the_first_has_the_keyboard(frame: Frame, qtbot: QtBot) -> None:
    window = opened_on(frame, qtbot, TWO)
    here = window.focusWidget()
    assert isinstance(here, QAbstractButton)
    assert here.text() == "Odense"


def test_after_the_language_changed_a_vault_still_has_it(frame: Frame, qtbot: QtBot) -> None:
    window = opened_on(frame, qtbot, TWO)
    window.start.retranslate()
    window.start.setFocus()
    here = window.focusWidget()
    assert isinstance(here, QAbstractButton)
    assert here.text() == "Odense"


def test_ctrl_q_quits_before_a_vault_is_open(frame: Frame, qtbot: QtBot) -> None:
    window = opened_on(frame, qtbot, (TWO[0],))
    field = window.focusWidget()
    assert isinstance(field, QLineEdit)
    QTest.keyClick(field, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert not window.isVisible()


def test_where_there_is_no_vault_the_first_field_has_it(frame: Frame, qtbot: QtBot) -> None:
    window = opened_on(frame, qtbot, ())
    assert isinstance(window.focusWidget(), QLineEdit)
