"""What stands where the course will be, before a citizen is chosen."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from exit_desktop.system.language import Texts
from exit_desktop.ui.theme import Theme
from exit_desktop.ui.widgets.labels import muted, title


class EmptyCourse(QWidget):
    """Two quiet sentences in the middle."""

    def __init__(self, theme: Theme, t: Texts) -> None:
        super().__init__()
        self._t = t
        self._title, self._words = title(theme), muted(theme)
        self._words.setMaximumWidth(theme.px(460))
        column = QVBoxLayout(self)
        space = theme.px(40)
        column.setContentsMargins(space, space, space, space)
        column.setSpacing(theme.px(10))
        column.addStretch(2)
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addStretch(3)
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the language in force."""
        self._title.setText(self._t("Choose a citizen"))
        self._words.setText(
            self._t(
                "Choose one in the list, or press Ctrl+K and write the first letters. "
                "Ctrl+N adds a new citizen. The course, its timeline and the plan are then shown here."
            )
        )
