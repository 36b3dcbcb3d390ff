"""A reading: one sitting with life situation, well-being and the selling questions, that can stop and go on.

The registration is answered the same way. An answer of a finished reading is corrected with a trace.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from exit_desktop.domain.answers import Answer, AnswerState, Respondent, correct_answer
from exit_desktop.domain.calendar import Occasion, check_day, propose_occasion
from exit_desktop.domain.courses import Course
from exit_desktop.domain.submissions import MadeBy, Part, Submission, SubmissionKind, answers_to
from exit_desktop.errors import NotPossibleNow
from exit_desktop.instruments.definition import Instrument
from exit_desktop.instruments.engine import visible_questions
from exit_desktop.instruments.validating import validate
from exit_desktop.services.desk import Desk, commit_course
from exit_desktop.system.ids import new_id

READING_PARTS = ("life_situation", "who5", "selling")
REGISTRATION_PARTS = ("registration",)


def instruments_of(desk: Desk, submission: Submission) -> tuple[Instrument, ...]:
    """Return the instruments of a submission at the versions that it was made with, in the order they are asked."""
    order = (*READING_PARTS, *REGISTRATION_PARTS)
    parts = sorted(submission.parts, key=lambda part: order.index(part.instrument))
    return tuple(desk.catalogue.get(part.instrument, part.version) for part in parts)


def find_submission(course: Course, submission_id: str) -> Submission:
    """Return a submission of the course. Raises NotPossibleNow when it is gone."""
    found = next((s for s in course.submissions if s.id == submission_id), None)
    if found is None:
        raise NotPossibleNow
    return found


def draft_reading(course: Course) -> Submission | None:
    """Return the reading that was begun and not finished."""
    drafts = (s for s in course.submissions if s.kind is SubmissionKind.READING and s.finished_on is None)
    return next(drafts, None)


def registration_of(course: Course) -> Submission | None:
    """Return the registration."""
    return next((s for s in course.submissions if s.kind is SubmissionKind.REGISTRATION), None)


def begin_reading(desk: Desk, course: Course, held_on: date, occasion: Occasion | None = None) -> tuple[Course, str]:
    """Begin a reading for the occasion nearest to its date, or for the one named; return the course and its id.

    While one is under way, that one goes on.
    """
    draft = draft_reading(course)
    if draft is not None:
        return course, draft.id
    check_day(held_on)
    chosen = occasion or propose_occasion(course.calendar, held_on)
    return _begin(desk, course, Submission(new_id(), SubmissionKind.READING, held_on, chosen), READING_PARTS)


def begin_registration(desk: Desk, course: Course) -> tuple[Course, str]:
    """Begin the registration, or go on with the one there is; return the course and its id."""
    there = registration_of(course)
    if there is not None:
        return course, there.id
    new = Submission(new_id(), SubmissionKind.REGISTRATION, desk.clock.today())
    return _begin(desk, course, new, REGISTRATION_PARTS)


def _begin(desk: Desk, course: Course, bare: Submission, instruments: Iterable[str]) -> tuple[Course, str]:
    parts = tuple(Part(name, desk.catalogue.get(name).version) for name in instruments)
    new = replace(bare, language=course.citizen.language, parts=parts)
    after = replace(course, submissions=(*course.submissions, new))
    return commit_course(desk, course, after, new.kind), new.id


def _change(desk: Desk, course: Course, submission_id: str, change: Callable[[Submission], Submission]) -> Course:
    old = find_submission(course, submission_id)
    new = change(old)
    if new == old:
        return course
    kept = tuple(new if s is old else s for s in course.submissions)
    return commit_course(desk, course, replace(course, submissions=kept), old.kind)


def save_answers(desk: Desk, course: Course, submission_id: str, answers: Iterable[Answer], reason: str = "") -> Course:
    """Write answers, new or in place of earlier ones; in a finished reading they are corrections with a trace.

    Raises an AnswerFault if a question cannot take an answer; then nothing is written.
    """
    submission = find_submission(course, submission_id)
    by_id = {instrument.id: instrument for instrument in instruments_of(desk, submission)}
    checked = [validate(by_id[answer.instrument], answer) for answer in answers]
    today = desk.clock.today()
    return _change(desk, course, submission_id, lambda s: _with_answers(s, checked, today, reason))


def _key(answer: Answer) -> tuple[str, str, Respondent]:
    return answer.instrument, answer.question, answer.respondent


def _with_answers(submission: Submission, answers: list[Answer], today: date, reason: str) -> Submission:
    rows = {_key(answer): answer for answer in submission.answers}
    for answer in answers:
        old = rows.get(_key(answer))
        if old is None or submission.finished_on is None:
            rows[_key(answer)] = answer if old is None else replace(answer, earlier=old.earlier)
        else:
            corrected = correct_answer(old, answer.value, answer.state, today, reason)
            rows[_key(answer)] = replace(corrected, note=answer.note)
    touched = {answer.instrument for answer in answers}
    parts = tuple(replace(p, answered_on=today) if p.instrument in touched else p for p in submission.parts)
    return replace(submission, answers=tuple(rows.values()), parts=parts)


def clear_answer(desk: Desk, course: Course, submission_id: str, answer: Answer) -> Course:
    """Take an answer out of an unfinished reading, as if it had not been given."""

    def clear(submission: Submission) -> Submission:
        if submission.finished_on is not None:
            raise NotPossibleNow
        return replace(submission, answers=tuple(a for a in submission.answers if _key(a) != _key(answer)))

    return _change(desk, course, submission_id, clear)


def change_reading(desk: Desk, course: Course, submission_id: str, new: Submission) -> Course:
    """Write another date, occasion, language or who was there; the answers stay as they are."""

    check_day(new.held_on)

    def change(old: Submission) -> Submission:
        return replace(
            old, held_on=new.held_on, occasion=new.occasion, language=new.language, made_by=MadeBy(new.made_by)
        )

    return _change(desk, course, submission_id, change)


def finish_reading(desk: Desk, course: Course, submission_id: str) -> Course:
    """Finish a reading: what was not asked is written down as not asked."""
    instruments = instruments_of(desk, find_submission(course, submission_id))
    today = desk.clock.today()

    def finish(submission: Submission) -> Submission:
        missing = tuple(row for instrument in instruments for row in _not_asked(submission, instrument))
        return replace(submission, finished_on=today, answers=(*submission.answers, *missing))

    return _change(desk, course, submission_id, finish)


def _not_asked(submission: Submission, instrument: Instrument) -> Iterable[Answer]:
    given = answers_to(submission, instrument.id)
    for question in visible_questions(instrument, given):
        if question.key not in given and question.asked_of is Respondent.CITIZEN:
            yield Answer(
                instrument=instrument.id,
                version=instrument.version,
                question=question.key,
                state=AnswerState.NOT_ASKED,
            )


def discard_reading(desk: Desk, course: Course, submission_id: str) -> Course:
    """Remove a reading that was begun and not finished."""
    old = find_submission(course, submission_id)
    if old.finished_on is not None:
        raise NotPossibleNow
    kept = tuple(s for s in course.submissions if s is not old)
    return commit_course(desk, course, replace(course, submissions=kept), old.kind)


def earlier_note(course: Course, submission: Submission, instrument: str, question: str) -> tuple[date, str] | None:
    """Return the newest note on a question from a reading before this one, with its date."""
    earlier = [s for s in course.submissions if s.kind is submission.kind and s.held_on < submission.held_on]
    for reading in sorted(earlier, key=lambda s: s.held_on, reverse=True):
        for answer in reading.answers:
            if answer.instrument == instrument and answer.question == question and answer.note:
                return reading.held_on, answer.note
    return None
