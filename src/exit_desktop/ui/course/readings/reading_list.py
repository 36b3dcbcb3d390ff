"""The list of readings, or of forms, with the way into each and the way to begin a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from exit_desktop.domain.courses import Course
from exit_desktop.domain.forms import FORM_KINDS, form_wanted
from exit_desktop.domain.submissions import SubmissionKind
from exit_desktop.services.labels import FORMS, OCCASIONS
from exit_desktop.services.readings import draft_of
from exit_desktop.ui.course.readings.blank_paper import BlankPaperButton
from exit_desktop.ui.course.readings.other_forms import OtherForms
from exit_desktop.ui.course.readings.reading_line import LineWords, ReadingLine
from exit_desktop.ui.course.readings.reading_rows import STATES, ReadingRow, RowState, reading_rows
from exit_desktop.ui.course.readings.sitting_words import FORM, READING
from exit_desktop.ui.widgets.buttons import PrimaryButton
from exit_desktop.ui.widgets.labels import Label
from exit_desktop.ui.widgets.panels import Panel, QuietPanel, clear_layout, laid_out_once, row

if TYPE_CHECKING:
    from exit_desktop.ui.course.work import CourseWork

# In pixels at 100 %: the least that a name can do with. Where there is room each column is as wide as its words.
NAME_OF_FORM, NAME_OF_READING = 130, 90


class ReadingList(QWidget):
    """`chosen(submission id)` to open one, `begun(kind, occasion or None)` to begin a new one."""

    chosen = Signal(str)
    begun = Signal(object, object)

    def __init__(self, work: CourseWork, forms: bool = False) -> None:
        super().__init__()
        self.t, self._work, self._forms = work.session.t, work, forms
        self._words = FORM if forms else READING
        theme = work.session.theme
        self._course: Course | None = None
        self._begin = PrimaryButton()
        self._begin.clicked.connect(self._start)
        self._blank = BlankPaperButton(work, forms)
        self._other = OtherForms(work)
        self._other.wanted.connect(self._begin_other)
        self._other.setVisible(False)
        self._empty = QuietPanel(theme)
        self._empty_words = Label(theme)
        self._empty.body.addWidget(self._empty_words)
        self._panel = Panel(theme)
        self._grid, self._lines = QGridLayout(), list[ReadingLine]()
        self._grid.setHorizontalSpacing(theme.px(18))
        self._grid.setVerticalSpacing(theme.px(4))
        self._grid.setColumnStretch(3, 1)
        self._panel.body.addLayout(self._grid)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(10), theme.px(10), 0)
        column.setSpacing(theme.px(12))
        column.addLayout(row(self._begin, self._other, self._blank, 1, spacing=theme.px(8)))
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
        for line in self._lines:
            line.clear()
        clear_layout(self._grid)
        self._lines.clear()

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self.t
        self._panel.set_heading(t(self._words.many))
        self._blank.retranslate()
        self._other.retranslate()
        self._empty_words.setText(t(self._words.empty))
        self._fill()

    def _fill(self) -> None:
        course = self._course
        rows = reading_rows(course, self._work.session.today(), self._forms) if course else ()
        self._begin.setText(self._begin_words(course) if course else "")
        self._other.setVisible(self._forms)
        if self._forms and course:
            self._other.leave_out(self._wanted(course))
        self._empty.setVisible(not any(one.submission for one in rows))
        self._panel.setVisible(bool(rows))
        with laid_out_once(self._panel):
            self._show_rows(rows)

    def _show_rows(self, rows: tuple[ReadingRow, ...]) -> None:
        theme = self._work.session.theme
        for at in range(len(self._lines), len(rows)):
            self._lines.append(ReadingLine(theme, self._grid, at, self._enter))
        for line, one in zip(self._lines, rows, strict=False):
            line.show_row(one, self._words_of(one), NAME_OF_FORM if self._forms else NAME_OF_READING)
        for line in self._lines[len(rows) :]:
            line.clear()

    def _wanted(self, course: Course) -> SubmissionKind:
        """Return what the first button begins or goes on with: what was begun before what the day asks for."""
        if not self._forms:
            return SubmissionKind.READING
        wanted = form_wanted(course, self._work.session.today())
        begun = (kind for kind in (wanted, *FORM_KINDS) if draft_of(course, kind))
        return next(begun, wanted)

    def _begin_words(self, course: Course) -> str:
        t, kind = self.t, self._wanted(course)
        draft = draft_of(course, kind)
        if kind is SubmissionKind.READING:
            return t("Go on with the reading") if draft else t("Begin a reading")
        return t("Go on with: {form}", form=t(FORMS[kind])) if draft else t("Begin: {form}", form=t(FORMS[kind]))

    def _name(self, one: ReadingRow) -> str:
        occasion = self.t(OCCASIONS[one.occasion]) if one.occasion else ""
        if one.kind is not SubmissionKind.ONGOING_FORM:
            return self.t(FORMS[one.kind]) if one.kind in FORMS else occasion
        return self.t("{form}, {occasion}", form=self.t(FORMS[one.kind]), occasion=occasion)

    def _words_of(self, one: ReadingRow) -> LineWords:
        t = self.t
        way_in = ""
        if one.submission is not None:
            way_in = t("Go on") if one.state is RowState.UNDER_WAY else t("Open")
        elif one.state in (RowState.DUE, RowState.PASSED):
            way_in = t("Begin")
        extra = t("without the citizen") if one.alone else ""
        return LineWords(self._name(one), t.date(one.on), t(STATES[one.state]), extra, way_in)

    def _enter(self, one: ReadingRow) -> None:
        if one.submission is not None:
            self.chosen.emit(one.submission.id)
            return
        occasion = one.occasion if one.state is RowState.PASSED or self._forms else None
        self.begun.emit(one.kind, occasion)

    def _start(self) -> None:
        if self._course is not None:
            self.begun.emit(self._wanted(self._course), None)

    def _begin_other(self, kind: SubmissionKind) -> None:
        self.begun.emit(kind, None)
