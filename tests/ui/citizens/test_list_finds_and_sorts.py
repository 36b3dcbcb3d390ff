"""The list finds, filters and sorts over all courses."""

import random
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from exit_desktop.services.courses import list_courses
from exit_desktop.services.desk import Desk
from exit_desktop.ui.citizens.citizen_list import CitizenList
from exit_desktop.ui.citizens.list_model import CitizenModel
from exit_desktop.ui.citizens.order import Column, Filter, Order
from exit_desktop.ui.session import Session
from support.window_reading import words_in_sight


def shown(screen: CitizenList) -> list[str]:
    """The aliases in sight, from above."""
    return [str(screen.model.index(at, 0).data()) for at in range(screen.model.rowCount())]


def test_closed_courses_stay_out_of_the_way(screen: CitizenList) -> None:
    assert shown(screen) == ["Anemone", "Mågen", "Zebra"]


def test_danish_letters_stand_last(screen: CitizenList) -> None:
    screen.filters.chip(Filter.ALL).click()
    assert shown(screen) == ["Anemone", "Mågen", "Zebra", "Ærten"]


def test_search_takes_any_case_while_typing(screen: CitizenList) -> None:
    QTest.keyClicks(screen.search, "MÅ")
    assert shown(screen) == ["Mågen"]


def test_search_offers_those_of_other_filters(screen: CitizenList) -> None:
    QTest.keyClicks(screen.search, "ært")
    assert "Show 1 among all" in words_in_sight(screen)
    screen.empty.act.click()
    assert shown(screen) == ["Ærten"]


def test_filter_tells_how_many(screen: CitizenList) -> None:
    assert screen.filters.chip(Filter.CLOSED).text() == "Closed 1"


def test_filter_without_anybody_is_not_offered(screen: CitizenList) -> None:
    assert not screen.filters.chip(Filter.ANONYMOUS).isVisibleTo(screen)


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (Order(Column.SEEN), ["Mågen", "Anemone", "Zebra"]),
        (Order(Column.DAY), ["Anemone", "Zebra", "Mågen"]),
        (Order(Column.DAY, backwards=True), ["Mågen", "Zebra", "Anemone"]),
        (Order(Column.ALIAS, backwards=True), ["Zebra", "Mågen", "Anemone"]),
    ],
)
def test_sorting(screen: CitizenList, order: Order, expected: list[str]) -> None:
    screen.model.set_order(order)
    assert shown(screen) == expected


def test_enter_in_the_search_opens_the_first_found(screen: CitizenList, citizens: dict[str, str], qtbot: QtBot) -> None:
    QTest.keyClicks(screen.search, "zeb")
    with qtbot.waitSignal(screen.chosen) as told:
        QTest.keyClick(screen.search, Qt.Key.Key_Return)
    assert told.args == [citizens["Zebra"]]


def test_arrows_and_enter_open_a_line(screen: CitizenList, citizens: dict[str, str], qtbot: QtBot) -> None:
    QTest.keyClick(screen.search, Qt.Key.Key_Down)
    QTest.keyClick(screen.view, Qt.Key.Key_Down)
    with qtbot.waitSignal(screen.chosen) as told:
        QTest.keyClick(screen.view, Qt.Key.Key_Return)
    assert told.args == [citizens["Mågen"]]


def test_choosing_someone_filtered_out_shows_all(screen: CitizenList, citizens: dict[str, str]) -> None:
    screen.choose(citizens["Ærten"])
    assert "Ærten" in shown(screen)


def test_chosen_line_stays_after_loading_anew(screen: CitizenList, citizens: dict[str, str]) -> None:
    screen.choose(citizens["Mågen"])
    screen.load()
    assert screen.view.currentIndex().data() == "Mågen"


def test_empty_vault_offers_the_first_step(session: Session, qtbot: QtBot) -> None:
    empty = CitizenList(session)
    qtbot.addWidget(empty)
    empty.load()
    assert "Add the first citizen" in words_in_sight(empty)


def test_clear_leaves_no_row(screen: CitizenList) -> None:
    screen.clear()
    assert shown(screen) == []


def test_ten_thousand_are_sorted_and_searched_whole(desk: Desk, session: Session, citizens: dict[str, str]) -> None:
    one, chance = list_courses(desk)[0], random.Random(1)
    days = [date(2026, 1, 1) + timedelta(days=chance.randrange(300)) for _ in range(10_000)]
    model = CitizenModel(session.t, session.today)
    model.set_rows([one._replace(course_id=str(at), alias=f"B{at}", due_on=day) for at, day in enumerate(days)])
    model.set_order(Order(Column.DUE, backwards=True))
    model.set_search("b77")
    found = [row for at in range(model.rowCount()) if (row := model.row_of(model.index(at, 0)))]
    assert len(found) == sum(f"{at}".startswith("77") for at in range(10_000))
    assert [row.due_on for row in found] == sorted((row.due_on for row in found if row.due_on), reverse=True)
