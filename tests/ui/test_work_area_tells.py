"""What the work area says when a vault is opened, and what it lets go when a course is deleted."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from exit_desktop.domain.calendar import CourseState
from exit_desktop.errors import FolderIsOlderCopy
from exit_desktop.services.courses import delete_citizen_course
from exit_desktop.system.clock import Clock
from exit_desktop.ui.course.course_page import CoursePage
from exit_desktop.ui.messages import MessageBar
from exit_desktop.ui.shortcuts import ActId
from exit_desktop.ui.work_services import tell_what_was_noticed
from support.open_window import TODAY, Opened, dozen, opened
from support.places_to_go import choose, settle
from support.window_reading import first, words_in_sight

__all__ = ["dozen", "opened"]
LONG_AGO = date(2020, 1, 1)


@pytest.fixture
def clock(request: pytest.FixtureRequest) -> Clock:
    """The day that the machine believes in."""
    return Clock(day=getattr(request, "param", TODAY))


@pytest.mark.parametrize("clock", [LONG_AGO], indirect=True)
def test_a_clock_that_is_behind_is_told_and_stops_nothing(opened: Opened) -> None:
    told = first(opened.window, MessageBar).text
    assert told.startswith("The clock of this machine says 1 January 2020, but something is written for ")
    assert "Citizens" in words_in_sight(opened.window)


def test_a_clock_that_is_right_is_not_told_of(opened: Opened) -> None:
    assert "clock" not in first(opened.window, MessageBar).text


def test_an_older_copy_of_the_folder_comes_with_the_way_to_a_backup(opened: Opened, qtbot: QtBot) -> None:
    session, bar = opened.work.session, first(opened.window, MessageBar)
    session.vault.notices.append(FolderIsOlderCopy())
    tell_what_was_noticed(session)
    assert "an older copy" in bar.text and "Lock, and look for a backup" in words_in_sight(opened.window)
    with qtbot.waitSignal(session.restore_wanted):
        bar.do_act()


def test_a_deleted_course_is_forgotten_by_the_window(opened: Opened) -> None:
    choose(opened.work, CourseState.ACTIVE)
    page = first(opened.window, CoursePage)
    course = page.work.course
    assert course is not None
    delete_citizen_course(opened.work.session.desk, course)
    page.work.clear()
    opened.work.session.changed.emit("course_deleted", course.id)
    settle()
    assert opened.work.place() == "/"
    assert not opened.work.acts.action(ActId.WRITE_CONTACT).isEnabled()
