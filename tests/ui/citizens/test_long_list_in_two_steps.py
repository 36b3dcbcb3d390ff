"""A long list: its first lines are there at once, exactly as in the whole list, and the rest is never missed."""

import pytest
from pytestqt.qtbot import QtBot

from exit_desktop import errors
from exit_desktop.services.courses import glance_at_list, list_courses
from exit_desktop.services.desk import Desk
from exit_desktop.ui.citizens import citizen_list
from exit_desktop.ui.citizens.citizen_list import CitizenList
from exit_desktop.ui.citizens.order import Column, Filter, Order, by_alias


def shown(screen: CitizenList) -> list[str]:
    """The names in the list, from top to bottom."""
    return [screen.model.index(at, 0).data() for at in range(screen.model.rowCount())]


@pytest.fixture
def cut(screen: CitizenList, monkeypatch: pytest.MonkeyPatch) -> CitizenList:
    """The list of four of which only one line was read."""
    monkeypatch.setattr(citizen_list, "AT_ONCE", 1)
    screen.begin()
    return screen


def test_a_glance_gives_the_same_lines_as_the_whole_list(desk: Desk, citizens: dict[str, str]) -> None:
    glance = glance_at_list(desk, 1)
    assert glance is not None
    whole = by_alias([row for row in list_courses(desk) if row.ended_on is None])
    assert glance.first == whole[:1]
    assert sorted(glance.kinds) == sorted((row.state, row.anonymous) for row in list_courses(desk))


def test_a_short_list_is_read_whole(desk: Desk, citizens: dict[str, str]) -> None:
    assert glance_at_list(desk, 2) is None


def test_the_first_lines_stand_with_the_counts_of_all(cut: CitizenList) -> None:
    assert shown(cut) == ["Anemone"]
    assert (cut.model.counts[Filter.OPEN], cut.model.counts[Filter.CLOSED]) == (3, 1)


def test_the_rest_follows_by_itself(cut: CitizenList, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: shown(cut) == ["Anemone", "Mågen", "Zebra"])


def test_what_is_asked_before_the_rest_is_there_is_answered_from_all(cut: CitizenList) -> None:
    cut.search.setText("zeb")
    assert shown(cut) == ["Zebra"]


def test_somebody_further_down_is_chosen_at_once(cut: CitizenList, citizens: dict[str, str]) -> None:
    cut.choose(citizens["Mågen"])
    assert cut.model.chosen == citizens["Mågen"]
    assert cut.filters.value is Filter.OPEN


def test_sorting_sorts_all(cut: CitizenList) -> None:
    cut.sort.sorted_by.emit(Order(Column.ALIAS, backwards=True))
    assert shown(cut) == ["Zebra", "Mågen", "Anemone"]


def test_a_rest_that_could_not_be_read_is_read_when_it_is_asked_for(
    cut: CitizenList, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(citizen_list, "list_courses", _refuse)
        cut.load()
    cut.search.setText("zeb")
    assert shown(cut) == ["Zebra"]


def _refuse(*_: object) -> None:
    raise errors.VaultDamaged
