"""What a question is answered with: chips to choose from, a number, a text. Nothing is chosen before somebody does."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from exit_desktop.domain.answers import Value
from exit_desktop.instruments.definition import Kind, Question
from exit_desktop.instruments.wording import type_in_keys, value_text
from exit_desktop.system.language import Texts
from exit_desktop.ui.theme import Theme
from exit_desktop.ui.widgets.buttons import Chip
from exit_desktop.ui.widgets.ctrl_enter import ENTERS
from exit_desktop.ui.widgets.fields import TextArea, TextLine
from exit_desktop.ui.widgets.flow import FlowLayout
from exit_desktop.ui.widgets.properties import put

# A text up to this long is asked for on one line.
ONE_LINE = 120


@dataclass(frozen=True, slots=True)
class Choice:
    """One chip; `alone` takes every other choice back, as "none of these" does."""

    value: bool | int | str
    words: str
    key: str
    alone: bool = False


class AnswerInput(QWidget):
    """Base: `given(value)` when the worker answers, None when the answer is taken back; `done` on Enter."""

    given = Signal(object)
    done = Signal()

    def show_value(self, value: Value) -> None:
        """Show a value that is kept."""
        raise NotImplementedError

    def field(self) -> QWidget:
        """Return the part that Tab comes to."""
        raise NotImplementedError

    def show_keys(self, shown: bool) -> None:
        """Show the key of each choice beside its words."""

    def name(self, words: str) -> None:
        """Tell a screen reader what is asked."""
        self.field().setAccessibleName(words)


class ChoiceInput(AnswerInput):
    """Chips; one stop for Tab, the arrows go from chip to chip. A chosen chip pressed again takes the answer back."""

    def __init__(self, choices: tuple[Choice, ...], multiple: bool) -> None:
        super().__init__()
        self._choices, self._multiple = choices, multiple
        self._question = ""
        self._chips = [Chip(choice.words) for choice in choices]
        line = FlowLayout(self, spacing=6)
        for at, chip in enumerate(self._chips):
            chip.installEventFilter(self)
            chip.clicked.connect(self._clicked)
            chip.setProperty("at", at)
            line.addWidget(chip)
        self._settle()

    def show_value(self, value: Value) -> None:
        """Light the chips of a value."""
        chosen = _chosen(value)
        for choice, chip in zip(self._choices, self._chips, strict=True):
            chip.setChecked(any(type(one) is type(choice.value) and one == choice.value for one in chosen))
        self._settle()

    def show_proposal(self, value: Value, words: str) -> None:
        """Mark the chips of a proposed value with a dashed edge, and for a screen reader in words; none is lit."""
        chosen = _chosen(value)
        for choice, chip in zip(self._choices, self._chips, strict=True):
            proposed = any(type(one) is type(choice.value) and one == choice.value for one in chosen)
            put(chip, "proposed", proposed)
            chip.setAccessibleDescription(f"{words}. {self._question}" if proposed else self._question)

    def field(self) -> QWidget:
        """Return the lit chip, or the first."""
        return next((chip for chip in self._chips if chip.isChecked()), self._chips[0])

    def show_keys(self, shown: bool) -> None:
        """Write each chip's key before its words, unless they are the same."""
        for choice, chip in zip(self._choices, self._chips, strict=True):
            same = choice.words.startswith(choice.key) or not choice.key
            chip.setText(choice.words if same or not shown else f"{choice.key}  {choice.words}")

    def name(self, words: str) -> None:
        """Let every chip say what it answers, after its own words."""
        self._question = words
        for chip in self._chips:
            chip.setAccessibleDescription(words)

    def toggled(self, choice_value: Value) -> Value:
        """Return the value after the chip of `choice_value` is pressed; None when nothing is left of it."""
        at = next(i for i, choice in enumerate(self._choices) if choice.value == choice_value)
        lit = [i for i, chip in enumerate(self._chips) if chip.isChecked()]
        if not self._multiple:
            return None if at in lit else self._choices[at].value
        if at in lit:
            left = [i for i in lit if i != at]
        else:
            alone = self._choices[at].alone
            left = sorted([at, *(i for i in lit if not alone and not self._choices[i].alone)])
        return tuple(str(self._choices[i].value) for i in left) or None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go from chip to chip."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
            if step is not None:
                at = (int(watched.property("at")) + step) % len(self._chips)
                self._chips[at].setFocus(Qt.FocusReason.OtherFocusReason)
                return True
            if event.key() in ENTERS:
                self.done.emit()
                return True
        return super().eventFilter(watched, event)

    def _clicked(self) -> None:
        chip = self.sender()
        if isinstance(chip, Chip):
            chip.setChecked(not chip.isChecked())  # as it was before: what it becomes is said by `show_value`
            value = self.toggled(self._choices[self._chips.index(chip)].value)
            self.show_value(value)
            chip.setFocus(Qt.FocusReason.OtherFocusReason)
            self.given.emit(value)

    def _settle(self) -> None:
        stop = self.field()
        for chip in self._chips:
            policy = Qt.FocusPolicy.StrongFocus if chip is stop else Qt.FocusPolicy.ClickFocus
            chip.setFocusPolicy(policy)


class NumberInput(AnswerInput):
    """A whole number, given when the field is left."""

    def __init__(self, theme: Theme, question: Question) -> None:
        super().__init__()
        self._line = TextLine(most=len(str(question.maximum)))
        self._line.setValidator(QIntValidator(0, question.maximum, self._line))
        self._line.setMaximumWidth(theme.px(110))
        self._line.left.connect(self._left)
        self._line.returnPressed.connect(self._enter)
        _fill(self, self._line)

    def show_value(self, value: Value) -> None:
        """Show a number."""
        if not self._line.hasFocus():
            self._line.set_saved("" if value is None else str(value))

    def field(self) -> QWidget:
        """Return the line."""
        return self._line

    def _left(self, text: str) -> None:
        self.given.emit(int(text) if text.strip().isdecimal() else None)

    def _enter(self) -> None:
        self._line.clearFocus()
        self.done.emit()


class TextInput(AnswerInput):
    """Words, given when the field is left; `writing` is the field itself, for the guard and the draft."""

    def __init__(self, theme: Theme, question: Question) -> None:
        super().__init__()
        short = question.maximum <= ONE_LINE
        self.writing: TextLine | TextArea = TextLine(most=question.maximum) if short else TextArea(theme)
        self.writing.left.connect(self._left)
        if isinstance(self.writing, TextLine):
            self.writing.returnPressed.connect(self._enter)
        else:
            self.writing.finished.connect(self._enter)
        _fill(self, self.writing)

    def show_value(self, value: Value) -> None:
        """Show the words, unless somebody is writing just now."""
        words = value if isinstance(value, str) else ""
        if not self.writing.hasFocus() and self.writing.text() != words:
            self.writing.set_saved(words)

    def field(self) -> QWidget:
        """Return the field."""
        return self.writing

    def _left(self, text: str) -> None:
        self.given.emit(text.strip() or None)

    def _enter(self) -> None:
        self.writing.clearFocus()
        self.done.emit()


def make_input(question: Question, words: Texts, theme: Theme) -> AnswerInput:
    """Return the input for a question in the language of `words`."""
    if question.kind is Kind.NUMBER:
        return NumberInput(theme, question)
    if question.kind is Kind.TEXT:
        return TextInput(theme, question)
    return ChoiceInput(tuple(_choices(question, words)), question.kind is Kind.MULTIPLE)


def _choices(question: Question, words: Texts) -> Iterable[Choice]:
    keys = {_one(typed.value): typed.key for typed in reversed(type_in_keys(question)) if typed.value is not None}
    values: tuple[bool | int | str, ...]
    if question.kind is Kind.YES_NO:
        values = (True, False)
    elif question.kind is Kind.SCALE:
        values = question.steps()
    else:
        values = tuple(option.key for option in question.options)
    for value in values:
        option = question.option(value) if isinstance(value, str) else None
        alone = option is not None and option.none_of_these
        yield Choice(value, value_text(question, value, words), keys.get(value, ""), alone)


def _one(value: Value) -> Value:
    return value[0] if isinstance(value, tuple) else value


def _chosen(value: Value) -> tuple[bool | int | str, ...]:
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (value,)


def _fill(place: QWidget, content: QWidget) -> None:
    column = QVBoxLayout(place)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(content)
