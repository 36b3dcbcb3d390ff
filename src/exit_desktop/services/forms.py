"""The CTI forms: start, ongoing, closing. Begun, answered and finished as a reading is, with what is known proposed."""

from datetime import date

from exit_desktop.domain.calendar import Occasion, check_day
from exit_desktop.domain.courses import Course
from exit_desktop.domain.forms import FORM_KINDS, propose_for
from exit_desktop.domain.submissions import Submission, SubmissionKind
from exit_desktop.errors import NotPossibleNow
from exit_desktop.services.desk import Desk
from exit_desktop.services.prefill import unconfirmed
from exit_desktop.services.readings import begin_submission, change_submission, draft_of, find_submission, put_answers
from exit_desktop.system.ids import new_id


def begin_form(
    desk: Desk, course: Course, kind: SubmissionKind, held_on: date, occasion: Occasion | None = None
) -> tuple[Course, str]:
    """Begin a form for the occasion nearest to its date, or for the one named; return the course and its id.

    While one of this kind is under way, that one goes on. Raises NotPossibleNow for what is no form.
    """
    if kind not in FORM_KINDS:
        raise NotPossibleNow
    draft = draft_of(course, kind)
    if draft is not None:
        return course, draft.id
    check_day(held_on)
    chosen = occasion or propose_for(kind, course.calendar, held_on)
    return begin_submission(desk, course, Submission(new_id(), kind, held_on, chosen), (kind.value,))


def confirm_answer(desk: Desk, course: Course, submission_id: str, question: str) -> Course:
    """Say yes to what is proposed to one question that has no answer yet."""
    return _confirm(desk, course, submission_id, (question,))


def confirm_rest(desk: Desk, course: Course, submission_id: str) -> Course:
    """Say yes to everything that is proposed and not answered, also to what is asked because of it."""
    return _confirm(desk, course, submission_id, None)


def _confirm(desk: Desk, course: Course, submission_id: str, questions: tuple[str, ...] | None) -> Course:
    if find_submission(course, submission_id).finished_on is not None:
        raise NotPossibleNow

    def confirm(form: Submission) -> Submission:
        while wanted := [
            answer
            for key, answer in unconfirmed(desk.catalogue, course, form).items()
            if questions is None or key in questions
        ]:
            form = put_answers(form, wanted, desk.clock.today())
        return form

    return change_submission(desk, course, submission_id, confirm)
