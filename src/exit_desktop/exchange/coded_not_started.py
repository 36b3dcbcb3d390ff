"""What a coordinator sees of an enquiry that did not become a course: its month and its counted answers."""

from dataclasses import dataclass

from exit_desktop.domain.answers import Answer
from exit_desktop.domain.not_started import NOT_STARTED, Enquiry
from exit_desktop.exchange.coded import CodedAnswer
from exit_desktop.instruments.definition import Instrument, Kind
from exit_desktop.instruments.engine import counted_answers

NOT_STARTED_SCHEMA = 1


@dataclass(frozen=True, slots=True)
class CodedEnquiry:
    """An enquiry under its own random id, which leads to nobody; of its day only the month (YYYY-MM) is told."""

    id: str
    revision: int
    worker: str
    project: str
    month: str
    instrument: str
    version: int
    sha256: str
    answers: tuple[CodedAnswer, ...]


def code_enquiry(enquiry: Enquiry, instrument: Instrument, worker: str) -> CodedEnquiry:
    """Return the coded projection of an enquiry; `worker` is the sender's code."""
    given = {answer.question: answer for answer in enquiry.answers}
    coded = tuple(
        _coded(answer) for answer in counted_answers(instrument, given).values() if _counts(answer, instrument)
    )
    return CodedEnquiry(
        id=enquiry.id,
        revision=enquiry.revision,
        worker=worker,
        project=enquiry.project,
        month=f"{enquiry.on:%Y-%m}",
        instrument=NOT_STARTED,
        version=instrument.version,
        sha256=instrument.sha256,
        answers=coded,
    )


def _counts(answer: Answer, instrument: Instrument) -> bool:
    question = instrument.question(answer.question)
    return question is not None and question.kind is not Kind.TEXT


def _coded(answer: Answer) -> CodedAnswer:
    return CodedAnswer(answer.question, answer.respondent, answer.state, answer.value)
