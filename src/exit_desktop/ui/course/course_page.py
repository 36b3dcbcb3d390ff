"""The chosen course: head, timeline, tabs. Connects them, and holds no course itself: the work does."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from exit_desktop.ui.course.empty_course import EmptyCourse
from exit_desktop.ui.course.header import CourseHeader
from exit_desktop.ui.course.leading import Leading
from exit_desktop.ui.course.steps.taking import take_step
from exit_desktop.ui.course.tabs import CourseTabs, TabId
from exit_desktop.ui.course.work import CourseWork
from exit_desktop.ui.shortcuts import ActId
from exit_desktop.ui.widgets.timeline_view import Room, TimelineView

if TYPE_CHECKING:
    from exit_desktop.ui.course.readings.readings_tab import ReadingsTab
    from exit_desktop.ui.course.steps.offers import Step
    from exit_desktop.ui.session import Session


# Heights of the page in pixels at 100 %. Below the first, a reading that is being filled in takes the timeline's room;
# below the second the timeline folds to its bands, below the third to one line.
ROOMY, WHOLE_FROM, BANDS_FROM = 900, 620, 490


class CoursePage(QWidget):
    """Shows one course at a time; before one is chosen it says what to do."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self.work = session, CourseWork(session, session.desk)
        self.header, self.timeline = CourseHeader(self.work), TimelineView(self.work)
        self.tabs, self._empty = CourseTabs(self.work), EmptyCourse(session.theme, session.t)
        self._leading = Leading(self.tabs, self, self.work)
        self._stack = QStackedWidget()
        self._filling_in = False
        self._build()
        self._connect()

    def show_course(self, course_id: str) -> None:
        """Load and show a course; the one that is shown already is read again."""
        if self.work.course is not None and self.work.course.id == course_id:
            self.work.reload()
        else:
            self.work.choose(course_id)

    def do_act(self, act: ActId) -> bool:
        """Do PRINT_PLAN, WRITE_CONTACT or UNDO for the course shown; False if it cannot be done now."""
        acts = {
            ActId.PRINT_PLAN: self._leading.print_plan,
            ActId.WRITE_CONTACT: self._leading.write_contact,
            ActId.UNDO: self.work.undo,
        }
        if self.work.course is None or act not in acts:
            return False
        acts[act]()
        return True

    def set_cafe_view(self, on: bool) -> None:
        """Hide the goal, show scores without labels, in small type."""
        self.header.set_cafe_view(on)
        self.timeline.set_cafe_view(on)
        self.tabs.set_cafe_view(on)

    def place(self) -> str:
        """Return where the worker is inside the course."""
        return self.tabs.current.value

    def return_to(self, place: str) -> None:
        """Go back to what `place` returned before a lock."""
        if place in set(TabId):
            self.tabs.open(TabId(place))

    def retranslate(self) -> None:
        """Speak the language in force."""
        self._empty.retranslate()
        self.header.retranslate()
        self.timeline.retranslate()
        self.tabs.retranslate()

    def clear(self) -> None:
        """Drop the course and every way back to it."""
        self.work.clear()
        self.header.clear()
        self.tabs.clear()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to the tabs; were they a focus proxy, Tab would leap over head and timeline."""
        super().focusInEvent(event)
        self.tabs.bar.setFocus(event.reason())

    def _build(self) -> None:
        px = self._session.theme.px
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(px(26), px(16), px(20), px(8))
        column.setSpacing(px(10))
        column.addWidget(self.header)
        column.addWidget(self.timeline)
        column.addWidget(self.tabs, 1)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def _connect(self) -> None:
        self.work.shown.connect(self._show)
        self.header.contact_wanted.connect(self._leading.write_contact)
        self.header.print_wanted.connect(self._leading.print_plan)
        self.header.step_wanted.connect(self._take)
        self.timeline.opened.connect(self._leading.follow)
        self.tabs.built.connect(self._leading.connect_tab)
        self.tabs.built.connect(self._watch)
        self.tabs.bar.currentChanged.connect(self._fit_timeline)
        self._session.theme.changed.connect(self._fit_timeline)

    def _show(self) -> None:
        course = self.work.course
        if course is None:
            self._stack.setCurrentIndex(0)
            self.header.clear()
            self.tabs.clear()
            return
        self.header.show_course(course)
        self.tabs.show_course(course)
        self._stack.setCurrentIndex(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the timeline away, or bring it back, as there is room."""
        super().resizeEvent(event)
        self._fit_timeline()

    def _watch(self, tab: TabId) -> None:
        made = self.tabs.tab(tab)
        if tab is TabId.READINGS and made is not None:
            cast("ReadingsTab", made).under_way.connect(self._make_room)

    def _make_room(self, filling_in: bool) -> None:
        self._filling_in = filling_in
        self._fit_timeline()

    def _fit_timeline(self, _tab: int = 0) -> None:
        reading = self._filling_in and self.tabs.current is TabId.READINGS
        height, px = self.height(), self._session.theme.px
        self.timeline.setVisible(not (reading and height < px(ROOMY)))
        room = Room.WHOLE if height >= px(WHOLE_FROM) else Room.BANDS if height >= px(BANDS_FROM) else Room.LINE
        self.timeline.set_room(room)

    def _take(self, step: Step) -> None:
        take_step(step, self, self.work)
