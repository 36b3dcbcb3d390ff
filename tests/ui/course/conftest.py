"""A course page with Mågen on it, who began in July."""

from collections.abc import Iterator
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from exit_desktop.domain.courses import Course
from exit_desktop.services.courses import register_citizen, start_course
from exit_desktop.services.desk import Desk
from exit_desktop.ui.course import CoursePage
from exit_desktop.ui.lock_reason import LockReason
from exit_desktop.ui.session import Session


@pytest.fixture
def course(desk: Desk) -> Course:
    """Mågen, in phase 1 since 2 July 2026."""
    return start_course(desk, register_citizen(desk, "Mågen"), date(2026, 7, 2))


@pytest.fixture
def page(session: Session, course: Course, qtbot: QtBot) -> Iterator[CoursePage]:
    """The page, in sight."""
    made = CoursePage(session)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    made.show_course(course.id)
    yield made
    session.drafts.clear()
    session.locked.emit(LockReason.ASKED)
