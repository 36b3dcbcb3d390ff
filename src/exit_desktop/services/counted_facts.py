"""What a report counts of a course: which sheet of each occasion counts from which day until which.

A sitting is known from the day on which it was held and finished. Of several for one occasion the newest held counts,
measure by measure (model 10), so each counts from the day it is known until a newer one is. A reading that the worker
made alone never counts. What was made for an end counts from the end on, and no more once the course is taken up again.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from exit_desktop.domain.calendar import (
    Calendar,
    ClosingKind,
    MarkKind,
    Occasion,
    Replan,
    planned_marks,
    whole_months,
)
from exit_desktop.domain.submissions import MadeBy, SubmissionKind
from exit_desktop.evaluation.codes import Measure, has_answer
from exit_desktop.evaluation.elapsed import elapsed
from exit_desktop.evaluation.sheets import LAYOUT, SHEETS
from exit_desktop.exchange.coded import CodedClosing, CodedCourse, CodedPart, CodedReplan, CodedSubmission
from exit_desktop.vault.counted_rows import (
    FOREVER,
    CountedCourse,
    CountedDue,
    CountedEnd,
    CountedSheet,
    CountedTransition,
)

EARLY_END = "end_early"
_OF_PART = {
    "registration": Measure.REGISTRATION,
    "life_situation": Measure.STAR,
    "who5": Measure.WHO5,
    "selling": Measure.SELLING,
    "start_form": Measure.STATUS,
    "ongoing_form": Measure.ONGOING,
    "closing_form": Measure.CLOSING,
}
_READING = (Measure.STAR, Measure.WHO5, Measure.SELLING)
_NEVER = date.max


@dataclass(frozen=True, slots=True)
class _Made:
    """A sheet as it was made: known from, the order in which it was held, and until when its end stood."""

    measure: Measure
    occasion: str
    codes: bytes
    known: date
    order: tuple[int, date, date, int]
    elapsed: int | None
    hours: int | None
    until: date = _NEVER


@dataclass(frozen=True, slots=True)
class _End:
    """A closing with the days between which the course was under way towards it."""

    closing: CodedClosing | None
    first: date
    last: date


def counted_facts(coded: CodedCourse) -> CountedCourse:
    """Return all that reports count of a course."""
    start = coded.start
    return CountedCourse(
        wire_id=coded.wire_id,
        ownership=coded.ownership,
        revision=coded.revision,
        layout=LAYOUT,
        worker=coded.worker,
        project=coded.project,
        start_on=start.isoformat() if start else None,
        sheets=tuple(_sheets(coded)),
        ends=tuple(_ends(coded)),
        transitions=_transitions(coded, start) if start else (),
        dues=tuple(_dues(coded)),
    )


def _sheets(coded: CodedCourse) -> Iterator[CountedSheet]:
    made: dict[tuple[Measure, str], list[_Made]] = {}
    for number, submission in enumerate(coded.submissions):
        for part in submission.parts:
            for one in _made(coded, submission, part, number):
                made.setdefault((one.measure, one.occasion), []).append(one)
    for ones in made.values():
        yield from _standing(ones)


def _made(coded: CodedCourse, submission: CodedSubmission, part: CodedPart, number: int) -> Iterator[_Made]:
    measure = _OF_PART.get(part.instrument)
    if measure is None or not _may_count(submission, measure):
        return
    codes = _codes(part, measure)
    if measure in _READING and not has_answer(codes):
        return
    occasion = Occasion.M00 if measure is Measure.REGISTRATION else submission.occasion
    finished = submission.finished_on or submission.held_on
    one = _Made(
        measure=measure,
        occasion=str(occasion),
        codes=codes,
        known=max(submission.held_on, finished),
        order=(1, submission.held_on, finished, number),
        elapsed=elapsed(coded.start, submission.held_on) if coded.start and measure is Measure.ONGOING else None,
        hours=submission.hours,
    )
    if occasion is Occasion.END:
        yield from _of_its_end(coded, one, finished)
    elif occasion not in (None, Occasion.EXTRA):
        yield one
        if measure is Measure.ONGOING and occasion is Occasion.M02:
            # Where no start form was made, the form of phase 1 tells how it was at the start (S004 footnote 9).
            status = _codes(part, Measure.STATUS)
            yield replace(one, measure=Measure.STATUS, occasion=Occasion.M00, codes=status, order=(0, *one.order[1:]))


def _may_count(submission: CodedSubmission, measure: Measure) -> bool:
    if measure is Measure.REGISTRATION:
        return submission.kind is SubmissionKind.REGISTRATION
    alone = submission.kind is SubmissionKind.READING and submission.made_by is MadeBy.WORKER_ALONE
    return submission.finished_on is not None and not alone


def _codes(part: CodedPart, measure: Measure) -> bytes:
    sheet = SHEETS[measure]
    answers = {a.question: (a.state, a.value) for a in part.answers if a.respondent is sheet.respondent}
    return sheet.pack(answers)


def _of_its_end(coded: CodedCourse, made: _Made, finished: date) -> Iterator[_Made]:
    for end in _ends_of(coded):
        if end.closing is not None and end.first <= finished < end.last:
            occasion = Occasion.END if end.closing.kind is ClosingKind.FULL else EARLY_END
            yield replace(made, occasion=str(occasion), known=max(made.known, end.closing.on), until=end.last)


def _ends_of(coded: CodedCourse) -> Iterator[_End]:
    first = date.min
    for again in sorted({c.reopened_on for c in coded.closings if c.reopened_on}):
        closing = max((c for c in coded.closings if c.reopened_on == again), key=lambda c: c.on)
        yield _End(closing, first, again)
        first = again
    standing = max((c for c in coded.closings if c.reopened_on is None), key=lambda c: c.on, default=None)
    yield _End(standing, first, _NEVER)


def _standing(made: list[_Made]) -> Iterator[CountedSheet]:
    """Yield each sheet with the days on which it is the newest known one."""
    coming = sorted((one for one in made if one.known < one.until), key=lambda one: (one.known, one.order))
    for place, one in enumerate(coming):
        if any(earlier.order > one.order and earlier.until > one.known for earlier in coming[:place]):
            continue
        newer = (later.known for later in coming[place + 1 :] if later.order > one.order)
        until = min(next(newer, _NEVER), one.until)
        if one.known < until:
            yield _sheet(one, until)


def _sheet(one: _Made, until: date) -> CountedSheet:
    last = FOREVER if until == _NEVER else until.isoformat()
    in_place_of = one.order[0] == 0
    return CountedSheet(
        one.measure, one.occasion, one.known.isoformat(), last, one.codes, one.elapsed, one.hours, in_place_of
    )


def _ends(coded: CodedCourse) -> Iterator[CountedEnd]:
    for end in _ends_of(coded):
        closing = end.closing
        if closing is not None and closing.on < end.last:
            last = FOREVER if end.last == _NEVER else end.last.isoformat()
            months = whole_months(coded.start, closing.on) if coded.start else 0
            yield CountedEnd(closing.on.isoformat(), last, closing.kind, closing.reason, months)


def _transitions(coded: CodedCourse, start: date) -> tuple[CountedTransition, ...]:
    last = {one.to_phase: one.on for one in sorted(coded.transitions, key=lambda one: one.on)}
    return tuple(CountedTransition(int(phase), on.isoformat(), elapsed(start, on)) for phase, on in last.items())


def _dues(coded: CodedCourse) -> Iterator[CountedDue]:
    if coded.start is None:
        return
    turns = (date.min, *sorted({one.made_on for one in coded.replans}), _NEVER)
    plans = [_planned(coded, (one for one in coded.replans if one.made_on <= turn)) for turn in turns[:-1]]
    for since, until, plan in zip(turns, turns[1:], plans, strict=False):
        last = FOREVER if until == _NEVER else until.isoformat()
        for occasion, on in plan.items():
            yield CountedDue(occasion, since.isoformat(), last, on.isoformat())


def _planned(coded: CodedCourse, replans: Iterable[CodedReplan]) -> Mapping[str, date]:
    moved = tuple(Replan("", one.made_on, one.from_on, one.days) for one in replans)
    calendar = Calendar(coded.orientation_on, coded.start, coded.phase_months, replans=moved)
    marks = (mark for mark in planned_marks(calendar) if mark.kind is MarkKind.READING)
    return {str(mark.occasion): mark.on for mark in marks if mark.occasion is not None}
