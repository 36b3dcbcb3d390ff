"""The options of a paper on which somebody's own words stand: lines that may give away are decided on first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from exit_desktop.ui.course.plan.in_step import column_of
from exit_desktop.ui.papers.lines_choice import LinesChoice
from exit_desktop.ui.papers.options import LanguageRow, tick

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exit_desktop.services.paper_lines import LineToLookAt
    from exit_desktop.ui.session import Session


class LinesOptions(QWidget):
    """Alias, language and the lines to look at; a paper adds what else it asks, and says which lines it has."""

    changed = Signal()

    def __init__(self, session: Session, language: str, alias: str = "") -> None:
        super().__init__()
        self.t, self._theme = session.t, session.theme
        self.alias = tick(alias or self.t("With the name used here"))
        self.language = LanguageRow(self._theme, self.t, language)
        self.lines = LinesChoice(self._theme, self.t)

    def undecided(self) -> str:
        """Return how many lines wait for a decision."""
        count = self.lines.undecided()
        if not count:
            return ""
        return self.t.plural("{count} line waits for you to choose.", "{count} lines wait for you to choose.", count)

    def drop(self) -> None:
        """Let the lines go."""
        self.lines.show_lines(())

    def _find_lines(self) -> Sequence[LineToLookAt]:
        """Return the lines of this paper that are to be looked at, as the boxes stand."""
        raise NotImplementedError

    def _arrange(self, *parts: QWidget, other_lines: tuple[QCheckBox, ...] = ()) -> None:
        """Put the parts beneath each other, the lines last; `other_lines` bring other lines, as the alias does."""
        column = column_of(self, self._theme.px(10))
        for part in (*parts, self.lines):
            column.addWidget(part)
            if isinstance(part, QCheckBox):
                bring = part is self.alias or part in other_lines
                part.toggled.connect(self._bring_lines if bring else self.changed)
        column.addStretch(1)
        self.language.box.activated.connect(self.changed)
        self.lines.changed.connect(self.changed)
        self._look()

    def _bring_lines(self, _on: bool) -> None:
        self._look()
        self.changed.emit()

    def _look(self) -> None:
        self.lines.show_lines(self._find_lines())
