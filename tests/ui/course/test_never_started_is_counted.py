"""An orientation that ends is offered as an enquiry with what is known; then its data are kept or erased."""

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from exit_desktop.domain.calendar import ClosingReason, CourseState
from exit_desktop.domain.courses import CameThrough, Course, Orientation
from exit_desktop.services.courses import change_orientation, list_courses, register_citizen, reopen_course
from exit_desktop.services.desk import Desk
from exit_desktop.services.drafts import list_drafts
from exit_desktop.services.not_started import list_enquiries
from exit_desktop.ui.course import CoursePage
from exit_desktop.ui.course.erasing.erase_dialog import EraseDialog
from exit_desktop.ui.course.steps.closing import CloseDialog
from exit_desktop.ui.course.steps.never_started import CountDialog
from exit_desktop.ui.course.steps.offers import Step, offered_steps
from exit_desktop.ui.course.steps.taking import take_step
from exit_desktop.ui.lock_reason import LockReason
from support.courses import TODAY
from support.enquiries import about
from support.window_reading import words_in_sight


@pytest.fixture
def counting(page: CoursePage, desk: Desk) -> CountDialog:
    """The offer after an orientation that ended, of somebody who came through an NGO."""
    course = change_orientation(desk, register_citizen(desk, "Havet"), Orientation(CameThrough.NGO))
    page.show_course(course.id)
    take_step(Step.NOT_STARTED, page, page.work)
    closing = page.findChildren(CloseDialog)[-1]
    closing.reason.chip(ClosingReason.DID_NOT_WISH).click()
    closing.act.click()
    return page.findChildren(CountDialog)[-1]


def now(page: CoursePage) -> Course:
    """The course as it stands."""
    assert page.work.course is not None
    return page.work.course


def asked(page: CoursePage) -> EraseDialog:
    """The question about what was written."""
    return page.window().findChildren(EraseDialog)[-1]


def open_dialogs(page: CoursePage) -> list[QDialog]:
    return [dialog for dialog in page.findChildren(QDialog) if dialog.isVisible()]


def test_what_is_known_is_filled_in_and_said(counting: CountDialog) -> None:
    assert {a.question: a.value for a in counting.fields.answers} == {"heard_from": "ngo", "reason": "did_not_wish"}
    assert "Known from the orientation: How the citizen came to know us, Reason." in words_in_sight(counting)


def test_it_is_counted_as_the_worker_changed_it(counting: CountDialog, desk: Desk) -> None:
    counting.fields._take(about("reason", "single_issue_advice"))
    counting.act.click()
    (made,) = list_enquiries(desk)
    answer = made.answer("reason")
    assert (made.on, answer and answer.value) == (TODAY, "single_issue_advice")


def test_then_she_chooses_to_keep_what_was_written(counting: CountDialog, page: CoursePage) -> None:
    counting.act.click()
    assert "What happens to what was written?" in words_in_sight(asked(page))
    asked(page).back.click()
    assert now(page).state is CourseState.CLOSED


def test_or_to_erase_it_now(counting: CountDialog, page: CoursePage, desk: Desk, qtbot: QtBot) -> None:
    gone = now(page).id
    counting.act.click()
    asked(page).act.click()
    assert asked(page).act.text() == "Delete Havet's course"
    with qtbot.waitSignal(page.work.session.changed, timeout=20000):
        asked(page).act.click()
    assert gone not in {row.course_id for row in list_courses(desk)}
    assert len(list_enquiries(desk)) == 1


def test_not_now_loses_nothing_and_the_menu_leads_back(counting: CountDialog, page: CoursePage, desk: Desk) -> None:
    counting.fields._take(about("gender", "woman"))
    counting.back.click()
    assert (list_enquiries(desk), open_dialogs(page)) == ((), [])
    assert Step.COUNT_ENQUIRY in offered_steps(now(page), TODAY)
    take_step(Step.COUNT_ENQUIRY, page, page.work)
    again = page.findChildren(CountDialog)[-1]
    assert {a.question for a in again.fields.answers} == {"heard_from", "reason", "gender"}


def test_a_lock_in_between_leaves_a_draft_and_asks_nothing(counting: CountDialog, page: CoursePage, desk: Desk) -> None:
    counting.fields._take(about("gender", "woman"))
    page.work.session.drafts.flush()
    page.work.session.locked.emit(LockReason.IDLE)
    counting.reject()
    assert open_dialogs(page) == []
    assert len(list_drafts(desk.vault)) == 1


def test_a_draft_goes_with_the_course(counting: CountDialog, page: CoursePage, desk: Desk) -> None:
    counting.act.click()
    asked(page).act.click()
    page.work.session.drafts.flush()
    assert list_drafts(desk.vault) == []


def test_a_course_taken_up_again_is_not_offered(counting: CountDialog, page: CoursePage) -> None:
    counting.back.click()
    page.work.change(lambda desk, course: reopen_course(desk, course, TODAY))
    assert Step.COUNT_ENQUIRY not in offered_steps(now(page), TODAY)
