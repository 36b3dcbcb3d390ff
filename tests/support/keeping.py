"""Backups for tests: a clock that goes by days, and what the rule of rotation looks at, without a file."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from exit_desktop.vault.backup_folder import DATABASE_NAME, Backup
from exit_desktop.vault.rotation import SMALL, Slots, to_remove


@dataclass(frozen=True)
class Paper:
    """A backup on paper."""

    made_at: datetime
    number: int
    risky: bool = False
    whole: bool = True


def after(held: list[Paper], made_at: datetime, *, risky: bool = False, slots: Slots = SMALL) -> list[Paper]:
    """Return what is kept once a further whole backup was made."""
    newest = Paper(made_at, max((one.number for one in held), default=0) + 1, risky)
    all_of_them = [*held, newest]
    gone = to_remove(all_of_them, newest, made_at, slots)
    return [one for one in all_of_them if one not in gone]


def daily(first: datetime, days: int, held: list[Paper] | None = None) -> list[Paper]:
    """Return what is kept after a backup on each of so many days."""
    kept = held or []
    for day in range(days):
        kept = after(kept, first + timedelta(days=day))
    return kept


def bend(backup: Backup | Path, at: float = 0.5) -> None:
    """Turn one bit in the database of a backup."""
    path = (backup.folder if isinstance(backup, Backup) else backup) / DATABASE_NAME
    content = bytearray(path.read_bytes())
    content[int(len(content) * at)] ^= 4
    path.write_bytes(content)
