"""One question with everything that belongs to it: its answer, why there is none, a note, the worker's own view."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from exit_desktop.domain.answers import Answer, AnswerState, Respondent, Value
from exit_desktop.instruments.definition import Kind, Question, Scoring
from exit_desktop.instruments.wording import STATE_KEYS, STATE_WORDS, TypedKey, type_in_keys
from exit_desktop.system.language import Texts
from exit_desktop.ui.course.readings.answer_inputs import ChoiceInput, TextInput, make_input
from exit_desktop.ui.course.readings.prefill_line import PrefillLine, Proposal, links_in_lines
from exit_desktop.ui.course.readings.question_note import QuestionNote
from exit_desktop.ui.course.readings.row_place import RowPlace
from exit_desktop.ui.widgets.buttons import LinkButton
from exit_desktop.ui.widgets.guard_line import GuardLine
from exit_desktop.ui.widgets.labels import Label, heading, muted, small
from exit_desktop.ui.widgets.panels import QuietPanel, row, rule

if TYPE_CHECKING:
    from exit_desktop.ui.course.work import CourseWork


class QuestionRow(QWidget):
    """`changed(Answer)` for an answer to write, `cleared(Answer)` for one to take out, `finished` to go on;
    `sources_wanted(question key)` to see what a proposal was worked out from.
    """

    changed = Signal(object)
    cleared = Signal(object)
    finished = Signal()
    sources_wanted = Signal(str)

    def __init__(self, work: CourseWork, place: RowPlace) -> None:
        super().__init__()
        self.t, self._work, self.place = work.session.t, work, place
        # The window's own words where they are in the same language: reading a catalogue takes its time.
        self._words = self.t if place.language == self.t.language else Texts(place.language)
        self._answer: Answer | None = None
        self._workers: Answer | None = None
        self._proposal: Proposal | None = None
        self._fast = False
        self._build(work, place.question)
        self._build_note(work)
        self.retranslate()

    @property
    def question(self) -> Question:
        """What is asked."""
        return self.place.question

    def show_answers(self, answer: Answer | None, workers: Answer | None) -> None:
        """Show what is kept."""
        self._answer, self._workers = answer, workers
        self._input.show_value(answer.value if answer else None)
        if self._own is not None:
            self._own.show_value(workers.value if workers else None)
        self._note.show_saved(answer.note if answer else "")
        self._show_own.setChecked(self._show_own.isChecked() or (workers is not None and workers is not answer))
        self._fold()
        self._tell_state()
        self._guide()
        self._propose()

    def show_proposal(self, proposal: Proposal | None) -> None:
        """Show what is proposed; it is no answer until the worker says that it fits."""
        self._proposal = proposal
        self._propose()

    def set_fast(self, on: bool) -> None:
        """Show the keys, and go on to the next question after each."""
        self._fast = on
        self._input.show_keys(on)

    @property
    def answered(self) -> bool:
        """Whether something stands here, an answer or why there is none."""
        return self._answer is not None

    def take_focus(self) -> None:
        """Put the keyboard into the answer."""
        self._input.field().setFocus(Qt.FocusReason.TabFocusReason)

    def retranslate(self) -> None:
        """Speak the worker's language; the question stays in the reading's."""
        t = self.t
        self._why_not.setText(t("No answer"))
        self._open_note.setText(t("Note"))
        self._show_own.setText(t("My own view"))
        self._own_name.setText(t("How I see it myself"))
        if self._own is not None:
            self._own.name(t("How I see it myself"))
        self._note.retranslate()
        for action, state in zip(self._menu.actions(), self.question.states, strict=True):
            action.setText(t("{words}  ({key})", words=t(STATE_WORDS[state]), key=STATE_KEYS[state]))
        self._tell_state()
        self._guide()
        self._prefill.retranslate()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer with one key."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if self._typed(event):
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._is_empty_number():
                # An empty number is not yet one to its field, which would keep the key to itself.
                self._enter()
                return True
        return super().eventFilter(watched, event)

    def _build(self, work: CourseWork, question: Question) -> None:
        theme = work.session.theme
        self._input = make_input(question, self._words, theme)
        self._own = make_input(question, self._words, theme) if self._is_seen_twice() else None
        self._text = heading(theme, question.text.of(self.place.language))
        self._help = muted(theme, question.help.of(self.place.language) if question.help else "")
        # Only hidden here: what is shown before it has a place in the row would be a window of its own.
        if question.help is None or self.place.instrument.scoring is Scoring.AREAS:
            self._help.hide()
        self._input.name(question.text.of(self.place.language))
        self._input.given.connect(self._give)
        self._input.done.connect(self._enter)
        if self._own is not None:
            self._own.given.connect(self._give_own)
        for chip in (self._input.field(), *self._input.findChildren(QWidget)):
            chip.installEventFilter(self)
        self._guidance = QuietPanel(theme)
        self._guidance_words = Label(theme)
        self._guidance.body.addWidget(self._guidance_words)
        self._build_links()

    def _is_seen_twice(self) -> bool:
        """Whether the worker may say how they see it themselves, beside the citizen's answer."""
        areas = self.place.instrument.scoring is Scoring.AREAS
        return areas and Respondent.WORKER in self.question.respondents[1:]

    def _build_links(self) -> None:
        question = self.question
        self._prefill = PrefillLine(self._work, self._text.text())
        self._prefill.hide()
        self._prefill.confirmed.connect(self._confirm)
        self._prefill.sources_wanted.connect(partial(self.sources_wanted.emit, question.key))
        self._why_not, self._open_note, self._show_own = LinkButton(), LinkButton(), LinkButton()
        self._own_name = small(self._work.session.theme)
        self._menu = QMenu(self)
        for state in question.states:
            self._menu.addAction("").triggered.connect(partial(self._give_state, state))
        self._why_not.setMenu(self._menu)
        if not question.states:
            self._why_not.hide()
        for link in (self._open_note, self._show_own):
            link.setCheckable(True)
            link.toggled.connect(self._fold)
        if not self.place.notes:
            self._open_note.hide()
        if self._own is None:
            self._show_own.hide()

    def _build_note(self, work: CourseWork) -> None:
        theme = work.session.theme
        self._note = QuestionNote(work, f"{self.place.path}/note", self.place.earlier)
        self._note.written.connect(self._write_note)
        self._open_note.setChecked(self._note.restored or self.place.earlier is not None)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(5))
        parts = [rule(), self._text, self._help, self._input, self._guidance, self._own_name]
        if self._own is not None:
            parts.append(self._own)
        if self.question.computed:
            parts.insert(4, self._prefill)
        if isinstance(self._input, TextInput):
            parts.insert(4, GuardLine(work, self._input.writing))
            work.session.drafts.attach(self._input.writing, self.place.path)
        for part in parts:
            column.addWidget(part)
        links = [self._why_not, self._open_note, self._show_own]
        if self.question.computed:
            # One more than fits beside the others where the window is narrow: they may take a second line.
            column.addWidget(links_in_lines([*links, self._prefill.link], theme.px(4)))
        else:
            # It has no place here; without an owner it would outlive the row, and a lock.
            for unused in (self._prefill, self._prefill.link):
                unused.setParent(self)
            column.addLayout(row(*links, 1, spacing=theme.px(4)))
        column.addWidget(self._note)
        self._fold()

    def _fold(self) -> None:
        self._note.unfold(self._open_note.isChecked() or bool(self._answer and self._answer.note))
        own = self._show_own.isChecked() and self._own is not None
        self._own_name.setVisible(own)
        if self._own is not None:
            self._own.setVisible(own)

    def _tell_state(self) -> None:
        missing = self._answer is not None and not self._answer.has_value
        state = self._answer.state if self._answer else AnswerState.NOT_ASKED
        self._why_not.setText(self.t(STATE_WORDS[state]) if missing else self.t("No answer"))
        self._why_not.setAccessibleDescription(self._text.text())

    def _guide(self) -> None:
        chosen = self._answer.value if self._answer else None
        keys = chosen if isinstance(chosen, tuple) else (chosen,)
        options = [option for option in self.question.options if option.key in keys]
        told = [option.guidance.of(self.t.language) for option in options if option.guidance]
        self._guidance_words.setText("\n".join(told))
        self._guidance.setVisible(bool(told))
        if any(option.own_words for option in options):
            self._open_note.setChecked(True)
            theirs = self.question.asked_of is Respondent.CITIZEN
            self._note.ask_for(self.t("In the citizen's own words") if theirs else self.t("In a few words"))

    def _propose(self) -> None:
        self._prefill.show_state(self._proposal, self._answer)
        if isinstance(self._input, ChoiceInput):
            waits = self._proposal is not None and self._answer is None
            self._input.show_proposal(self._proposal.value if self._proposal and waits else None, self.t("Proposed"))

    def _confirm(self) -> None:
        if self._proposal is not None:
            self._give(self._proposal.value)

    def _enter(self) -> None:
        # Enter on a question that waits for a yes says it, and goes on.
        if self._prefill.waits:
            self._confirm()
        self.finished.emit()

    def _bare(self) -> Answer:
        place = self.place
        return Answer(
            instrument=place.instrument.id,
            version=place.instrument.version,
            question=place.question.key,
            respondent=place.question.asked_of,
        )

    def _give(self, value: Value) -> None:
        note = self._answer.note if self._answer else ""
        if isinstance(self._input, TextInput):
            self._work.session.drafts.drop(self.place.path)
        if value is not None:
            self.changed.emit(replace(self._answer or self._bare(), state=AnswerState.ANSWERED, value=value))
        elif note and AnswerState.NOT_ASKED in self.question.states:
            self._give_state(AnswerState.NOT_ASKED)
        elif self._answer is not None:
            self.cleared.emit(self._answer)

    def _give_state(self, state: AnswerState, _checked: bool = False) -> None:
        self.changed.emit(replace(self._answer or self._bare(), state=state, value=None))

    def _give_own(self, value: Value) -> None:
        base = self._workers or replace(self._bare(), respondent=Respondent.WORKER)
        if value is None:
            self.cleared.emit(base)
        else:
            self.changed.emit(replace(base, value=value))

    def _write_note(self, text: str) -> None:
        if self._answer is None and not text:
            return
        base = self._answer or replace(self._bare(), state=AnswerState.NOT_ASKED)
        if not text and self._answer is not None and self._answer.state is AnswerState.NOT_ASKED:
            self.cleared.emit(self._answer)
        else:
            self.changed.emit(replace(base, note=text))

    def _typed(self, event: QKeyEvent) -> bool:
        if event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier):
            return False
        typed = next((one for one in type_in_keys(self.question) if one.key == event.text().lower()), None)
        if typed is None or not event.text() or not self._takes_keys():
            return False
        self._take(typed)
        return True

    def _is_empty_number(self) -> bool:
        return self.question.kind is Kind.NUMBER and not getattr(self._input.field(), "text", str)()

    def _takes_keys(self) -> bool:
        writing = self._input.field()
        return isinstance(self._input, ChoiceInput) or not getattr(writing, "text", str)()

    def _take(self, typed: TypedKey) -> None:
        if typed.state is not AnswerState.ANSWERED:
            self._give_state(typed.state)
        elif isinstance(self._input, ChoiceInput) and isinstance(typed.value, tuple):
            self._give(self._input.toggled(typed.value[0]))
            return
        else:
            self._give(typed.value)
        if self._fast and self.question.kind is not Kind.MULTIPLE:
            self.finished.emit()
