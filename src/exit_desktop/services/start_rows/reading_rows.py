"""From a row to an earlier reading: finished on the day it was made, checked by the same questions as here."""

from __future__ import annotations

from datetime import date

from exit_desktop.domain.answers import Answer
from exit_desktop.domain.calendar import Occasion, propose_occasion, reading_months
from exit_desktop.domain.courses import Course
from exit_desktop.domain.submissions import MadeBy, Part, Submission, SubmissionKind
from exit_desktop.errors import AnswerFault
from exit_desktop.instruments.definition import Instrument, Kind
from exit_desktop.instruments.validating import validate
from exit_desktop.services.readings import as_finished
from exit_desktop.services.start_rows.fates import StaysOut, Why
from exit_desktop.services.start_rows.values import Named
from exit_desktop.system.ids import new_id
from exit_desktop.system.language import mark

OCCASIONS = {
    **{str(occasion): occasion for occasion in Occasion},
    "start": Occasion.M00,
    # As the evaluation calls them (S004 table 3.2); its twelfth month is the end.
    "opstart": Occasion.M00,
    "baseline": Occasion.M00,
    "1 fase": Occasion.M02,
    "2 fase": Occasion.M06,
    "3 fase": Occasion.M10,
    "m12": Occasion.END,
    "12": Occasion.END,
    "12 måneder": Occasion.END,
    "12 mdr": Occasion.END,
    "12 months": Occasion.END,
    "afslutning": Occasion.END,
    "slut": Occasion.END,
    "closing": Occasion.END,
    "ekstra": Occasion.EXTRA,
    **{
        f"{month}{words}": occasion
        for month, occasion in ((2 * at, one) for at, one in enumerate(tuple(Occasion)[:6]))
        for words in ("", " måneder", " mdr", " months")
    },
}
MADE_BY = {
    "sammen": MadeBy.TOGETHER,
    "together": MadeBy.TOGETHER,
    "borgeren": MadeBy.TOGETHER,
    "alene": MadeBy.WORKER_ALONE,
    "medarbejder alene": MadeBy.WORKER_ALONE,
    "alone": MadeBy.WORKER_ALONE,
    "worker alone": MadeBy.WORKER_ALONE,
}

NO_DAY = mark("it has no date")
DAY_AHEAD = mark("{date} is still to come")
BEFORE_FIRST = mark("{date} lies before the first contact")
BEFORE_START = mark("{date} lies before the start of the course")
SAME_DAY = mark("a reading of {date} is already there")
NO_ANSWER = mark("it has no answer")
OUT_OF_RANGE = mark("{number} under “{column}” is not from {lowest} to {highest}")
OTHER_OCCASION = mark("the course has no such occasion, so it counts for the nearest one")
SOME_EMPTY = mark("{count} of {of} answers under “{title}” are empty and stand as not asked")


def build_reading(row: Named, course: Course, instruments: tuple[Instrument, ...], today: date) -> Submission:
    """Return the reading of a row. Raises StaysOut."""
    on = row.day("date")
    if on is None:
        raise StaysOut(NO_DAY)
    if on > today:
        raise StaysOut(DAY_AHEAD, date=on)
    if on < course.calendar.orientation_on and course.calendar.orientation_on != course.calendar.start:
        raise StaysOut(BEFORE_FIRST, date=on)
    if any(s.kind is SubmissionKind.READING and s.held_on == on for s in course.submissions):
        raise StaysOut(SAME_DAY, date=on)
    given = tuple((one, answers) for one in instruments if (answers := _answers(row, one)))
    if not given:
        raise StaysOut(NO_ANSWER)
    return _reading(row, course, on, given)


def _reading(
    row: Named, course: Course, on: date, given: tuple[tuple[Instrument, tuple[Answer, ...]], ...]
) -> Submission:
    asked = [instrument for instrument, _ in given]
    bare = Submission(
        new_id(),
        SubmissionKind.READING,
        on,
        _occasion(row, course, on),
        course.citizen.language,
        made_by=row.choice("made_by", MADE_BY, MadeBy.TOGETHER),
        parts=tuple(Part(one.id, one.version, on) for one in asked),
        answers=tuple(answer for _, answers in given for answer in answers),
    )
    return as_finished(bare, asked, on)


def _occasion(row: Named, course: Course, on: date) -> Occasion:
    proposed = propose_occasion(course.calendar, on)
    wanted = row.choice("occasion", OCCASIONS, proposed)
    return wanted if _fits(wanted, course) else proposed


def _fits(occasion: Occasion, course: Course) -> bool:
    known = {one for one, _ in reading_months(course.calendar.phase_months)}
    return occasion in known or occasion is Occasion.EXTRA


def _answers(row: Named, instrument: Instrument) -> tuple[Answer, ...]:
    """Return the numbers that stand there as the citizen's answers, each checked by its question. Raises StaysOut."""
    answers: list[Answer] = []
    for question in instrument.questions:
        key = f"{instrument.id}/{question.key}"
        value = row.whole(key) if question.kind is Kind.SCALE else None
        if value is None:
            continue
        answer = Answer(
            instrument=instrument.id,
            version=instrument.version,
            question=question.key,
            respondent=question.asked_of,
            value=value,
        )
        try:
            answers.append(validate(instrument, answer))
        except AnswerFault:
            told = {"lowest": question.minimum, "highest": question.maximum}
            raise StaysOut(OUT_OF_RANGE, number=value, column=row.heading(key), **told) from None
    return tuple(answers)


def known_of(row: Named, course: Course, reading: Submission, instruments: tuple[Instrument, ...]) -> tuple[Why, ...]:
    """Return what is to be known about a reading that comes in."""
    buts: list[Why] = []
    start = course.calendar.start
    if start is not None and reading.held_on < start:
        buts.append(Why(BEFORE_START, {"date": reading.held_on}))
    wanted = row.choice("occasion", OCCASIONS, reading.occasion)
    if wanted is not reading.occasion:
        buts.append(Why(OTHER_OCCASION))
    for one in instruments:
        rows = [answer for answer in reading.answers if answer.instrument == one.id]
        empty = sum(1 for answer in rows if not answer.has_value)
        if empty:
            buts.append(Why(SOME_EMPTY, {"count": empty, "of": len(rows), "title": one.title}))
    return tuple(buts)
