"""Enter does what a person means by it: in a field it goes on when that is allowed, on a button it presses."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from exit_desktop.ui.start.ceremony import CeremonyPage, Proof, Step
from exit_desktop.ui.widgets.buttons import Button, Chip, PrimaryButton
from support.ceremony_page import ceremony
from support.window_reading import first, words_in_sight

__all__ = ["ceremony"]

PROOF = Proof((2, 5), lambda _place, text: text == "ABCDE")


def test_enter_in_a_field_of_the_first_start_goes_on(ceremony: CeremonyPage) -> None:
    field = first(ceremony, QLineEdit)
    QTest.keyClicks(field, "K7")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert ceremony.step is Step.PASSPHRASE


def test_enter_in_a_field_waits_for_what_is_missing(ceremony: CeremonyPage) -> None:
    QTest.keyClick(first(ceremony, QLineEdit), Qt.Key.Key_Return)
    assert ceremony.step is Step.WORKER


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_presses_the_button_that_has_the_keyboard(qtbot: QtBot, key: Qt.Key) -> None:
    button = Button("Next")
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, key)


def test_ctrl_enter_on_a_button_is_left_to_its_form(qtbot: QtBot) -> None:
    button = Button("Next")
    qtbot.addWidget(button)
    with qtbot.assertNotEmitted(button.clicked):
        QTest.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_enter_on_a_chip_is_left_to_its_form(qtbot: QtBot) -> None:
    chip = Chip("Phone")
    qtbot.addWidget(chip)
    QTest.keyClick(chip, Qt.Key.Key_Return)
    assert not chip.isChecked()


def test_the_first_page_says_what_is_missing(ceremony: CeremonyPage) -> None:
    assert "Write your code to go on." in words_in_sight(ceremony)
    QTest.keyClicks(first(ceremony, QLineEdit), "K7")
    assert "Write your code to go on." not in words_in_sight(ceremony)


def test_the_sheet_says_what_is_missing_and_then_where_it_was_saved(ceremony: CeremonyPage) -> None:
    ceremony.show_sheet(PROOF)
    assert "Print the sheet or save it to go on." in words_in_sight(ceremony)
    ceremony.set_sheet_kept("forloeb-9492CB.pdf", "Documents")
    assert "Saved as forloeb-9492CB.pdf in Documents." in words_in_sight(ceremony)


def test_the_keyboard_goes_on_when_the_sheet_is_kept(ceremony: CeremonyPage) -> None:
    ceremony.show_sheet(PROOF)
    ceremony.set_sheet_kept()
    assert ceremony.focusWidget() is first(ceremony, PrimaryButton)


def test_the_five_words_have_the_keyboard_and_are_named(ceremony: CeremonyPage) -> None:
    QTest.keyClicks(first(ceremony, QLineEdit), "K7")
    first(ceremony, PrimaryButton).click()
    here = ceremony.focusWidget()
    assert here is not None
    assert here.accessibleName() == "Five words: en to tre fire fem"
