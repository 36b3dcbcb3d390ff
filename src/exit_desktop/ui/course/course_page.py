"""The place of the chosen course; what shows it is built when the first one is chosen, or ahead when nobody waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from exit_desktop.domain.calendar import CourseState
from exit_desktop.services.readings import draft_reading
from exit_desktop.ui.course.empty_course import EmptyCourse
from exit_desktop.ui.course.return_place import give_keyboard_back, keyboard_place
from exit_desktop.ui.course.tabs import TabId
from exit_desktop.ui.course.work import CourseWork
from exit_desktop.ui.palette.more_acts import course_entries
from exit_desktop.ui.shortcuts import ActId

if TYPE_CHECKING:
    from exit_desktop.ui.course.header import CourseHeader
    from exit_desktop.ui.course.open_course import OpenCourse
    from exit_desktop.ui.course.tabs import CourseTabs
    from exit_desktop.ui.palette.entries import Entry
    from exit_desktop.ui.session import Session
    from exit_desktop.ui.widgets.timeline_view import TimelineView


class CoursePage(QWidget):
    """Shows one course at a time; before one is chosen it says what to do. Holds no course itself: the work does."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.work = CourseWork(session, session.desk)
        self._cafe = False
        self._open: OpenCourse | None = None
        self._empty = EmptyCourse(session.theme, session.t)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self.work.shown.connect(self._show)

    @property
    def open_course(self) -> OpenCourse:
        """What shows the course, built now if it is not there yet."""
        if self._open is None:
            from exit_desktop.ui.course.open_course import OpenCourse  # noqa: PLC0415 - not before the list is painted

            self._open = OpenCourse(self.work)
            self._open.set_cafe_view(self._cafe)
            self._stack.addWidget(self._open)
        return self._open

    @property
    def header(self) -> CourseHeader:
        """The head of the course."""
        return self.open_course.header

    @property
    def timeline(self) -> TimelineView:
        """The picture of the course."""
        return self.open_course.timeline

    @property
    def tabs(self) -> CourseTabs:
        """The parts of the course."""
        return self.open_course.tabs

    def say_nobody(self, nobody: bool) -> None:
        """Say what to do where there is nobody to choose."""
        self._empty.say_nobody(nobody)

    def prepare(self) -> bool:
        """Build the next part of what the first choice needs; False when nothing is left to build."""
        if self._open is None:
            return bool(self.open_course)
        return self.tabs.prepare(TabId.OVERVIEW)

    def show_course(self, course_id: str) -> None:
        """Load and show a course; the one that is shown already is read again."""
        if self.work.course is not None and self.work.course.id == course_id:
            self.work.reload()
        else:
            self.work.choose(course_id)

    def entries(self) -> list[Entry]:
        """Return what can be gone to in the course shown, by name."""
        course, leading = self.work.course, self._open.leading if self._open else None
        if course is None or leading is None or course.state is CourseState.CLOSED:
            return []
        acts = (leading.begin_reading, leading.print_sheet)
        return course_entries(self.work.session, draft_reading(course) is not None, acts)

    def do_act(self, act: ActId) -> bool:
        """Do PRINT_PLAN, WRITE_CONTACT or UNDO for the course shown; False if it cannot be done now."""
        if self.work.course is None:
            return False
        leading = self.open_course.leading
        acts = {
            ActId.PRINT_PLAN: leading.print_plan,
            ActId.WRITE_CONTACT: leading.write_contact,
            ActId.UNDO: self.work.undo,
        }
        if act not in acts:
            return False
        acts[act]()
        return True

    def set_cafe_view(self, on: bool) -> None:
        """Hide the goal, show scores without labels, in small type."""
        self._cafe = on
        if self._open is not None:
            self._open.set_cafe_view(on)

    def place(self) -> str:
        """Return where the worker is inside the course: the tab, and the field that has the keyboard."""
        tab = self.tabs.current
        field = keyboard_place(self.tabs.tab(tab), self.window().focusWidget())
        return f"{tab.value}:{field}"

    def return_to(self, place: str) -> None:
        """Go back to what `place` returned before a lock, and take the keyboard."""
        tab, _, field = place.partition(":")
        if tab not in set(TabId) or not give_keyboard_back(self.tabs.open(TabId(tab)), field):
            self.take_keyboard()

    def take_keyboard(self) -> None:
        """Put the keyboard on the tabs of the course."""
        self.tabs.bar.setFocus()

    def retranslate(self) -> None:
        """Speak the language in force."""
        self._empty.retranslate()
        if self._open is not None:
            self._open.retranslate()

    def clear(self) -> None:
        """Drop the course and every way back to it."""
        self.work.clear()
        if self._open is not None:
            self._open.clear()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to the tabs; were they a focus proxy, Tab would leap over head and timeline."""
        super().focusInEvent(event)
        self.take_keyboard()

    def _show(self) -> None:
        course = self.work.course
        if course is not None:
            self.open_course.show_course(course)
            self._stack.setCurrentWidget(self.open_course)
            return
        self._stack.setCurrentWidget(self._empty)
        if self._open is not None:
            self._open.clear()
