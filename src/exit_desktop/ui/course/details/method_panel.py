"""The course held against the method: each indicator in a sentence, what it was counted from, and what does not fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from exit_desktop.domain.courses import Course
from exit_desktop.domain.findings import Finding
from exit_desktop.domain.indicators import Indicator
from exit_desktop.errors import Failure
from exit_desktop.services.fidelity import course_findings
from exit_desktop.ui.course.details.method_line import MethodLine
from exit_desktop.ui.widgets.labels import muted
from exit_desktop.ui.widgets.panels import Panel

if TYPE_CHECKING:
    from exit_desktop.ui.course.work import CourseWork


class MethodPanel(Panel):
    """`place_wanted(place)` leads to the evidence, as a mark of the timeline names its place."""

    place_wanted = Signal(str)

    def __init__(self, work: CourseWork) -> None:
        super().__init__(work.session.theme)
        self._work, self._t = work, work.session.t
        self._about = muted(work.session.theme)
        self._shown_id = ""
        self.body.addWidget(self._about)
        # They are made once, since making them is what takes time.
        self.lines = {indicator: MethodLine(work, indicator) for indicator in Indicator}
        # Hidden while it is filled anew: each part that comes or goes in what is seen would lay out the whole page.
        self._place = QWidget()
        column = QVBoxLayout(self._place)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.body.spacing())
        self.body.addWidget(self._place)
        for line in self.lines.values():
            column.addWidget(line)
            line.place_wanted.connect(self.place_wanted)

    def show_course(self, course: Course) -> None:
        """Show what a course shows; before its start, only what this place is for."""
        if course.id != self._shown_id:
            self._place.hide()
        self._shown_id = course.id
        found = {finding.indicator: finding for finding in self._read(course)}
        self._say(bool(found))
        for indicator, line in self.lines.items():
            line.show_finding(course, found.get(indicator))
        self._place.show()

    def clear(self) -> None:
        """Let the course go."""
        if not self._shown_id:
            return
        self._shown_id = ""
        self._about.clear()
        self._place.hide()
        for line in self.lines.values():
            line.clear()

    def retranslate(self) -> None:
        """Speak the language in force."""
        self.set_heading(self._t("The course and the method"))
        if self._shown_id:
            self._say(any(not line.isHidden() for line in self.lines.values()))
        for line in self.lines.values():
            line.retranslate()

    def _say(self, started: bool) -> None:
        told = self._t("What the method expects, and what this course shows. Where it does not fit, say why.")
        self._about.setText(told if started else self._t("It fills when the course has started."))

    def _read(self, course: Course) -> tuple[Finding, ...]:
        try:
            return course_findings(self._work.desk, course)
        except Failure as failure:
            self._work.session.tell(failure)
            return ()
