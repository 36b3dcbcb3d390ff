"""Under Overview an enquiry is written, changed and deleted by keyboard, and counted in words."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from exit_desktop.domain.not_started import Period
from exit_desktop.services.not_started import list_enquiries, record_enquiry
from exit_desktop.ui.enquiries.enquiry_writer import EnquiryWriter
from exit_desktop.ui.overview.overview_page import OverviewPage
from exit_desktop.ui.overview.tab_names import OverviewTabId
from exit_desktop.ui.session import Session
from exit_desktop.ui.widgets.asking import AskingDialog
from support.course_work import words_in
from support.enquiries import HELPED_ON, about


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> Iterator[OverviewPage]:
    """The page, in front."""
    page = OverviewPage(session)
    qtbot.addWidget(page)
    page.resize(900, 700)
    page.show()
    with qtbot.waitActive(page):
        page.activateWindow()
    page.show_tab(OverviewTabId.ENQUIRIES)
    page.setFocus()
    yield page
    page.clear()


def keys(*pressed: Qt.Key | str) -> None:
    """Press keys wherever the keyboard is."""
    for key in pressed:
        here = QApplication.focusWidget()
        assert here is not None
        QTest.keyClicks(here, key) if isinstance(key, str) else QTest.keyClick(here, key)
        QApplication.processEvents()


def writer_of(page: OverviewPage) -> EnquiryWriter:
    """The fields that are open."""
    assert page.enquiries.writer is not None
    return page.enquiries.writer


def add(page: OverviewPage, session: Session, *days: date) -> None:
    """Write enquiries of these days, of which the first was helped on."""
    for at, on in enumerate(days):
        record_enquiry(session.desk, on, () if at else HELPED_ON)
    page.enquiries.load()


def test_an_empty_page_says_what_it_is_for_and_offers_the_first_step(page: OverviewPage) -> None:
    assert "who asked about a course that was not begun" in words_in(page)
    assert QApplication.focusWidget() is page.enquiries.list.first


def test_an_enquiry_is_written_with_the_keyboard_alone(page: OverviewPage, session: Session) -> None:
    keys(Qt.Key.Key_Space)
    writer_of(page).fields._paper.click()
    keys("2", "1", "1", "4", "j", "2", Qt.Key.Key_Return)
    keys(Qt.Key.Key_Space)
    (made,) = list_enquiries(session.desk)
    values = {answer.question: answer.value for answer in made.answers}
    assert (values["heard_from"], values["reason"], values["referred_to"]) == (
        "ngo",
        "supported_elsewhere",
        ("job_centre",),
    )
    assert "1 enquiry without a course this year, 1 helped on to others" in words_in(page)


def test_ctrl_enter_adds_from_anywhere(page: OverviewPage, session: Session) -> None:
    page.enquiries.write()
    writer_of(page).fields._paper.click()
    keys("2")
    QTest.keyClick(writer_of(page).fields.on, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(list_enquiries(session.desk)) == 1


def test_no_place_for_words_is_offered(page: OverviewPage) -> None:
    page.enquiries.write()
    assert "Note" not in words_in(page).splitlines()


def test_a_date_that_is_none_is_told_in_place(page: OverviewPage, session: Session) -> None:
    page.enquiries.write()
    writer_of(page).fields.on.setText("one day")
    writer_of(page).add.click()
    assert "That is no date." in words_in(page)
    assert list_enquiries(session.desk) == ()


def test_what_is_half_written_waits(page: OverviewPage) -> None:
    page.enquiries.write()
    writer_of(page).fields._paper.click()
    keys("2", Qt.Key.Key_Escape)
    assert "An enquiry is half written." in words_in(page)
    page.enquiries.list.go_on.click()
    assert [(a.question, a.value) for a in writer_of(page).fields.answers] == [("heard_from", "ngo")]


def test_what_is_discarded_does_not_wait(page: OverviewPage) -> None:
    page.enquiries.write()
    writer_of(page).fields._paper.click()
    keys("2")
    writer_of(page).discard.click()
    assert "An enquiry is half written." not in words_in(page)


def test_enter_opens_the_chosen_one_to_be_changed(page: OverviewPage, session: Session) -> None:
    add(page, session, session.today())
    page.enquiries.take_focus()
    keys(Qt.Key.Key_Return)
    assert writer_of(page).fields.answers == list_enquiries(session.desk)[0].answers
    writer_of(page).fields.on.setText("2.11.2026")
    writer_of(page).add.click()
    assert list_enquiries(session.desk)[0].on == date(2026, 11, 2)
    assert page.enquiries.list.table.model().index(0, 0).data() == "2 November 2026"


def test_delete_names_what_follows_and_enter_in_haste_keeps_it(page: OverviewPage, session: Session) -> None:
    add(page, session, session.today())
    page.enquiries.take_focus()
    keys(Qt.Key.Key_Delete)
    dialog = page.findChildren(AskingDialog)[-1]
    assert "cannot be brought back" in words_in(dialog)
    QTest.keyClick(dialog.back, Qt.Key.Key_Return)
    assert len(list_enquiries(session.desk)) == 1


def test_a_deleted_one_leaves_the_count(page: OverviewPage, session: Session) -> None:
    add(page, session, session.today(), date(2026, 3, 1))
    page.enquiries.list.delete.click()
    page.findChildren(AskingDialog)[-1].act.click()
    assert "1 enquiry without a course this year" in words_in(page)


def test_another_period_shows_its_own(page: OverviewPage, session: Session) -> None:
    add(page, session, date(2025, 12, 24), date(2026, 1, 2), date(2026, 5, 3))
    page.enquiries.list.period.chip(Period.LAST_YEAR).click()
    assert "1 enquiry without a course last year, 1 helped on to others" in words_in(page)
    assert page.enquiries.list.table.rowCount() == 1


def test_a_period_with_none_says_so(page: OverviewPage, session: Session) -> None:
    add(page, session, date(2024, 5, 3))
    assert "No enquiry without a course this year." in words_in(page)


def test_one_written_outside_the_period_is_brought_in_sight(page: OverviewPage, session: Session) -> None:
    add(page, session, session.today())
    page.enquiries.write()
    writer_of(page).fields.on.setText("3.5.2024")
    writer_of(page).add.click()
    assert page.enquiries.list.table.chosen == list_enquiries(session.desk)[-1].id


def test_another_language_keeps_what_is_half_written(page: OverviewPage) -> None:
    page.enquiries.write()
    writer_of(page).fields._take(about("reason", "other"))
    page.retranslate()
    assert [a.question for a in writer_of(page).fields.answers] == ["reason"]


def test_nothing_stays_after_the_lock(page: OverviewPage, session: Session) -> None:
    add(page, session, session.today())
    page.enquiries.write()
    page.clear()
    assert (page.enquiries.writer, page.enquiries.list.table.rowCount()) == (None, 0)


def test_the_blank_paper_is_shown_and_waits_for_the_promise(page: OverviewPage) -> None:
    page.enquiries.list.paper.click()
    from exit_desktop.ui.papers.preview import PaperPreview

    preview = page.findChildren(PaperPreview)[-1]
    preview.print.click()
    assert "Tick first that the paper stays with you." in words_in(preview)
    preview.reject()


def test_one_about_which_nothing_is_known_counts_once_it_is_meant(page: OverviewPage, session: Session) -> None:
    page.enquiries.write()
    writer_of(page).write()
    assert "Nothing is chosen yet." in words_in(page)
    assert list_enquiries(session.desk) == ()
    writer_of(page).write()
    assert len(list_enquiries(session.desk)) == 1
