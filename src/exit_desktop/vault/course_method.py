"""Rows of what the method is held against: what does not fit a citizen, and courses without their words."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from exit_desktop.domain.answers import Answer, AnswerState, Respondent
from exit_desktop.domain.calendar import Calendar, Occasion
from exit_desktop.domain.closing import SERVICES_NOW
from exit_desktop.domain.contacts import Contact, ContactKind, ContactState, Party, PlaceKind
from exit_desktop.domain.indicators import Indicator, NotSuitable
from exit_desktop.domain.network import Handover
from exit_desktop.domain.plans import PlanVersion
from exit_desktop.domain.submissions import Submission, SubmissionKind
from exit_desktop.vault.course_calendar import CLOSINGS, PAUSES, REPLANS, TRANSITIONS
from exit_desktop.vault.course_network import MEETINGS
from exit_desktop.vault.course_plans import PLANS
from exit_desktop.vault.course_submissions import read_value
from exit_desktop.vault.rows import Collection, day, day_or_none, members

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection

_KINDS, _PARTIES, _PLACES = members(ContactKind), members(Party), members(PlaceKind)
_FORMS, _OCCASIONS = members(SubmissionKind), members(Occasion)
_STATES, _RESPONDENTS = members(AnswerState), members(Respondent)


def _read_not_suitable(connection: "Connection", course: int) -> tuple[NotSuitable, ...]:
    rows = connection.execute(
        "SELECT hex(uid), indicator, reason, on_date FROM not_suitable WHERE course_id = :course ORDER BY indicator",
        {"course": course},
    )
    return tuple(NotSuitable(r[0].lower(), Indicator(r[1]), r[2], day(r[3])) for r in rows)


def _insert_not_suitable(connection: "Connection", course: int, one: NotSuitable) -> None:
    connection.execute(
        "INSERT INTO not_suitable (uid, course_id, indicator, reason, on_date)"
        " VALUES (:uid, :course, :indicator, :reason, :on)",
        {
            "uid": bytes.fromhex(one.id),
            "course": course,
            "indicator": one.indicator,
            "reason": one.reason,
            "on": one.on.isoformat(),
        },
    )


NOT_SUITABLE = Collection(_read_not_suitable, _insert_not_suitable, "DELETE FROM not_suitable WHERE uid = :uid")


@dataclass(frozen=True, slots=True)
class CourseWithoutWords:
    """A started course with what the indicators are worked out from, and nothing else; it is no course to write.

    No notes, no answers but the services at the end, and of the network only its meetings.
    """

    id: str
    alias: str = field(repr=False)
    calendar: Calendar
    submissions: tuple[Submission, ...] = field(repr=False)
    plans: tuple[PlanVersion, ...] = field(repr=False)
    contacts: tuple[Contact, ...] = field(repr=False)
    handover: Handover = field(repr=False)
    not_suitable: tuple[NotSuitable, ...] = field(repr=False)


def read_started_courses(connection: "Connection") -> Iterator[CourseWithoutWords]:
    """Yield every started course by alias."""
    rows = connection.execute(
        "SELECT c.id, hex(c.uid), p.alias, c.orientation_on, c.start_on, c.phase_months"
        " FROM course c JOIN citizen p ON p.id = c.citizen_id WHERE c.start_on IS NOT NULL ORDER BY p.alias_key, c.id"
    ).fetchall()
    for r in rows:
        key = int(r[0])
        yield CourseWithoutWords(
            r[1].lower(),
            r[2],
            Calendar(
                day(r[3]),
                day(r[4]),
                r[5],
                TRANSITIONS.read(connection, key),
                REPLANS.read(connection, key),
                PAUSES.read(connection, key),
                CLOSINGS.read(connection, key),
            ),
            submissions=_read_finished(connection, key),
            plans=PLANS.read(connection, key),
            contacts=_read_held(connection, key),
            handover=Handover(meetings=MEETINGS.read(connection, key)),
            not_suitable=NOT_SUITABLE.read(connection, key),
        )


def _read_held(connection: "Connection", course: int) -> tuple[Contact, ...]:
    rows = connection.execute(
        "SELECT on_date, kind, party, place FROM contact WHERE course_id = :course AND state = 'held' ORDER BY on_date",
        {"course": course},
    )
    return tuple(
        Contact("", day(r[0]), None, _KINDS[r[1]], _PARTIES[r[2]], ContactState.HELD, _PLACES[r[3]]) for r in rows
    )


def _read_finished(connection: "Connection", course: int) -> tuple[Submission, ...]:
    services = _read_services(connection, course)
    rows = connection.execute(
        "SELECT id, kind, held_on, occasion, finished_on FROM submission"
        " WHERE course_id = :course AND finished_on IS NOT NULL ORDER BY held_on, position",
        {"course": course},
    )
    return tuple(
        Submission(
            "",
            _FORMS[r[1]],
            day(r[2]),
            None if r[3] is None else _OCCASIONS[r[3]],
            finished_on=day_or_none(r[4]),
            answers=services.get(r[0], ()),
        )
        for r in rows
    )


def _read_services(connection: "Connection", course: int) -> dict[int, tuple[Answer, ...]]:
    rows = connection.execute(
        "SELECT a.submission_id, a.respondent, a.state, a.value FROM submission s"
        " JOIN answer a ON a.submission_id = s.id JOIN question q ON q.id = a.question_id"
        " WHERE s.course_id = :course AND s.kind = 'closing_form' AND q.key = :services",
        {"course": course, "services": SERVICES_NOW},
    )
    found: dict[int, tuple[Answer, ...]] = {}
    for submission, respondent, state, value in rows:
        answer = Answer(
            instrument="",
            version=0,
            question=SERVICES_NOW,
            respondent=_RESPONDENTS[respondent],
            state=_STATES[state],
            value=read_value(value),
        )
        found[submission] = (*found.get(submission, ()), answer)
    return found
