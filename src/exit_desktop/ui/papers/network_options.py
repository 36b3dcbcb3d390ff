"""The options of the network's paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exit_desktop.services.desk import Act
from exit_desktop.services.network_paper import NetworkChoice, network_lines_to_look_at, network_pdf
from exit_desktop.services.paper_lines import LineToLookAt
from exit_desktop.services.papers import PaperChoice, record_paper
from exit_desktop.ui.papers.lines_options import LinesOptions
from exit_desktop.ui.papers.options import tick
from exit_desktop.ui.widgets.labels import small

if TYPE_CHECKING:
    from exit_desktop.domain.courses import Course
    from exit_desktop.ui.course.work import CourseWork


class NetworkOptions(LinesOptions):
    """Large print, names, alias, language, and the lines to look at."""

    def __init__(self, work: CourseWork, course: Course) -> None:
        super().__init__(work.session, course.citizen.language)
        self._work, self._course = work, course
        self.large, self.names = tick(self.t("Large print")), tick(self.t("With their names"))
        note = small(self._theme, self.t("For the kitchen table. There is room to write more by hand."))
        self._arrange(self.large, self.names, self.alias, self.language, note, other_lines=(self.names,))

    def make(self) -> bytes:
        """Return the network's paper."""
        return network_pdf(self._work.desk, self._course, self._choice(), self.language.words())

    def record(self, act: Act) -> None:
        """Write it down."""
        record_paper(self._work.desk, self._course, "network", act)

    def _choice(self) -> NetworkChoice:
        bare = PaperChoice(large=self.large.isChecked(), with_alias=self.alias.isChecked())
        return NetworkChoice(self.names.isChecked(), self.lines.applied(bare))

    def _find_lines(self) -> tuple[LineToLookAt, ...]:
        return network_lines_to_look_at(self._work.desk, self._course, self._choice())
