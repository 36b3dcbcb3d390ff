"""What the print system keeps of the papers of this program, and letting go of it; written in the usage log."""

from exit_desktop.services.desk import Act, Desk, log_use
from exit_desktop.system.print_queue import Purged, can_purge, purge_printed

__all__ = ["Purged", "can_purge", "let_go_of_printed"]


def let_go_of_printed(desk: Desk, title: str) -> Purged:
    """Let the print system let go of the papers that were printed under that title."""
    purged = purge_printed(title)
    if purged.gone:
        log_use(desk, Act.PURGED, "spool")
    return purged
