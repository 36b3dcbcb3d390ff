"""Rows of what a report counts: written when a course is received, or when an own one has changed since."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from exit_desktop.vault.rows import Connection

FOREVER = "9999-12-31"


@dataclass(frozen=True, slots=True)
class CountedSheet:
    """One sheet and the days (ISO, until excluded) on which it counts; `elapsed` as `evaluation.elapsed` counts it."""

    measure: str
    occasion: str
    since: str
    until: str
    codes: bytes
    elapsed: int | None = None
    hours: int | None = None
    in_place_of: bool = False


@dataclass(frozen=True, slots=True)
class CountedEnd:
    """An end that stands from `since` until it was taken up again; `months` are whole months of the course."""

    since: str
    until: str
    kind: str
    reason: str | None
    months: int


@dataclass(frozen=True, slots=True)
class CountedTransition:
    """The recorded change to a phase."""

    to_phase: int
    since: str
    elapsed: int


@dataclass(frozen=True, slots=True)
class CountedDue:
    """The planned day of a reading, as the plan stood from `since` until it was changed."""

    occasion: str
    since: str
    until: str
    on: str


@dataclass(frozen=True, slots=True)
class CountedCourse:
    """All that reports count of one course."""

    wire_id: str
    ownership: int
    revision: int
    layout: int
    worker: str
    project: str
    start_on: str | None
    sheets: tuple[CountedSheet, ...]
    ends: tuple[CountedEnd, ...]
    transitions: tuple[CountedTransition, ...]
    dues: tuple[CountedDue, ...]


@dataclass(frozen=True, slots=True)
class CountedEnquiry:
    """All that reports count of one enquiry; `month` as 2026-11."""

    id: str
    revision: int
    layout: int
    worker: str
    project: str
    month: str
    codes: bytes


def write_counted(
    connection: "Connection", counted: CountedCourse, held_id: int | None = None, course_id: int | None = None
) -> None:
    """Put what is counted of a course, held or own (one of both keys), in the place of what was.

    Of what is held under one wire id one writing counts. With its row, held or own, what is counted goes by itself.
    """
    connection.execute(
        "DELETE FROM counted_course WHERE course_id = :course OR held_id IS NOT NULL AND :course IS NULL"
        " AND wire_uid = :wire",
        {"course": course_id, "wire": bytes.fromhex(counted.wire_id)},
    )
    cursor = connection.execute(
        """INSERT INTO counted_course
           (held_id, course_id, wire_uid, ownership, revision, layout, worker, project, start_on)
           VALUES (:held, :course, :wire, :ownership, :revision, :layout, :worker, :project, :start)""",
        {
            "held": held_id,
            "course": course_id,
            "wire": bytes.fromhex(counted.wire_id),
            "ownership": counted.ownership,
            "revision": counted.revision,
            "layout": counted.layout,
            "worker": counted.worker,
            "project": counted.project,
            "start": counted.start_on,
        },
    )
    _write_parts(connection, int(cursor.lastrowid), counted)


def _write_parts(connection: "Connection", key: int, counted: CountedCourse) -> None:
    connection.executemany(
        "INSERT INTO counted_sheet (counted_id, measure, occasion, since, until, elapsed, hours, in_place_of, codes)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (key, s.measure, s.occasion, s.since, s.until, s.elapsed, s.hours, int(s.in_place_of), s.codes)
            for s in counted.sheets
        ],
    )
    connection.executemany(
        "INSERT INTO counted_end (counted_id, since, until, kind, reason, months) VALUES (?, ?, ?, ?, ?, ?)",
        [(key, e.since, e.until, e.kind, e.reason, e.months) for e in counted.ends],
    )
    connection.executemany(
        "INSERT INTO counted_transition (counted_id, to_phase, since, elapsed) VALUES (?, ?, ?, ?)",
        [(key, t.to_phase, t.since, t.elapsed) for t in counted.transitions],
    )
    connection.executemany(
        "INSERT INTO counted_due (counted_id, occasion, since, until, on_date) VALUES (?, ?, ?, ?, ?)",
        [(key, d.occasion, d.since, d.until, d.on) for d in counted.dues],
    )


def write_counted_enquiry(connection: "Connection", counted: CountedEnquiry, held_id: int | None = None) -> None:
    """Put what is counted of an enquiry, held or own, in the place of what was; it goes by itself with its row."""
    connection.execute(
        """INSERT INTO counted_enquiry
           (uid, held_id, not_started_id, revision, layout, worker, project, month, codes)
           VALUES (:uid, :held, CASE WHEN :held IS NULL THEN (SELECT id FROM not_started WHERE uid = :uid) END,
           :revision, :layout, :worker, :project, :month, :codes)
           ON CONFLICT (uid) DO UPDATE SET held_id = excluded.held_id, not_started_id = excluded.not_started_id,
           revision = :revision, layout = :layout, worker = :worker, project = :project, month = :month,
           codes = :codes""",
        {
            "uid": bytes.fromhex(counted.id),
            "held": held_id,
            "revision": counted.revision,
            "layout": counted.layout,
            "worker": counted.worker,
            "project": counted.project,
            "month": counted.month,
            "codes": counted.codes,
        },
    )


def stale_courses(connection: "Connection", layout: int, who: tuple[str, str]) -> Iterator[tuple[int, str]]:
    """Yield key and id of the own courses that are not counted as they now are; `who` are worker's code and town."""
    rows = connection.execute(
        """SELECT o.id, hex(o.uid) FROM course o LEFT JOIN counted_course c ON c.course_id = o.id
           WHERE c.id IS NULL OR c.revision <> o.revision OR c.ownership <> o.ownership OR c.layout <> :layout
           OR c.wire_uid <> o.wire_uid OR c.worker <> :worker OR c.project <> :project ORDER BY o.id""",
        {"layout": layout, "worker": who[0], "project": who[1]},
    ).fetchall()
    return ((int(key), str(uid).lower()) for key, uid in rows)


def stale_enquiries(connection: "Connection", layout: int, worker: str) -> frozenset[str]:
    """Return the ids of the own enquiries that are not counted as they now are."""
    rows = connection.execute(
        """SELECT hex(n.uid) FROM not_started n LEFT JOIN counted_enquiry c ON c.not_started_id = n.id
           WHERE c.id IS NULL OR c.revision <> n.revision OR c.layout <> :layout OR c.worker <> :worker""",
        {"layout": layout, "worker": worker},
    )
    return frozenset(str(row[0]).lower() for row in rows)
