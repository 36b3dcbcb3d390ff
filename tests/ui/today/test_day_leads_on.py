"""In the open window: the day comes first, every line leads to its place, and one key hides the names."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from exit_desktop.domain.today import Day
from exit_desktop.domain.today_rows import Group, LineKind, TodayLine
from exit_desktop.services.today import read_day
from exit_desktop.ui.course.before.before_page import BeforePage
from exit_desktop.ui.course.course_page import BEFORE, CoursePage
from exit_desktop.ui.course.tabs import TabId
from exit_desktop.ui.shortcuts import ActId
from exit_desktop.ui.today.leads import place_of
from exit_desktop.ui.today.today_page import TodayPage
from exit_desktop.ui.work_area import WorkArea
from support.open_window import Opened, dozen, opened
from support.places_to_go import close_dialogs, settle
from support.window_reading import tab_in_front, words_in_sight

__all__ = ["dozen", "opened"]
TABS = {
    LineKind.READING: TabId.READINGS,
    LineKind.FORM: TabId.FORMS,
    LineKind.ACTIVITY: TabId.PLAN,
    LineKind.REVIEW: TabId.PLAN,
    LineKind.QUIET: TabId.CONTACTS,
    LineKind.HANDOVER: TabId.NETWORK,
}


def today_page(work: WorkArea) -> TodayPage:
    """The page of the day."""
    return work.findChildren(TodayPage)[0]


def course_page(work: WorkArea) -> CoursePage:
    """The place of the chosen course."""
    return work.findChildren(CoursePage)[0]


def day_of(opened: Opened) -> Day:
    """The day of the invented citizens."""
    return read_day(opened.work.session.desk)


def follow(opened: Opened, line: TodayLine) -> CoursePage:
    """Open a line and return where it led."""
    today_page(opened.work).opened.emit(line)
    settle()
    close_dialogs(opened.window)
    return course_page(opened.work)


def test_the_day_is_seen_first_beside_the_list(opened: Opened, qtbot: QtBot) -> None:
    assert today_page(opened.work).isVisible()
    assert opened.work.list_shown
    with qtbot.waitActive(opened.window):
        opened.window.activateWindow()
    assert opened.window.focusWidget() is today_page(opened.work).view


def test_practice_shows_every_group(opened: Opened) -> None:
    day = day_of(opened)
    assert all(day.groups[group] for group in Group)


def test_enter_on_a_meeting_opens_what_to_read_before_it(opened: Opened) -> None:
    QTest.keyClick(today_page(opened.work).view, Qt.Key.Key_Return)
    settle()
    assert course_page(opened.work).place() == BEFORE
    assert opened.work.findChildren(BeforePage)[0].isVisible()


@pytest.mark.parametrize("kind", TABS, ids=str)
def test_a_line_leads_to_its_tab(opened: Opened, kind: LineKind) -> None:
    lines = [line for line in day_of(opened).lines if line.kind is kind]
    if not lines:
        pytest.skip(f"nobody of the dozen has {kind} today")
    page = follow(opened, lines[0])
    assert page.work.course is not None
    assert (page.work.course.id, tab_in_front(page)) == (lines[0].course_id, TABS[kind])


def test_the_planned_end_leads_to_its_steps(opened: Opened) -> None:
    lines = [line for line in day_of(opened).lines if line.kind is LineKind.END]
    if not lines:
        pytest.skip("nobody of the dozen ends today")
    assert follow(opened, lines[0]).place() == "gate:closing"


def test_every_line_of_a_day_leads_somewhere(opened: Opened) -> None:
    for line in day_of(opened).lines:
        page = follow(opened, line)
        assert page.work.course is not None
        assert page.work.course.id == line.course_id, place_of(line)


def test_search_still_has_its_key(opened: Opened) -> None:
    opened.work.acts.action(ActId.SEARCH).trigger()
    assert opened.work.list_shown


def test_one_key_hides_every_name(opened: Opened) -> None:
    aliases = {line.alias for line in day_of(opened).lines}
    opened.work.acts.action(ActId.CAFE).trigger()
    settle()
    assert not opened.work.list_shown
    shown = words_in_sight(opened.window)
    page = today_page(opened.work)
    shown += " ".join(str(page.model.index(at, 0).data()) for at in range(page.model.rowCount()))
    assert not [alias for alias in aliases if alias in shown]


def test_one_key_blanks_the_page_before_a_meeting(opened: Opened) -> None:
    QTest.keyClick(today_page(opened.work).view, Qt.Key.Key_Return)
    settle()
    page = opened.work.findChildren(BeforePage)[0]
    opened.work.acts.action(ActId.CAFE).trigger()
    assert page.blank
    opened.work.acts.action(ActId.CAFE).trigger()
    assert not page.blank
