"""The field for the whole recovery key of a sheet, wherever it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from exit_desktop.ui.widgets.fields import FormRow

if TYPE_CHECKING:
    from exit_desktop.system.language import Texts
    from exit_desktop.ui.theme import Theme

# 8 groups of 5 letters and digits; the checksum inside tells a slip of the finger.
_KEY_LENGTH = 40


class RecoveryKeyRow(FormRow):
    """`key` is where it is typed; spaces and hyphens between the groups do not count."""

    def __init__(self, theme: Theme, t: Texts) -> None:
        self.key = QLineEdit()
        super().__init__(theme, self.key)
        self._t = t
        self.retranslate()

    @property
    def is_whole(self) -> bool:
        """Whether as many letters as a key has are there."""
        return sum(letter.isalnum() for letter in self.key.text()) >= _KEY_LENGTH

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self._t
        self.set_words(t("Recovery key"), t("All groups from the sheet, in their order. Small letters will do."))
