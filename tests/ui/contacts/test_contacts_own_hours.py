"""Hours without a citizen: written, counted by month, changed and deleted."""

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from exit_desktop.services.contacts import list_own_hours
from exit_desktop.ui.hours.hours_page import HoursPage
from exit_desktop.ui.hours.own_work import OwnWork
from exit_desktop.ui.messages import Message
from exit_desktop.ui.session import Session
from support.course_work import words_in


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> HoursPage:
    page = HoursPage(session, session.desk)
    qtbot.addWidget(page)
    page.resize(900, 700)
    with qtbot.waitExposed(page):
        page.show()
    return page


def write(page: HoursPage, kind: OwnWork, minutes: str) -> None:
    page.form.kind.chip(kind).click()
    page.form.minutes.setText(minutes)
    page.form.add.click()


def press(page: HoursPage, words: str) -> None:
    next(button for button in page.findChildren(QPushButton) if button.text() == words).click()


def test_hours_are_summed_by_month_and_kind(page: HoursPage) -> None:
    write(page, OwnWork.OUTREACH, "2 h")
    write(page, OwnWork.TEAM_MEETING, "90")
    words = words_in(page)
    assert "3 h 30 min" in words
    assert "Team meeting 1 h 30 min · Outreach 2 h" in words


def test_hours_without_a_length_are_asked_for(page: HoursPage, session: Session) -> None:
    page.form.add.click()
    assert "How long did it take?" in words_in(page)
    assert list_own_hours(session.desk) == ()


def test_what_is_missing_has_the_keyboard(page: HoursPage) -> None:
    page.form.note.setFocus()
    page.form.add.click()
    assert page.focusWidget() is page.form.minutes


def test_hours_can_be_changed(page: HoursPage, session: Session) -> None:
    write(page, OwnWork.SUPERVISION, "60")
    press(page, "Change")
    page.form.minutes.setText("75")
    page.form.add.click()
    assert [entry.minutes for entry in list_own_hours(session.desk)] == [75]


def test_deleted_hours_can_be_brought_back(page: HoursPage, session: Session) -> None:
    told: list[Message] = []
    session.told.connect(told.append)
    write(page, OwnWork.SUPERVISION, "60")
    press(page, "Delete")
    assert list_own_hours(session.desk) == ()
    assert told[-1].act is not None
    told[-1].act()
    assert len(list_own_hours(session.desk)) == 1


def test_half_written_hours_wait_in_their_fields(qtbot: QtBot, page: HoursPage, session: Session) -> None:
    page.form.note.setPlainText("Aften ved havnen")
    again = HoursPage(session, session.desk)
    qtbot.addWidget(again)
    assert again.form.note.text() == "Aften ved havnen"
