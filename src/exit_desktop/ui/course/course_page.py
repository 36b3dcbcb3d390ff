"""The place of the chosen course; what shows it is built when the first one is chosen, or ahead when nobody waits."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from exit_desktop.domain.calendar import CourseState
from exit_desktop.domain.expectations import Gate
from exit_desktop.services.readings import draft_reading
from exit_desktop.ui.course.empty_course import EmptyCourse
from exit_desktop.ui.course.return_place import give_keyboard_back, keyboard_place
from exit_desktop.ui.course.tabs import TabId
from exit_desktop.ui.course.work import CourseWork
from exit_desktop.ui.palette.more_acts import course_entries, stored_entries
from exit_desktop.ui.shortcuts import ActId

if TYPE_CHECKING:
    from exit_desktop.ui.course.before.before_page import BeforePage
    from exit_desktop.ui.course.gates.gate_page import GatePage
    from exit_desktop.ui.course.header import CourseHeader
    from exit_desktop.ui.course.open_course import OpenCourse
    from exit_desktop.ui.course.tabs import CourseTabs
    from exit_desktop.ui.palette.entries import Entry
    from exit_desktop.ui.session import Session
    from exit_desktop.ui.widgets.timeline_view import TimelineView

BEFORE, GATE = "before", "gate"
"""The places of the page before a meeting and of a gate ("gate:to_two"), beside those of the tabs."""


class CoursePage(QWidget):
    """Shows one course at a time; before one is chosen it says what to do. Holds no course itself: the work does."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.work = CourseWork(session, session.desk)
        self._cafe = False
        self._open: OpenCourse | None = None
        self._before: BeforePage | None = None
        self._before_comes = False
        self._gate: GatePage | None = None
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
            self._open.header.before_wanted.connect(self.show_before)
            self._open.gate_wanted.connect(self.show_gate)
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
        if not self._before_comes:
            self._uncover()
        if self.work.course is not None and self.work.course.id == course_id:
            self.work.reload()
        else:
            if self._open is not None:
                self._open.way_back.lead_to(None)
            self.work.choose(course_id)
            for area in self.findChildren(QScrollArea):
                area.verticalScrollBar().setValue(0)

    def entries(self) -> list[Entry]:
        """Return what can be gone to in the course shown, by name."""
        course, leading = self.work.course, self._open.leading if self._open else None
        if course is None or leading is None:
            return []
        stored = stored_entries(self.work.session, (leading.show_stored, leading.write_for_journal))
        if course.state is CourseState.CLOSED:
            return stored
        acts = (leading.begin_reading, leading.print_sheet)
        return [*course_entries(self.work.session, draft_reading(course) is not None, acts), *stored]

    def do_act(self, act: ActId) -> bool:
        """Do PRINT_PLAN, WRITE_CONTACT or UNDO for the course shown; False if it cannot be done now."""
        if self.work.course is None:
            return False
        if act is ActId.BEFORE:
            self.show_before()
            return True
        if act is not ActId.UNDO or not self._at_gate:
            self._uncover()
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

    def show_before(self) -> None:
        """Show what is worth reading before a meeting, in place of the course."""
        filled, self._before_comes = self._before_comes, False
        if self.work.course is None:
            return
        page = self._make_before()
        if not filled:
            page.show_course(self.work.course)
        self._stack.setCurrentWidget(page)
        page.take_focus()

    def show_gate(self, gate: Gate) -> None:
        """Show what the method expects before a change of phase or the end, in place of the course."""
        course = self.work.course
        if course is None:
            return
        page = self._make_gate()
        self.open_course.way_back.lead_to(None)
        page.show_gate(gate, course)
        self._stack.setCurrentWidget(page)
        page.take_focus()

    def expect(self, place: str) -> None:
        """The next course is wanted at this place: what is not to be seen need not be filled in."""
        self._before_comes = place == BEFORE
        if self._before_comes:
            self._stack.setCurrentWidget(self._make_before())

    def _make_before(self) -> BeforePage:
        if self._before is None:
            from exit_desktop.ui.course.before.before_page import BeforePage  # noqa: PLC0415 - when first wanted

            self._before = BeforePage(self.work)
            self._before.contact_wanted.connect(lambda: self.do_act(ActId.WRITE_CONTACT))
            self._before.course_wanted.connect(self._to_course)
            self._stack.addWidget(self._before)
        self._before.set_cafe_view(self._cafe)
        return self._before

    def _make_gate(self) -> GatePage:
        if self._gate is None:
            from exit_desktop.ui.course.gates.gate_page import GatePage  # noqa: PLC0415 - when first wanted
            from exit_desktop.ui.course.steps.taking import take_step  # noqa: PLC0415 - as the page

            page = self._gate = GatePage(self.work)
            page.place_wanted.connect(self._see_evidence)
            page.step_wanted.connect(partial(take_step, parent=self, work=self.work))
            page.course_wanted.connect(self._to_course)
            page.passed.connect(self._tell_phase)
            self._stack.addWidget(page)
        self._gate.set_cafe_view(self._cafe)
        return self._gate

    def _see_evidence(self, place: str) -> None:
        way_back = self.open_course.way_back
        self._uncover()
        way_back.lead_to(self._gate.gate if self._gate is not None else None)
        # What is opened takes the keyboard from here, if it has a field for it.
        way_back.back.setFocus()
        self.follow(place)

    def follow(self, place: str) -> None:
        """Go to a place in the course that is shown, as a mark of the timeline names it."""
        if place == BEFORE:
            self.show_before()
        else:
            self._uncover()
            self.open_course.leading.follow(place)

    def set_cafe_view(self, on: bool) -> None:
        """Hide the goal, show scores without labels, in small type; before a meeting hide everything."""
        self._cafe = on
        for part in self._parts():
            part.set_cafe_view(on)

    def place(self) -> str:
        """Return where the worker is inside the course: the tab, and the field that has the keyboard."""
        if self._at_before:
            return BEFORE
        if self._gate is not None and self._gate.gate is not None and self._at_gate:
            return f"{GATE}:{self._gate.gate}"
        tab = self.tabs.current
        field = keyboard_place(self.tabs.tab(tab), self.window().focusWidget())
        return f"{tab.value}:{field}"

    def return_to(self, place: str) -> None:
        """Go back to what `place` returned before a lock, and take the keyboard."""
        tab, _, field = place.partition(":")
        if place == BEFORE:
            self.show_before()
        elif tab == GATE and field in set(Gate):
            self.show_gate(Gate(field))
        elif tab not in set(TabId) or not give_keyboard_back(self.tabs.open_whole(TabId(tab)), field):
            self.take_keyboard()

    def take_keyboard(self) -> None:
        """Put the keyboard on the tabs of the course, or on the page before a meeting."""
        if self._before is not None and self._at_before:
            self._before.take_focus()
        elif self._gate is not None and self._at_gate:
            self._gate.take_focus()
        else:
            self.tabs.bar.setFocus()

    def retranslate(self) -> None:
        """Speak the language in force."""
        self._empty.retranslate()
        for part in self._parts():
            part.retranslate()

    def clear(self) -> None:
        """Drop the course and every way back to it."""
        self.work.clear()
        for part in self._parts():
            part.clear()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to the tabs; were they a focus proxy, Tab would leap over head and timeline."""
        super().focusInEvent(event)
        self.take_keyboard()

    def _show(self) -> None:
        course = self.work.course
        if course is not None:
            self.open_course.show_course(course)
            if self._before is not None and self._at_before:
                self._before.show_course(course)
            elif self._gate is not None and self._at_gate:
                self._gate.show_course(course)
            else:
                self._stack.setCurrentWidget(self.open_course)
            return
        self._stack.setCurrentWidget(self._empty)
        for part in self._parts():
            part.clear()

    def _parts(self) -> list[OpenCourse | BeforePage | GatePage]:
        """Return what was built so far."""
        return [part for part in (self._open, self._before, self._gate) if part is not None]

    @property
    def _at_before(self) -> bool:
        return self._before is not None and self._stack.currentWidget() is self._before

    @property
    def _at_gate(self) -> bool:
        return self._gate is not None and self._stack.currentWidget() is self._gate

    def _uncover(self) -> None:
        """Show the course itself in place of a page that covers it."""
        if self._at_before or self._at_gate:
            self._stack.setCurrentWidget(self.open_course)

    def _tell_phase(self) -> None:
        """Say where the course is now, and show it from its overview: the tab left behind may hold old evidence."""
        course, session = self.work.course, self.work.session
        self.tabs.open(TabId.OVERVIEW)
        self._to_course()
        if course is not None and course.phase is not None:
            session.say(session.t("The citizen is in phase {number} now.", number=int(course.phase)))

    def _to_course(self) -> None:
        self._uncover()
        self.tabs.bar.setFocus()
