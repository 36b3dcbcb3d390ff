"""What stays of an erased course: the month and the reason, and nothing that leads to whose it was."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from exit_desktop.vault.rows import Connection


# Stands beside the vault while an erasure is under way: how many courses were erased before it. In no backup.
PENDING_NAME = "vault.erasing"


class Reason(StrEnum):
    """Why a course was erased: it had been kept long enough, or the citizen wanted it gone everywhere."""

    RETENTION = "retention"
    WISH = "wish"


@dataclass(frozen=True, slots=True)
class ErasedLine:
    """The one line that stays; `month` as 2026-11."""

    month: str
    reason: Reason


def note_erased(connection: "Connection", line: ErasedLine) -> None:
    """Write the line."""
    connection.execute(
        "INSERT INTO erased (month, reason) VALUES (:month, :reason)", {"month": line.month, "reason": line.reason}
    )


def read_erased(connection: "Connection") -> tuple[ErasedLine, ...]:
    """Return every line, the newest first."""
    rows = connection.execute("SELECT month, reason FROM erased ORDER BY id DESC")
    return tuple(ErasedLine(month, Reason(reason)) for month, reason in rows)


def count_erased(connection: "Connection") -> int:
    """Return how many courses were erased."""
    return int(connection.execute("SELECT count(*) FROM erased").fetchone()[0])
