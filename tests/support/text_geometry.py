"""What can be read in a window, and what of it has not enough room."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QRadioButton,
    QTabBar,
    QWidget,
)

MOST_ROWS = 40
# A rounding of the layout or of the font is no clipping.
TOLERANCE = 2


@dataclass(frozen=True, slots=True)
class Text:
    """A text in sight, and the widget that shows it."""

    widget: QWidget
    words: str

    def __str__(self) -> str:
        """Name it as a finding does."""
        return f"{type(self.widget).__name__} {self.words[:60]!r}"


def visible(window: QWidget) -> list[QWidget]:
    """Return every widget of a window that is shown."""
    return [widget for widget in window.findChildren(QWidget) if widget.isVisible()]


def texts_of(widget: QWidget) -> Iterator[str]:
    """Yield every text that a widget shows or says of itself."""
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    elif isinstance(widget, QGroupBox):
        yield widget.title()
    elif isinstance(widget, QTabBar):
        yield from (widget.tabText(at) for at in range(widget.count()))
    elif isinstance(widget, QLineEdit | QPlainTextEdit):
        yield widget.placeholderText()
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(at) for at in range(widget.count()))
    elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from _cells(widget)


def read_texts(window: QWidget) -> list[Text]:
    """Return every text of a window and its open menus."""
    return [Text(widget, words) for widget in visible(window) for words in texts_of(widget) if words]


MAY_BREAK = "\u200b"


def without_room(window: QWidget) -> list[str]:
    """Return every widget whose text has not enough room, or that stands beyond the edge of its place."""
    found = []
    for widget in visible(window):
        words = _shown_words(widget)
        if not words.strip() or widget.width() == 0:
            continue
        told = _too_narrow(widget, words) or _too_low(widget) or _beyond(widget)
        if told:
            found.append(f"{Text(widget, words)} {told}")
    return found


def _cells(view: QAbstractItemView) -> Iterator[str]:
    model, top = view.model(), QModelIndex()
    for row in range(min(model.rowCount(top), MOST_ROWS)):
        for column in range(1 if isinstance(view, QListView) else model.columnCount(top)):
            index = model.index(row, column)
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
                words = index.data(role)
                if isinstance(words, str):
                    yield words


def _shown_words(widget: QWidget) -> str:
    if isinstance(widget, QLabel | QAbstractButton):
        return widget.text()
    if isinstance(widget, QComboBox):
        return widget.currentText()
    if isinstance(widget, QLineEdit):
        inside_spin = isinstance(widget.parentWidget(), QAbstractSpinBox | QComboBox)
        return "" if widget.text() or inside_spin else widget.placeholderText()
    return "".join(widget.tabText(at) for at in range(widget.count())) if isinstance(widget, QTabBar) else ""


def _too_narrow(widget: QWidget, words: str) -> str:
    if isinstance(widget, QTabBar):
        last = widget.tabRect(widget.count() - 1).right()
        return f"tabs end at {last} of {widget.width()}" if last > widget.width() + TOLERANCE else ""
    needed, room = _width_needed(widget, words), _room(widget).width()
    return f"needs {needed} of {room} across" if needed > room + TOLERANCE else ""


def _wraps(widget: QWidget) -> bool:
    return widget.wordWrap() if isinstance(widget, QLabel) else bool(widget.property("wraps"))


def _width_needed(widget: QWidget, words: str) -> int:
    metrics = widget.fontMetrics()
    if _wraps(widget):
        return max(metrics.horizontalAdvance(word) for word in words.replace(MAY_BREAK, " ").split())
    extra = 0
    if isinstance(widget, QCheckBox | QRadioButton):
        extra = 18
    elif isinstance(widget, QComboBox):
        extra = 22
    return max(metrics.horizontalAdvance(line) for line in words.replace("&&", "&").splitlines()) + extra


def _room(widget: QWidget) -> QSize:
    inner = widget.contentsRect().size()
    if isinstance(widget, QLabel):
        return inner - QSize(2 * widget.margin(), 2 * widget.margin())
    return inner - QSize(4, 0)


def _too_low(widget: QWidget) -> str:
    if _wraps(widget):
        needed = widget.heightForWidth(widget.width())
    elif isinstance(widget, QLabel | QAbstractButton):
        needed = widget.fontMetrics().height() - widget.fontMetrics().descent() // 2
    else:
        return ""
    return f"needs {needed} of {widget.height()} down" if needed > widget.height() + TOLERANCE else ""


def _beyond(widget: QWidget) -> str:
    """Tell where a widget reaches over the edge of what holds it; scrolling down brings it back, across does not."""
    rect, at = widget.rect(), widget
    while not at.isWindow() and (parent := at.parentWidget()) is not None:
        rect = rect.translated(at.pos())
        scrolls = isinstance(parent.parentWidget(), QAbstractScrollArea) and parent is _viewport(parent)
        if _outside(rect, parent.rect(), across_only=scrolls):
            return f"reaches over {type(parent).__name__}"
        if scrolls:
            rect = QRect(QPoint(max(rect.left(), 0), 0), QSize(min(rect.width(), parent.width()), 1))
        at = parent
    return ""


def _viewport(widget: QWidget) -> QWidget | None:
    area = widget.parentWidget()
    return area.viewport() if isinstance(area, QAbstractScrollArea) else None


def _outside(rect: QRect, room: QRect, across_only: bool) -> bool:
    across = rect.left() < -TOLERANCE or rect.right() > room.right() + TOLERANCE
    down = rect.top() < -TOLERANCE or rect.bottom() > room.bottom() + TOLERANCE
    return across or (down and not across_only)
