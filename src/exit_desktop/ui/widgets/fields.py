"""Fields to write in: one line, several lines, a date; and the row that gives a field its name and its hint."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextOption, QValidator, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from exit_desktop.domain.calendar import EARLIEST_DAY, LATEST_DAY
from exit_desktop.ui.theme import Theme
from exit_desktop.ui.widgets.ctrl_enter import is_ctrl_enter
from exit_desktop.ui.widgets.labels import Label, small, wants
from exit_desktop.ui.widgets.properties import put


class TextLine(QLineEdit):
    """A field of one line; `left(text)` when the worker leaves it with another text than before."""

    left = Signal(str)

    def __init__(self, text: str = "", most: int = 200) -> None:
        super().__init__(text)
        self.setMaxLength(most)
        self._before = text

    def set_saved(self, text: str) -> None:
        """Show a text that is already kept."""
        self._before = text
        self.setText(text)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell the text if it is another one."""
        super().focusOutEvent(event)
        if self.text() != self._before:
            self._before = self.text()
            self.left.emit(self._before)


class TextArea(QPlainTextEdit):
    """A field of several lines, as high as its text within bounds; Tab leads on; `left(text)` as in `TextLine`."""

    left = Signal(str)
    finished = Signal()

    def __init__(self, theme: Theme, lines: int = 3, most: int = 14) -> None:
        super().__init__()
        self._theme, self._lines, self._most = theme, lines, most
        self._before = ""
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        theme.changed.connect(self._fit)
        self._fit()

    def set_saved(self, text: str) -> None:
        """Show a text that is already kept."""
        self._before = text
        self.setPlainText(text)

    @property
    def unsaved(self) -> bool:
        """Whether leaving the field would tell its text."""
        return self.text() != self._before

    def keep_trying(self) -> None:
        """Tell the text again when the field is left, for it could not be kept."""
        self._before = f"{self.text()}\0"

    def text(self) -> str:
        """Return what is written."""
        return self.toPlainText()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Ctrl+Enter end the writing."""
        if is_ctrl_enter(event):
            self.finished.emit()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell the text if it is another one."""
        super().focusOutEvent(event)
        self.tell()

    def tell(self) -> None:
        """Tell the text if it is another one than before."""
        if self.text() != self._before:
            self._before = self.text()
            self.left.emit(self._before)

    def _fit(self) -> None:
        shown = max(self._lines, min(self._most, int(self.document().size().height())))
        self.setFixedHeight(self.fontMetrics().lineSpacing() * shown + self._theme.px(24))


class DateField(QLineEdit):
    """A date written as people write it: 3/9, 3.9.26, 2026-09-03, or the arrow keys for a day or a week at a time."""

    picked = Signal(object)

    def __init__(self, today: date, value: date | None = None) -> None:
        super().__init__()
        self._today = today
        self._value = value
        self._show()
        self.editingFinished.connect(self._take)

    @property
    def value(self) -> date | None:
        """The date; None while the field is empty or cannot be read."""
        return read_date(self.text(), self._today)

    @property
    def readable(self) -> bool:
        """Whether the text is empty or a date."""
        return not self.text().strip() or self.value is not None

    def set_value(self, value: date | None) -> None:
        """Show a date."""
        self._value = value
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step a day with up and down, a week with page up and page down."""
        step = {
            Qt.Key.Key_Up: 1,
            Qt.Key.Key_Down: -1,
            Qt.Key.Key_PageUp: 7,
            Qt.Key.Key_PageDown: -7,
        }.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        start = self.value or self._today
        stepped = QDate(start.year, start.month, start.day).addDays(step)
        day = _day(stepped.year(), stepped.month(), stepped.day())
        self.setText(_written(day or start))
        self._take()

    def _show(self) -> None:
        self.setText(_written(self._value) if self._value else "")
        put(self, "fault", False)

    def _take(self) -> None:
        put(self, "fault", not self.readable)
        value = self.value
        if self.readable and value != self._value:
            self._value = value
            if value:
                self.setText(_written(value))
            self.picked.emit(value)


def read_date(text: str, today: date) -> date | None:
    """Read a written date: d/m, d.m.yy, d-m-yyyy or yyyy-mm-dd; without a year it is the nearest one to today."""
    parts = text.strip().replace("/", ".").replace("-", ".").replace(" ", ".").strip(".").split(".")
    numbers = [int(part) for part in parts if part.isdecimal() and len(part) <= 4]
    if len(numbers) != len(parts) or len(numbers) not in (2, 3):
        return None
    if len(numbers) == 2:
        near = [_day(year, numbers[1], numbers[0]) for year in (today.year - 1, today.year, today.year + 1)]
        return min((day for day in near if day), key=lambda day: abs(day - today), default=None)
    first, month, last = numbers
    if len(parts[0]) == 4:
        return _day(first, month, last)
    return _day(last + 2000 if last < 100 else last, month, first)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found if EARLIEST_DAY <= found <= LATEST_DAY else None


def _written(day: date) -> str:
    return f"{day.day}.{day.month}.{day.year}"


class _Room(QObject):
    """Keeps a number away from its border: the style sheet's padding does not reach into a box with arrows."""

    def __init__(self, box: QAbstractSpinBox, theme: Theme) -> None:
        super().__init__(box)
        self._box, self._theme = box, theme
        theme.changed.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """Give room at the scale in force."""
        self._box.lineEdit().setTextMargins(self._theme.px(8), 0, self._theme.px(4), 0)


def give_room(box: QAbstractSpinBox, theme: Theme) -> None:
    """Keep a box's number away from its border, at every scale."""
    _Room(box, theme)


class HalfHours(QDoubleSpinBox):
    """Hours with at most one decimal, shown only where there is one: 37, or 22,5; written with a comma or a point."""

    def __init__(self, mark: str = ",") -> None:
        super().__init__()
        self._mark = mark
        self.setDecimals(1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def set_mark(self, mark: str) -> None:
        """Show the decimal mark of another language."""
        self._mark = mark
        self.lineEdit().setText(self.textFromValue(self.value()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: whoever scrolls past must not change the hours unseen."""
        event.ignore()

    def textFromValue(self, value: float) -> str:
        """Return the hours as people write them."""
        return f"{value:.1f}".removesuffix(".0").replace(".", self._mark)

    def valueFromText(self, text: str) -> float:
        """Read hours; the nearest that is allowed where nothing can be read."""
        try:
            return float(text.replace(",", "."))
        except ValueError:
            return self.minimum()

    def validate(self, text: str, at: int) -> tuple[QValidator.State, str, int]:
        """Let digits and one mark be typed."""
        whole, _, part = text.replace(",", ".").partition(".")
        if not (whole + part).isdecimal() and whole + part:
            return QValidator.State.Invalid, text, at
        if len(part) > 1 or (whole and int(whole) > self.maximum()):
            return QValidator.State.Invalid, text, at
        ready = bool(whole) and self.minimum() <= self.valueFromText(text) <= self.maximum()
        return (QValidator.State.Acceptable if ready else QValidator.State.Intermediate), text, at


class FormRow(QWidget):
    """A field under its name, with a hint beneath that turns clay when something is amiss."""

    def __init__(self, theme: Theme, field: QWidget, name: str = "", hint: str = "") -> None:
        super().__init__()
        self.field = field
        self._hint_text = hint
        self._name: QLabel = Label(theme, name)
        self._name.setBuddy(field)
        self._hint, self._fault = small(theme, hint), wants(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        for part in (self._name, field, self._hint, self._fault):
            column.addWidget(part)
        self.set_words(name, hint)
        self.set_fault("")
        field.installEventFilter(self)

    def set_words(self, name: str, hint: str = "") -> None:
        """Name the field and say what it is for; a screen reader hears both."""
        self._hint_text = hint
        self._name.setText(name)
        self._hint.setText(hint)
        self.field.setAccessibleName(name)
        self.field.setAccessibleDescription(hint)
        self._hint.setVisible(bool(hint))

    def set_fault(self, sentence: str) -> None:
        """Say what is amiss; an empty sentence takes it back."""
        put(self.field, "fault", bool(sentence))
        self._fault.setText(sentence)
        self._fault.setVisible(bool(sentence))
        self._hint.setVisible(bool(self._hint_text) and not sentence)
        self.field.setAccessibleDescription(sentence or self._hint_text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grey the name with its field."""
        if event.type() is QEvent.Type.EnabledChange:
            self._name.setEnabled(self.field.isEnabled())
        return super().eventFilter(watched, event)
