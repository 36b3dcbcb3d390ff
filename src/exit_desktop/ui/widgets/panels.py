"""Panels, rules and pages that scroll: how a page is laid out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLayout, QVBoxLayout, QWidget

from exit_desktop.ui.theme import Theme
from exit_desktop.ui.widgets.labels import heading
from exit_desktop.ui.widgets.scroll_area import ScrollArea

_ALWAYS_OFF = 1
_NO_FOCUS = 0


class Panel(QFrame):
    """A card with a hairline and an optional heading; content goes into `body`."""

    def __init__(self, theme: Theme, text: str = "") -> None:
        super().__init__()
        self.setProperty("kind", "panel")
        self.body = QVBoxLayout(self)
        space = theme.px(16)
        self.body.setContentsMargins(space, space, space, space)
        self.body.setSpacing(theme.px(10))
        self._heading = heading(theme)
        self.body.addWidget(self._heading)
        self.set_heading(text)

    def set_heading(self, text: str) -> None:
        """Change the heading; an empty one takes no room. It names the panel for a screen reader too."""
        self._heading.setText(text)
        self._heading.setVisible(bool(text))
        self.setAccessibleName(text)


class QuietPanel(QFrame):
    """A washed box without a hairline, for an explanation or an empty place that offers a first step."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("kind", "quiet")
        self.body = QVBoxLayout(self)
        space = theme.px(14)
        self.body.setContentsMargins(space, space, space, space)
        self.body.setSpacing(theme.px(8))


def rule() -> QFrame:
    """Return a hairline across."""
    line = QFrame()
    line.setProperty("kind", "rule")
    return line


def scrolled(content: QWidget) -> ScrollArea:
    """Return a place where a page scrolls up and down, never sideways."""
    area = ScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    # By property, since naming the enums would build PySide's whole Qt namespace before the first paint (40 ms).
    area.setProperty("horizontalScrollBarPolicy", _ALWAYS_OFF)
    area.setProperty("focusPolicy", _NO_FOCUS)
    area.setWidget(content)
    return area


def row(*parts: QWidget | QLayout | int, spacing: int = 8) -> QHBoxLayout:
    """Return parts side by side; a number is a stretch."""
    line = QHBoxLayout()
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(spacing)
    for part in parts:
        if isinstance(part, int):
            line.addStretch(part)
        elif isinstance(part, QLayout):
            line.addLayout(part)
        else:
            line.addWidget(part)
    return line


@contextmanager
def laid_out_once(*places: QWidget) -> Iterator[None]:
    """Let parts of these places come and go, and lay them out once: Qt would lay out the window for each that comes."""
    layouts = [layout for place in places if (layout := place.layout()) is not None]
    for layout in layouts:
        layout.setEnabled(False)
    try:
        yield
    finally:
        for layout in layouts:
            layout.setEnabled(True)


def clear_layout(layout: QLayout) -> None:
    """Take everything out of a layout and let the widgets go."""
    while (item := layout.takeAt(0)) is not None:
        inner = item.widget()
        if isinstance(inner, QLabel):
            inner.clear()
        if inner is not None:
            # Not taken from its parent, which would dress it anew as a window.
            inner.hide()
            inner.deleteLater()
        elif (nested := item.layout()) is not None:
            clear_layout(nested)
