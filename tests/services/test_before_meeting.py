"""What is gathered to be read before a meeting."""

from dataclasses import replace
from datetime import date, timedelta

from exit_desktop.domain.contacts import ContactState, Party
from exit_desktop.domain.courses import Course
from exit_desktop.domain.due import DueKind, due_items
from exit_desktop.domain.network import Handover, SupportTask, TaskHolder
from exit_desktop.services.before import newest_note, prepare_meeting
from exit_desktop.services.courses import register_citizen
from exit_desktop.services.desk import Desk
from exit_desktop.services.safety import save_safety_note
from support.courses import TODAY, make_contact, make_course, make_plan, uid


def ago(days: int) -> date:
    """A day before today."""
    return TODAY - timedelta(days=days)


def commits(desk: Desk) -> int:
    """How often the vault was written."""
    with desk.vault.reading() as connection:
        return int(connection.execute("SELECT commit_number FROM vault").fetchone()[0])


def course_with(**fields: object) -> Course:
    """A course in its first phase with these parts."""
    return replace(make_course(), **fields)  # type: ignore[arg-type]  # a test names the parts it is about


def test_the_last_note_is_the_newest_with_words_that_has_been() -> None:
    contacts = (
        make_contact(1, ago(9), note="Først"),
        make_contact(2, ago(3), note="Sidst", party=Party.PROFESSIONAL),
        make_contact(3, ago(1), note="  "),
        make_contact(4, TODAY, note="Aftalt", state=ContactState.PLANNED),
    )
    found = newest_note(course_with(contacts=contacts), TODAY)
    assert found is not None
    assert found.note == "Sidst"


def test_without_a_note_there_is_none() -> None:
    assert newest_note(make_course(), TODAY) is None


def test_open_agreements_stand_the_nearest_first(desk: Desk) -> None:
    found = prepare_meeting(desk, course_with(plans=(make_plan(),)))
    assert [activity.what for _, activity in found.agreements] == ["Ringe til SKAT om afdrag", "Lave et budget"]


def test_what_is_due_leaves_out_meetings_and_what_is_far(desk: Desk) -> None:
    planned = make_contact(1, TODAY, state=ContactState.PLANNED)
    kinds = {due.kind for due in prepare_meeting(desk, course_with(contacts=(planned,))).due}
    assert kinds == {DueKind.READING, DueKind.FORM, DueKind.TRANSITION}
    found = prepare_meeting(desk, make_course()).due
    assert found
    assert all(due.on <= TODAY + timedelta(days=14) for due in found)
    assert len(found) < len(due_items(make_course()))


def test_tasks_on_their_way_stand_the_newest_tried_out_first(desk: Desk) -> None:
    tasks = (
        SupportTask(uid(1), "Følger til lægen", TaskHolder.NETWORK, tried_out_on=ago(20)),
        SupportTask(uid(2), "Åbner post", TaskHolder.CITIZEN, tried_out_on=ago(2)),
        SupportTask(uid(3), "Ringer til banken", TaskHolder.WORKER),
    )
    found = prepare_meeting(desk, course_with(handover=Handover(tasks)))
    assert [task.what for task in found.tried] == ["Åbner post", "Følger til lægen"]


def test_the_safety_note_is_there(desk: Desk) -> None:
    course = register_citizen(desk, "Mågen")
    save_safety_note(desk, course, "Ring inden du går op")
    found = prepare_meeting(desk, course)
    assert found.safety is not None
    assert found.safety.words == "Ring inden du går op"


def test_reading_it_changes_nothing(desk: Desk) -> None:
    course = register_citizen(desk, "Mågen")
    before = commits(desk)
    prepare_meeting(desk, course)
    assert commits(desk) == before
