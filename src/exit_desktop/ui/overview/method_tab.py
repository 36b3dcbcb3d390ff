"""The caseload held against the method, indicator by indicator: sentences, the courses behind them, never a score."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from exit_desktop.domain.calendar import CourseState
from exit_desktop.domain.indicators import Indicator
from exit_desktop.errors import Failure
from exit_desktop.services.fidelity import CourseFindings, read_caseload_findings, read_expectations, tally
from exit_desktop.services.tally_words import expectation_words
from exit_desktop.system.language import mark
from exit_desktop.ui.overview.expectations_panel import ExpectationsPanel
from exit_desktop.ui.overview.tally_line import TallyLine
from exit_desktop.ui.widgets.choices import ChipRow
from exit_desktop.ui.widgets.labels import Label, heading, muted, small
from exit_desktop.ui.widgets.panels import Panel, QuietPanel, rule, scrolled
from exit_desktop.ui.widgets.work_bar import WorkBar

if TYPE_CHECKING:
    from exit_desktop.ui.jobs import Job
    from exit_desktop.ui.session import Session

WIDEST = 820


class Which(StrEnum):
    """Which courses are looked at."""

    ALL = "all"
    OPEN = "open"
    CLOSED = "closed"


WHICH = {Which.ALL: mark("All"), Which.OPEN: mark("Under way"), Which.CLOSED: mark("Closed")}


class MethodTab(QWidget):
    """Reads all courses on the worker thread; `opened(course id)` leads to one."""

    opened = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self.t = session, session.t
        self._courses: tuple[CourseFindings, ...] = ()
        self._stale = self._again = True
        theme = session.theme
        self._name, self._about, self._own = heading(theme), muted(theme), small(theme)
        self.which: ChipRow[Which] = ChipRow(self.t, WHICH, theme.px(6))
        self.work = WorkBar(session)
        self._empty, self._empty_words = QuietPanel(theme), Label(theme)
        self.lines = {indicator: TallyLine(session) for indicator in Indicator}
        self._panel, self.expectations = Panel(theme), ExpectationsPanel(session)
        self._build()
        self._connect()
        self.retranslate()

    def load(self) -> None:
        """Read all courses anew, without holding the window up."""
        if self.work.busy:
            self._again = True
            return
        self._stale = self._again = False
        self.work.start(self.t("Reading the courses …"), self._read, self._show_courses)

    def take_focus(self) -> None:
        """Put the keyboard on the choice of courses, or on what the method is held to."""
        (self.expectations.community if self.which.isHidden() else self.which).take_focus()

    def clear(self) -> None:
        """Let everything go."""
        self.work.clear()
        self._courses = ()
        for line in self.lines.values():
            line.clear()

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self.t
        self._name.setText(t("The courses and the method"))
        self._about.setText(
            t("What the method expects, and what your courses show. There is no mark to be had; it is for a talk.")
        )
        self._own.setText(t("These figures are exact and stay in this window. A small number can point to a person."))
        self._empty_words.setText(t("It fills when the first course has started."))
        self.which.retranslate()
        self.which.name(t("Which courses"))
        self.work.retranslate()
        self.expectations.retranslate()
        self._lay_out()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what was written while this was not in sight."""
        super().showEvent(event)
        self.expectations.load()
        if self._stale:
            self.load()

    def _build(self) -> None:
        theme = self._session.theme
        page = QWidget()
        page.setMaximumWidth(theme.px(WIDEST))
        column = QVBoxLayout(page)
        column.setContentsMargins(2, theme.px(8), theme.px(8), theme.px(16))
        column.setSpacing(theme.px(10))
        self._empty.body.addWidget(self._empty_words)
        for number, line in enumerate(self.lines.values()):
            if number:
                self._panel.body.addWidget(rule())
            self._panel.body.addWidget(line)
        parts = (self._name, self._about, self.which, self.work, self._empty, self._panel, self._own, self.expectations)
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(page))

    def _connect(self) -> None:
        self.which.chosen.connect(self._lay_out)
        self.work.ended.connect(self._load_again)
        self.expectations.changed.connect(self.load)
        self._session.changed.connect(self._follow)
        for line in self.lines.values():
            line.opened.connect(self.opened)

    def _read(self, job: Job) -> object:
        doing = self.t("Reading the courses …")
        return read_caseload_findings(self._session.desk, lambda number: job.report(number, 0, doing))

    def _show_courses(self, found: object) -> None:
        self._courses = cast("tuple[CourseFindings, ...]", found)
        self._lay_out()

    def _load_again(self) -> None:
        # Whatever came meanwhile is read in one go, and not before somebody looks.
        self._stale = self._stale or self._again
        if self._stale and self.isVisible():
            self.load()

    def _lay_out(self) -> None:
        which, shown = self.which.value, self._courses
        if which is not Which.ALL:
            shown = tuple(one for one in shown if (one.state is CourseState.CLOSED) is (which is Which.CLOSED))
        self.which.setVisible(bool(self._courses))
        self._panel.setVisible(bool(self._courses))
        self._own.setVisible(bool(self._courses))
        self._empty.setVisible(not self._courses)
        try:
            expected = read_expectations(self._session.desk)
        except Failure as failure:
            self._session.tell(failure)
            return
        for one in tally(shown):
            self.lines[one.indicator].show_tally(one, expectation_words(one.indicator, expected, self.t))

    def _follow(self, _kind: str, _id: str) -> None:
        self._stale = True
        if self.isVisible():
            self.load()
