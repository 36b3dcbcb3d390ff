"""The options of the paper for the time afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from exit_desktop.services.desk import Act
from exit_desktop.services.goodbye_paper import goodbye_lines_to_look_at, goodbye_pdf
from exit_desktop.services.papers import PaperChoice, record_paper
from exit_desktop.ui.course.plan.in_step import column_of
from exit_desktop.ui.papers.lines_choice import LinesChoice
from exit_desktop.ui.papers.options import LanguageRow, tick
from exit_desktop.ui.widgets.labels import small

if TYPE_CHECKING:
    from exit_desktop.domain.courses import Course
    from exit_desktop.ui.course.work import CourseWork


class GoodbyeOptions(QWidget):
    """Large print, alias, language, and the lines to look at."""

    changed = Signal()

    def __init__(self, work: CourseWork, course: Course) -> None:
        super().__init__()
        self._work, self._course = work, course
        self.t, theme = work.session.t, work.session.theme
        self.large = tick(self.t("Large print"))
        self.alias = tick(self.t("With the name used here"))
        self.language = LanguageRow(theme, self.t, course.citizen.language)
        self.lines = LinesChoice(theme, self.t)
        note = small(theme, self.t("What is not written yet has lines to write on by hand."))
        column = column_of(self, theme.px(10))
        for part in (self.large, self.alias, self.language, note, self.lines):
            column.addWidget(part)
        column.addStretch(1)
        self.large.toggled.connect(self.changed)
        self.language.box.activated.connect(self.changed)
        self.alias.toggled.connect(self._other_lines)
        self.lines.changed.connect(self.changed)
        self._look()

    def make(self) -> bytes:
        """Return the paper."""
        bare = PaperChoice(large=self.large.isChecked(), with_alias=self.alias.isChecked())
        return goodbye_pdf(self._work.desk, self._course, self.lines.applied(bare), self.language.words())

    def undecided(self) -> str:
        """Return how many lines wait for a decision."""
        count = self.lines.undecided()
        if not count:
            return ""
        return self.t.plural("{count} line waits for you to choose.", "{count} lines wait for you to choose.", count)

    def record(self, act: Act) -> None:
        """Write it down."""
        record_paper(self._work.desk, self._course, "goodbye", act)

    def drop(self) -> None:
        """Let the lines go."""
        self.lines.show_lines(())

    def _other_lines(self, _on: bool) -> None:
        self._look()
        self.changed.emit()

    def _look(self) -> None:
        self.lines.show_lines(goodbye_lines_to_look_at(self._work.desk, self._course, self.alias.isChecked()))
