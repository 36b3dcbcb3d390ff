"""How things stand, a row each: what it is, how it is in plain words, and the one act that goes with it.

Whoever has something to tell hands the safety page a `Teller`; what wants doing comes first, under its own heading.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtWidgets import QVBoxLayout, QWidget

from exit_desktop.system.language import Texts
from exit_desktop.ui.theme import Theme
from exit_desktop.ui.widgets.buttons import Button
from exit_desktop.ui.widgets.labels import Label, muted
from exit_desktop.ui.widgets.panels import Panel, row, rule


@dataclass(frozen=True, slots=True)
class StateRow:
    """A thing, its state in the language in force, whether it wants doing, at most one act; `known`: asked already."""

    title: str
    state: str
    wants: bool = False
    act_text: str = ""
    act: Callable[[], None] | None = field(default=None, repr=False)
    known: bool = True


Teller = Callable[[], StateRow]


class StateLine(QWidget):
    """One row as it is seen."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._row = StateRow("", "")
        self.title, self.state, self.button = Label(theme, kind="heading"), muted(theme), Button()
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        words.addWidget(self.title)
        words.addWidget(self.state)
        line = row(words, self.button, spacing=theme.px(14))
        line.setStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addWidget(rule())
        column.addLayout(line)
        self.button.clicked.connect(self._do)

    @property
    def wants(self) -> bool:
        """Whether it wants doing."""
        return self._row.wants

    def show_row(self, row: StateRow) -> None:
        """Tell how it stands now."""
        self._row = row
        self.title.setText(row.title)
        self.state.setText(row.state)
        self.state.set_kind("body" if row.wants else "muted")
        self.button.setText(row.act_text)
        self.button.setAccessibleName(row.act_text)
        self.button.setAccessibleDescription(f"{row.title}: {row.state}")
        self.button.setVisible(row.act is not None)

    def _do(self) -> None:
        if self._row.act is not None:
            self._row.act()


class StatePanels(QWidget):
    """What wants doing, and what is in order; `refresh` asks every teller again."""

    def __init__(self, theme: Theme, t: Texts, tellers: Sequence[Teller]) -> None:
        super().__init__()
        self._t, self._tellers = t, tuple(tellers)
        self.lines = tuple(StateLine(theme) for _ in self._tellers)
        self.summary, self.wanting, self.fine = Label(theme), Panel(theme), Panel(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(14))
        column.addWidget(self.summary)
        column.addWidget(self.wanting)
        column.addWidget(self.fine)

    def refresh(self) -> None:
        """Tell how everything stands now, in the language in force."""
        t = self._t
        self.wanting.set_heading(t("Worth doing now"))
        wanting, known = 0, True
        for line, tell in zip(self.lines, self._tellers, strict=True):
            told = tell()
            line.show_row(told)
            self._place(line)
            wanting, known = wanting + told.wants, known and told.known
        self.fine.set_heading(t("How the rest stands") if wanting else t("How things stand"))
        self.summary.setText(
            t.plural("{count} thing is worth doing now.", "{count} things are worth doing now.", wanting)
            if wanting
            else t("All is as it should be.")
        )
        # "All is as it should be" is not said of what is still being asked.
        self.summary.setVisible(known or wanting > 0)
        self.wanting.setVisible(wanting > 0)
        self.fine.setVisible(wanting < len(self.lines))

    def _place(self, line: StateLine) -> None:
        panel = self.wanting if line.wants else self.fine
        if line.parentWidget() is panel:
            # Among those that came before it, the order stays that of the tellers.
            panel.body.addWidget(line)
            return
        # Also while a dialog is over the window, to which the keyboard comes back.
        held = self.window().focusWidget() is line.button
        panel.body.addWidget(line)
        line.show()
        if held:
            line.button.setFocus()

    def take_focus(self) -> None:
        """Put the keyboard on the first act: of what wants doing, if anything does."""
        acts = [line.button for line in self.lines if not line.button.isHidden()]
        wanting = [line.button for line in self.lines if line.wants and not line.button.isHidden()]
        for button in (wanting or acts)[:1]:
            button.setFocus()
