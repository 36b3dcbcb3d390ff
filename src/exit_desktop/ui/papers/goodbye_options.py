"""The options of the paper for the time afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exit_desktop.services.desk import Act
from exit_desktop.services.goodbye_paper import goodbye_lines_to_look_at, goodbye_pdf, leaves_lines
from exit_desktop.services.paper_lines import LineToLookAt
from exit_desktop.services.papers import PaperChoice, record_paper
from exit_desktop.ui.papers.lines_options import LinesOptions
from exit_desktop.ui.papers.options import tick
from exit_desktop.ui.widgets.labels import small

if TYPE_CHECKING:
    from exit_desktop.domain.courses import Course
    from exit_desktop.ui.course.work import CourseWork


class GoodbyeOptions(LinesOptions):
    """Large print, alias, language, and the lines to look at."""

    def __init__(self, work: CourseWork, course: Course) -> None:
        super().__init__(work.session, course.citizen.language)
        self._work, self._course = work, course
        self.large = tick(self.t("Large print"))
        self.note = small(self._theme, self.t("What is not written yet has lines to write on by hand."))
        self._arrange(self.large, self.alias, self.language, self.note)
        self.changed.connect(self._tell_lines)
        self._tell_lines()

    def make(self) -> bytes:
        """Return the paper."""
        return goodbye_pdf(self._work.desk, self._course, self._choice(), self.language.words())

    def record(self, act: Act) -> None:
        """Write it down."""
        record_paper(self._work.desk, self._course, "goodbye", act)

    def _choice(self) -> PaperChoice:
        bare = PaperChoice(large=self.large.isChecked(), with_alias=self.alias.isChecked())
        return self.lines.applied(bare)

    def _tell_lines(self) -> None:
        self.note.setVisible(leaves_lines(self._work.desk, self._course, self._choice()))

    def _find_lines(self) -> tuple[LineToLookAt, ...]:
        return goodbye_lines_to_look_at(self._work.desk, self._course, self.alias.isChecked())
