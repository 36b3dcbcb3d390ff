"""Nothing of the citizen before stands with the next one: no message, no place in the page."""

from PySide6.QtWidgets import QScrollArea

from exit_desktop.services.courses import list_courses
from exit_desktop.ui.course.course_page import CoursePage
from exit_desktop.ui.messages import MessageBar
from support.open_window import Opened, dozen, opened
from support.places_to_go import TABS, settle

__all__ = ["dozen", "opened"]


def test_what_was_undone_is_told_of_nobody_else(opened: Opened) -> None:
    first, other = (row.course_id for row in list_courses(opened.work.session.desk)[:2])
    bar = opened.window.findChildren(MessageBar)[0]
    opened.work.follow(first, "")
    opened.work.session.say("Undone: the last change of the plan.")
    assert bar.text
    opened.work.follow(first, "")
    assert bar.text, "it is still about this citizen"
    opened.work.follow(other, "")
    assert bar.text == ""


def test_a_note_that_asks_for_something_stays(opened: Opened) -> None:
    first, other = (row.course_id for row in list_courses(opened.work.session.desk)[:2])
    opened.work.follow(first, "")
    opened.work.session.note("The clock stands before the newest fact.")
    opened.work.follow(other, "")
    assert opened.window.findChildren(MessageBar)[0].text


def test_each_page_begins_at_its_top(opened: Opened) -> None:
    window = TABS[3].go(opened.work)
    page = window.findChildren(CoursePage)[0]
    bars = [area.verticalScrollBar() for area in page.findChildren(QScrollArea) if area.isVisible()]
    moved = [bar for bar in bars if bar.maximum() > 0]
    assert moved
    for bar in moved:
        bar.setValue(bar.maximum())
    here = page.work.course
    assert here is not None
    other = next(row.course_id for row in list_courses(opened.work.session.desk) if row.course_id != here.id)
    opened.work.follow(other, "")
    settle()
    assert [bar.value() for bar in bars] == [0] * len(bars)
