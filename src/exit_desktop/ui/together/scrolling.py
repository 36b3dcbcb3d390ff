"""A place that scrolls with finger and wheel only where the screen is too low; the keys belong to the window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScroller, QWidget

from exit_desktop.ui.widgets.scroll_area import ScrollArea


class QuietScroll(ScrollArea):
    """Scrolls up and down, never sideways."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let every key through to the window."""
        event.ignore()

    def bring(self, widget: QWidget) -> None:
        """Bring a part of it in sight; another widget leaves it as it is."""
        content = self.widget()
        if content is not None and content.isAncestorOf(widget):
            self.ensureWidgetVisible(widget)
