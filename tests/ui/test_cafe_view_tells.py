"""Café view says that it is on, and no slip at the table brings the others' names back."""

import pytest

from exit_desktop.services.courses import list_courses
from exit_desktop.ui.shortcuts import ActId
from support.open_window import Opened, dozen, opened
from support.places_to_go import settle
from support.window_reading import words_in_sight

__all__ = ["dozen", "opened"]


@pytest.fixture
def cafe(opened: Opened) -> Opened:
    opened.work.go_to_entries()[0].go()
    opened.work.acts.action(ActId.CAFE).trigger()
    settle()
    return opened


def test_cafe_view_says_that_it_is_on_and_how_it_ends(cafe: Opened) -> None:
    assert "Café view: F8 ends it." in words_in_sight(cafe.work)
    cafe.work.acts.action(ActId.CAFE).trigger()
    assert "Café view: F8 ends it." not in words_in_sight(cafe.work)


@pytest.mark.parametrize("act", [ActId.SEARCH, ActId.NEW_CITIZEN, ActId.LIST, ActId.CITIZENS])
def test_no_slip_brings_the_list_back(cafe: Opened, act: ActId) -> None:
    cafe.work.acts.action(act).trigger()
    assert not cafe.work.list_shown


def test_a_search_in_cafe_view_says_where_the_list_is(cafe: Opened) -> None:
    cafe.work.acts.action(ActId.SEARCH).trigger()
    assert "Café view hides the list. F8 shows it again." in words_in_sight(cafe.work)


def test_going_to_something_names_nobody_in_cafe_view(cafe: Opened) -> None:
    names = {row.alias for row in list_courses(cafe.work.session.desk)}
    assert not names & {entry.text for entry in cafe.work.go_to_entries()}
