"""A panel of lines to read: each with a quieter one beneath it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from exit_desktop.ui.course.before.before_words import Told
from exit_desktop.ui.widgets.labels import Label, muted, small
from exit_desktop.ui.widgets.panels import Panel
from exit_desktop.ui.widgets.properties import put

if TYPE_CHECKING:
    from exit_desktop.ui.theme import Theme


class ToldPanel(Panel):
    """Says `nothing` where there is no line. Labels are kept: making them is what takes time."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._theme = theme
        space = theme.px(12)
        self.body.setContentsMargins(space + 2, space, space, space)
        self.body.setSpacing(0)
        self._nothing = muted(theme)
        self._pairs: list[tuple[Label, Label]] = []
        self.body.addWidget(self._nothing)
        self.body.addStretch(1)

    def show_lines(self, heading: str, lines: Sequence[Told], nothing: str) -> None:
        """Show lines under a heading."""
        self.set_heading(heading)
        self._nothing.setText("" if lines else nothing)
        self._nothing.setVisible(not lines)
        while len(self._pairs) < len(lines):
            self._pairs.append(self._new_pair())
        empty = [Told("")] * (len(self._pairs) - len(lines))
        for (text, detail), told in zip(self._pairs, [*lines, *empty], strict=True):
            put(detail, "kind", "wants" if told.wants else "small")
            for label, words in ((text, told.text), (detail, told.detail)):
                label.setText(words)
                label.setVisible(bool(words))

    def clear(self) -> None:
        """Let every line go."""
        self.show_lines("", (), "")

    def _new_pair(self) -> tuple[Label, Label]:
        pair = Label(self._theme), small(self._theme)
        pair[0].setContentsMargins(0, self._theme.px(5), 0, 0)
        for label in pair:
            self.body.insertWidget(self.body.count() - 1, label)
        return pair
