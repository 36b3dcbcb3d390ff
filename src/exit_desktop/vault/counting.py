"""What a report asks of the vault: who is in it on its reporting date, and the coded sheets that count then."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from exit_desktop.vault.rows import Connection


@dataclass(frozen=True, slots=True)
class Wanted:
    """The reporting date, the first and last day of start (ISO), workers and towns as JSON lists, the goal's code.

    None stands for all; `goal_at` is the place (from 1) of the goal in a registration's codes.
    """

    on: str
    first: str
    last: str
    workers: str | None
    projects: str | None
    goal: bytes | None
    goal_at: int


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A started course, and how it stands on the reporting date; `has_star` for a life situation at the start.

    `goal` is the goal's code in the registration, None without one.
    """

    key: int
    project: str
    end_kind: str | None
    end_reason: str | None
    end_months: int | None
    has_star: bool
    worker: str
    start_on: str
    goal: bytes | None


SheetRow = tuple[int, str, str, bytes, int | None, int | None, int]
"""Course, measure, occasion, codes, what had elapsed, hours, and whether it stands in the place of another form."""


def read_people(connection: "Connection", wanted: Wanted) -> tuple[PersonRow, ...]:
    """Return the courses that had started by the reporting date, in the order of their keys.

    A course that stands here twice (own and received) counts once: the higher (ownership, revision).
    """
    rows = connection.execute(
        """SELECT c.id, c.project, e.kind, e.reason, e.months, EXISTS (
                SELECT 1 FROM counted_sheet s WHERE s.counted_id = c.id AND s.measure = 'star'
                AND s.occasion = 'm00' AND s.since <= :on AND s.until > :on),
                c.worker, c.start_on, (
                SELECT substr(s.codes, :goal_at, 1) FROM counted_sheet s WHERE s.counted_id = c.id
                AND s.measure = 'registration' AND s.since <= :on AND s.until > :on)
           FROM counted_course c LEFT JOIN counted_end e
                ON e.counted_id = c.id AND e.since <= :on AND e.until > :on
           WHERE c.start_on <= :on AND c.start_on BETWEEN :first AND :last
           AND (:workers IS NULL OR c.worker IN (SELECT value FROM json_each(:workers)))
           AND (:projects IS NULL OR c.project IN (SELECT value FROM json_each(:projects)))
           AND (:goal IS NULL OR EXISTS (
                SELECT 1 FROM counted_sheet s WHERE s.counted_id = c.id AND s.measure = 'registration'
                AND s.since <= :on AND s.until > :on AND substr(s.codes, :goal_at, 1) = :goal))
           AND NOT EXISTS (SELECT 1 FROM counted_course o WHERE o.wire_uid = c.wire_uid
                AND (o.ownership, o.revision, o.id) > (c.ownership, c.revision, c.id))
           ORDER BY c.id""",
        _values(wanted),
    )
    return tuple(PersonRow(r[0], r[1], r[2], r[3], r[4], bool(r[5]), r[6], r[7], r[8]) for r in rows)


def read_sheets(connection: "Connection", on: str) -> "Iterator[SheetRow]":
    """Yield every sheet that counts on a reporting date, by course; the codes of all of them in one reading."""
    rows: Iterator[SheetRow] = connection.execute(
        """SELECT counted_id, measure, occasion, codes, elapsed, hours, in_place_of FROM counted_sheet
           WHERE since <= :on AND until > :on""",
        {"on": on},
    )
    return rows


def read_transitions(connection: "Connection", on: str) -> tuple[tuple[int, int, int], ...]:
    """Return course, phase and what had elapsed of each change of phase recorded by the reporting date."""
    rows = connection.execute(
        "SELECT counted_id, to_phase, elapsed FROM counted_transition WHERE since <= :on", {"on": on}
    )
    return tuple(rows.fetchall())


def read_dues(connection: "Connection", on: str) -> tuple[tuple[int, str, str], ...]:
    """Return course, occasion and planned day (ISO) of each reading, as the plan stood on the reporting date."""
    rows = connection.execute(
        "SELECT counted_id, occasion, on_date FROM counted_due WHERE since <= :on AND until > :on", {"on": on}
    )
    return tuple(rows.fetchall())


def read_end_days(connection: "Connection", on: str) -> dict[int, str]:
    """Return the day of the end that stands on the reporting date, by course."""
    rows = connection.execute(
        "SELECT counted_id, since FROM counted_end WHERE since <= :on AND until > :on", {"on": on}
    )
    return dict(rows.fetchall())


def read_enquiry_codes(connection: "Connection", months: tuple[str, str], wanted: Wanted) -> tuple[bytes, ...]:
    """Return the answers about each enquiry of these months (2026-11, both included)."""
    rows = connection.execute(
        """SELECT codes FROM counted_enquiry WHERE month BETWEEN :first_month AND :last_month
           AND (:workers IS NULL OR worker IN (SELECT value FROM json_each(:workers)))
           AND (:projects IS NULL OR project IN (SELECT value FROM json_each(:projects)))""",
        {"first_month": months[0], "last_month": months[1], **_values(wanted)},
    )
    return tuple(bytes(row[0]) for row in rows)


def _values(wanted: Wanted) -> dict[str, str | bytes | int | None]:
    return {
        "on": wanted.on,
        "first": wanted.first,
        "last": wanted.last,
        "workers": wanted.workers,
        "projects": wanted.projects,
        "goal": wanted.goal,
        "goal_at": wanted.goal_at,
    }
