"""A reading of a course with an earlier one, open for the citizen in a window of its own."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from exit_desktop.domain.calendar import Occasion
from exit_desktop.services.courses import register_citizen, start_course
from exit_desktop.services.readings import begin_reading, finish_reading, save_answers
from exit_desktop.ui.course.work import CourseWork
from exit_desktop.ui.session import Session
from exit_desktop.ui.together.window import TogetherWindow
from support.places_to_go import settle
from support.together_mode import Citizen, HeldClock, life_answers

FIRST = (4, 3, 4, 5, 2, 6, 3, 4, 7, 8)


@pytest.fixture
def work(session: Session) -> CourseWork:
    """A course with a finished reading in July and one under way, in English."""
    desk = session.desk
    course = register_citizen(desk, "Tern", "en")
    course = start_course(desk, course, date(2026, 7, 2))
    course, first = begin_reading(desk, course, date(2026, 7, 2), Occasion.M00)
    course = save_answers(desk, course, first, life_answers(FIRST))
    course = finish_reading(desk, course, first)
    course, _now = begin_reading(desk, course, session.today())
    made = CourseWork(session, desk)
    made.choose(course.id)
    return made


@pytest.fixture
def open_together(work: CourseWork, qtbot: QtBot) -> Iterator[Callable[[], Citizen]]:
    """Opens the reading under way for the citizen."""
    host = QWidget()
    qtbot.addWidget(host)
    host.show()

    def make(width: int = 1280, height: int = 720) -> Citizen:
        assert work.course is not None
        clock = HeldClock()
        window = TogetherWindow(work, work.course.submissions[-1].id, host, clock)
        citizen = Citizen(window, work, clock)
        window.returned.connect(lambda place, at_end: citizen.back.append((place, at_end)))
        window.resize(width, height)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        settle()
        return citizen

    yield make
    for window in host.findChildren(TogetherWindow):
        window.leaving.left.emit()
    settle()


@pytest.fixture
def citizen(open_together: Callable[[], Citizen]) -> Citizen:
    """Someone at the first question."""
    return open_together()
