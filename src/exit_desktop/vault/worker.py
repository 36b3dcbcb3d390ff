"""The worker whose vault this is, and whether the recovery sheet was typed back."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from exit_desktop.system.ids import new_id

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection


class Role(StrEnum):
    """What the vault is used for; it decides which pages are shown."""

    WORKER = "worker"
    COORDINATOR = "coordinator"


@dataclass(frozen=True, slots=True)
class WorkerDetails:
    """One worker: a code of 1-12 letters, project or town, weekly minutes, the line put on papers, the role."""

    code: str = field(repr=False)
    project: str = field(default="", repr=False)
    weekly_minutes: int = 37 * 60
    contact_line: str = field(default="", repr=False)
    role: Role = Role.WORKER


def save_worker(connection: "Connection", worker: WorkerDetails) -> None:
    """Put the details in the place of the earlier ones; the worker's random id stays."""
    connection.execute(
        """INSERT INTO worker (id, uid, code, project, weekly_minutes, contact_line, role)
           VALUES (1, :uid, :code, :project, :minutes, :line, :role)
           ON CONFLICT (id) DO UPDATE SET
           code = :code, project = :project, weekly_minutes = :minutes, contact_line = :line, role = :role""",
        {
            "uid": bytes.fromhex(new_id()),
            "code": worker.code,
            "project": worker.project,
            "minutes": worker.weekly_minutes,
            "line": worker.contact_line,
            "role": str(worker.role),
        },
    )


def read_worker(connection: "Connection") -> WorkerDetails | None:
    """Return the details, or None before the first start is through."""
    row = connection.execute("SELECT code, project, weekly_minutes, contact_line, role FROM worker").fetchone()
    return WorkerDetails(row[0], row[1], row[2], row[3], Role(row[4])) if row else None


def read_worker_id(connection: "Connection") -> str:
    """Return the worker's random id, 32 hex digits; the vault's own before the first start is through."""
    row = connection.execute("SELECT hex(coalesce((SELECT uid FROM worker), (SELECT uid FROM vault)))").fetchone()
    return str(row[0]).lower()


def read_recovery_proved(connection: "Connection") -> bool:
    """Tell whether two groups of the newest sheet were typed back."""
    return bool(connection.execute("SELECT recovery_proved FROM vault").fetchone()[0])


def save_recovery_proved(connection: "Connection", proved: bool) -> None:
    """Record whether two groups of the newest sheet were typed back."""
    connection.execute("UPDATE vault SET recovery_proved = :proved", {"proved": int(proved)})
