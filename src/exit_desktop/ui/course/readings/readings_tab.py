"""The Readings tab: the list, a reading under way, or a finished one. The forms are walked through in the same way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from exit_desktop.domain.calendar import Occasion
from exit_desktop.domain.courses import Course
from exit_desktop.domain.forms import form_wanted
from exit_desktop.domain.submissions import Submission, SubmissionKind
from exit_desktop.services.forms import begin_form
from exit_desktop.services.readings import begin_reading
from exit_desktop.ui.course.readings.reading_flow import ReadingFlow
from exit_desktop.ui.course.readings.reading_list import ReadingList
from exit_desktop.ui.course.readings.reading_view import ReadingView
from exit_desktop.ui.course.readings.sitting_words import FORM, READING
from exit_desktop.ui.widgets.buttons import LinkButton
from exit_desktop.ui.widgets.panels import row, scrolled

if TYPE_CHECKING:
    from exit_desktop.services.desk import Desk
    from exit_desktop.ui.course.work import CourseWork


# Where the list, the reading under way and the finished reading stand in the stack.
_UNDER_WAY = 1


class ReadingsTab(QWidget):
    """Shows the readings of a course; what is not in sight is filled in when it comes in sight.

    `open_reading(submission id)` and `begin()` are for those who lead here from elsewhere. `under_way(on)` tells
    whether a reading is being filled in, which wants the room. `place_wanted(place)` leads to what a proposed answer
    comes from.
    """

    under_way = Signal(bool)
    place_wanted = Signal(str)

    def __init__(self, work: CourseWork, forms: bool = False) -> None:
        super().__init__()
        self.t, self._work, self._forms = work.session.t, work, forms
        self._course: Course | None = None
        self._open = ""
        self._stale = False
        self._build()
        self._list.chosen.connect(self.open_reading)
        self._list.begun.connect(self.begin_kind)
        self._flow.place_wanted.connect(self.place_wanted)
        self._flow.left.connect(self.show_list)
        self._back.clicked.connect(self.show_list)
        self.retranslate()

    def show_course(self, course: Course) -> None:
        """Show a course; another revision of the same one stays where it is."""
        if self._course is None or course.id != self._course.id:
            self._open = ""
        self._course = course
        self._stale = True
        if self.isVisible():
            self._fill()

    def open_reading(self, submission_id: str) -> None:
        """Open a reading, finished or under way."""
        self._open = submission_id
        self._stale = True
        self._fill()
        if self._stack.currentIndex() == _UNDER_WAY:
            # The questions get their place first, then the keyboard.
            QTimer.singleShot(0, self._flow, self._flow.take_focus)

    def begin(self, occasion: Occasion | None = None) -> None:
        """Go on with the reading under way, or begin one today; of the forms the one that the day asks for."""
        if self._course is not None:
            form = form_wanted(self._course, self._work.session.today())
            self.begin_kind(form if self._forms else SubmissionKind.READING, occasion)

    def begin_kind(self, kind: SubmissionKind, occasion: Occasion | None = None) -> None:
        """Go on with what is under way of this kind, or begin one today."""
        if self._course is None:
            return
        begun: list[str] = []

        def act(desk: Desk, course: Course) -> Course:
            today = desk.clock.today()
            if kind is SubmissionKind.READING:
                after, new = begin_reading(desk, course, today, occasion)
            else:
                after, new = begin_form(desk, course, kind, today, occasion)
            begun.append(new)
            return after

        if self._work.change(act):
            self.open_reading(begun[0])

    def show_list(self) -> None:
        """Go back to the list."""
        self._open = ""
        self._fill()

    def clear(self) -> None:
        """Let everything go."""
        self._course, self._open = None, ""
        self._list.clear()
        self._flow.clear()
        self._view.clear()
        self._stack.setCurrentIndex(0)
        self.under_way.emit(False)

    def set_cafe_view(self, on: bool) -> None:
        """Show the scores without labels."""
        self._flow.set_cafe_view(on)

    def retranslate(self) -> None:
        """Speak the language in force."""
        self._back.setText(self.t((FORM if self._forms else READING).all_of_them))
        for part in (self._list, self._flow, self._view):
            part.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        """Fill in what was left while nobody could see it."""
        super().showEvent(event)
        self.fill_unseen()

    def fill_unseen(self) -> None:
        """Fill in what was left, best before it is seen."""
        if self._stale:
            self._fill()

    def _build(self) -> None:
        self._list = ReadingList(self._work, self._forms)
        self._flow, self._view = ReadingFlow(self._work), ReadingView(self._work)
        self._back = LinkButton()
        self._stack = QStackedWidget()
        finished = QWidget()
        column = QVBoxLayout(finished)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row(self._back, 1))
        column.addWidget(scrolled(self._view), 1)
        for part in (scrolled(self._list), self._flow, finished):
            self._stack.addWidget(part)
        place = QVBoxLayout(self)
        place.setContentsMargins(0, 0, 0, 0)
        place.addWidget(self._stack)

    def _fill(self) -> None:
        course = self._course
        if course is None:
            return
        self._stale = False
        submission = next((s for s in course.submissions if s.id == self._open), None)
        if submission is None:
            self._flow.clear()
            self._view.clear()
            self._list.show_course(course)
            self._stack.setCurrentIndex(0)
        else:
            self._show(submission, course)
        self.under_way.emit(self._stack.currentIndex() == _UNDER_WAY)

    def _show(self, submission: Submission, course: Course) -> None:
        if submission.finished_on is None:
            self._flow.show_submission(submission, course)
            self._stack.setCurrentIndex(_UNDER_WAY)
        else:
            self._flow.clear()
            self._view.show_submission(submission)
            self._stack.setCurrentIndex(2)
