"""Corrects one answer of a finished reading: the new answer, the reason, and the trace that stays."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QWidget

from exit_desktop.domain.answers import Answer, AnswerState, Value
from exit_desktop.instruments.definition import Question
from exit_desktop.instruments.wording import STATE_WORDS, answer_text
from exit_desktop.system.language import Texts
from exit_desktop.ui.course.readings.answer_inputs import Choice, ChoiceInput, make_input
from exit_desktop.ui.widgets.buttons import Button, PrimaryButton
from exit_desktop.ui.widgets.dialog_room import DialogRoom
from exit_desktop.ui.widgets.fields import FormRow, TextLine
from exit_desktop.ui.widgets.flow import buttons
from exit_desktop.ui.widgets.labels import heading, muted

if TYPE_CHECKING:
    from exit_desktop.ui.course.work import CourseWork


class CorrectionDialog(QDialog):
    """Accepted with `answer` and `reason`; both are needed."""

    def __init__(self, parent: QWidget, work: CourseWork, question: Question, answer: Answer) -> None:
        super().__init__(parent)
        self.t, theme = work.session.t, work.session.theme
        t = self.t
        self.answer = answer
        self._before = answer
        self._input = make_input(question, t, theme)
        states = tuple(Choice(state.value, t(STATE_WORDS[state]), "") for state in question.states)
        self._states = ChoiceInput(states, multiple=False) if states else None
        self.reason = TextLine()
        self._reason_row = FormRow(theme, self.reason, t("Reason"), t("What it said before is kept with the reason."))
        self._write, self._cancel = PrimaryButton(t("Write the correction")), Button(t("Leave it as it is"))
        self.setWindowTitle("Forløb")
        self.setAccessibleName(t("Correct an answer"))
        self._build(work, question)
        self._input.name(question.label.of(t.language))
        self._input.show_value(answer.value)
        self._show_state()
        self._connect()
        self._settle()

    def _build(self, work: CourseWork, question: Question) -> None:
        theme, t = work.session.theme, self.t
        room = DialogRoom(self, theme, 560)
        column = room.inner
        column.addWidget(heading(theme, question.label.of(t.language)))
        now = answer_text(question, self._before, t)
        column.addWidget(muted(theme, t("Now: {answer}", answer=now)))
        column.addWidget(self._input)
        if self._states is not None:
            column.addWidget(self._states)
        column.addWidget(self._reason_row)
        column.addStretch(1)
        room.column.addWidget(room.area)
        room.column.addLayout(buttons(theme, self._write, self._cancel))

    def _connect(self) -> None:
        self._input.given.connect(self._give)
        if self._states is not None:
            self._states.given.connect(self._give_state)
        self.reason.textChanged.connect(self._settle)
        self._write.clicked.connect(self.accept)
        self._cancel.clicked.connect(self.reject)

    def _give(self, value: Value) -> None:
        if value is not None:
            self.answer = replace(self._before, value=value, state=AnswerState.ANSWERED)
            self._show_state()
            self._settle()

    def _give_state(self, value: Value) -> None:
        if isinstance(value, str):
            self.answer = replace(self._before, value=None, state=AnswerState(value))
            self._input.show_value(None)
            self._settle()

    def _show_state(self) -> None:
        if self._states is not None:
            self._states.show_value(None if self.answer.has_value else self.answer.state.value)

    def _settle(self) -> None:
        other = (self.answer.value, self.answer.state) != (self._before.value, self._before.state)
        self._write.setEnabled(other and bool(self.reason.text().strip()))


def trace_words(question: Question, answer: Answer, t: Texts) -> list[str]:
    """Return what the answer said before, the newest first, with the reasons."""
    told = []
    for earlier in reversed(answer.earlier):
        was = answer_text(question, replace(answer, value=earlier.value, state=earlier.state), t)
        until = t.date(earlier.until)
        if earlier.reason:
            told.append(t("Until {date}: {answer}. {reason}", date=until, answer=was, reason=earlier.reason))
        else:
            told.append(t("Until {date}: {answer}", date=until, answer=was))
    return told
