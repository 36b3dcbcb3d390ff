"""Unfinished texts of a vault whose disk cannot be written: they can be read, and none can be added or thrown away."""

from pathlib import Path

from exit_desktop.errors import OnlyForReading, VaultDamaged
from exit_desktop.vault.drafts import FILE_NAME, Draft
from exit_desktop.vault.engine_failures import engine_failures
from exit_desktop.vault.opening import Way, open_database


class KeptDrafts:
    """The drafts as they were when the file was opened; it is closed again already."""

    def __init__(self, drafts: list[Draft]) -> None:
        self._drafts = drafts

    def all(self) -> list[Draft]:
        """Return every unfinished text, the newest first."""
        return list(self._drafts)

    def read(self, place: str) -> Draft | None:
        """Return what was left in one place."""
        return next((draft for draft in self._drafts if draft.place == place), None)

    def keep(self, draft: Draft) -> None:
        """Raise OnlyForReading."""
        raise OnlyForReading

    def drop(self, place: str) -> None:
        """Raise OnlyForReading."""
        raise OnlyForReading

    def checkpoint(self) -> None:
        """Nothing waits to be written."""

    def close(self) -> None:
        """Forget the texts."""
        self._drafts.clear()


def read_kept_drafts(folder: Path, key: bytearray) -> tuple[KeptDrafts, bool]:
    """Return the drafts of a disk that cannot be written; the flag says that they could not be read. `key` is wiped."""
    path = folder / FILE_NAME
    if not path.exists():
        key[:] = bytes(len(key))
        return KeptDrafts([]), False
    try:
        connection = open_database(path, key, way=Way.STILL)
    except VaultDamaged:
        return KeptDrafts([]), True
    try:
        with engine_failures():
            rows = connection.execute("SELECT place, body, at FROM draft ORDER BY at DESC").fetchall()
    finally:
        connection.close()
    return KeptDrafts([Draft(*row) for row in rows]), False
