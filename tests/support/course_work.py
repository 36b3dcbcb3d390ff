"""A course at work as a tab is handed it, and how a tab is read."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from exit_desktop.domain.courses import Course
from exit_desktop.services.courses import register_citizen, start_course
from exit_desktop.ui.course.work import CourseWork
from exit_desktop.ui.session import Session


@pytest.fixture
def work(session: Session) -> Iterator[CourseWork]:
    """The work on a course that began on 2 July and stands chosen."""
    course = register_citizen(session.desk, "Mågen")
    started = start_course(session.desk, course, session.today().replace(month=7, day=2))
    work = CourseWork(session, session.desk)
    work.choose(started.id)
    yield work
    session.drafts.clear()


def shown_course(work: CourseWork) -> Course:
    """Return the course that stands chosen."""
    assert work.course is not None
    return work.course


def words_in(widget: QWidget) -> str:
    """Return all that can be read in a widget when its layout has settled."""
    QApplication.processEvents()
    parts = [part for part in widget.findChildren(QWidget) if part.isVisible()]
    texts = [part.text() for part in parts if isinstance(part, QLabel | QLineEdit | QPushButton)]
    return "\n".join([*texts, *(part.toPlainText() for part in parts if isinstance(part, QPlainTextEdit))])
