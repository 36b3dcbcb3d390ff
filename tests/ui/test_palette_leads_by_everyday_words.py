"""Ctrl+K knows the words that people use."""

import pytest

from exit_desktop.services.courses import list_courses
from exit_desktop.system.language import Language
from exit_desktop.ui.course.course_page import CoursePage
from exit_desktop.ui.course.tabs import TABS, TabId
from exit_desktop.ui.palette.entries import find_entries
from exit_desktop.ui.shortcuts import ActId
from support.open_window import Opened, dozen, opened

__all__ = ["dozen", "opened"]


def open_a_course(opened: Opened) -> None:
    """Open the first course that is not closed."""
    work = opened.work
    for row in list_courses(work.session.desk):
        work._choose(row.course_id)
        if row.ended_on is None:
            break


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("reading", "reading"),
        ("star", "reading"),
        ("sheet", "Print the citizen's sheet"),
        ("pdf", "Print the plan"),
        ("black", "Dark colours"),
        ("danish", "Dansk"),
    ],
)
def test_everyday_words_lead_to_acts(opened: Opened, typed: str, wanted: str) -> None:
    open_a_course(opened)
    assert any(wanted in entry.text for entry in find_entries(opened.work.go_to_entries(), typed))


@pytest.mark.parametrize("tab", list(TABS))
def test_every_tab_of_the_open_course_is_reached_by_its_name(opened: Opened, tab: TabId) -> None:
    open_a_course(opened)
    page = opened.work.findChild(CoursePage)
    opened.work.do(ActId.TODAY)
    found = find_entries(opened.work.go_to_entries(), TABS[tab].words)
    next(one for one in found if one.hint == "In the open course").go()
    assert isinstance(page, CoursePage) and page.isVisible() and page.tabs.current is tab


def test_what_is_done_with_the_course_brings_it_to_the_front(opened: Opened) -> None:
    open_a_course(opened)
    page = opened.work.findChild(CoursePage)
    opened.work.do(ActId.TODAY)
    assert isinstance(page, CoursePage) and not page.isVisible()
    next(one for one in opened.work.go_to_entries() if one.text in ("Begin a reading", "Go on with the reading")).go()
    assert page.isVisible() and page.tabs.current is TabId.READINGS


@pytest.mark.parametrize(
    ("typed", "tab"),
    [
        ("skema", "Skemaer"),
        ("samtale", "Kontakter"),
        ("stjerne", "Målinger"),
        ("ønske", "Plan"),
        ("familie", "Netværk"),
        ("papirkurv", "Oplysninger"),
    ],
)
def test_the_tabs_are_found_by_everyday_danish_words(opened: Opened, typed: str, tab: str) -> None:
    open_a_course(opened)
    opened.work.session.frame.use_language(Language.DANISH)
    found = find_entries(opened.work.go_to_entries(), typed)
    assert tab in [entry.text for entry in found if entry.hint == "I det åbne forløb"]
