"""The palette leads to what was meant after a few letters."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from exit_desktop.system.language import Texts
from exit_desktop.ui.palette.entries import Entry, find_entries
from exit_desktop.ui.palette.palette import Palette
from exit_desktop.ui.theme import Theme
from support.window_reading import first


def entries(*texts: str) -> list[Entry]:
    return [Entry(text, "", lambda: None) for text in texts]


def found(typed: str, *texts: str) -> list[str]:
    return [entry.text for entry in find_entries(entries(*texts), typed)]


def test_beginnings_come_before_inner_words_and_parts() -> None:
    assert found("sol", "Parasol", "Min sol", "Sol-47", "Rav") == ["Sol-47", "Min sol", "Parasol"]


def test_case_does_not_count() -> None:
    assert found("MÅ", "Mågen") == ["Mågen"]


def test_nothing_typed_offers_all() -> None:
    assert found("", "Rav", "Lærke") == ["Rav", "Lærke"]


def test_typing_and_enter_go_there(theme: Theme, t: Texts, qtbot: QtBot) -> None:
    gone: list[str] = []
    window = QWidget()
    qtbot.addWidget(window)
    choices = [Entry(name, "", partial(gone.append, name)) for name in ("Rav", "Lærke", "Mågen")]
    palette = Palette(window, theme, t, choices)
    palette.show()
    field = first(palette, QLineEdit)
    QTest.keyClicks(field, "l")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert gone == ["Lærke"]


def test_enter_on_an_empty_field_goes_nowhere_until_a_line_is_chosen(theme: Theme, t: Texts, qtbot: QtBot) -> None:
    gone: list[str] = []
    window = QWidget()
    qtbot.addWidget(window)
    palette = Palette(window, theme, t, [Entry(name, "", partial(gone.append, name)) for name in ("Birk", "Rav")])
    palette.show()
    field = first(palette, QLineEdit)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert gone == []
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert gone == ["Birk"]


def test_another_word_for_an_act_finds_it_after_those_that_are_called_so() -> None:
    plan = Entry("Print the plan", "", lambda: None, "paper sheet")
    sheet = Entry("Sheet of the citizen", "", lambda: None)
    assert find_entries([plan, sheet], "sheet") == [sheet, plan]
