"""One question in large letters with its answers; what was said last time comes after an answer, never before."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from exit_desktop.domain.answers import Answer, AnswerState
from exit_desktop.instruments.definition import Kind
from exit_desktop.instruments.validating import LONGEST_NOTE
from exit_desktop.ui.together.answer_places import AnswerPlace, ChoicePlace, NumberPlace, WordsPlace, places_between
from exit_desktop.ui.together.choices import STATES, LargeChoice, choices_of, chosen_in, is_one, is_row, states_of
from exit_desktop.ui.together.large_buttons import Face, LargeRadio, Manner, light
from exit_desktop.ui.together.measures import Letters, Measures
from exit_desktop.ui.together.scrolling import QuietScroll

if TYPE_CHECKING:
    from exit_desktop.system.language import Texts
    from exit_desktop.ui.together.walk import Stop

# How wide answers may stand below each other, and side by side, in pixels at 100 %.
WIDEST, WIDEST_ROW = 820, 1000


@dataclass(frozen=True, slots=True)
class Asked:
    """A stop, what is told of the way ("3 of 17"), and the line about last time, empty if there is none."""

    stop: Stop
    way: str
    last_time: str = ""


class QuestionLabel(QLabel):
    """The question itself; the keyboard begins here, a line beneath it says so, and a screen reader reads it."""

    def __init__(self, measures: Measures, words: str) -> None:
        super().__init__(words)
        self._measures = measures
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(measures.font(Letters.QUESTION, bold=True))
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setContentsMargins(0, 0, 0, measures.px(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line of the keyboard."""
        super().paintEvent(event)
        if self.hasFocus():
            thick, wide = self._measures.px(3), self._measures.px(56)
            line = QRect((self.width() - wide) // 2, self.height() - thick, wide, thick)
            QPainter(self).fillRect(line, self._measures.colour("teal"))


class QuestionPage(QWidget):
    """`given(value)`, `stated(AnswerState)` for what is said instead, `noted(text)` for own words beside an answer."""

    given = Signal(object)
    stated = Signal(object)
    noted = Signal(str)

    def __init__(self, measures: Measures, asked: Asked, t: Texts) -> None:
        super().__init__()
        self.measures, self.asked, self.t = measures, asked, t
        question = asked.stop.question
        self._choices: tuple[LargeChoice, ...] = ()
        self.question = QuestionLabel(measures, question.text.of(t.language))
        self.question.setAccessibleDescription(asked.way)
        self.place = self._make_place()
        self.place.setAccessibleName(self.question.text())
        self.last_time = self._quiet("")
        self.note: WordsPlace | None = None
        self._note_name: QLabel | None = None
        self.states = {state: self._state_button(state) for state in states_of(question)}
        self._build()
        self._connect()

    def show_answer(self, answer: Answer | None) -> None:
        """Show what is kept of the answer, and only then what was said last time."""
        said = answer is not None and answer.has_value
        self.place.show_value(answer.value if answer is not None and said else None)
        for state, button in self.states.items():
            light(button, answer is not None and answer.state is state)
        self.last_time.setText(self.asked.last_time if said else "")
        if self.note is not None and self._note_name is not None:
            lit = chosen_in(answer.value) if answer is not None and said else ()
            wanted = any(choice.own_words and is_one(choice, one) for choice in self._choices for one in lit)
            if wanted and self.note.isHidden():
                # Once it has its place.
                QTimer.singleShot(0, self.note, self._bring_note)
            self.note.setVisible(wanted)
            self._note_name.setVisible(wanted)
            self.note.show_value(answer.note if answer is not None else "")

    def fits(self, width: int, height: int) -> bool:
        """Say whether all of it can be seen at once in this room."""
        inner = self._content.layout()
        if inner is None:
            return True
        states = self._states_row.layout()
        below = states.totalHeightForWidth(width) if states is not None else 0
        needed = max(inner.totalMinimumSize().width(), self._states_row.minimumSizeHint().width())
        return needed <= width and inner.totalHeightForWidth(width) + below <= height

    def stops(self) -> list[QWidget]:
        """Return what the arrow keys go through, in reading order."""
        extra = self.note.stops() if self.note is not None and self.note.isVisible() else []
        return [*self.place.stops(), *extra, *self.states.values()]

    def step(self, step: int) -> None:
        """Go to the next answer, or the one before."""
        there = places_between(self.stops(), self.focusWidget(), step)
        if there is not None:
            there.setFocus(Qt.FocusReason.TabFocusReason)
            self._scroll.bring(there)

    def take_focus(self) -> None:
        """Begin with the question, or in the field where words or a number are written."""
        first = self.place.stops()[0]
        writes = isinstance(first, QLineEdit | QPlainTextEdit)
        (first if writes else self.question).setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> None:
        """Give what is written and not yet given."""
        self.place.finish()
        if self.note is not None:
            self.note.finish()

    def _bring_note(self) -> None:
        if self.note is not None:
            self._scroll.bring(self.note)

    def _make_place(self) -> AnswerPlace:
        question, measures = self.asked.stop.question, self.measures
        if question.kind is Kind.NUMBER:
            return NumberPlace(measures, question)
        if question.kind is Kind.TEXT:
            return WordsPlace(measures, question.maximum)
        self._choices = choices_of(question, self.t)
        return ChoicePlace(measures, self._choices, question.kind is Kind.MULTIPLE, is_row(question))

    def _build(self) -> None:
        px, question = self.measures.px, self.asked.stop.question
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(px(30), px(6), px(30), px(6))
        column.setSpacing(px(8))
        column.addStretch(2)
        for words in self._words_before():
            column.addLayout(self._centred(self._quiet(words), WIDEST))
        column.addWidget(self.question)
        if question.help is not None:
            column.addWidget(self._quiet(question.help.of(self.t.language)))
        column.addSpacing(px(6))
        column.addLayout(self._centred(self.place, WIDEST_ROW if self.place.wide else WIDEST))
        self._add_ends(column)
        self._add_note(column)
        column.addWidget(self.last_time)
        column.addStretch(3)
        self._states_row = QWidget()
        line = QHBoxLayout(self._states_row)
        line.setContentsMargins(px(30), 0, px(30), 0)
        line.setSpacing(px(4))
        line.addStretch(1)
        for button in self.states.values():
            line.addWidget(button)
        line.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self._scroll = QuietScroll(self._content)
        whole.addWidget(self._scroll, 1)
        whole.addWidget(self._states_row)

    def _words_before(self) -> list[str]:
        """Return what is read before the question: the section's explanation once, the beginning of its sentence."""
        stop, language = self.asked.stop, self.t.language
        intro = stop.section.intro.of(language) if stop.section.intro is not None and stop.opens else ""
        title = stop.section.title.of(language)
        begun = self.question.text().casefold().startswith(title.casefold())
        return [words for words in (intro, title if stop.stem and not begun else "") if words]

    def _add_ends(self, column: QVBoxLayout) -> None:
        ends = self.asked.stop.question.anchors
        if ends is None or not is_row(self.asked.stop.question):
            return
        line = QHBoxLayout()
        sides = (ends.lowest, Qt.AlignmentFlag.AlignLeft), (ends.highest, Qt.AlignmentFlag.AlignRight)
        for wording, side in sides:
            label = self._quiet(wording.of(self.t.language))
            label.setAlignment(side | Qt.AlignmentFlag.AlignTop)
            line.addWidget(label, 1)
        line.setContentsMargins(self.measures.px(6), 0, self.measures.px(6), 0)
        line.setSpacing(self.measures.px(40))
        inner = QWidget()
        inner.setLayout(line)
        column.addLayout(self._centred(inner, WIDEST_ROW))

    def _add_note(self, column: QVBoxLayout) -> None:
        if not any(choice.own_words for choice in self._choices):
            return
        self._note_name = self._quiet(self.t("In your own words"))
        self.note = WordsPlace(self.measures, LONGEST_NOTE)
        self.note.field.setMinimumHeight(self.measures.px(80))
        self.note.field.setAccessibleName(self._note_name.text())
        column.addWidget(self._note_name)
        column.addLayout(self._centred(self.note, WIDEST))
        # Hidden in its place, not before it has one: it would be a window of its own.
        for part in (self._note_name, self.note):
            part.hide()

    def _connect(self) -> None:
        self.place.given.connect(self.given)
        for stop in self.place.stops():
            if isinstance(stop, QLineEdit | QPlainTextEdit):
                stop.setAccessibleName(self.question.text())
        if self.note is not None:
            self.note.given.connect(lambda words: self.noted.emit(words or ""))

    def _state_button(self, state: AnswerState) -> LargeRadio:
        button = LargeRadio(Face(self.measures, Manner.QUIET), self.t(STATES[state]))
        button.setAccessibleDescription(self.question.text())
        button.clicked.connect(partial(self._state_given, state))
        return button

    def _state_given(self, state: AnswerState, _checked: bool = False) -> None:
        self.stated.emit(state)

    def _quiet(self, words: str) -> QLabel:
        label = QLabel(words)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setFont(self.measures.font(Letters.QUIET))
        label.setProperty("kind", "muted")
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return label

    def _centred(self, widget: QWidget, widest: int) -> QHBoxLayout:
        widget.setMaximumWidth(self.measures.px(widest))
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.addStretch(1)
        line.addWidget(widget, 1000)
        line.addStretch(1)
        return line
