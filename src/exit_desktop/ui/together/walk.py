"""The way through a reading, one question after the other, as the answers so far leave it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from exit_desktop.domain.answers import Answer, AnswerState, Respondent
from exit_desktop.instruments.engine import asked_answers, visible_questions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exit_desktop.domain.submissions import Submission
    from exit_desktop.instruments.definition import Instrument, Question, Section


@dataclass(frozen=True, slots=True)
class Stop:
    """One question on the way."""

    instrument: Instrument
    section: Section
    question: Question

    @property
    def place(self) -> tuple[str, str]:
        """What tells it from every other."""
        return self.instrument.id, self.question.key

    @property
    def stem(self) -> bool:
        """Whether the section's title begins the sentence that the question goes on with, as in a table on paper."""
        return self.section.grid

    @property
    def opens(self) -> bool:
        """Whether it is the first of its section."""
        return self.section.questions[0] is self.question

    def bare_answer(self) -> Answer:
        """Return an answer of the citizen's that says nothing yet."""
        return Answer(instrument=self.instrument.id, version=self.instrument.version, question=self.question.key)


def stops_of(instruments: Sequence[Instrument], submission: Submission) -> tuple[Stop, ...]:
    """Return the questions that the citizen is asked, in order, given the answers so far."""
    found = []
    for instrument in instruments:
        sections = {q.key: section for section in instrument.sections for q in section.questions}
        for question in visible_questions(instrument, asked_answers(instrument, submission)):
            if question.asked_of is Respondent.CITIZEN:
                found.append(Stop(instrument, sections[question.key], question))
    return tuple(found)


def answer_at(stop: Stop, submission: Submission) -> Answer | None:
    """Return what the citizen has said at this stop; "not asked" with a note is nothing said."""
    for answer in submission.answers:
        same = (answer.instrument, answer.question) == stop.place and answer.respondent is Respondent.CITIZEN
        if same and answer.state is not AnswerState.NOT_ASKED:
            return answer
    return None


def first_open(stops: Sequence[Stop], submission: Submission) -> Stop | None:
    """Return the first question without an answer; the first of all when each one has one."""
    without = (stop for stop in stops if answer_at(stop, submission) is None)
    return next(without, stops[0] if stops else None)
