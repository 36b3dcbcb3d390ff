"""How a reading or a form is walked through: an instrument at a time, and a long form a few sections at a time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from exit_desktop.domain.forms import FORM_KINDS
from exit_desktop.domain.submissions import Submission
from exit_desktop.instruments.definition import Instrument, Section, Wording
from exit_desktop.instruments.engine import Progress, asked_answers, visible_questions


@dataclass(frozen=True, slots=True)
class Part:
    """What stands on one page of the flow."""

    instrument: Instrument
    title: Wording
    sections: tuple[Section, ...]


def parts_of(submission: Submission, instruments: Iterable[Instrument]) -> tuple[Part, ...]:
    """Return the parts: the instruments of a reading; of a form each section with those that only follow it up."""
    if submission.kind not in FORM_KINDS:
        return tuple(Part(one, one.title, one.sections) for one in instruments)
    return tuple(part for one in instruments for part in _sections(one))


def _sections(instrument: Instrument) -> Iterable[Part]:
    together: list[Section] = []
    for section in instrument.sections:
        # A section with conditions alone may be empty: it stands below the answers that it asks more about.
        if together and not all(question.condition for question in section.questions):
            yield Part(instrument, together[0].title, tuple(together))
            together = []
        together.append(section)
    yield Part(instrument, together[0].title, tuple(together))


def progress_of(part: Part, submission: Submission) -> Progress:
    """Return how many of the questions of a part that are asked have a row."""
    given = asked_answers(part.instrument, submission)
    own = {question.key for section in part.sections for question in section.questions}
    asked = [q.key for q in visible_questions(part.instrument, given) if q.key in own]
    return Progress(sum(1 for key in asked if key in given), len(asked))


def first_open(parts: tuple[Part, ...], submission: Submission) -> int:
    """Return the part to go on with: the first that still asks something, once work has got beyond the first."""
    far = [progress_of(part, submission) for part in parts]
    # What is known fills the first part of a new form by itself: it is to be seen all the same.
    if not any(one.done for one in far[1:]):
        return 0
    return next((number for number, one in enumerate(far) if one.done < one.asked), 0)
