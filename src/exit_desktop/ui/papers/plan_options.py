"""The options of the plan's paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exit_desktop.domain.plans import current_plan
from exit_desktop.services.desk import Act
from exit_desktop.services.paper_lines import LineToLookAt, lines_to_look_at
from exit_desktop.services.papers import PaperChoice, plan_pdf, record_plan_paper
from exit_desktop.ui.papers.lines_options import LinesOptions
from exit_desktop.ui.papers.options import tick
from exit_desktop.ui.widgets.labels import small

if TYPE_CHECKING:
    from exit_desktop.domain.courses import Course
    from exit_desktop.ui.course.work import CourseWork


class PlanOptions(LinesOptions):
    """Large print, language, alias, and the lines to look at."""

    def __init__(self, work: CourseWork, course: Course) -> None:
        super().__init__(work.session, course.citizen.language)
        self._work, self._course = work, course
        self.large = tick(self.t("Large print"))
        self._arrange(self.large, self.language, self.alias, small(self._theme, self._what_happens()))

    def make(self) -> bytes:
        """Return the plan's paper."""
        choice = PaperChoice(large=self.large.isChecked(), with_alias=self.alias.isChecked())
        return plan_pdf(self._work.desk, self._course, self.lines.applied(choice), self.language.words())

    def record(self, act: Act) -> None:
        """Write it down; the version on paper stands from now on."""
        self._work.change(lambda desk, course: record_plan_paper(desk, course, act))

    def _what_happens(self) -> str:
        plan = current_plan(self._course.plans)
        if plan is None:
            return self.t("There is no plan yet, so this is empty paper to fill in by hand.")
        return self.t("What you print stays as a version of the plan; the next change begins a new one.")

    def _find_lines(self) -> tuple[LineToLookAt, ...]:
        return lines_to_look_at(self._work.desk, self._course, self.alias.isChecked())
