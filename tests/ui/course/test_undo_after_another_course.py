"""Looking at another citizen in between takes no way back away."""

from functools import partial

from exit_desktop.services.contacts import record_contact
from exit_desktop.services.courses import register_citizen
from exit_desktop.ui.course.work import CourseWork
from support.course_work import shown_course
from support.courses import make_contact


def test_undo_reaches_back_after_another_course_was_chosen(work: CourseWork) -> None:
    first = shown_course(work).id
    work.change(partial(record_contact, contact=make_contact(5)))
    work.choose(register_citizen(work.desk, "Ler").id)
    work.undo()
    work.choose(first)
    work.undo()
    assert shown_course(work).contacts == ()
