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
        self._nobody = False
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

    def say_nobody(self, nobody: bool) -> None:
        """Say what to do where there is nobody to choose, or how to choose."""
        self._nobody = nobody
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the language in force."""
        if self._nobody:
            self._title.setText(self._t("Add the first citizen"))
            self._words.setText(
                self._t("Press Ctrl+N, or the button in the list. The course and its timeline are then shown here.")
            )
            return
        self._title.setText(self._t("Choose a citizen"))
        self._words.setText(
            self._t(
                "Choose one in the list, or press Ctrl+K and write the first letters. "
                "Ctrl+N adds a new citizen. The course, its timeline and the plan are then shown here."
            )
        )
