"""What was answered, by the citizen and by the worker, as rows of a paper; only what was not asked is left out."""

from collections.abc import Iterator

from exit_desktop.domain.answers import Answer, AnswerState, Respondent
from exit_desktop.domain.submissions import MadeBy, Submission
from exit_desktop.errors import InstrumentMissing
from exit_desktop.instruments.catalogue import Catalogue
from exit_desktop.instruments.definition import Instrument, Kind, Question
from exit_desktop.instruments.wording import STATE_WORDS, answer_text, value_text
from exit_desktop.paper.record import Entry, Row
from exit_desktop.services.labels import OCCASIONS
from exit_desktop.services.stored_words import SUBMISSIONS
from exit_desktop.system.language import Texts

TELLING = "selling"
"""The instrument whose words tell what the programme is about."""


def submission_entry(catalogue: Catalogue, submission: Submission, telling: bool, t: Texts) -> Entry | None:
    """Return a submission with its telling answers, or with all the others; None where there are none of these."""
    named = [answer for answer in submission.answers if (answer.instrument == TELLING) is telling]
    if telling and not named:
        return None
    told = tuple(row for answer in _in_order(catalogue, named) for row in _answer(catalogue, answer, t))
    return Entry(_head(submission, t), told or (Row(t("Nothing was answered here.")),))


def _head(submission: Submission, t: Texts) -> str:
    occasion = t(OCCASIONS[submission.occasion]) if submission.occasion else ""
    draft = "" if submission.finished_on else t("not finished")
    alone = t("written without you") if submission.made_by is MadeBy.WORKER_ALONE else ""
    parts = (t(SUBMISSIONS[submission.kind]), t.date(submission.held_on), occasion, draft, alone)
    return " · ".join(part for part in parts if part)


def _in_order(catalogue: Catalogue, answers: list[Answer]) -> list[Answer]:
    order: dict[tuple[str, str], int] = {}
    for name, version in dict.fromkeys((answer.instrument, answer.version) for answer in answers):
        instrument = _instrument(catalogue, name, version)
        for question in instrument.questions if instrument else ():
            order[(name, question.key)] = len(order)
    last = len(order)
    return sorted(answers, key=lambda a: (order.get((a.instrument, a.question), last), a.respondent))


def _instrument(catalogue: Catalogue, name: str, version: int) -> Instrument | None:
    try:
        return catalogue.get(name, version)
    except InstrumentMissing:
        return None


def _answer(catalogue: Catalogue, answer: Answer, t: Texts) -> Iterator[Row]:
    instrument = _instrument(catalogue, answer.instrument, answer.version)
    question = instrument.question(answer.question) if instrument else None
    if answer.state is AnswerState.NOT_ASKED and not answer.note and not answer.earlier:
        return
    label = _label(question, t) if question else answer.question
    if answer.respondent is Respondent.WORKER and question and question.asked_of is Respondent.CITIZEN:
        label = t("{question} (as I see it)", question=label)
    under = [answer_text(question, answer, t) if question else _bare(answer, t)]
    if answer.note:
        under.append(t("Note: {words}", words=answer.note))
    for earlier in answer.earlier:
        said = value_text(question, earlier.value, t) if question and earlier.value is not None else ""
        was = said or t(STATE_WORDS[earlier.state])
        words = t("Until {date} it said: {answer}.", date=t.date(earlier.until), answer=was)
        under.append(f"{words} {earlier.reason}".strip())
    yield Row("\n".join(under), label)


def _label(question: Question, t: Texts) -> str:
    return (question.paper if question.kind is Kind.SCALE else question.label).of(t.language)


def _bare(answer: Answer, t: Texts) -> str:
    """Return an answer to a question that is not known here any more."""
    return str(answer.value) if answer.has_value else t(STATE_WORDS[answer.state])
