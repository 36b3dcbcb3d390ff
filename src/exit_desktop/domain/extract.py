"""Which contacts a text for a journal is offered from."""

from collections.abc import Iterable
from datetime import date

from exit_desktop.domain.contacts import Contact, ContactState


def contacts_between(contacts: Iterable[Contact], first: date | None, last: date | None) -> tuple[Contact, ...]:
    """Return what has taken place or was tried in a period, both days included, the oldest first."""
    return tuple(
        contact
        for contact in contacts
        if contact.state is not ContactState.PLANNED
        and (first is None or contact.on >= first)
        and (last is None or contact.on <= last)
    )
