"""A reading: one sitting with life situation, well-being and the selling questions, that can stop and go on.

The registration and the forms are answered the same way. An answer of a finished reading is corrected with a trace.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from exit_desktop.domain.answers import Answer, AnswerState, Respondent, correct_answer
from exit_desktop.domain.calendar import Occasion, check_day, propose_occasion
from exit_desktop.domain.courses import Course
from exit_desktop.domain.forms import FORM_KINDS
from exit_desktop.domain.submissions import MadeBy, Part, Submission, SubmissionKind
from exit_desktop.errors import NotPossibleNow
from exit_desktop.instruments.definition import Instrument
from exit_desktop.instruments.engine import asked_answers, visible_questions
from exit_desktop.instruments.validating import validate
from exit_desktop.services.desk import Desk, commit_course
from exit_desktop.services.prefill import as_of_its_date, prefill, with_sources, write_by_itself
from exit_desktop.system.ids import new_id

READING_PARTS = ("life_situation", "who5", "selling")
REGISTRATION_PARTS = ("registration",)
_ORDER = {name: at for at, name in enumerate(READING_PARTS)}


def instruments_of(desk: Desk, submission: Submission) -> tuple[Instrument, ...]:
    """Return the instruments of a submission at the versions that it was made with, in the order they are asked."""
    parts = sorted(submission.parts, key=lambda part: _ORDER.get(part.instrument, len(_ORDER)))
    return tuple(desk.catalogue.get(part.instrument, part.version) for part in parts)


def find_submission(course: Course, submission_id: str) -> Submission:
    """Return a submission of the course. Raises NotPossibleNow when it is gone."""
    found = next((s for s in course.submissions if s.id == submission_id), None)
    if found is None:
        raise NotPossibleNow
    return found


def draft_of(course: Course, kind: SubmissionKind) -> Submission | None:
    """Return what was begun of this kind and not finished; there is at most one."""
    return next((s for s in course.submissions if s.kind is kind and s.finished_on is None), None)


def draft_reading(course: Course) -> Submission | None:
    """Return the reading that was begun and not finished."""
    return draft_of(course, SubmissionKind.READING)


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
    return begin_submission(desk, course, Submission(new_id(), SubmissionKind.READING, held_on, chosen), READING_PARTS)


def begin_registration(desk: Desk, course: Course) -> tuple[Course, str]:
    """Begin the registration, or go on with the one there is; return the course and its id."""
    there = registration_of(course)
    if there is not None:
        return course, there.id
    new = Submission(new_id(), SubmissionKind.REGISTRATION, desk.clock.today())
    return begin_submission(desk, course, new, REGISTRATION_PARTS)


def begin_submission(desk: Desk, course: Course, bare: Submission, instruments: Iterable[str]) -> tuple[Course, str]:
    """Write a new submission with these instruments at their newest versions; return the course and its id."""
    parts = tuple(Part(name, desk.catalogue.get(name).version) for name in instruments)
    blank = replace(bare, language=course.citizen.language, parts=parts)
    new = write_by_itself(desk.catalogue, course, blank)
    after = replace(course, submissions=(*course.submissions, new))
    return commit_course(desk, course, after, new.kind), new.id


def change_submission(
    desk: Desk, course: Course, submission_id: str, change: Callable[[Submission], Submission]
) -> Course:
    """Write a submission of the course anew, if the change makes it another one."""
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
    return change_submission(desk, course, submission_id, with_answers(desk, course, submission_id, answers, reason))


def with_answers(
    desk: Desk, course: Course, submission_id: str, answers: Iterable[Answer], reason: str = ""
) -> Callable[[Submission], Submission]:
    """Return what writes answers into a submission. Raises an AnswerFault if a question cannot take one."""
    submission = find_submission(course, submission_id)
    by_id = {instrument.id: instrument for instrument in instruments_of(desk, submission)}
    checked = [validate(by_id[answer.instrument], answer) for answer in answers]
    today = desk.clock.today()

    def save(old: Submission) -> Submission:
        # In a finished one an answer keeps what was proposed to it then.
        if old.finished_on is None:
            proposals = prefill(desk.catalogue, course, old)
            return put_answers(old, with_sources(checked, proposals), today)
        return put_answers(old, checked, today, reason)

    return save


def _key(answer: Answer) -> tuple[str, str, Respondent]:
    return answer.instrument, answer.question, answer.respondent


def put_answers(submission: Submission, answers: Iterable[Answer], today: date, reason: str = "") -> Submission:
    """Return the submission with these answers; in a finished one they are corrections with a trace."""
    answers = tuple(answers)
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
    return change_submission(desk, course, submission_id, without_answer(answer))


def without_answer(answer: Answer) -> Callable[[Submission], Submission]:
    """Return what takes an answer out of a submission; it raises NotPossibleNow when that is finished."""

    def clear(submission: Submission) -> Submission:
        if submission.finished_on is not None:
            raise NotPossibleNow
        return replace(submission, answers=tuple(a for a in submission.answers if _key(a) != _key(answer)))

    return clear


def change_reading(desk: Desk, course: Course, submission_id: str, new: Submission) -> Course:
    """Write another date, occasion, language or who was there; the answers stay as they are.

    Except in a form under way on another date: what was confirmed and is now another proposal is proposed anew.
    """

    check_day(new.held_on)

    def change(old: Submission) -> Submission:
        changed = replace(
            old, held_on=new.held_on, occasion=new.occasion, language=new.language, made_by=MadeBy(new.made_by)
        )
        if old.finished_on is not None:
            return changed
        moved = changed if changed.held_on == old.held_on else as_of_its_date(desk.catalogue, course, changed)
        return write_by_itself(desk.catalogue, course, moved)

    return change_submission(desk, course, submission_id, change)


def finish_reading(desk: Desk, course: Course, submission_id: str) -> Course:
    """Finish a reading: what was not asked is written down as not asked."""
    instruments = instruments_of(desk, find_submission(course, submission_id))
    today = desk.clock.today()
    return change_submission(desk, course, submission_id, lambda one: as_finished(one, instruments, today))


def as_finished(submission: Submission, instruments: Iterable[Instrument], on: date) -> Submission:
    """Return the submission finished on that day: what was not asked stands as not asked."""
    missing = tuple(row for instrument in instruments for row in _not_asked(submission, instrument))
    return replace(submission, finished_on=on, answers=(*submission.answers, *missing))


def _not_asked(submission: Submission, instrument: Instrument) -> Iterable[Answer]:
    given = asked_answers(instrument, submission)
    for question in visible_questions(instrument, given):
        if question.key not in given:
            yield Answer(
                instrument=instrument.id,
                version=instrument.version,
                question=question.key,
                respondent=question.asked_of,
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
    """Return the newest note on a question from a reading (or any of the forms) before this one, with its date."""
    alike = FORM_KINDS if submission.kind in FORM_KINDS else (submission.kind,)
    earlier = [s for s in course.submissions if s.kind in alike and s.held_on < submission.held_on]
    for reading in sorted(earlier, key=lambda s: s.held_on, reverse=True):
        for answer in reading.answers:
            same = answer.instrument == instrument or reading.kind in FORM_KINDS
            if same and answer.question == question and answer.note:
                return reading.held_on, answer.note
    return None
