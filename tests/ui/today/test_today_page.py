"""The page of the day as its worker sees and walks it."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from exit_desktop.domain.contacts import ContactState
from exit_desktop.domain.today_rows import Group, LineKind, Silence, TodayLine
from exit_desktop.services.contacts import record_contact
from exit_desktop.services.courses import load_course, register_citizen, start_course
from exit_desktop.services.desk import Desk
from exit_desktop.system.clock import Clock
from exit_desktop.system.language import Texts
from exit_desktop.ui.session import Session
from exit_desktop.ui.today.day_model import WORDS
from exit_desktop.ui.today.line_words import LineWords, spoken
from exit_desktop.ui.today.today_page import TodayPage
from support.courses import make_contact
from support.window_reading import words_in_sight

# The clock of the tests stands on this Monday.
TODAY = date(2026, 11, 23)


@pytest.fixture
def citizen(desk: Desk) -> str:
    """Mågen, a hundred days into the course, met today at half past two; the id of the course."""
    course = start_course(desk, register_citizen(desk, "Mågen"), TODAY - timedelta(days=118))
    meeting = make_contact(1, TODAY, state=ContactState.PLANNED, note="")
    seen = make_contact(2, TODAY - timedelta(days=2))
    return record_contact(desk, record_contact(desk, course, meeting), seen).id


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> Iterator[TodayPage]:
    """The page, shown and with the keyboard."""
    made = TodayPage(session)
    qtbot.addWidget(made)
    made.resize(760, 620)
    with qtbot.waitActive(made):
        made.show()
    made.take_focus()
    yield made
    made.clear()


def lines(page: TodayPage) -> list[str]:
    """Every row as it reads: lead, text and detail."""
    rows = (page.model.index(at, 0).data(WORDS) for at in range(page.model.rowCount()))
    return [
        " | ".join(part for part in (row.lead, row.text, row.detail) if part)
        for row in rows
        if isinstance(row, LineWords)
    ]


def press(page: TodayPage, *keys: Qt.Key) -> None:
    """Press keys on the lines."""
    for key in keys:
        QTest.keyClick(page.view, key)


def menu_acts(page: TodayPage) -> dict[str, object]:
    """The menu that is open, by its words."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return {action.text(): action for action in menu.actions() if action.text()}


def choose_act(page: TodayPage, words: str) -> None:
    """Press S and choose an act by its words."""
    press(page, Qt.Key.Key_S)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == words).trigger()
    menu.close()


def test_meeting_stands_first_with_its_time(citizen: str, page: TodayPage) -> None:
    assert lines(page)[:2] == ["Meetings | 1", "Today 14:30 | Mågen | Meeting · Out: café, walk, on the way · Phase 1"]


def test_what_is_to_be_looked_at_says_how_long_is_left(citizen: str, page: TodayPage) -> None:
    assert "Mågen | reading and form, 4 months | in 5 days, 28 Nov" in lines(page)


def test_the_keyboard_stands_on_the_first_line(citizen: str, page: TodayPage) -> None:
    assert page.view.hasFocus()
    assert page.view.currentIndex().row() == 1


def test_arrows_leap_over_headings(citizen: str, page: TodayPage) -> None:
    press(page, Qt.Key.Key_Down, Qt.Key.Key_Up)
    assert page.view.currentIndex().row() == 1
    press(page, Qt.Key.Key_Down)
    assert page.model.line_of(page.view.currentIndex()) is not None


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_opens_the_line(citizen: str, page: TodayPage, qtbot: QtBot, key: Qt.Key) -> None:
    with qtbot.waitSignal(page.opened) as heard:
        press(page, key)
    line = heard.args[0] if heard.args else None
    assert isinstance(line, TodayLine)
    assert (line.kind, line.course_id) == (LineKind.MEETING, citizen)


def test_a_click_opens_and_the_dots_offer_more(citizen: str, page: TodayPage, qtbot: QtBot) -> None:
    rect = page.view.visualRect(page.view.currentIndex())
    with qtbot.waitSignal(page.opened):
        QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    right = rect.center()
    right.setX(rect.right() - 12)
    QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=right)
    assert "To the course" in menu_acts(page)


def test_s_puts_off_until_tomorrow_and_undo_brings_back(citizen: str, page: TodayPage, session: Session) -> None:
    told: list[object] = []
    session.told.connect(told.append)
    choose_act(page, "Put off until tomorrow")
    assert not any("14:30" in line for line in lines(page))
    assert getattr(told[-1], "text", "") == "Put off until Tuesday 24 November."
    getattr(told[-1], "act", lambda: None)()
    assert any("14:30" in line for line in lines(page))


def test_what_was_put_off_is_listed_and_can_be_brought_back(citizen: str, page: TodayPage) -> None:
    choose_act(page, "Put off until next week, 30 Nov")
    assert lines(page)[-2:] == ["Put off until later | 1", "Show 1"]
    press(page, Qt.Key.Key_End, Qt.Key.Key_Return)
    assert lines(page)[-1] == "Today 14:30 | Mågen | comes back 30 Nov"
    press(page, Qt.Key.Key_End)
    choose_act(page, "Bring it back now")
    assert "Meetings | 1" in lines(page)


def test_a_day_of_ones_own_is_asked_for(citizen: str, page: TodayPage) -> None:
    line = page.model.line_of(page.view.currentIndex())
    assert line is not None
    page.acts.put_off(line, TODAY + timedelta(days=9))
    assert "Put off until later | 1" in lines(page)


def test_a_line_vanishes_when_the_thing_is_done(citizen: str, page: TodayPage, session: Session, qtbot: QtBot) -> None:
    course = load_course(session.desk, citizen)
    held = make_contact(1, TODAY, state=ContactState.HELD)
    record_contact(session.desk, course, held)
    session.changed.emit("course", citizen)
    qtbot.waitUntil(lambda: not any("14:30" in line for line in lines(page)))


def test_midnight_turns_the_page(citizen: str, page: TodayPage, session: Session) -> None:
    session.clock = Clock(TODAY + timedelta(days=1))
    object.__setattr__(session.desk, "clock", session.clock)
    page._clock.timeout.emit()
    page.load()
    assert "Mågen | how did it go on Monday? | 23 Nov 14:30 · Meeting · Out: café, walk, on the way" in lines(page)


def test_cafe_view_shows_times_alone(citizen: str, page: TodayPage) -> None:
    page.set_cafe_view(True)
    assert lines(page) == ["Meetings | 1", "Today 14:30"]
    assert "Mågen" not in words_in_sight(page)
    assert page.model.index(1, 0).data(Qt.ItemDataRole.ToolTipRole) is None
    page.set_cafe_view(False)
    assert any("Mågen" in line for line in lines(page))


def test_nobody_yet_offers_the_first_step(page: TodayPage, qtbot: QtBot) -> None:
    assert "Nobody is here yet" in words_in_sight(page)
    assert page.empty.begin.hasFocus()
    with qtbot.waitSignal(page.citizen_wanted):
        page.empty.begin.click()


def test_nothing_waiting_is_said_in_words(desk: Desk, page: TodayPage) -> None:
    register_citizen(desk, "Rav")
    page.load()
    assert "Nothing waits today" in words_in_sight(page)


def test_a_screen_reader_hears_group_and_whole_line(citizen: str, page: TodayPage) -> None:
    said = page.model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Meetings, 1. Today 14:30: Mågen. Meeting · Out: café, walk, on the way · Phase 1."


def test_a_line_that_ends_with_a_short_month_is_said_with_one_full_stop() -> None:
    due = TodayLine(Group.ATTENTION, LineKind.END, "1", "Mågen", TODAY - timedelta(days=40), ((LineKind.END, "1"),))
    said = spoken(due, Texts("da"), TODAY)
    assert said.endswith("okt.") and ".." not in said


def test_the_week_is_said_in_words(citizen: str, page: TodayPage) -> None:
    assert page.week.boxes[0].accessibleName() == "Monday 23 November: 1 meeting"
    assert page.week.accessibleDescription().endswith("Sunday 29 November: 0 meetings")


def test_a_long_group_keeps_back_what_can_be_shown(desk: Desk, page: TodayPage) -> None:
    for number in range(9):
        start_course(desk, register_citizen(desk, f"Stær {number}"), TODAY - timedelta(days=30))
    page.load()
    assert "Show 5 more" in lines(page)
    page.view.go_to(page.model.standing_near(lines(page).index("Show 5 more")))
    press(page, Qt.Key.Key_Return)
    assert sum("no contact yet" in line for line in lines(page)) == 9


def test_nothing_is_left_after_the_lock(session: Session, citizen: str, qtbot: QtBot) -> None:
    page = TodayPage(session)
    qtbot.addWidget(page)
    page.load()
    page.clear()
    assert page.model.rowCount() == 0
    assert "Mågen" not in " ".join(label.text() for label in page.findChildren(QLabel))


def test_a_silence_counted_from_the_end_of_a_pause_is_told_as_that() -> None:
    key = (LineKind.QUIET, "")
    line = TodayLine(Group.QUIET, LineKind.QUIET, "1", "Mågen", TODAY - timedelta(days=22), (key,))
    told = spoken(line._replace(about=Silence(again=True)), Texts("da"), TODAY)
    assert "ingen kontakt i 22 dage, siden det gik i gang igen" in told


@pytest.mark.parametrize(("days", "says"), [(1, "is kept until"), (0, "is kept until"), (-1, "was to be kept until")])
def test_a_course_that_was_kept_long_enough_is_told_as_that(days: int, says: str) -> None:
    line = TodayLine(Group.ATTENTION, LineKind.RETENTION, "1", "Tang", TODAY + timedelta(days=days), ())
    assert says in spoken(line, Texts("en"), TODAY)
