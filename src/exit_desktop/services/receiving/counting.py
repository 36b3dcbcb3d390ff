"""Where a course that came to be held is handed on to be counted in tables."""

from typing import TYPE_CHECKING

from exit_desktop.exchange.units import UnitKind

if TYPE_CHECKING:
    from exit_desktop.services.desk import Desk
    from exit_desktop.services.receiving.staging import Staged
    from exit_desktop.vault.rows import Connection


def count_held(connection: "Connection", desk: "Desk", held_id: int, staged: "Staged") -> None:
    """Let what is held under this row be counted, within the caller's transaction; a removed row takes it along."""
    if staged.kind in (UnitKind.COURSE, UnitKind.COURSE_CODED):
        return  # Nothing is counted yet.
