"""The lines of a paper to look at before it leaves: each is printed as said, left out, or put in other words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from exit_desktop.services.name_guard import FINDINGS
from exit_desktop.services.paper_lines import LineToLookAt
from exit_desktop.services.papers import PaperChoice
from exit_desktop.ui.course.plan.in_step import column_of, keep_in_step
from exit_desktop.ui.theme import Size
from exit_desktop.ui.widgets.fields import TextArea
from exit_desktop.ui.widgets.labels import Label, heading, muted, small, wants

if TYPE_CHECKING:
    from exit_desktop.system.language import Texts
    from exit_desktop.ui.theme import Theme


class How(Enum):
    """What is done with a line."""

    AS_SAID = auto()
    LEFT_OUT = auto()
    REWORDED = auto()


class LineChoice(QWidget):
    """One line with what stands out in it, and the three ways to print it."""

    changed = Signal()

    def __init__(self, theme: Theme, t: Texts, line: LineToLookAt) -> None:
        super().__init__()
        self.line, self.t = line, t
        column = column_of(self, theme.px(2))
        words = Label(theme, f"“{line.text}”")
        words.setFont(theme.font(Size.BODY, italic=True))
        column.addWidget(words)
        column.addWidget(small(theme, self._why()))
        self._group = QButtonGroup(self)
        self.ways = {
            How.AS_SAID: QRadioButton(t("Print it as said")),
            How.LEFT_OUT: QRadioButton(t("Leave it out")),
            How.REWORDED: QRadioButton(t("Other words")),
        }
        for way in self.ways.values():
            self._group.addButton(way)
            way.setAccessibleDescription(line.text)
            column.addWidget(way)
        # The name guard never blocks; a word that gives away waits for a person to decide.
        self.ways[How.AS_SAID].setChecked(not line.words)
        self.other = TextArea(theme, lines=1)
        self.other.setPlainText(line.text)
        self.other.setAccessibleName(t("Other words"))
        self.other.hide()
        column.addWidget(self.other)
        self._group.buttonToggled.connect(self._toggled)
        self.other.textChanged.connect(self.changed)

    @property
    def how(self) -> How | None:
        """What was decided; None as long as nothing was."""
        return next((how for how, way in self.ways.items() if way.isChecked()), None)

    def _why(self) -> str:
        told = [self.t(FINDINGS[finding]) for finding in self.line.findings]
        if self.line.words:
            told.insert(0, self.t("It says: {words}", words=", ".join(self.line.words)))
        return " ".join(told)

    def _toggled(self, _button: object, on: bool) -> None:
        if on:
            self.other.setVisible(self.how is How.REWORDED)
            self.changed.emit()


class LinesChoice(QWidget):
    """All lines to look at; `changed` when one was decided otherwise."""

    changed = Signal()

    def __init__(self, theme: Theme, t: Texts) -> None:
        super().__init__()
        self._theme, self.t = theme, t
        self.choices: dict[str, LineChoice] = {}
        self._lines: dict[str, LineToLookAt] = {}
        column = column_of(self, theme.px(8))
        self._heading, self._intro, self._waits = heading(theme), muted(theme), wants(theme)
        for part in (self._heading, self._intro, self._waits):
            column.addWidget(part)
        inner = QWidget()
        self._list = column_of(inner, theme.px(14))
        column.addWidget(inner)
        self._heading.setText(t("Look at these lines first"))
        self._intro.setText(t("Someone who finds the paper could understand more than the citizen wants."))

    def show_lines(self, lines: Sequence[LineToLookAt]) -> None:
        """Show lines; one that was decided before stays so."""
        self._lines = {line.place: line for line in lines}
        keep_in_step(self._list, self.choices, self._lines, self._make)
        self.setVisible(bool(lines))
        self._tell()

    def applied(self, choice: PaperChoice) -> PaperChoice:
        """Return the choice with what was decided here; an undecided line is shown as said."""
        left_out = {place for place, one in self.choices.items() if one.how is How.LEFT_OUT}
        reworded = {place: one.other.text() for place, one in self.choices.items() if one.how is How.REWORDED}
        return replace(choice, left_out=frozenset(left_out), reworded=reworded)

    def undecided(self) -> int:
        """Return how many lines wait for a decision."""
        return sum(1 for one in self.choices.values() if one.how is None)

    def _make(self, place: str) -> LineChoice:
        choice = LineChoice(self._theme, self.t, self._lines[place])
        choice.changed.connect(self._changed)
        return choice

    def _changed(self) -> None:
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        count = self.undecided()
        words = self.t.plural("{count} line waits for you to choose.", "{count} lines wait for you to choose.", count)
        self._waits.setText(words if count else "")
        self._waits.setVisible(bool(count))
