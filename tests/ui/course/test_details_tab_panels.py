"""The Details tab: who the citizen is here, what may be shared, what was changed, what can be brought back."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from exit_desktop.domain.courses import Course, Milestone, MilestoneKind, Sharing, TargetGroup
from exit_desktop.services.contacts import delete_contact, record_contact
from exit_desktop.services.courses import add_milestone, list_courses, register_citizen, replan_course
from exit_desktop.services.desk import Desk
from exit_desktop.services.drafts import list_drafts
from exit_desktop.services.safety import read_safety_note
from exit_desktop.ui.course import CoursePage
from exit_desktop.ui.course.details.asking import AskFirst
from exit_desktop.ui.course.details.details_tab import DetailsTab
from exit_desktop.ui.course.erasing.erase_dialog import EraseDialog
from exit_desktop.ui.course.erasing.receipt_dialog import ReceiptDialog
from exit_desktop.ui.course.tabs import TabId
from exit_desktop.ui.widgets.buttons import Button
from support.courses import TODAY, make_contact, uid
from support.window_reading import words_in_sight


@pytest.fixture
def details(page: CoursePage) -> DetailsTab:
    tab = page.tabs.open(TabId.DETAILS)
    assert isinstance(tab, DetailsTab)
    return tab


def now(page: CoursePage) -> Course:
    """The course as it stands."""
    assert page.work.course is not None
    return page.work.course


def test_another_tab_does_not_take_the_keyboard_into_its_first_field(page: CoursePage, qtbot: QtBot) -> None:
    with qtbot.waitActive(page):
        page.activateWindow()
    left = page.tabs.open(TabId.CONTACTS)
    next(one for one in left.findChildren(Button) if one.isVisible()).setFocus()
    page.tabs.open(TabId.DETAILS)
    assert page.tabs.bar.hasFocus()


def test_other_alias_is_saved_with_enter(page: CoursePage, details: DetailsTab) -> None:
    details.citizen.alias.setText("Ternen")
    QTest.keyClick(details.citizen.alias, Qt.Key.Key_Return)
    assert page.header.alias.text() == "Ternen"


def test_taken_alias_is_refused_under_its_field(page: CoursePage, details: DetailsTab, desk: Desk) -> None:
    register_citizen(desk, "Havet")
    details.citizen.alias.setText("havet")
    QTest.keyClick(details.citizen.alias, Qt.Key.Key_Return)
    assert "already called that" in words_in_sight(details.citizen)
    assert now(page).citizen.alias == "Mågen"


def test_orientation_is_saved_by_a_click(page: CoursePage, details: DetailsTab) -> None:
    details.orientation.target.chip(TargetGroup.INSIDE).click()
    assert now(page).orientation.target_group is TargetGroup.INSIDE


def test_note_is_saved_when_its_field_is_left(page: CoursePage, details: DetailsTab) -> None:
    details.orientation.acute.field.setPlainText("En seng for natten")
    details.orientation.acute.field.left.emit("En seng for natten")
    assert now(page).orientation.acute_help == "En seng for natten"


def test_sharing_says_what_it_means(page: CoursePage, details: DetailsTab) -> None:
    details.sharing.options[Sharing.CODED].click()
    assert now(page).sharing is Sharing.CODED
    assert "No name, no words and no places" in words_in_sight(details.sharing)


def test_anonymous_course_is_never_shared_whole(page: CoursePage, details: DetailsTab) -> None:
    details.sharing.anonymous.click()
    assert now(page).anonymous
    assert not details.sharing.options[Sharing.FULL].isVisible()


def test_anonymity_off_names_the_consequence_first(page: CoursePage, details: DetailsTab) -> None:
    details.sharing.anonymous.click()
    details.sharing.anonymous.click()
    asked = details.findChildren(AskFirst)[-1]
    assert "easier to identify" in words_in_sight(asked)
    assert now(page).anonymous
    asked.act.click()
    assert not now(page).anonymous


def test_undo_does_not_lead_round_the_question(page: CoursePage, details: DetailsTab) -> None:
    details.sharing.anonymous.click()
    page.work.undo()
    assert now(page).anonymous


def test_safety_note_is_kept_beside_the_course(page: CoursePage, details: DetailsTab, desk: Desk) -> None:
    details.safety.until.setText("1.12.2026")
    details.safety.words.field.setPlainText("Ring først")
    details.safety.words.field.left.emit("Ring først")
    note = read_safety_note(desk, now(page))
    assert note is not None
    assert (note.words, note.expires_on) == ("Ring først", date(2026, 12, 1))


def test_deleted_contact_is_put_back(page: CoursePage, details: DetailsTab) -> None:
    contact = make_contact(81)
    page.work.change(lambda desk, course: record_contact(desk, course, contact))
    page.work.change(lambda desk, course: delete_contact(desk, course, contact.id))
    next(one for one in details.bin.findChildren(Button) if one.text() == "Put back").click()
    assert [one.id for one in now(page).contacts] == [contact.id]


def test_trace_tells_a_replan_with_its_reason(page: CoursePage, details: DetailsTab) -> None:
    page.work.change(lambda desk, course: replan_course(desk, course, TODAY, 14, "Hospital."))
    assert "moved 14 days on. Hospital." in words_in_sight(details.trace)


def test_milestones_are_told(page: CoursePage, details: DetailsTab, qtbot: QtBot) -> None:
    milestone = Milestone(uid(91), TODAY, MilestoneKind.MOVED, "egen bolig")
    page.work.change(lambda desk, course: add_milestone(desk, course, milestone))
    qtbot.waitUntil(lambda: "egen bolig" in words_in_sight(details.milestones))


def test_deleting_names_the_act(page: CoursePage, details: DetailsTab, desk: Desk, qtbot: QtBot) -> None:
    details.delete.delete.click()
    asked = page.window().findChildren(EraseDialog)[-1]
    assert "in the vault" in words_in_sight(asked)
    asked.act.click()
    assert asked.act.text() == "Delete Mågen's course"
    with qtbot.waitSignal(page.work.session.changed, timeout=20000):
        asked.act.click()
    assert not list_courses(desk)
    assert "It is erased" in words_in_sight(page.window().findChildren(ReceiptDialog)[-1])
    assert "Choose a citizen" in words_in_sight(page)


def test_a_deleted_course_leaves_no_draft_behind(
    page: CoursePage, details: DetailsTab, desk: Desk, qtbot: QtBot
) -> None:
    drafts = page.work.session.drafts
    drafts.keep(f"contact/{now(page).id}/new", "Halvt skrevet")
    details.delete.delete.click()
    asked = page.window().findChildren(EraseDialog)[-1]
    asked.act.click()
    with qtbot.waitSignal(page.work.session.changed, timeout=20000):
        asked.act.click()
    drafts.flush()
    assert list_drafts(desk.vault) == []
