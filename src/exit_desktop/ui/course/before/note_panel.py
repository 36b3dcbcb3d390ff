"""The last note as a whole, which scrolls by itself where it is long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit

from exit_desktop.ui.widgets.panels import Panel

if TYPE_CHECKING:
    from exit_desktop.ui.theme import Theme

_LEAST_LINES, _MOST_LINES = 2, 9


class NoteText(QPlainTextEdit):
    """A text to be read, as high as it is long within bounds; Tab leads on."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self.fit)
        theme.changed.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """Take the height of the text at the width it has."""
        lines = max(_LEAST_LINES, min(_MOST_LINES, int(self.document().size().height())))
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + self._theme.px(24))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the text anew, and take its height."""
        super().resizeEvent(event)
        self.fit()


class NotePanel(Panel):
    """Shows a note to be read."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        space = theme.px(12)
        self.body.setContentsMargins(space, space, space, space)
        self.body.setSpacing(theme.px(6))
        self.text = NoteText(theme)
        self.body.addWidget(self.text)

    def show_note(self, heading: str, words: str) -> None:
        """Show a note; without one the heading stands alone."""
        self.set_heading(heading)
        self.text.setAccessibleName(heading)
        self.text.setPlainText(words)
        self.text.setVisible(bool(words))
        self.text.fit()

    def clear(self) -> None:
        """Let the note go."""
        self.show_note("", "")
