"""A course as `show` tells it: the document field by field as in resources/docs/commands.md, and lines for a person.

Answers are told by the definitions that they refer to, so that a new question needs no new code.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from exit_desktop.domain.answers import Answer, Value
from exit_desktop.domain.calendar import Occasion, Phase, day_of_course
from exit_desktop.domain.courses import Course
from exit_desktop.domain.due import Due, DueKind, due_items, next_due
from exit_desktop.domain.forms import form_of
from exit_desktop.domain.resting import rests
from exit_desktop.domain.submissions import Submission, SubmissionKind
from exit_desktop.instruments.definition import Kind, Question
from exit_desktop.instruments.wording import answer_text
from exit_desktop.services.desk import Desk
from exit_desktop.services.labels import CHANGE_CLASSES, DUE_KINDS, OCCASIONS, PHASES, SHARING, STATES
from exit_desktop.services.readings import draft_of
from exit_desktop.services.scores import LIFE_SITUATION, Scores, read_scores
from exit_desktop.services.under_way_words import under_way_text
from exit_desktop.system.language import Texts, mark

SUBMISSION_KINDS = {
    SubmissionKind.READING: mark("Reading"),
    SubmissionKind.REGISTRATION: mark("Registration"),
    SubmissionKind.START_FORM: mark("Start form"),
    SubmissionKind.ONGOING_FORM: mark("Ongoing form"),
    SubmissionKind.CLOSING_FORM: mark("Closing form"),
    SubmissionKind.NOT_STARTED: mark("Not started"),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A course with what is worked out of it today; `begun_on` where what is due is under way."""

    course: Course
    desk: Desk
    scores: Scores
    due: Due | None
    day: int
    begun_on: date | None


def look_at(desk: Desk, course: Course) -> Shown:
    """Work out what `show` tells."""
    today = desk.clock.today()
    due = None if rests(course.calendar.pauses, today) else next_due(due_items(course), today)
    day = day_of_course(course.calendar, today)
    return Shown(course, desk, read_scores(desk.catalogue, course), due, day, _begun_on(course, due))


def _begun_on(course: Course, due: Due | None) -> date | None:
    if due is None or due.ref is None or due.kind not in (DueKind.READING, DueKind.FORM):
        return None
    occasion = Occasion(due.ref)
    kind = SubmissionKind.READING if due.kind is DueKind.READING else form_of(occasion)
    draft = draft_of(course, kind)
    return draft.held_on if draft is not None and draft.occasion is occasion else None


def document_of(shown: Shown, t: Texts) -> dict[str, object]:
    """Return the JSON document of `show`."""
    course, scores, due = shown.course, shown.scores, shown.due
    return {
        "citizen": course.citizen.alias,
        "course": course.id,
        "state": course.state,
        "phase": int(course.phase),
        "day": shown.day,
        "orientation_on": course.calendar.orientation_on,
        "start": course.calendar.start,
        "due": None if due is None else {"kind": due.kind, "on": due.on, "begun_on": shown.begun_on},
        "who5": [
            {"occasion": one.occasion, "date": one.on, "raw": one.raw, "index": one.index, "at_risk": one.at_risk}
            for one in scores.wellbeing
        ],
        "areas": _areas(shown),
        "change": scores.rise,
        "class": scores.change,
        "sharing": course.sharing,
        "anonymous": course.anonymous,
        "revision": course.revision,
        "contacts": len(course.contacts),
        "submissions": [_submission(shown, one, t) for one in course.submissions],
    }


def _areas(shown: Shown) -> dict[str, object]:
    stars = shown.scores.stars
    start = next((star for star in stars if star.occasion is Occasion.M00), None)
    questions = shown.desk.catalogue.get(LIFE_SITUATION).questions
    keys = [question.key for question in questions if question.kind is Kind.SCALE]
    return {
        key: {
            "start": start.values.get(key) if start else None,
            "latest": stars[-1].values.get(key) if stars else None,
            "change": shown.scores.changes.get(key),
        }
        for key in keys
    }


def _submission(shown: Shown, submission: Submission, t: Texts) -> dict[str, object]:
    return {
        "kind": submission.kind,
        "occasion": submission.occasion,
        "date": submission.held_on,
        "finished_on": submission.finished_on,
        "made_by": submission.made_by,
        "answers": [_answer(answer, question, t) for answer, question in _asked(shown, submission)],
    }


def _answer(answer: Answer, question: Question | None, t: Texts) -> dict[str, object]:
    return {
        "instrument": answer.instrument,
        "version": answer.version,
        "question": answer.question,
        "label": question.label.of(t.language) if question else None,
        "respondent": answer.respondent,
        "state": answer.state,
        "value": _plain(answer.value),
        "words": answer_text(question, answer, t) if question else None,
        "note": answer.note or None,
    }


def _plain(value: Value) -> object:
    return list(value) if isinstance(value, tuple) else value


def _asked(shown: Shown, submission: Submission) -> Iterator[tuple[Answer, Question | None]]:
    """Yield every answer with its question, in the order of the definitions."""
    catalogue = shown.desk.catalogue
    for part in submission.parts:
        instrument = catalogue.get(part.instrument, part.version)
        places = {question.key: place for place, question in enumerate(instrument.questions)}
        mine = [answer for answer in submission.answers if answer.instrument == part.instrument]
        mine.sort(key=lambda answer: (places.get(answer.question, len(places)), answer.respondent))
        yield from ((answer, instrument.question(answer.question)) for answer in mine)


def lines_of(shown: Shown, t: Texts) -> tuple[str, ...]:
    """Return the course in words."""
    return (*_head(shown, t), *_scores(shown, t), *_answers(shown, t))


def _head(shown: Shown, t: Texts) -> Iterator[str]:
    course = shown.course
    yield course.citizen.alias
    yield t(STATES[course.state])
    if course.phase is not Phase.ORIENTATION:
        yield t("{phase}, day {day}", phase=t(PHASES[course.phase]), day=t.number(shown.day))
    if shown.due is not None and shown.begun_on is not None:
        yield t("Next: {what}", what=under_way_text(t, shown.due.kind, shown.begun_on))
    elif shown.due is not None:
        yield t("Next: {what}, {date}", what=t(DUE_KINDS[shown.due.kind]), date=t.date(shown.due.on))
    yield t("Shared with the coordinator: {what}", what=t(SHARING[course.sharing]))
    if course.anonymous:
        yield t("Anonymous course")


def _scores(shown: Shown, t: Texts) -> Iterator[str]:
    if shown.scores.change is not None:
        yield t(CHANGE_CLASSES[shown.scores.change])
    for one in shown.scores.wellbeing:
        if one.index is not None:
            yield t("WHO-5, {date}: {index} of 100", date=t.date(one.on), index=one.index)


def _answers(shown: Shown, t: Texts) -> Iterator[str]:
    for submission in shown.course.submissions:
        yield ""
        yield _title(submission, t)
        for answer, question in _asked(shown, submission):
            if question is not None and answer.respondent is question.asked_of:
                yield f"  {question.label.of(t.language)}: {answer_text(question, answer, t)}"


def _title(submission: Submission, t: Texts) -> str:
    kind, date = t(SUBMISSION_KINDS[submission.kind]), t.date(submission.held_on)
    if submission.occasion is None:
        return t("{what}, {date}", what=kind, date=date)
    return t("{what} ({occasion}), {date}", what=kind, occasion=t(OCCASIONS[submission.occasion]), date=date)
