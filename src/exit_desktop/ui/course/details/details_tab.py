"""The Details tab: what does not change from day to day, and what should not stand where someone may look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from exit_desktop.domain.courses import Course
from exit_desktop.ui.course.details.bin_panel import BinPanel
from exit_desktop.ui.course.details.citizen_panel import CitizenPanel
from exit_desktop.ui.course.details.consents_panel import ConsentsPanel
from exit_desktop.ui.course.details.delete_panel import DeletePanel
from exit_desktop.ui.course.details.method_panel import MethodPanel
from exit_desktop.ui.course.details.milestones_panel import MilestonesPanel
from exit_desktop.ui.course.details.orientation_panel import OrientationPanel
from exit_desktop.ui.course.details.safety_panel import SafetyPanel
from exit_desktop.ui.course.details.sharing_panel import SharingPanel
from exit_desktop.ui.course.details.stored_panel import StoredPanel
from exit_desktop.ui.course.details.trace_panel import TracePanel
from exit_desktop.ui.course.plan.in_step import SideBySide
from exit_desktop.ui.course.readings.registration_panel import RegistrationPanel
from exit_desktop.ui.widgets.after_paint import AfterPaint
from exit_desktop.ui.widgets.in_sight import bring_into_sight
from exit_desktop.ui.widgets.panels import laid_out_once, scrolled

if TYPE_CHECKING:
    from exit_desktop.ui.course.work import CourseWork

# Below this width in pixels at 100 % the panels stand in one column.
TWO_COLUMNS = 820


class DetailsTab(QWidget):
    """Shows the details of a course; what is not in sight is filled in when it comes in sight."""

    def __init__(self, work: CourseWork) -> None:
        super().__init__()
        self._work = work
        self._course: Course | None = None
        self._stale = False
        # Whose course the panels of `_late` show.
        self._whole_id = ""
        self.citizen, self.orientation = CitizenPanel(work), OrientationPanel(work)
        self.sharing, self.safety = SharingPanel(work), SafetyPanel(work)
        self.consents, self.stored = ConsentsPanel(work), StoredPanel(work)
        self.registration, self.milestones = RegistrationPanel(work), MilestonesPanel(work)
        self.trace, self.bin, self.delete = TracePanel(work), BinPanel(work), DeletePanel(work)
        self.method = MethodPanel(work)
        self._left = (self.citizen, self.stored, self.orientation, self.registration, self.method)
        self._right = (self.sharing, self.consents, self.safety, self.milestones, self.trace, self.bin, self.delete)
        # Many questions, many lines: of another course they come once the rest of the page is painted.
        self._late = (self.registration, self.method)
        theme = work.session.theme
        page = QWidget()
        self._rest = AfterPaint(page, self.fill_rest)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, theme.px(12), theme.px(12), theme.px(24))
        self._columns = self._column(self._left), self._column(self._right)
        column.addWidget(SideBySide(theme, *self._columns, TWO_COLUMNS))
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._area = scrolled(page)
        outer.addWidget(self._area)
        self.retranslate()

    def show_course(self, course: Course) -> None:
        """Show a course, at once if the tab is in sight."""
        another = self._course is None or self._course.id != course.id
        self._course = course
        self._stale = True
        if self.isVisible():
            self._fill()
        elif another:
            # Their many lines are let go while nobody waits for them to be laid out anew.
            self._clear_late()

    def clear(self) -> None:
        """Let the course go."""
        self._course = None
        self._stale = False
        self._clear_late()
        for panel in (*self._left, *self._right):
            panel.clear()

    def set_cafe_view(self, on: bool) -> None:
        """Hide what nobody else should read: the goal stands in the registration."""
        for panel in (self.registration, self.safety, self.orientation, self.consents, self.method):
            panel.setVisible(not on)

    def show_method(self) -> None:
        """Bring what the method expects in sight; its place is known after the layout has run."""
        self.fill_rest()
        QTimer.singleShot(0, self, self._scroll_to_method)

    def show_kept(self) -> None:
        """Bring in sight until when the course is kept, with the keyboard on the way to keep it longer."""
        self.fill_rest()
        bring_into_sight(self.delete)
        self.delete.longer.setFocus()

    def retranslate(self) -> None:
        """Speak the language in force."""
        for panel in (*self._left, *self._right):
            panel.retranslate()
        if self._course is not None and self.isVisible():
            self._fill()

    def showEvent(self, event: QShowEvent) -> None:
        """Fill in what was left while nobody could see it."""
        super().showEvent(event)
        self.fill_unseen()

    def fill_unseen(self) -> None:
        """Fill in what was left, best before it is seen."""
        if self._stale:
            self._fill()

    def fill_rest(self) -> None:
        """Fill in what waits until the page is painted."""
        self._rest.stop()
        if self._course is None:
            return
        self._whole_id = self._course.id
        with laid_out_once(*self._columns, *self._late):
            for panel in self._late:
                panel.show_course(self._course)

    def _column(self, panels: tuple[QWidget, ...]) -> QWidget:
        place = QWidget()
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._work.session.theme.px(14))
        for panel in panels:
            column.addWidget(panel)
        column.addStretch(1)
        return place

    def _scroll_to_method(self) -> None:
        page = self._area.widget()
        if page is not None:
            self._area.verticalScrollBar().setValue(self.method.mapTo(page, QPoint(0, 0)).y())

    def _fill(self) -> None:
        if self._course is None:
            return
        self._stale = False
        for panel in (*self._left, *self._right):
            if panel not in self._late:
                panel.show_course(self._course)
        if self._whole_id == self._course.id:
            self.fill_rest()
        else:
            self._clear_late()
            self._rest.start()

    def _clear_late(self) -> None:
        self._whole_id = ""
        self._rest.stop()
        for panel in self._late:
            panel.clear()
