"""The one place where the window tells something: a failure with its next step, or a short note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from exit_desktop.ui.telling import Message, announce, sentence_of
from exit_desktop.ui.widgets.properties import put

if TYPE_CHECKING:
    from exit_desktop.system.language import Texts

__all__ = ["Message", "MessageBar", "announce", "sentence_of"]


# Long enough to be read twice; it has been said aloud by then.
PASSES_AFTER_MS = 10_000


class MessageBar(QFrame):
    """A quiet line at the foot of the window, hidden when there is nothing to tell."""

    closed = Signal()

    def __init__(self, t: Texts) -> None:
        super().__init__()
        self._t = t
        self._standing: Message | None = None
        self._warning = False
        self._pass = QTimer(self, singleShot=True, interval=PASSES_AFTER_MS)
        self._pass.timeout.connect(self._let_pass)
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
        self._standing, self._warning = message, False
        self._paint(message)
        if message.passing:
            self._pass.start()
        else:
            self._pass.stop()
        announce(self, message.text)

    def pass_on(self) -> None:
        """Take back a note that would have passed: it is about what was done before."""
        if self._standing is not None and self._standing.passing:
            self._standing = None
            self._pass.stop()
            if not self._warning:
                self.clear()

    def warn(self, text: str) -> None:
        """Tell something that soon passes, in front of what stands here; a count-down is said aloud once."""
        said, self._warning = self._warning, True
        self._paint(Message(text, wants=True))
        if not said:
            announce(self, text)

    def stop_warning(self) -> None:
        """Take the warning back: what stood here before stands here again."""
        if not self._warning:
            return
        self._warning = False
        if self._standing is None:
            self.clear()
        else:
            self._paint(self._standing)

    def clear(self) -> None:
        """Tell nothing."""
        self._label.clear()
        self._pass.stop()
        self._standing, self._warning = None, False
        self.hide()
        self.closed.emit()

    def do_act(self) -> None:
        """Do the act of the message that stands, which is told no longer then."""
        message = self._standing
        self.clear()
        if message is not None and message.act is not None:
            message.act()

    def retranslate(self) -> None:
        """Speak the language in force."""
        self._close_button.setText(self._t("Close message"))
        self.setAccessibleName(self._t("Message"))

    def _let_pass(self) -> None:
        if self._warning:
            # A count-down stands in front: what is behind it need not come back.
            self._standing = None
        else:
            self.clear()

    def _build(self) -> None:
        self._label = QLabel()
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._act_button = QPushButton()
        self._act_button.setProperty("kind", "link")
        self._act_button.clicked.connect(self.do_act)
        self._close_button = QPushButton()
        self._close_button.setProperty("kind", "link")
        self._close_button.clicked.connect(self._close)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._label, 1)
        self._row.addWidget(self._act_button)
        self._row.addWidget(self._close_button)

    def _close(self) -> None:
        # A warning hides what stands behind it; closing it brings that back.
        if self._warning:
            self.stop_warning()
        else:
            self.clear()

    def _paint(self, message: Message) -> None:
        put(self, "wants", message.wants)
        # The air around the words grows with them.
        line = self._label.fontMetrics().height()
        self._row.setContentsMargins(line, line // 2, line * 2 // 3, line // 2)
        self._label.setText(message.text)
        self._act_button.setText(message.act_text)
        self._act_button.setVisible(message.act is not None)
        self.show()
