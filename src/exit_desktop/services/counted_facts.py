"""What a report counts of a course: which sheet of each occasion counts from which day until which.

A sitting is known from the day on which it was held and finished. Of several for one occasion the newest held counts,
measure by measure (model 10), so each counts from the day it is known until a newer one is. A reading that the worker
made alone never counts. What was made for an end counts from the end on, and no more once the course is taken up again.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from exit_desktop.domain.calendar import (
    EARLIEST_DAY,
    LATEST_DAY,
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
from exit_desktop.exchange.coded import CodedClosing, CodedCourse, CodedPart, CodedSubmission
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
    "registration": (Measure.REGISTRATION, SubmissionKind.REGISTRATION),
    "life_situation": (Measure.STAR, SubmissionKind.READING),
    "who5": (Measure.WHO5, SubmissionKind.READING),
    "selling": (Measure.SELLING, SubmissionKind.READING),
    "start_form": (Measure.STATUS, SubmissionKind.START_FORM),
    "ongoing_form": (Measure.ONGOING, SubmissionKind.ONGOING_FORM),
    "closing_form": (Measure.CLOSING, SubmissionKind.CLOSING_FORM),
}
_READING = (Measure.STAR, Measure.WHO5, Measure.SELLING)
_NEVER = date.max
# A package may say anything: no re-plan moves a course by more, and no month has more hours of six kinds of work.
_MOST_DAYS, _MOST_HOURS, _LONGEST_PHASE = 3660, 1200, 24


@dataclass(frozen=True, slots=True)
class _Made:
    """A sheet as it was made: known from, the order in which it was held, and until when its end stood."""

    measure: Measure
    occasion: str
    codes: bytes
    known: date
    order: tuple[int, date, date, tuple[int, int]]
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
    """Return all that reports count of a course; a day that no course can have is passed over, wherever it stands."""
    coded = _possible(coded)
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


def _possible(coded: CodedCourse) -> CodedCourse:
    """Return a course without what the sender's program never writes: it came from outside."""
    return replace(
        coded,
        start=coded.start if _is_possible(coded.start) else None,
        submissions=tuple(s for s in coded.submissions if _is_possible(s.held_on, s.finished_on or s.held_on)),
        closings=tuple(c for c in coded.closings if _is_possible(c.on, c.reopened_on or c.on)),
        transitions=tuple(t for t in coded.transitions if _is_possible(t.on)),
        replans=tuple(r for r in coded.replans if _is_possible(r.made_on, r.from_on) and abs(r.days) <= _MOST_DAYS),
    )


def _is_possible(*days: date | None) -> bool:
    return all(day is not None and EARLIEST_DAY <= day <= LATEST_DAY for day in days)


def _sheets(coded: CodedCourse) -> Iterator[CountedSheet]:
    made: dict[tuple[Measure, str], list[_Made]] = {}
    for number, submission in enumerate(coded.submissions):
        for place, part in enumerate(submission.parts):
            for one in _made(coded, submission, part, (number, place)):
                made.setdefault((one.measure, one.occasion), []).append(one)
    for ones in made.values():
        yield from _standing(ones)


def _made(coded: CodedCourse, submission: CodedSubmission, part: CodedPart, place: tuple[int, int]) -> Iterator[_Made]:
    measure, kind = _OF_PART.get(part.instrument, (None, None))
    if measure is None or submission.kind is not kind or not _may_count(submission):
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
        order=(1, submission.held_on, finished, place),
        elapsed=elapsed(coded.start, submission.held_on) if coded.start and measure is Measure.ONGOING else None,
        hours=_hours(submission),
    )
    if occasion is Occasion.END:
        yield from _of_its_end(coded, one, finished)
    elif occasion not in (None, Occasion.EXTRA):
        yield one
        if measure is Measure.ONGOING and occasion is Occasion.M02:
            # Where no start form was made, the form of phase 1 tells how it was at the start (S004 footnote 9).
            status = _codes(part, Measure.STATUS)
            yield replace(one, measure=Measure.STATUS, occasion=Occasion.M00, codes=status, order=(0, *one.order[1:]))


def _may_count(submission: CodedSubmission) -> bool:
    if submission.kind is SubmissionKind.READING and submission.made_by is MadeBy.WORKER_ALONE:
        return False
    return submission.finished_on is not None or submission.kind is SubmissionKind.REGISTRATION


def _hours(submission: CodedSubmission) -> int | None:
    hours = submission.hours
    return hours if hours is not None and 0 <= hours <= _MOST_HOURS else None


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
            yield CountedEnd(max(closing.on, end.first).isoformat(), last, closing.kind, closing.reason, months)


def _transitions(coded: CodedCourse, start: date) -> tuple[CountedTransition, ...]:
    last = {one.to_phase: one.on for one in sorted(coded.transitions, key=lambda one: one.on)}
    return tuple(CountedTransition(int(phase), on.isoformat(), elapsed(start, on)) for phase, on in last.items())


def _dues(coded: CodedCourse) -> Iterator[CountedDue]:
    if coded.start is None or not 1 <= coded.phase_months <= _LONGEST_PHASE:
        return
    turns = (date.min, *sorted({one.made_on for one in coded.replans}), _NEVER)
    plans = [_planned(coded.start, coded.phase_months, _moved(coded, turn)) for turn in turns[:-1]]
    for since, until, plan in zip(turns, turns[1:], plans, strict=False):
        last = FOREVER if until == _NEVER else until.isoformat()
        for occasion, on in plan.items():
            yield CountedDue(occasion, since.isoformat(), last, on.isoformat())


def _moved(coded: CodedCourse, upto: date) -> tuple[Replan, ...]:
    return tuple(Replan("", one.made_on, one.from_on, one.days) for one in coded.replans if one.made_on <= upto)


@lru_cache(maxsize=1024)
def _planned(start: date, phase_months: int, replans: tuple[Replan, ...]) -> Mapping[str, date]:
    # Many courses begin on the same day, and most are never moved.
    marks = planned_marks(Calendar(start, start, phase_months, replans=replans))
    return {str(mark.occasion): mark.on for mark in marks if mark.kind is MarkKind.READING and mark.occasion}
