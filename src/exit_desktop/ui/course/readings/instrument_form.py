"""One instrument, or some sections of it, as it is asked in the reading's language; conditions show and hide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from exit_desktop.domain.answers import Respondent
from exit_desktop.domain.submissions import Submission, answers_to
from exit_desktop.instruments.definition import Instrument, Section
from exit_desktop.instruments.engine import asked_answers, visible_questions
from exit_desktop.services.readings import earlier_note
from exit_desktop.ui.course.readings.prefill_line import Proposal
from exit_desktop.ui.course.readings.question_row import QuestionRow
from exit_desktop.ui.course.readings.row_place import RowPlace
from exit_desktop.ui.widgets.in_sight import bring_into_sight, show_at_once
from exit_desktop.ui.widgets.labels import heading, muted, small
from exit_desktop.ui.widgets.panels import row

if TYPE_CHECKING:
    from collections.abc import Mapping

    from exit_desktop.ui.course.work import CourseWork


class InstrumentForm(QWidget):
    """`answered(Answer)` and `cleared(Answer)` at once; `ended` when the keyboard goes on from the last question.

    `sources_wanted(question key)` when the worker wants to see what a proposed answer was worked out from.
    """

    answered = Signal(object)
    cleared = Signal(object)
    ended = Signal()
    sources_wanted = Signal(str)

    def __init__(
        self,
        work: CourseWork,
        instrument: Instrument,
        submission: Submission,
        notes: bool = True,
        sections: tuple[Section, ...] = (),
    ) -> None:
        super().__init__()
        self._work, self.instrument, self._notes = work, instrument, notes
        self._rows: dict[str, QuestionRow] = {}
        self._heads: list[tuple[Section, list[QWidget]]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(work.session.theme.px(10))
        for section in sections or instrument.sections:
            self._add_section(section, submission)
        self._column.addStretch(1)
        self.show_submission(submission)

    @property
    def rows(self) -> tuple[QuestionRow, ...]:
        """The questions that are asked just now."""
        return tuple(one for one in self._rows.values() if not one.isHidden())

    def show_submission(self, submission: Submission) -> None:
        """Show what is kept, and only the questions that are asked after it."""
        workers = answers_to(submission, self.instrument.id, Respondent.WORKER)
        given = asked_answers(self.instrument, submission)
        visible = {question.key for question in visible_questions(self.instrument, given)}
        for key, one in self._rows.items():
            one.show_answers(given.get(key), workers.get(key))
            one.setVisible(key in visible)
        for section, heads in self._heads:
            for head in heads:
                head.setVisible(any(question.key in visible for question in section.questions))

    def show_proposals(self, proposals: Mapping[str, Proposal]) -> None:
        """Show what is proposed to each question, in words."""
        for key, one in self._rows.items():
            one.show_proposal(proposals.get(key))

    def set_fast(self, on: bool) -> None:
        """Type in from paper: one key per answer, from the first question that is open."""
        for one in self._rows.values():
            one.set_fast(on)
        if on:
            self.begin()

    def begin(self) -> None:
        """Put the keyboard into the first question that is open; where none is, into the first of all."""
        if self.rows:
            self.go_to(next((one for one in self.rows if not one.answered), self.rows[0]))

    def go_to(self, wanted: QuestionRow) -> None:
        """Put the keyboard into a question and bring it in sight."""
        wanted.take_focus()
        show_at_once(wanted)
        # The page may still be finding its shape: a form that was just opened, a note that unfolds.
        bring_into_sight(wanted)

    def retranslate(self) -> None:
        """Speak the language in force around the questions."""
        for one in self._rows.values():
            one.retranslate()

    def _add_section(self, section: Section, submission: Submission) -> None:
        theme, language = self._work.session.theme, submission.language
        heads: list[QWidget] = [heading(theme, section.title.of(language))]
        if section.intro:
            heads.append(muted(theme, section.intro.of(language)))
        for head in heads:
            self._column.addWidget(head)
        self._add_anchors(section, language)
        self._heads.append((section, heads))
        for question in section.questions:
            earlier = None
            if self._work.course is not None:
                earlier = earlier_note(self._work.course, submission, self.instrument.id, question.key)
            place = RowPlace(self.instrument, question, submission.id, language, earlier, self._notes)
            self._add_row(QuestionRow(self._work, place))

    def _add_anchors(self, section: Section, language: str) -> None:
        anchors = {question.anchors for question in section.questions}
        shared = anchors.pop() if len(anchors) == 1 else None
        if shared is not None:
            theme = self._work.session.theme
            t = self._work.session.t
            low, high = section.questions[0].minimum, section.questions[0].maximum
            lowest = t("{value}: {words}", value=low, words=shared.lowest.of(language))
            highest = t("{value}: {words}", value=high, words=shared.highest.of(language))
            self._column.addLayout(row(small(theme, lowest), small(theme, highest), spacing=theme.px(20)))

    def _add_row(self, one: QuestionRow) -> None:
        one.changed.connect(self.answered)
        one.cleared.connect(self.cleared)
        one.finished.connect(self._go_on)
        one.sources_wanted.connect(self.sources_wanted)
        self._rows[one.question.key] = one
        self._column.addWidget(one)

    def _go_on(self) -> None:
        rows = self.rows
        at = next((place for place, one in enumerate(rows) if one is self.sender()), len(rows))
        if at + 1 < len(rows):
            self.go_to(rows[at + 1])
        else:
            self.ended.emit()
