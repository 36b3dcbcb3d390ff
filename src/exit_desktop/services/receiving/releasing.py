"""Taking in what waited for a sender, once somebody has typed the words of their card."""

from exit_desktop.services.desk import Desk
from exit_desktop.services.receiving.importing import begin_import, import_content
from exit_desktop.services.receiving.results import Outcome, Taken
from exit_desktop.services.receiving.waiting import drop_waiting, list_waiting, sealed_of


def release_waiting(desk: Desk, sender: str) -> tuple[Taken, ...]:
    """Take in what waited from a sender who is confirmed now, the oldest first; what proves wrong is let go and told.

    While the sender is not confirmed everything goes on waiting.
    """
    work = begin_import(desk)
    results = []
    for one in reversed(list_waiting(desk)):
        if one.sender == sender:
            taken = import_content(work, sealed_of(desk, one.id))
            if taken.outcome is not Outcome.WAITING:
                drop_waiting(desk, one.id)
            results.append(taken)
    return tuple(results)
