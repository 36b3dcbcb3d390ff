"""A reading under way in a shown window, in English."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from exit_desktop.services.courses import register_citizen, start_course
from exit_desktop.ui.course.readings.readings_tab import ReadingsTab
from exit_desktop.ui.course.work import CourseWork
from exit_desktop.ui.session import Session

Shower = Callable[[QWidget], None]


@pytest.fixture
def work(session: Session) -> CourseWork:
    """A course that began today, in English."""
    made = CourseWork(session, session.desk)
    course = register_citizen(session.desk, "Tern", "en")
    made.choose(start_course(session.desk, course, session.today()).id)
    return made


@pytest.fixture
def tab(work: CourseWork, qtbot: QtBot) -> ReadingsTab:
    """The tab, shown and kept up to date as the course page does."""
    made = ReadingsTab(work)
    qtbot.addWidget(made)
    work.shown.connect(lambda: made.show_course(work.course) if work.course else made.clear())
    made.resize(1100, 760)
    made.show_course(work.course)  # type: ignore[arg-type]  # chosen by the fixture before
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made
