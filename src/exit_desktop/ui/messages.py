"""The one place where the window tells something: a failure with its next step, or a short note."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from exit_desktop.ui.telling import Message, announce, sentence_of
from exit_desktop.ui.widgets.properties import put

if TYPE_CHECKING:
    from exit_desktop.system.language import Texts

__all__ = ["Message", "MessageBar", "announce", "sentence_of"]


class MessageBar(QFrame):
    """A quiet line at the foot of the window, hidden when there is nothing to tell."""

    closed = Signal()

    def __init__(self, t: Texts) -> None:
        super().__init__()
        self._t = t
        self._act: Callable[[], None] | None = None
        self.setProperty("kind", "message")
        self._build()
        self.retranslate()
        self.hide()

    @property
    def text(self) -> str:
        """What is being told; empty if nothing is."""
        return "" if self.isHidden() else self._label.text()

    def show_message(self, message: Message) -> None:
        """Tell a message in place of the one before."""
        put(self, "wants", message.wants)
        self._label.setText(message.text)
        self._act = message.act
        self._act_button.setText(message.act_text)
        self._act_button.setVisible(message.act is not None)
        self.show()
        announce(self, message.text)

    def change_text(self, text: str) -> None:
        """Change the words of the message that stands, without saying them again."""
        self._label.setText(text)

    def clear(self) -> None:
        """Tell nothing."""
        self._label.clear()
        self._act = None
        self.hide()
        self.closed.emit()

    def retranslate(self) -> None:
        """Speak the language in force."""
        self._close_button.setText(self._t("Close message"))
        self.setAccessibleName(self._t("Message"))

    def _build(self) -> None:
        self._label = QLabel()
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._act_button = QPushButton()
        self._act_button.clicked.connect(self._do_act)
        self._close_button = QPushButton()
        self._close_button.setProperty("kind", "link")
        self._close_button.clicked.connect(self.clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 8, 12, 8)
        row.addWidget(self._label, 1)
        row.addWidget(self._act_button)
        row.addWidget(self._close_button)

    def _do_act(self) -> None:
        act = self._act
        self.clear()
        if act is not None:
            act()
