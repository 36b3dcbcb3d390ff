"""One line in the list of readings, or of forms: kept and shown anew, for making its parts is what takes time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout

from exit_desktop.ui.course.readings.reading_rows import RowState
from exit_desktop.ui.widgets.buttons import LinkButton
from exit_desktop.ui.widgets.labels import Label, muted, small

if TYPE_CHECKING:
    from exit_desktop.ui.course.readings.reading_rows import ReadingRow
    from exit_desktop.ui.theme import Theme

LEAST_HEIGHT = 30


@dataclass(frozen=True, slots=True)
class LineWords:
    """What a line says; without words for the way in there is none."""

    name: str
    day: str
    state: str
    extra: str
    way_in: str


class ReadingLine:
    """The parts of row number `at` of a grid; `wanted(row)` when the worker goes in."""

    def __init__(self, theme: Theme, grid: QGridLayout, at: int, wanted: Callable[[ReadingRow], None]) -> None:
        self._theme, self._grid, self._at, self._wanted = theme, grid, at, wanted
        self._row: ReadingRow | None = None
        self._name, self._day = Label(theme), muted(theme)
        self._state, self._extra = small(theme), small(theme)
        self._way_in = LinkButton()
        self._way_in.clicked.connect(self._enter)
        for column, part in enumerate(self._parts):
            grid.addWidget(part, at, column)

    def show_row(self, row: ReadingRow, words: LineWords, name_width: int) -> None:
        """Show a submission, or an occasion that is waited for."""
        self._row = row
        attention = row.state in (RowState.DUE, RowState.UNDER_WAY)
        self._name.set_kind("body" if row.submission is not None or attention else "muted")
        self._state.set_kind("wants" if attention else "small")
        texts = (words.name, words.day, words.state, words.extra)
        for label, text in zip((self._name, self._day, self._state, self._extra), texts, strict=True):
            label.setText(text)
        for label, width in ((self._name, name_width), (self._day, 120), (self._state, 60)):
            label.setMinimumWidth(self._theme.px(width))
        self._way_in.setText(words.way_in)
        self._way_in.setAccessibleDescription(words.name)
        self._set_visible(True)
        self._way_in.setVisible(bool(words.way_in))

    def clear(self) -> None:
        """Let the row go and take no room."""
        self._row = None
        for label in (self._name, self._day, self._state, self._extra):
            label.clear()
        self._way_in.setAccessibleDescription("")
        self._set_visible(False)

    @property
    def _parts(self) -> tuple[Label | LinkButton, ...]:
        return (self._name, self._day, self._state, self._extra, self._way_in)

    def _set_visible(self, shown: bool) -> None:
        self._grid.setRowMinimumHeight(self._at, self._theme.px(LEAST_HEIGHT) if shown else 0)
        for part in self._parts:
            part.setVisible(shown)

    def _enter(self) -> None:
        if self._row is not None:
            self._wanted(self._row)
