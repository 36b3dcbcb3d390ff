"""Proposes the answers that the program already knows to a form under way; what is stored is the worker's yes or no."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from exit_desktop.domain.answers import Answer, AnswerSource, AnswerState, same_value, source_of
from exit_desktop.domain.forms import FORM_KINDS, newest_form
from exit_desktop.domain.prefilling import RULES, Prefilled, Source, SourceKind
from exit_desktop.errors import AnswerFault
from exit_desktop.instruments.engine import asked_answers, counted_answers, visible_questions
from exit_desktop.instruments.validating import check_value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from exit_desktop.domain.courses import Course
    from exit_desktop.domain.submissions import Submission
    from exit_desktop.instruments.catalogue import Catalogue
    from exit_desktop.instruments.definition import Instrument, Question

LATEST_FORM = "latest_form"
# What the calendar says needs nobody's yes: it is written as confirmed, so that what depends on it is asked.
BY_ITSELF = ("phase",)


def form_instrument(catalogue: Catalogue, form: Submission) -> Instrument:
    """Return the instrument of a form at the version that it was begun with."""
    return catalogue.get(form.parts[0].instrument, form.parts[0].version)


def prefill(catalogue: Catalogue, course: Course, form: Submission) -> dict[str, Prefilled]:
    """Return what the program proposes to each question of a form, as of the form's date; nothing for other kinds."""
    if form.kind not in FORM_KINDS:
        return {}
    earlier = _carried(catalogue, course, form)
    proposals = {}
    for question in form_instrument(catalogue, form).questions:
        rule = RULES.get(question.computed)
        found = rule(course, form) if rule else None
        if question.computed == LATEST_FORM:
            found = earlier.get(question.key)
        if found is not None and (fitting := _fitting(question, found)):
            proposals[question.key] = fitting
    return proposals


def _carried(catalogue: Catalogue, course: Course, form: Submission) -> dict[str, Prefilled]:
    """Return the answers of the newest form before this one; a missing answer is asked anew, not carried over."""
    before = newest_form(course, form)
    if before is None:
        return {}
    instrument = form_instrument(catalogue, before)
    counted = counted_answers(instrument, asked_answers(instrument, before))
    sources = (Source(SourceKind.FORM, (before.id,), on=before.held_on),)
    return {key: Prefilled(answer.value, sources) for key, answer in counted.items() if answer.has_value}


def _fitting(question: Question, proposal: Prefilled) -> Prefilled | None:
    # A question of another version may not know an option, or not take a number as large.
    try:
        return replace(proposal, value=check_value(question, proposal.value))
    except AnswerFault:
        return None


def with_sources(answers: Iterable[Answer], proposals: Mapping[str, Prefilled]) -> Iterator[Answer]:
    """Yield each answer with what was proposed to it, and whether that was confirmed or changed."""
    for answer in answers:
        if answer.state is AnswerState.NOT_ASKED:
            # A note alone, say: no answer, so nothing was confirmed and nothing changed.
            yield replace(answer, computed=None, source=AnswerSource.TYPED)
            continue
        proposal = proposals.get(answer.question)
        computed = answer.computed if proposal is None else proposal.value
        yield replace(answer, computed=computed, source=source_of(answer.value, computed))


def as_of_its_date(catalogue: Catalogue, course: Course, form: Submission) -> Submission:
    """Return a form that came to another date: a yes to what is not proposed any more is no answer; its note stays.

    What needs nobody's yes is left to `write_by_itself`.
    """
    if form.kind not in FORM_KINDS:
        return form
    instrument, proposals = form_instrument(catalogue, form), prefill(catalogue, course, form)
    rows = []
    for row in form.answers:
        question = instrument.question(row.question)
        if row.source is AnswerSource.CONFIRMED and question is not None and question.computed in BY_ITSELF:
            rows.append(row)
        elif row.source is not AnswerSource.CONFIRMED or _still_proposed(row, proposals):
            rows.extend(with_sources((replace(row, computed=None),), proposals))
        elif row.note and question is not None and AnswerState.NOT_ASKED in question.states:
            note_alone = replace(row, state=AnswerState.NOT_ASKED, value=None)
            rows.extend(with_sources((note_alone,), proposals))
    return replace(form, answers=tuple(rows))


def _still_proposed(answer: Answer, proposals: Mapping[str, Prefilled]) -> bool:
    proposal = proposals.get(answer.question)
    return proposal is not None and same_value(proposal.value, answer.value)


def confirmed(instrument: Instrument, question: Question, proposal: Prefilled) -> Answer:
    """Return the answer that says yes to a proposal."""
    return Answer(
        instrument=instrument.id,
        version=instrument.version,
        question=question.key,
        respondent=question.asked_of,
        value=proposal.value,
        source=AnswerSource.CONFIRMED,
        computed=proposal.value,
    )


def unconfirmed(catalogue: Catalogue, course: Course, form: Submission) -> dict[str, Answer]:
    """Return, by question, the answers that would confirm what is proposed to questions that have no answer yet."""
    proposals = prefill(catalogue, course, form)
    if not proposals:
        return {}
    instrument = form_instrument(catalogue, form)
    given = asked_answers(instrument, form)
    asked = (question for question in visible_questions(instrument, given) if question.key not in given)
    return {q.key: confirmed(instrument, q, proposals[q.key]) for q in asked if q.key in proposals}


def write_by_itself(catalogue: Catalogue, course: Course, form: Submission) -> Submission:
    """Return a form with what needs nobody's yes as of its date; what the worker changed stays."""
    if form.kind not in FORM_KINDS:
        return form
    instrument, proposals = form_instrument(catalogue, form), prefill(catalogue, course, form)
    rows = {answer.question: answer for answer in form.answers}
    for question in instrument.questions:
        there, proposal = rows.get(question.key), proposals.get(question.key)
        if question.computed in BY_ITSELF and (there is None or there.source is AnswerSource.CONFIRMED) and proposal:
            rows[question.key] = replace(there or confirmed(instrument, question, proposal), value=proposal.value)
            rows[question.key] = replace(rows[question.key], computed=proposal.value)
    return replace(form, answers=tuple(rows.values()))
