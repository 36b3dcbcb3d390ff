"""What a vault notes of its own backups: when, where, up to which change, and when one was taken away again.

A folder under its name is the truth; the rows follow it, for a crash may come between the two. Places beside the vault
stand as `backups/<name>`, others with their whole path.
"""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from exit_desktop.vault.backup_folder import FOLDER_NAME, Backup

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlcipher3.dbapi2 import Connection


@dataclass(frozen=True, slots=True)
class Noted:
    """One backup as the vault remembers it; `place` is relative for those beside the vault."""

    made_at: datetime
    place: Path
    commit_number: int

    @property
    def elsewhere(self) -> bool:
        """Whether it lies outside the vault's folder."""
        return self.place.is_absolute()


def place_beside(backup: Backup) -> str:
    """Return how a backup beside the vault is noted."""
    return f"{FOLDER_NAME}/{backup.folder.name}"


def note_backups(connection: "Connection", present: "Iterable[tuple[str, Backup]]") -> None:
    """Note the whole backups among `present`, given with their places, that are not noted yet, the oldest first."""
    for place, backup in sorted(present, key=lambda one: one[1].number):
        if backup.whole:
            connection.execute(
                """INSERT INTO backup (made_at, place, verified, commit_number)
                   SELECT :at, :place, 1, :number
                   WHERE NOT EXISTS (SELECT 1 FROM backup WHERE place = :place AND removed_at IS NULL)""",
                {"at": _written(backup.made_at), "place": place, "number": backup.number},
            )


def note_gone(connection: "Connection", places: "Iterable[str]", at: datetime) -> None:
    """Note that backups are there no more."""
    for place in places:
        connection.execute(
            "UPDATE backup SET removed_at = :at WHERE place = :place AND removed_at IS NULL",
            {"at": _written(at), "place": place},
        )


def read_noted(connection: "Connection") -> tuple[Noted, ...]:
    """Return the backups that were not taken away, the one made last first."""
    rows = connection.execute(
        "SELECT made_at, place, commit_number FROM backup WHERE removed_at IS NULL AND verified = 1 ORDER BY id DESC"
    )
    return tuple(Noted(datetime.fromisoformat(row[0]), Path(row[1]), row[2]) for row in rows)


def count_changes(connection: "Connection") -> int:
    """Return how many changes there are since the last backup; all of them when there is none.

    That a course was opened, and that a backup was made, stand in the vault too, and are no changes of its content.
    """
    row = connection.execute(
        """SELECT v.commit_number - b.commit_number - (SELECT count(*) FROM backup AS later WHERE later.id >= b.id)
               - (SELECT count(*) FROM usage_log WHERE act = 'opened' AND at > b.made_at)
           FROM backup AS b, vault AS v WHERE b.removed_at IS NULL AND b.verified = 1 ORDER BY b.id DESC LIMIT 1"""
    ).fetchone()
    if row is None:
        row = connection.execute("SELECT commit_number FROM vault").fetchone()
    return max(0, int(row[0]))


def _written(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")
