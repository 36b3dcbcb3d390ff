"""A field for a passphrase: hidden or shown, with a word when Caps Lock is on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from exit_desktop.ui.widgets.labels import Label, wants

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from exit_desktop.system.language import Texts
    from exit_desktop.ui.theme import Theme


class _LetterWatcher(QLineEdit):
    """Notices Caps Lock from a letter that comes in the other case than its keys say."""

    caps_seen = Signal(bool)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Look at letters on their way into the field."""
        letter = event.text()
        if len(letter) == 1 and letter.isalpha():
            shifted = "ShiftModifier" in str(event.modifiers())
            self.caps_seen.emit(letter.isupper() != shifted)
        super().keyPressEvent(event)


class PassphraseField(QWidget):
    """Name, field, "Show passphrase" and a line about the keyboard; Enter emits `entered`."""

    entered = Signal()
    changed = Signal(str)

    def __init__(self, theme: Theme, t: Texts) -> None:
        super().__init__()
        self._t = t
        self._caps_on = False
        self._ask_layout = False
        self._other_name = ""
        self._build(theme)
        self.retranslate()

    @property
    def field(self) -> QLineEdit:
        """The field itself."""
        return self._field

    def text(self) -> str:
        """Return what is written."""
        return self._field.text()

    def clear(self) -> None:
        """Empty and hide the field."""
        self._field.clear()
        self._show_box.setChecked(False)

    def hint_layout(self) -> None:
        """Say which keyboard is in use: after a wrong try, æ, ø and å may have been other letters."""
        self._ask_layout = True
        self._say_keyboard()

    def set_name(self, name: str) -> None:
        """Call the field something else than "Passphrase"."""
        self._other_name = name
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the language in force."""
        self._name.setText(self._other_name or self._t("Passphrase"))
        self._field.setAccessibleName(self._name.text())
        self._show_box.setText(self._t("Show passphrase"))
        self._show_box.setAccessibleName(self._t("Show passphrase"))
        self._say_keyboard()

    def _build(self, theme: Theme) -> None:
        self._name = Label(theme)
        self._field = _LetterWatcher()
        self._field.setEchoMode(QLineEdit.EchoMode.Password)
        self._field.caps_seen.connect(self._see_caps)
        self._field.returnPressed.connect(self.entered)
        self._field.textChanged.connect(self.changed)
        self._name.setBuddy(self._field)
        self._show_box = QCheckBox()
        self._show_box.toggled.connect(self._show_text)
        self._keyboard = wants(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(5))
        for part in (self._name, self._field, self._keyboard, self._show_box):
            column.addWidget(part)
        self.setFocusProxy(self._field)

    def _see_caps(self, on: bool) -> None:
        self._caps_on = on
        self._say_keyboard()

    def _show_text(self, shown: bool) -> None:
        self._field.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)

    def _say_keyboard(self) -> None:
        words = ""
        if self._caps_on:
            words = self._t("Caps Lock is on.")
        elif self._ask_layout and (layout := QGuiApplication.inputMethod().locale().nativeLanguageName()):
            words = self._t("The keyboard is set to {layout}. Are æ, ø and å where you press them?", layout=layout)
        self._keyboard.setText(words)
        self._keyboard.setVisible(bool(words))
