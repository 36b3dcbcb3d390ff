"""Where an answer is given in together mode: large answers to choose from, a number, a large field for words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QIntValidator, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from exit_desktop.domain.answers import Value
from exit_desktop.ui.together.choices import LargeChoice, chosen_in, is_one
from exit_desktop.ui.together.large_buttons import Face, LargeCheck, LargeRadio, light
from exit_desktop.ui.together.measures import TOUCH, Letters, Measures

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exit_desktop.instruments.definition import Question

# A pause in the typing after which what is written is saved.
SAVE_AFTER_MS = 250
# More answers than this stand in two columns, where the words leave room for it.
ONE_COLUMN = 7
ROW_TALL = 76


class AnswerPlace(QWidget):
    """Base: `given(value)` with each answer, None when it is taken back."""

    given = Signal(object)

    @property
    def wide(self) -> bool:
        """Whether answers stand side by side and want the width."""
        return False

    def show_value(self, value: Value) -> None:
        """Show an answer that is kept."""
        raise NotImplementedError

    def stops(self) -> list[QWidget]:
        """Return what the arrow keys go through."""
        raise NotImplementedError

    def take_key(self, _text: str) -> bool:
        """Choose with one key; False if the key chooses nothing here."""
        return False

    def finish(self) -> None:
        """Give what is written and not yet given."""


class ChoicePlace(AnswerPlace):
    """Answers as large as a finger, below each other or in a row; nothing is chosen before somebody does."""

    def __init__(self, measures: Measures, choices: tuple[LargeChoice, ...], multiple: bool, in_row: bool) -> None:
        super().__init__()
        self._choices, self._multiple = choices, multiple
        face = Face(measures, middle=in_row, tall=ROW_TALL if in_row else TOUCH)
        kind = LargeCheck if multiple else LargeRadio
        self.buttons: list[LargeCheck | LargeRadio] = [kind(face, choice.words) for choice in choices]
        for button, choice in zip(self.buttons, choices, strict=True):
            button.setAccessibleDescription(choice.spoken)
            if in_row:
                button.setFont(measures.font(Letters.ANSWER, bold=True))
            button.clicked.connect(self._clicked)
        self._wide = in_row or len(choices) > ONE_COLUMN
        if in_row:
            self._lay_in_row()
        else:
            self._lay_down()

    @property
    def wide(self) -> bool:
        """Whether answers stand side by side and want the width."""
        return self._wide

    def show_value(self, value: Value) -> None:
        """Light the answers of a value."""
        lit = chosen_in(value)
        for button, choice in zip(self.buttons, self._choices, strict=True):
            light(button, any(is_one(choice, one) for one in lit))

    def stops(self) -> list[QWidget]:
        """Return the answers."""
        return list(self.buttons)

    def take_key(self, text: str) -> bool:
        """Choose the answer that has this key."""
        for button, choice in zip(self.buttons, self._choices, strict=True):
            if text in choice.keys:
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                button.click()
                return True
        return False

    def _lay_in_row(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        for button in self.buttons:
            line.addWidget(button, 1)

    def _lay_down(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        columns = 2 if len(self.buttons) > ONE_COLUMN else 1
        lines = -(-len(self.buttons) // columns)
        for at, button in enumerate(self.buttons):
            grid.addWidget(button, at % lines, at // lines)
        for column in range(columns):
            grid.setColumnStretch(column, 1)

    def _clicked(self) -> None:
        pressed = self.sender()
        at = next(i for i, button in enumerate(self.buttons) if button is pressed)
        value = self._after(at) if self._multiple else self._choices[at].value
        self.show_value(value)
        self.given.emit(value)

    def _after(self, at: int) -> Value:
        """Return the value after one of several answers was turned on or off."""
        lit = {i for i, button in enumerate(self.buttons) if button.isChecked()}
        if at in lit:
            alone = self._choices[at].alone
            lit = {at} if alone else {i for i in lit if not self._choices[i].alone}
        return tuple(str(self._choices[i].value) for i in sorted(lit)) or None


class _OwnLine(QLineEdit):
    """A field of one line that knows no shortcut: nothing that was copied elsewhere comes in."""

    def __init__(self, measures: Measures) -> None:
        super().__init__()
        self.setFont(measures.font(Letters.ANSWER))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAcceptDrops(False)
        self.setMinimumHeight(measures.px(TOUCH))

    def event(self, event: QEvent) -> bool:
        """Let no shortcut of the system's through."""
        return True if _is_shortcut(event) else super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrows to the window while there is nothing to go through."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and not self.text():
            event.ignore()
        else:
            super().keyPressEvent(event)


class _OwnText(QPlainTextEdit):
    """A large field of several lines; Enter goes on, Shift+Enter breaks the line, nothing copied comes in."""

    left = Signal()

    def __init__(self, measures: Measures) -> None:
        super().__init__()
        self.setFont(measures.font(Letters.ANSWER))
        self.setTabChangesFocus(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAcceptDrops(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(measures.px(150))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def event(self, event: QEvent) -> bool:
        """Let no shortcut of the system's through."""
        return True if _is_shortcut(event) else super().event(event)

    def canInsertFromMimeData(self, _source: QMimeData) -> bool:
        """Take nothing that was copied."""
        return False

    def insertFromMimeData(self, _source: QMimeData) -> None:
        """Take nothing that was copied."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Enter and Esc to the window."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if (enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier) or event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the field was left."""
        super().focusOutEvent(event)
        self.left.emit()


class NumberPlace(AnswerPlace):
    """A whole number, typed; saved as soon as it is one that the question takes."""

    def __init__(self, measures: Measures, question: Question) -> None:
        super().__init__()
        self._question = question
        self.line = _OwnLine(measures)
        self.line.setMaxLength(len(str(question.maximum)))
        self.line.setValidator(QIntValidator(0, question.maximum, self.line))
        self.line.setMaximumWidth(measures.px(220))
        self.line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.line.textEdited.connect(self._edited)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.addStretch(1)
        across.addWidget(self.line, 2)
        across.addStretch(1)

    def show_value(self, value: Value) -> None:
        """Show a number."""
        if not (value is None and self.line.hasFocus()):
            self.line.setText("" if value is None else str(value))

    def stops(self) -> list[QWidget]:
        """Return the field."""
        return [self.line]

    def _edited(self, text: str) -> None:
        value = int(text) if text.isdecimal() else None
        if value is None or self._question.minimum <= value <= self._question.maximum:
            self.given.emit(value)


class WordsPlace(AnswerPlace):
    """Words in a large field, saved while they are written."""

    def __init__(self, measures: Measures, longest: int) -> None:
        super().__init__()
        self._longest, self._kept = longest, ""
        self.field = _OwnText(measures)
        self._soon = QTimer(self, singleShot=True, interval=SAVE_AFTER_MS)
        self._soon.timeout.connect(self.finish)
        self.field.textChanged.connect(self._soon.start)
        self.field.left.connect(self.finish)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.field)

    def show_value(self, value: Value) -> None:
        """Show words, unless somebody is writing just now."""
        words = value if isinstance(value, str) else ""
        if not self.field.hasFocus() and self._typed() != words:
            self._kept = words
            self.field.setPlainText(words)

    def stops(self) -> list[QWidget]:
        """Return the field."""
        return [self.field]

    def finish(self) -> None:
        """Give what is written and not yet given."""
        self._soon.stop()
        if self._typed() != self._kept:
            self._kept = self._typed()
            self.given.emit(self._kept or None)

    def _typed(self) -> str:
        return self.field.toPlainText()[: self._longest].strip()


def _is_shortcut(event: QEvent) -> bool:
    if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
        return False
    modifiers = event.modifiers()
    # AltGr reaches some systems as Ctrl and Alt together, and writes letters.
    held = bool(modifiers & Qt.KeyboardModifier.ControlModifier) and not modifiers & Qt.KeyboardModifier.AltModifier
    return (held and event.key() not in _MOVING) or event.key() == Qt.Key.Key_Insert


_MOVING = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


def places_between(stops: Sequence[QWidget], focused: QWidget | None, step: int) -> QWidget | None:
    """Return the stop that the arrow keys come to next; the first one when the keyboard is elsewhere."""
    found = [at for at, stop in enumerate(stops) if stop is focused]
    if not stops:
        return None
    if not found:
        return stops[0 if step > 0 else -1]
    return stops[(found[0] + step) % len(stops)]
