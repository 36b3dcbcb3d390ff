"""Rows of enquiries that did not become a course; no column leads to anybody."""

from typing import TYPE_CHECKING

import msgspec

from exit_desktop.domain.answers import Answer
from exit_desktop.domain.not_started import Enquiry
from exit_desktop.vault.rows import day

if TYPE_CHECKING:
    from exit_desktop.vault.rows import Connection


def read_enquiries(connection: "Connection") -> tuple[Enquiry, ...]:
    """Return every enquiry, the newest first; of one day in an order that tells nothing."""
    rows = connection.execute(
        "SELECT hex(uid), on_date, project, answers, revision FROM not_started ORDER BY on_date DESC, uid"
    )
    return tuple(_enquiry(row) for row in rows)


def find_enquiry(connection: "Connection", enquiry_id: str) -> Enquiry | None:
    """Return the enquiry with this id."""
    row = connection.execute(
        "SELECT hex(uid), on_date, project, answers, revision FROM not_started WHERE uid = :uid",
        {"uid": bytes.fromhex(enquiry_id)},
    ).fetchone()
    return _enquiry(row) if row else None


def write_enquiry(connection: "Connection", enquiry: Enquiry) -> None:
    """Insert an enquiry, or replace the one with its id."""
    connection.execute(
        """INSERT INTO not_started (uid, on_date, project, answers, revision)
           VALUES (:uid, :on, :project, :answers, :revision) ON CONFLICT (uid) DO UPDATE SET
           on_date = :on, project = :project, answers = :answers, revision = :revision""",
        {
            "uid": bytes.fromhex(enquiry.id),
            "on": enquiry.on.isoformat(),
            "project": enquiry.project,
            "answers": msgspec.json.encode(enquiry.answers),
            "revision": enquiry.revision,
        },
    )


def delete_enquiry(connection: "Connection", enquiry_id: str) -> None:
    """Remove the enquiry with this id."""
    connection.execute("DELETE FROM not_started WHERE uid = :uid", {"uid": bytes.fromhex(enquiry_id)})


def _enquiry(row: tuple[str, str, str, bytes, int]) -> Enquiry:
    answers = msgspec.json.decode(row[3], type=tuple[Answer, ...])
    return Enquiry(row[0].lower(), day(row[1]), row[2], answers, row[4])
