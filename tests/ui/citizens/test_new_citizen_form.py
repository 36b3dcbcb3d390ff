"""A new citizen needs a name of their own choice, and nothing else."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from exit_desktop.services.courses import find_citizen
from exit_desktop.services.desk import Desk
from exit_desktop.system.language import Language
from exit_desktop.ui.citizens.citizen_list import CitizenList
from support.window_reading import words_in_sight


def test_alias_is_enough(screen: CitizenList, desk: Desk, qtbot: QtBot) -> None:
    screen.begin_citizen()
    QTest.keyClicks(screen.form.alias, "Havet")
    with qtbot.waitSignal(screen.chosen) as told:
        QTest.keyClick(screen.form.alias, Qt.Key.Key_Return)
    assert told.args == [find_citizen(desk, "havet").id]


def test_language_goes_with_the_citizen(screen: CitizenList, desk: Desk) -> None:
    screen.begin_citizen()
    screen.form.language.chip(Language.ENGLISH).click()
    QTest.keyClicks(screen.form.alias, "Joy")
    screen.form.add.click()
    assert find_citizen(desk, "Joy").citizen.language == "en"


def test_taken_name_is_refused_in_place(screen: CitizenList) -> None:
    screen.begin_citizen()
    QTest.keyClicks(screen.form.alias, "mågen")
    screen.form.add.click()
    assert "You could use “mågen-2”" in words_in_sight(screen.form)


def test_near_name_is_hinted_while_typing(screen: CitizenList, qtbot: QtBot) -> None:
    screen.begin_citizen()
    QTest.keyClicks(screen.form.alias, "Anemome")
    qtbot.waitUntil(lambda: "Looks like “Anemone”" in words_in_sight(screen.form))


def test_refused_name_is_still_there(screen: CitizenList) -> None:
    screen.begin_citizen()
    QTest.keyClicks(screen.form.alias, "x" * 45)
    screen.form.add.click()
    assert screen.form.alias.text() == "x" * 45


def test_escape_leaves_nothing_behind(screen: CitizenList, desk: Desk) -> None:
    screen.begin_citizen()
    QTest.keyClicks(screen.form.alias, "Havet")
    QTest.keyClick(screen.form.alias, Qt.Key.Key_Escape)
    assert not screen.form.isVisibleTo(screen)
    assert not screen.form.alias.text()


def test_the_form_folds_when_another_citizen_is_chosen_and_its_words_wait(
    screen: CitizenList, citizens: dict[str, str]
) -> None:
    screen.begin_citizen()
    QTest.keyClicks(screen.form.alias, "Hav")
    screen.choose(citizens["Zebra"])
    assert not screen.form.isVisible()
    screen.begin_citizen()
    assert screen.form.alias.text() == "Hav"
