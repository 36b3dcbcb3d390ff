"""Where a course that came to be held is handed on to be counted in tables."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from exit_desktop.services.desk import Desk
    from exit_desktop.services.receiving.staging import Staged
    from exit_desktop.vault.held_rows import HeldRow
    from exit_desktop.vault.rows import Connection


def count_held(connection: "Connection", desk: "Desk", row: "HeldRow", staged: "Staged") -> None:
    """Let what is held in this row be counted, within the caller's transaction; once removed, it counts no more.

    Nothing is counted yet: the tables come with the report.
    """
