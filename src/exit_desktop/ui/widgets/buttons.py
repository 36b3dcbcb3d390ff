"""Buttons: the one act of a place in teal, the others plain; a link for what leads elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent


class Button(QPushButton):
    """A plain button; Enter presses it as Space does, except where it is a choice: there Enter belongs to the form."""

    def __init__(self, text: str = "", kind: str = "plain") -> None:
        super().__init__(text)
        self.setProperty("kind", kind)
        self.setAutoDefault(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button; with Ctrl it is the form's."""
        # To name a key is to build PySide's whole Qt namespace (30 ms): not before there is a key.
        from exit_desktop.ui.widgets.ctrl_enter import is_plain_enter  # noqa: PLC0415

        if is_plain_enter(event) and not self.isCheckable() and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)


class PrimaryButton(Button):
    """The act that a place is for; at most one in sight."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text, "primary")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the focus ring inside the fill, where a teal ring upon teal would not be seen."""
        super().paintEvent(event)
        if not self.hasFocus():
            return
        from PySide6.QtCore import QRectF  # noqa: PLC0415 - after the first paint
        from PySide6.QtGui import QPainter, QPen  # noqa: PLC0415 - as above

        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().highlightedText().color(), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(4, 4, -4, -4), 5, 5)


class LinkButton(Button):
    """A quiet way to somewhere else."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text, "link")


class Chip(Button):
    """A small choice that is on or off, alone or one of a row."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text, "chip")
        self.setCheckable(True)
