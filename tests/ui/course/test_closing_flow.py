"""The end as one flow: its order, what is done already, each step and back, on another day, and the paper."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from exit_desktop.domain.calendar import ClosingKind, ClosingReason, CourseState, Occasion, Phase
from exit_desktop.domain.courses import Course
from exit_desktop.domain.expectations import EXPECTATIONS, Expected, Gate
from exit_desktop.domain.submissions import SubmissionKind
from exit_desktop.services.courses import reopen_course
from exit_desktop.services.desk import Desk, commit_course
from exit_desktop.services.network import write_long_term_plan
from exit_desktop.ui.course import CoursePage
from exit_desktop.ui.course.details.details_tab import DetailsTab
from exit_desktop.ui.course.gates.gate_page import GatePage
from exit_desktop.ui.course.gates.kept_until import KeepDialog
from exit_desktop.ui.course.steps.closing import CloseDialog
from exit_desktop.ui.course.steps.offers import Step
from exit_desktop.ui.course.tabs import TabId
from exit_desktop.ui.lock_reason import LockReason
from exit_desktop.ui.papers.preview import PaperPreview
from exit_desktop.ui.session import Session
from support.course_work import words_in
from support.courses import TODAY
from support.gates import before_end, closing_form

EARLY = closing_form(58, TODAY, ended_how="early", early_reason="lost_contact")


@pytest.fixture
def course(desk: Desk) -> Course:
    """Mågen in phase 3, with nothing done yet of what belongs to the end."""
    whole = before_end()
    handover = replace(whole.handover, long_term_plan="", responsible_actor="")
    bare = replace(whole, handover=handover, submissions=whole.submissions[:4])
    return commit_course(desk, None, bare, "citizen")


@pytest.fixture
def page(session: Session, course: Course, qtbot: QtBot) -> Iterator[CoursePage]:
    """The course's page with its end in front."""
    made = CoursePage(session)
    qtbot.addWidget(made)
    made.resize(1000, 900)
    with qtbot.waitActive(made):
        made.show()
    made.show_course(course.id)
    made.header.step_wanted.emit(Step.CLOSE)
    yield made
    session.drafts.clear()
    session.locked.emit(LockReason.ASKED)


def end(page: CoursePage) -> GatePage:
    """The page of the end."""
    return page.findChildren(GatePage)[0]


def now(page: CoursePage) -> Course:
    """The course as it stands."""
    assert page.work.course is not None
    return page.work.course


def follow(page: CoursePage, expected: Expected) -> None:
    """Press the link of a step."""
    next(one for one in end(page).rows if one.expected is expected).links()[0].click()


def close(page: CoursePage) -> CloseDialog:
    """Press the act of the page and return its dialog."""
    end(page).act.click()
    return page.findChildren(CloseDialog)[-1]


def write_form(page: CoursePage) -> None:
    """Let the closing form be written."""
    page.work.change(lambda d, c: commit_course(d, c, replace(c, submissions=(*c.submissions, EARLY)), "form"))


def test_the_steps_stand_in_the_order_in_which_they_are_done(page: CoursePage) -> None:
    assert tuple(one.expected for one in end(page).rows) == EXPECTATIONS[Gate.CLOSING]
    words = words_in(end(page))
    steps = ["1. The last reading", "2. The closing form", "3. It is written which services", "7. The course is closed"]
    places = [words.index(step) for step in [*steps, "What happens to what is written", "A paper for the citizen"]]
    assert places == sorted(places)


def test_what_is_done_already_is_shown_as_done(page: CoursePage) -> None:
    assert "In place: 1 of 6" in words_in(end(page))
    page.work.change(lambda desk, course: write_long_term_plan(desk, course, "Læge hver måned"))
    assert "In place: 2 of 6" in words_in(end(page))


def test_the_end_itself_is_not_missing_before_it_is_there(page: CoursePage) -> None:
    last = end(page).rows[-1]
    assert "happens when you close" in words_in(last)
    assert not [label for label in last.findChildren(QLabel) if label.property("kind") == "wants"]
    write_form(page)
    close(page).act.click()
    assert "of 7" in words_in(end(page)) and "happens when you close" not in words_in(end(page))


def test_how_long_it_is_kept_agrees_with_how_long_it_can_be_taken_up_again(page: CoursePage) -> None:
    assert "within three months, the course can be taken up again. Later you begin a new one." in words_in(end(page))
    assert "within three months, it can be taken up again. Later you begin a new one." in words_in(close(page))
    write_form(page)
    close(page).act.click()
    assert "Until 23 February 2027 the course can be taken up again" in words_in(end(page))


def test_the_last_reading_and_the_form_are_begun_for_the_end(page: CoursePage) -> None:
    for expected in (Expected.LAST_READING, Expected.CLOSING_FORM):
        follow(page, expected)
        page.open_course.way_back.back.click()
    begun = {(one.kind, one.occasion) for one in now(page).submissions if one.finished_on is None}
    assert begun == {(SubmissionKind.READING, Occasion.END), (SubmissionKind.CLOSING_FORM, Occasion.END)}
    assert "A reading was begun 23 November 2026." in words_in(end(page))


def test_what_is_said_of_the_time_afterwards_is_written_where_it_stands(page: CoursePage, qtbot: QtBot) -> None:
    follow(page, Expected.RESPONSIBLE_ACTOR)
    field = page.window().focusWidget()
    assert field is not None and field.accessibleName() == "Who is responsible afterwards"


def test_left_halfway_it_goes_on_another_day(page: CoursePage, session: Session, qtbot: QtBot) -> None:
    page.work.change(lambda desk, course: write_long_term_plan(desk, course, "Læge hver måned"))
    again = CoursePage(session)
    qtbot.addWidget(again)
    again.show()
    again.show_course(now(page).id)
    again.header.step_wanted.emit(Step.CLOSE)
    assert "In place: 2 of 6" in words_in(end(again))


def test_nothing_is_proposed_before_the_form_is_written(page: CoursePage) -> None:
    dialog = close(page)
    assert "The closing form says" not in words_in(dialog)
    assert not dialog.act.isEnabled()


def test_what_the_form_says_is_proposed(page: CoursePage) -> None:
    write_form(page)
    dialog = close(page)
    assert "The closing form says that the course ends before its time." in words_in(dialog)
    dialog.act.click()
    ended = now(page).calendar.closings[-1]
    assert (ended.kind, ended.reason) == (ClosingKind.EARLY, ClosingReason.LOST_CONTACT)


def test_closed_the_page_says_until_when_it_is_kept(page: CoursePage) -> None:
    assert "for 12 months after the last day" in words_in(end(page))
    write_form(page)
    close(page).act.click()
    assert "locked in here until 23 November 2027" in words_in(end(page))
    assert end(page).act.text() == "See the paper"


def test_another_day_needs_a_reason_where_it_is_later(page: CoursePage) -> None:
    write_form(page)
    close(page).act.click()
    end(page).afterwards.other_day.click()
    dialog = page.findChildren(KeepDialog)[-1]
    dialog.on.setText("24.12.2027")
    assert not dialog.act.isEnabled()
    dialog.reason.setPlainText("Sagen er anket")
    dialog.act.click()
    assert now(page).retention.on == date(2027, 12, 24)
    assert "You wrote: Sagen er anket" in words_in(end(page))


def test_what_was_kept_long_enough_leads_to_where_it_is_decided(page: CoursePage, qtbot: QtBot) -> None:
    write_form(page)
    close(page).act.click()
    page.resize(1000, 600)
    page.follow("kept")
    tab = page.tabs.tab(TabId.DETAILS)
    assert isinstance(tab, DetailsTab)
    qtbot.waitUntil(lambda: not tab.delete.longer.visibleRegion().isEmpty())
    assert page.window().focusWidget() is tab.delete.longer


def test_the_page_can_be_gone_back_to_when_the_course_is_closed(page: CoursePage) -> None:
    write_form(page)
    close(page).act.click()
    page.follow("details")
    page.header.step_wanted.emit(Step.AFTERWARDS)
    assert page.place() == "gate:closing"


def test_it_ends_with_the_paper(page: CoursePage) -> None:
    end(page).afterwards.paper.click()
    preview = page.window().findChildren(PaperPreview)[-1]
    assert preview.pages.count == 1
    preview.reject()


def test_undo_opens_the_course_again_with_no_day_of_erasure(page: CoursePage) -> None:
    write_form(page)
    close(page).act.click()
    page.work.undo()
    assert (now(page).state, now(page).retention.on, now(page).phase) == (CourseState.ACTIVE, None, Phase.THREE)


def test_taken_up_again_the_next_end_begins_anew(page: CoursePage) -> None:
    write_form(page)
    close(page).act.click()
    page.work.change(lambda desk, course: reopen_course(desk, course, TODAY + timedelta(days=1)))
    assert "It is not begun yet." in words_in(end(page))
