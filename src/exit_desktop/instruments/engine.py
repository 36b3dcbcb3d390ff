"""Goes through an instrument: what is asked, what comes next, how far one is, what counts for a score."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from exit_desktop.domain.answers import Answer, Value
from exit_desktop.domain.submissions import Submission
from exit_desktop.instruments.definition import Condition, Holds, Instrument, Kind, Question, Reaches, Scoring

Answers = Mapping[str, Answer]
"""The answers to one instrument that conditions and progress go by, one for each question key."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of the questions asked have a row, be it an answer or a reason why there is none."""

    done: int
    asked: int

    @property
    def complete(self) -> bool:
        """Whether nothing is left to ask."""
        return self.done == self.asked


def asked_answers(instrument: Instrument, submission: Submission) -> dict[str, Answer]:
    """Return the answers of those whom each question is asked of, by question key."""
    return {
        answer.question: answer
        for answer in submission.answers
        if answer.instrument == instrument.id
        and (question := instrument.question(answer.question)) is not None
        and answer.respondent is question.asked_of
    }


def visible_questions(instrument: Instrument, answers: Answers) -> tuple[Question, ...]:
    """Return the questions to ask, in order, given the answers so far; a hidden answer decides nothing."""
    visible: dict[str, Question] = {}
    for question in instrument.questions:
        if question.condition is None or _holds(question.condition, answers, visible):
            visible[question.key] = question
    return tuple(visible.values())


def _holds(condition: Condition, answers: Answers, visible: Mapping[str, Question]) -> bool:
    if isinstance(condition, Holds | Reaches):
        answer = answers.get(condition.question)
        if answer is None or not answer.has_value or condition.question not in visible:
            return False
        return _fits(condition, answer.value)
    results = (_holds(part, answers, visible) for part in condition.conditions)
    return all(results) if condition.every else any(results)


def _fits(condition: Holds | Reaches, value: Value) -> bool:
    if isinstance(condition, Reaches):
        return isinstance(value, int) and value >= condition.at_least
    given = value if isinstance(value, tuple) else (value,)
    return any(one in condition.values for one in given)


def counted_answers(instrument: Instrument, answers: Answers) -> dict[str, Answer]:
    """Return the answers to questions that are asked, in order; hidden ones are kept elsewhere but do not count."""
    return {q.key: answers[q.key] for q in visible_questions(instrument, answers) if q.key in answers}


def progress(instrument: Instrument, answers: Answers) -> Progress:
    """Return how far one has come."""
    return Progress(len(counted_answers(instrument, answers)), len(visible_questions(instrument, answers)))


def next_unanswered(instrument: Instrument, answers: Answers, after: str = "") -> Question | None:
    """Return the first question without a row after the question `after`, then from the start; None if all have one."""
    visible = visible_questions(instrument, answers)
    start = next((place + 1 for place, question in enumerate(visible) if question.key == after), 0)
    return next((question for question in visible[start:] + visible[:start] if question.key not in answers), None)


def scored_values(instrument: Instrument, answers: Answers) -> dict[str, int | None]:
    """Return the value of each scale question in order, None where there is no answer; empty if nothing is scored."""
    if instrument.scoring is Scoring.NONE:
        return {}
    counted = counted_answers(instrument, answers)
    scales = (question.key for question in instrument.questions if question.kind is Kind.SCALE)
    return {key: _number(counted.get(key)) for key in scales}


def _number(answer: Answer | None) -> int | None:
    if answer is None or not answer.has_value or isinstance(answer.value, bool):
        return None
    return answer.value if isinstance(answer.value, int) else None
