"""The options of the plan's paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from exit_desktop.domain.plans import current_plan
from exit_desktop.services.desk import Act
from exit_desktop.services.paper_lines import lines_to_look_at
from exit_desktop.services.papers import PaperChoice, plan_pdf, record_plan_paper
from exit_desktop.ui.course.plan.in_step import column_of
from exit_desktop.ui.papers.lines_choice import LinesChoice
from exit_desktop.ui.papers.options import LanguageRow, tick
from exit_desktop.ui.widgets.labels import small

if TYPE_CHECKING:
    from exit_desktop.domain.courses import Course
    from exit_desktop.ui.course.work import CourseWork


class PlanOptions(QWidget):
    """Large print, language, alias, and the lines to look at."""

    changed = Signal()

    def __init__(self, work: CourseWork, course: Course) -> None:
        super().__init__()
        self._work, self._course = work, course
        self.t, theme = work.session.t, work.session.theme
        self.large = tick(self.t("Large print"))
        self.language = LanguageRow(theme, self.t, course.citizen.language)
        self.alias = tick(self.t("With the name used here"))
        self.lines = LinesChoice(theme, self.t)
        self._note = small(theme, self._what_happens())
        column = column_of(self, theme.px(10))
        for part in (self.large, self.alias, self.language, self._note, self.lines):
            column.addWidget(part)
        column.addStretch(1)
        self.large.toggled.connect(self.changed)
        self.language.box.activated.connect(self.changed)
        self.alias.toggled.connect(self._alias_toggled)
        self.lines.changed.connect(self.changed)
        self._look()

    def make(self) -> bytes:
        """Return the plan's paper."""
        choice = PaperChoice(large=self.large.isChecked(), with_alias=self.alias.isChecked())
        return plan_pdf(self._work.desk, self._course, self.lines.applied(choice), self.language.words())

    def undecided(self) -> str:
        """Return how many lines wait for a decision."""
        count = self.lines.undecided()
        if not count:
            return ""
        return self.t.plural("{count} line waits for you to choose.", "{count} lines wait for you to choose.", count)

    def record(self, act: Act) -> None:
        """Write it down; the version on paper stands from now on."""
        self._work.change(lambda desk, course: record_plan_paper(desk, course, act))

    def drop(self) -> None:
        """Let the lines go."""
        self.lines.show_lines(())

    def _what_happens(self) -> str:
        plan = current_plan(self._course.plans)
        if plan is None:
            return self.t("There is no plan yet, so this is empty paper to fill in by hand.")
        return self.t("What you print stays as a version of the plan; the next change begins a new one.")

    def _alias_toggled(self, _on: bool) -> None:
        self._look()
        self.changed.emit()

    def _look(self) -> None:
        self.lines.show_lines(lines_to_look_at(self._work.desk, self._course, self.alias.isChecked()))
