"""The list of readings, with the way into each and the way to begin a new one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from exit_desktop.domain.courses import Course
from exit_desktop.services.labels import OCCASIONS
from exit_desktop.services.readings import draft_reading
from exit_desktop.ui.course.readings.blank_paper import BlankPaperButton
from exit_desktop.ui.course.readings.reading_rows import STATES, ReadingRow, RowState, reading_rows
from exit_desktop.ui.widgets.buttons import LinkButton, PrimaryButton
from exit_desktop.ui.widgets.labels import Label, muted, small, wants
from exit_desktop.ui.widgets.panels import Panel, QuietPanel, clear_layout, row

if TYPE_CHECKING:
    from exit_desktop.ui.course.work import CourseWork


class ReadingList(QWidget):
    """`chosen(submission id)` to open one, `begun(occasion or None)` to begin a new one."""

    chosen = Signal(str)
    begun = Signal(object)

    def __init__(self, work: CourseWork) -> None:
        super().__init__()
        self.t, self._work = work.session.t, work
        theme = work.session.theme
        self._course: Course | None = None
        self._begin = PrimaryButton()
        self._begin.clicked.connect(self._start)
        self._blank = BlankPaperButton(work)
        self._empty = QuietPanel(theme)
        self._empty_words = Label(theme)
        self._empty.body.addWidget(self._empty_words)
        self._panel = Panel(theme)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.px(18))
        self._grid.setVerticalSpacing(theme.px(4))
        self._grid.setColumnStretch(3, 1)
        self._panel.body.addLayout(self._grid)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(10), theme.px(10), 0)
        column.setSpacing(theme.px(12))
        column.addLayout(row(self._begin, self._blank, 1, spacing=theme.px(8)))
        column.addWidget(self._empty)
        column.addWidget(self._panel)
        column.addStretch(1)
        self.retranslate()

    def show_course(self, course: Course) -> None:
        """Show the readings of a course."""
        self._course = course
        self._fill()

    def clear(self) -> None:
        """Let the course go."""
        self._course = None
        clear_layout(self._grid)

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self.t
        self._panel.set_heading(t("Readings"))
        self._blank.retranslate()
        self._empty_words.setText(
            t(
                "A reading is a talk about how things are: ten sides of life, well-being and goals. "
                "Done again every second month, it shows what has changed. The first one belongs to the start."
            )
        )
        self._fill()

    def _fill(self) -> None:
        t, course = self.t, self._course
        clear_layout(self._grid)
        draft = draft_reading(course) if course else None
        self._begin.setText(t("Go on with the reading") if draft else t("Begin a reading"))
        rows = reading_rows(course, self._work.session.today()) if course else ()
        self._empty.setVisible(not any(one.submission for one in rows))
        self._panel.setVisible(bool(rows))
        for line, one in enumerate(rows):
            self._grid.setRowMinimumHeight(line, self._work.session.theme.px(30))
            for column, part in enumerate(self._cells(one)):
                self._grid.addWidget(part, line, column)

    def _cells(self, one: ReadingRow) -> tuple[QWidget, ...]:
        t, theme = self.t, self._work.session.theme
        name = t(OCCASIONS[one.occasion]) if one.occasion else ""
        told = t(STATES[one.state])
        attention = one.state in (RowState.DUE, RowState.UNDER_WAY)
        state = wants(theme, told) if attention else small(theme, told)
        extra = small(theme, t("without the citizen") if one.alone else "")
        known = one.submission is not None
        label = Label(theme, name, wrap=False) if known or attention else muted(theme, name)
        label.setMinimumWidth(theme.px(90))
        day = muted(theme, t.date(one.on))
        day.setMinimumWidth(theme.px(140))
        state.setMinimumWidth(theme.px(80))
        return (label, day, state, extra, self._way_in(one))

    def _way_in(self, one: ReadingRow) -> QWidget:
        t = self.t
        if one.submission is not None:
            link = LinkButton(t("Go on") if one.state is RowState.UNDER_WAY else t("Open"))
            link.clicked.connect(partial(self.chosen.emit, one.submission.id))
        elif one.state in (RowState.DUE, RowState.PASSED):
            link = LinkButton(t("Begin"))
            link.clicked.connect(partial(self.begun.emit, one.occasion if one.state is RowState.PASSED else None))
        else:
            return QWidget()
        link.setAccessibleDescription(t(OCCASIONS[one.occasion]) if one.occasion else "")
        return link

    def _start(self) -> None:
        draft = draft_reading(self._course) if self._course else None
        if draft is not None:
            self.chosen.emit(draft.id)
        else:
            self.begun.emit(None)
