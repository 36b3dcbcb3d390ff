"""An open course: head, timeline, tabs, each with the room that the window leaves it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from exit_desktop.domain.expectations import Gate, next_gate
from exit_desktop.ui.course.gates.way_back import WayBack
from exit_desktop.ui.course.header import CourseHeader
from exit_desktop.ui.course.leading import Leading
from exit_desktop.ui.course.steps.offers import Step
from exit_desktop.ui.course.tabs import CourseTabs, TabId
from exit_desktop.ui.widgets.timeline_view import Room, TimelineView

if TYPE_CHECKING:
    from exit_desktop.domain.courses import Course
    from exit_desktop.ui.course.readings.readings_tab import ReadingsTab
    from exit_desktop.ui.course.work import CourseWork

# Heights of the page in pixels at 100 %. Below the first, a reading that is being filled in takes the timeline's room;
# below the second the timeline folds to its bands, below the third to one line.
ROOMY, WHOLE_FROM, BANDS_FROM = 900, 620, 490


class OpenCourse(QWidget):
    """Head, timeline and tabs of the course that the work holds. `gate_wanted(gate)`: a step leads through it first."""

    gate_wanted = Signal(object)

    def __init__(self, work: CourseWork) -> None:
        super().__init__()
        self._work, self._px = work, work.session.theme.px
        self.header, self.timeline, self.tabs = CourseHeader(work), TimelineView(work), CourseTabs(work)
        self.leading = Leading(self.tabs, self, work, self._take)
        self.way_back = WayBack(work)
        self._filling_in = set[TabId]()
        self._build()
        self._connect()

    def show_course(self, course: Course) -> None:
        """Show the course, or another revision of it."""
        if self.way_back.gate not in (None, Gate.CLOSING, next_gate(course.phase)):
            self.way_back.lead_to(None)
        self.header.show_course(course)
        self.tabs.show_course(course)

    def set_cafe_view(self, on: bool) -> None:
        """Hide the goal, show scores without labels, in small type."""
        for part in (self.header, self.timeline, self.tabs):
            part.set_cafe_view(on)

    def retranslate(self) -> None:
        """Speak the language in force."""
        for part in (self.header, self.way_back, self.timeline, self.tabs):
            part.retranslate()

    def clear(self) -> None:
        """Drop all that is shown."""
        self.header.clear()
        self.way_back.lead_to(None)
        self.tabs.clear()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the timeline away, or bring it back, as there is room."""
        super().resizeEvent(event)
        self._fit_timeline()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the gate with Esc, while a way leads there."""
        if event.key() == Qt.Key.Key_Escape and self.way_back.gate is not None:
            self.gate_wanted.emit(self.way_back.gate)
            return
        super().keyPressEvent(event)

    def _build(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.header)
        self._column.addWidget(self.way_back)
        self._column.addWidget(self.timeline)
        self._column.addWidget(self.tabs, 1)

    def _connect(self) -> None:
        self.header.contact_wanted.connect(self.leading.write_contact)
        self.header.print_wanted.connect(self.leading.print_plan)
        self.header.step_wanted.connect(self._take)
        self.way_back.wanted.connect(self.gate_wanted)
        self.timeline.opened.connect(self.leading.follow)
        self.tabs.built.connect(self.leading.connect_tab)
        self.tabs.built.connect(self._watch)
        self.tabs.bar.currentChanged.connect(self._fit_timeline)
        self._work.session.theme.changed.connect(self._fit_timeline)

    def _watch(self, tab: TabId) -> None:
        made = self.tabs.tab(tab)
        if tab in (TabId.READINGS, TabId.FORMS) and made is not None:
            cast("ReadingsTab", made).under_way.connect(partial(self._make_room, tab))

    def _make_room(self, tab: TabId, filling_in: bool) -> None:
        if filling_in:
            self._filling_in.add(tab)
        else:
            self._filling_in.discard(tab)
        self._fit_timeline()

    def _fit_timeline(self, _tab: int = 0) -> None:
        height, px = self.height(), self._px
        filling_in = self.tabs.current in self._filling_in
        self.timeline.setVisible(not (filling_in and height < px(ROOMY)))
        room = Room.WHOLE if height >= px(WHOLE_FROM) else Room.BANDS if height >= px(BANDS_FROM) else Room.LINE
        # The map and the board want the height most: there it gives way before the whole window is low.
        gives_way = room is Room.BANDS and self.tabs.current is TabId.NETWORK
        self.timeline.set_room(Room.LINE if gives_way else room)
        # In a low window every line counts: the air around gives way first.
        air = (26, 16, 20, 8) if room is not Room.LINE else (16, 6, 12, 2)
        self._column.setContentsMargins(*(px(length) for length in air))
        self._column.setSpacing(px(10 if room is not Room.LINE else 4))

    def _take(self, step: Step) -> None:
        """Take a step; a change of phase and the end lead through their gate, which takes it."""
        course = self._work.course
        gate = next_gate(course.phase) if course and step is Step.TRANSITION else None
        if step in (Step.CLOSE, Step.AFTERWARDS):
            gate = Gate.CLOSING
        if gate is None:
            from exit_desktop.ui.course.steps.taking import take_step  # noqa: PLC0415 - with the first step

            take_step(step, self, self._work)
        else:
            self.gate_wanted.emit(gate)
