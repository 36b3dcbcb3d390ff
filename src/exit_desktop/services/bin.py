"""The bin: what was deleted waits 30 days and can be put back where it stood."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import msgspec

from exit_desktop.domain.contacts import Contact
from exit_desktop.domain.courses import Course
from exit_desktop.domain.network import NetworkMeeting, NetworkPerson, SupportTask
from exit_desktop.domain.networking import with_meeting, with_person_back, with_task
from exit_desktop.domain.planning import add_wish, change_plan, put_activity
from exit_desktop.domain.plans import Activity, PlanVersion, Wish, activities_of, current_plan
from exit_desktop.errors import NotPossibleNow
from exit_desktop.services.desk import Act, Desk, append_use
from exit_desktop.system.ids import new_id
from exit_desktop.vault.bin import BinnedRecord, empty_bin, put_in_bin, read_bin, take_from_bin
from exit_desktop.vault.courses import write_course

if TYPE_CHECKING:
    from exit_desktop.vault.rows import Connection

DAYS_IN_BIN = 30


@dataclass(frozen=True, slots=True)
class BinnedActivity:
    """A deleted activity with the wish that it stood under."""

    wish: str
    activity: Activity

    @property
    def id(self) -> str:
        """The id of the activity."""
        return self.activity.id


@dataclass(frozen=True, slots=True)
class BinnedPerson:
    """A person taken off the map, with the tasks that they were to take over."""

    person: NetworkPerson
    takes: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The id of the person."""
        return self.person.id


Binned = Contact | BinnedActivity | BinnedPerson | SupportTask | NetworkMeeting
_TYPES: dict[str, type[Binned]] = {
    "contact": Contact,
    "activity": BinnedActivity,
    "network_person": BinnedPerson,
    "support_task": SupportTask,
    "network_meeting": NetworkMeeting,
}


@dataclass(frozen=True, slots=True)
class BinLine:
    """One line of the bin as it is shown."""

    id: str
    record: Binned
    deleted_on: date
    gone_on: date


def delete_to_bin(desk: Desk, before: Course, after: Course, kind: str, record: Binned) -> Course:
    """Write the course without the record, which goes to the bin, in one transaction."""
    now = desk.clock.now_utc()
    binned = BinnedRecord(record.id, kind, msgspec.json.encode(record), desk.clock.today())
    with desk.vault.writing() as connection:
        written = write_course(connection, before, after, now)
        put_in_bin(connection, before.id, binned)
        append_use(connection, desk, Act.DELETED, kind, before.id)
    return written


def list_bin(desk: Desk, course: Course) -> tuple[BinLine, ...]:
    """Return what can be put back in this course, the newest first; what an undo brought back is left out."""
    with desk.vault.reading() as connection:
        records = read_bin(connection, course.id)
    here = _here(course)
    return tuple(_line(record) for record in records if record.id not in here)


def _here(course: Course) -> set[str]:
    plan = current_plan(course.plans)
    activities = {activity.id for _, _, activity in activities_of(plan)} if plan else set()
    tasks, meetings = course.handover.tasks, course.handover.meetings
    others = {task.id for task in tasks} | {meeting.id for meeting in meetings}
    return activities | others | {one.id for one in course.contacts} | {one.id for one in course.network}


def _line(record: BinnedRecord) -> BinLine:
    body: Binned = msgspec.json.decode(record.body, type=_TYPES[record.kind])
    return BinLine(record.id, body, record.deleted_on, record.deleted_on + timedelta(days=DAYS_IN_BIN))


def restore_from_bin(desk: Desk, course: Course, line: BinLine) -> Course:
    """Put a record back; an activity whose wish is gone stands under the plan's last wish, or an empty one.

    Raises NotPossibleNow when the plan has no area to put it under; it stays in the bin.
    """
    now = desk.clock.now_utc()
    after = _with_record(course, line.record, desk.clock.today())
    with desk.vault.writing() as connection:
        written = write_course(connection, course, after, now)
        take_from_bin(connection, line.id)
        if isinstance(line.record, SupportTask):
            _keep_for_taker(connection, course, line.record)
        append_use(connection, desk, Act.CHANGED, "bin", course.id)
    return written


def _keep_for_taker(connection: "Connection", course: Course, task: SupportTask) -> None:
    """Let a taker who still waits in the bin take the task again when they are put back."""
    for record in read_bin(connection, course.id):
        person = _line(record).record
        if record.id == task.taker and isinstance(person, BinnedPerson) and task.id not in person.takes:
            body = msgspec.json.encode(replace(person, takes=(*person.takes, task.id)))
            put_in_bin(connection, course.id, replace(record, body=body))


def _with_record(course: Course, record: Binned, today: date) -> Course:
    match record:
        case Contact():
            return replace(course, contacts=(*course.contacts, record))
        case BinnedPerson():
            return with_person_back(course, record.person, record.takes)
        case SupportTask():
            return with_task(course, record)
        case NetworkMeeting():
            return with_meeting(course, record)
        case BinnedActivity():
            return _with_activity(course, record, today)


def _with_activity(course: Course, record: BinnedActivity, today: date) -> Course:
    plan = current_plan(course.plans)
    if plan is None or not plan.focuses:
        raise NotPossibleNow
    wishes = [wish.id for focus in plan.focuses for wish in focus.wishes]
    wish = record.wish if record.wish in wishes else wishes[-1] if wishes else new_id()

    def put_back(version: PlanVersion) -> PlanVersion:
        with_wish = version if wishes else add_wish(version, version.focuses[-1].id, Wish(wish, ""))
        return put_activity(with_wish, wish, record.activity)

    return change_plan(course, put_back, new_id, today)


def empty_old_bin(desk: Desk, day: date) -> int:
    """Erase what has waited its 30 days on `day`; return how many records. Called at unlock."""
    with desk.vault.writing() as connection:
        return empty_bin(connection, day - timedelta(days=DAYS_IN_BIN))
