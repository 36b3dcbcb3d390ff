"""A submission: one sitting with one set of instruments, and the answers given (model 10 and 11)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from exit_desktop.domain.answers import Answer, Respondent
from exit_desktop.domain.calendar import Occasion


class SubmissionKind(StrEnum):
    """Which set of instruments was gone through."""

    READING = "reading"
    START_FORM = "start_form"
    ONGOING_FORM = "ongoing_form"
    CLOSING_FORM = "closing_form"
    REGISTRATION = "registration"
    NOT_STARTED = "not_started"


class MadeBy(StrEnum):
    """Who was there. What the worker filled in alone is marked and left out of outcomes."""

    TOGETHER = "together"
    WORKER_ALONE = "worker_alone"


@dataclass(frozen=True, slots=True)
class Part:
    """One instrument of the sitting, at a fixed version; `answered_on` when it was gone through."""

    instrument: str
    version: int
    answered_on: date | None = None


@dataclass(frozen=True, slots=True)
class Submission:
    """A draft until `finished_on` is set. An answer's note holds the words said about that question."""

    id: str
    kind: SubmissionKind
    held_on: date
    occasion: Occasion | None = None
    language: str = "da"
    finished_on: date | None = None
    made_by: MadeBy = MadeBy.TOGETHER
    parts: tuple[Part, ...] = ()
    answers: tuple[Answer, ...] = ()


def finished_readings(submissions: Iterable[Submission]) -> tuple[Submission, ...]:
    """Return the finished readings, the oldest first; of one day, the one finished last stands last."""
    done = (s for s in submissions if s.kind is SubmissionKind.READING and s.finished_on is not None)
    return tuple(sorted(done, key=lambda s: (s.held_on, s.finished_on or s.held_on)))


def answers_to(
    submission: Submission, instrument: str, respondent: Respondent = Respondent.CITIZEN
) -> dict[str, Answer]:
    """Return this respondent's answers to an instrument by question key."""
    return {a.question: a for a in submission.answers if a.instrument == instrument and a.respondent is respondent}
