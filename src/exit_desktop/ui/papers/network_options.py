"""The options of the network's paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from exit_desktop.services.desk import Act
from exit_desktop.services.network_paper import NetworkChoice, network_lines_to_look_at, network_pdf
from exit_desktop.services.papers import PaperChoice, record_paper
from exit_desktop.ui.course.plan.in_step import column_of
from exit_desktop.ui.papers.lines_choice import LinesChoice
from exit_desktop.ui.papers.options import LanguageRow, tick
from exit_desktop.ui.widgets.labels import small

if TYPE_CHECKING:
    from exit_desktop.domain.courses import Course
    from exit_desktop.ui.course.work import CourseWork


class NetworkOptions(QWidget):
    """Large print, names, alias, language, and the lines to look at."""

    changed = Signal()

    def __init__(self, work: CourseWork, course: Course) -> None:
        super().__init__()
        self._work, self._course = work, course
        self.t, theme = work.session.t, work.session.theme
        self.large = tick(self.t("Large print"))
        self.names = tick(self.t("With their names"))
        self.alias = tick(self.t("With the name used here"))
        self.language = LanguageRow(theme, self.t, course.citizen.language)
        self.lines = LinesChoice(theme, self.t)
        note = small(theme, self.t("For the kitchen table. There is room to write more by hand."))
        column = column_of(self, theme.px(10))
        for part in (self.large, self.names, self.alias, self.language, note, self.lines):
            column.addWidget(part)
        column.addStretch(1)
        self.large.toggled.connect(self.changed)
        self.language.box.activated.connect(self.changed)
        for box in (self.names, self.alias):
            box.toggled.connect(self._other_lines)
        self.lines.changed.connect(self.changed)
        self._look()

    def make(self) -> bytes:
        """Return the network's paper."""
        return network_pdf(self._work.desk, self._course, self._choice(), self.language.words())

    def undecided(self) -> str:
        """Return how many lines wait for a decision."""
        count = self.lines.undecided()
        if not count:
            return ""
        return self.t.plural("{count} line waits for you to choose.", "{count} lines wait for you to choose.", count)

    def record(self, act: Act) -> None:
        """Write it down."""
        record_paper(self._work.desk, self._course, "network", act)

    def drop(self) -> None:
        """Let the lines go."""
        self.lines.show_lines(())

    def _choice(self) -> NetworkChoice:
        bare = PaperChoice(large=self.large.isChecked(), with_alias=self.alias.isChecked())
        return NetworkChoice(self.names.isChecked(), self.lines.applied(bare))

    def _other_lines(self, _on: bool) -> None:
        self._look()
        self.changed.emit()

    def _look(self) -> None:
        self.lines.show_lines(network_lines_to_look_at(self._work.desk, self._course, self._choice()))
