"""The course in one picture above its tabs: drawn, walked through mark by mark, or read as a table."""

from __future__ import annotations

import math
from dataclasses import replace
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableWidget, QTableWidgetItem

from exit_desktop.charts import timeline
from exit_desktop.charts.drawing import Box, Drawing, Mark, Measure, Size
from exit_desktop.charts.timeline_stage import BAND_FOOT
from exit_desktop.services.charting import timeline_view
from exit_desktop.ui.widgets.buttons import LinkButton
from exit_desktop.ui.widgets.chart_marks import ChartWidget
from exit_desktop.ui.widgets.labels import Label
from exit_desktop.ui.widgets.panels import Panel, row

if TYPE_CHECKING:
    from exit_desktop.domain.courses import Course
    from exit_desktop.system.language import Texts
    from exit_desktop.ui.course.work import CourseWork
    from exit_desktop.ui.theme import Theme

NARROWEST = 320
# The table is as high as its lines up to the one number, and scrolls; in a low window the other is enough of it.
TABLE_ROWS, FEW_ROWS = 7, 3
# Where a folded timeline ends, in points: under the bands with their readings.
FOLDED_FOOT = BAND_FOOT + 6


class Room(Enum):
    """How much of a timeline there is room for: all of it, its bands, or the one line that tells it."""

    WHOLE = "whole"
    BANDS = "bands"
    LINE = "line"


class TimelineChart(ChartWidget):
    """Paints one timeline as wide as its place and as high as that needs; `rested` when no mark has the keyboard."""

    rested = Signal()

    def __init__(self, theme: Theme, t: Texts) -> None:
        super().__init__(theme, t)
        self._view: timeline.TimelineView | None = None
        self._folded = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_view(self, view: timeline.TimelineView | None) -> None:
        """Show another view, or nothing."""
        self._view = view
        self.refresh()

    def fold(self, on: bool) -> None:
        """Show the bands only, or all that lies under them too."""
        if on != self._folded:
            self._folded = on
            self.refresh()

    def refresh(self) -> None:
        """Draw anew, and take the height that the drawing needs."""
        super().refresh()
        if self._view is not None and self.isVisible():
            self.setFixedHeight(math.ceil(self.drawing.size.height * self.scale))

    def room_changed(self, before: QSize, after: QSize) -> bool:
        """Return whether the width is another: the height follows the drawing."""
        return before.width() != after.width()

    def lay_out(self, size: Size, measure: Measure) -> Drawing:
        """Return the timeline for this width, whatever the height."""
        if self._view is None:
            return Drawing(size, (), (), "")
        whole = timeline.draw_timeline(self._view, max(NARROWEST, size.width), self._t, measure)
        return _bands_of(whole) if self._folded else whole

    def showEvent(self, event: QShowEvent) -> None:
        """Take the height that was not needed while nobody could see it."""
        super().showEvent(event)
        self.refresh()

    def focus_moved(self) -> None:
        """Tell when the keyboard has left the marks."""
        super().focus_moved()
        if not self._holds_focus():
            self.rested.emit()

    def minimumSizeHint(self) -> QSize:
        """Return the least width in which a course can be told."""
        return self.sized(NARROWEST, 60)


class TimelineView(Panel):
    """The timeline of `work.course`. `opened(mark id)` when a mark is clicked, or Enter is pressed on it.

    Mark ids are those of `draw_timeline`; a planned reading is "reading:plan:OCCASION".
    """

    opened = Signal(str)

    def __init__(self, work: CourseWork) -> None:
        session = work.session
        super().__init__(session.theme)
        self._session, self._work, self._t = session, work, session.t
        self._course: Course | None = None
        self._cafe = self._unfolded = False
        self._room = Room.WHOLE
        self._view: timeline.TimelineView | None = None
        self.chart = TimelineChart(session.theme, self._t)
        self.table = QTableWidget()
        self.told = Label(session.theme, "", "small")
        self.as_table, self.unfold = LinkButton(), LinkButton()
        self._build()
        self.chart.opened.connect(self.opened)
        self.chart.reached.connect(self._tell_mark)
        self.chart.rested.connect(self._tell_all)
        self.as_table.toggled.connect(self._show_table)
        self.unfold.clicked.connect(self._turn)
        work.shown.connect(self._follow_work)
        session.theme.changed.connect(self._fit_table)
        self.retranslate()
        if work.course is not None:
            self.show_course(work.course)

    def show_course(self, course: Course) -> None:
        """Show a course as seen today."""
        self._course = course
        view = timeline_view(course, self._session.today(), self._t)
        self._view = self._without_words(view) if self._cafe else view
        self.chart.show_view(self._view)
        self._tell_all()
        if self.as_table.isChecked():
            self._fill_table()

    def set_room(self, room: Room) -> None:
        """Fold to what there is room for; the worker can have all of it back with a button."""
        self._room = room
        self._suit()

    def clear(self) -> None:
        """Drop the course."""
        self._course = self._view = None
        self.chart.show_view(None)
        self.told.clear()
        self.table.setRowCount(0)
        self.setAccessibleDescription("")

    def set_cafe_view(self, on: bool) -> None:
        """Leave out what a milestone says, for someone may be looking."""
        self._cafe = on
        self._again()

    def retranslate(self) -> None:
        """Speak the language in force."""
        self.setAccessibleName(self._t("Timeline of the course"))
        self.table.setAccessibleName(self._t("Timeline of the course"))
        self._suit()
        self._again()

    def _follow_work(self) -> None:
        if self._work.course is None:
            self.clear()
        else:
            self.show_course(self._work.course)

    def _again(self) -> None:
        if self._course is not None:
            self.show_course(self._course)

    def _without_words(self, view: timeline.TimelineView) -> timeline.TimelineView:
        hidden = self._t("a milestone")
        return replace(view, milestones=tuple(replace(it, words=hidden) for it in view.milestones))

    def _build(self) -> None:
        theme, table = self._session.theme, self.table
        side = theme.px(10)
        self.body.setContentsMargins(side, theme.px(10), side, theme.px(4))
        self.body.setSpacing(0)
        self.as_table.setCheckable(True)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setColumnCount(2)
        table.verticalHeader().hide()
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        table.horizontalHeader().setStretchLastSection(True)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        table.hide()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        for part in (self.chart, table):
            self.body.addWidget(part)
        line = row(self.told, self.unfold, self.as_table)
        line.setStretch(0, 1)
        line.setContentsMargins(side, 0, 0, 0)
        self.body.addLayout(line)
        self._suit()

    def _fit_table(self) -> None:
        line = self._session.theme.px(26)
        rows = TABLE_ROWS if self._shown is Room.WHOLE and not self._unfolded else FEW_ROWS
        self.table.verticalHeader().setDefaultSectionSize(line)
        self.table.setFixedHeight(line * (rows + 1) + self._session.theme.px(4))

    @property
    def _shown(self) -> Room:
        return Room.WHOLE if self._unfolded else self._room

    def _turn(self) -> None:
        self._unfolded = not self._unfolded
        self._suit()

    def _suit(self) -> None:
        """Show what there is room for, as a picture or as a table."""
        t, shown, table = self._t, self._shown, self.as_table.isChecked()
        self.chart.fold(shown is Room.BANDS)
        self.table.setVisible(table and shown is not Room.LINE)
        self.chart.setVisible(not table and shown is not Room.LINE)
        self.as_table.setVisible(shown is not Room.LINE)
        self.as_table.setText(t("As a picture") if table else t("As a table"))
        self.unfold.setVisible(self._room is not Room.WHOLE)
        more = t("Show the timeline") if self._room is Room.LINE else t("Show all of it")
        self.unfold.setText(t("Fold the timeline") if self._unfolded else more)
        self._fit_table()

    def _show_table(self, on: bool) -> None:
        if on:
            self._fill_table()
        self._suit()

    def _fill_table(self) -> None:
        if self._view is None:
            return
        told = timeline.timeline_table(self._view, self._t)
        self.table.setHorizontalHeaderLabels(list(told.headers))
        self.table.setRowCount(len(told.rows))
        for number, words in enumerate(told.rows):
            for column, word in enumerate(words):
                self.table.setItem(number, column, QTableWidgetItem(word))

    def _tell_mark(self, _mark: str) -> None:
        if self.chart.current is not None:
            self.told.setText(self.chart.current.sentence)

    def _tell_all(self) -> None:
        summary = timeline.timeline_summary(self._view, self._t) if self._view else ""
        self.told.setText(summary)
        self.setAccessibleDescription(summary)


def _bands_of(whole: Drawing) -> Drawing:
    """Return the upper part of a timeline: what lies under the bands is neither seen nor reached."""
    upper = (mark for mark in whole.marks if mark.box.y < BAND_FOOT)
    marks = tuple(replace(mark, box=_above_the_foot(mark), order=order) for order, mark in enumerate(upper))
    return Drawing(Size(whole.size.width, FOLDED_FOOT), whole.shapes, marks, whole.summary)


def _above_the_foot(mark: Mark) -> Box:
    box = mark.box
    return Box(box.x, box.y, box.width, min(box.height, FOLDED_FOOT - box.y))
