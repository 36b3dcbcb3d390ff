"""What the log says of contacts: a line, a month's sums, how often there is contact. No widget is made here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from exit_desktop.domain.contacts import (
    Contact,
    ContactKind,
    ContactState,
    Party,
    PlaceKind,
    last_contact_on,
    minutes_by_month,
    with_citizen,
)
from exit_desktop.domain.order import contact_order
from exit_desktop.services.labels import CONTACT_KINDS, CONTACT_STATES, PARTIES, PLACES, WORK_KINDS
from exit_desktop.ui.widgets.short_fields import duration

if TYPE_CHECKING:
    from exit_desktop.system.language import Texts

RATE_WEEKS = 4


@dataclass(frozen=True, slots=True)
class Sieve:
    """Which contacts the log shows; None is all of them."""

    party: Party | None = None
    kind: ContactKind | None = None

    def lets(self, contact: Contact) -> bool:
        """Return whether a contact is shown."""
        return self.party in (None, contact.party) and self.kind in (None, contact.kind)


@dataclass(frozen=True, slots=True)
class Month:
    """The contacts of a calendar month, the newest first."""

    first: date
    contacts: tuple[Contact, ...] = field(repr=False)


def months_of(contacts: Iterable[Contact], sieve: Sieve) -> tuple[Month, ...]:
    """Return what has been, and what the sieve lets through, by month, the newest first."""
    shown = (c for c in contacts if c.state is not ContactState.PLANNED and sieve.lets(c))
    months: dict[date, list[Contact]] = {}
    for contact in sorted(shown, key=contact_order, reverse=True):
        months.setdefault(contact.on.replace(day=1), []).append(contact)
    return tuple(Month(first, tuple(inside)) for first, inside in months.items())


def coming(contacts: Iterable[Contact]) -> tuple[Contact, ...]:
    """Return the planned contacts, the nearest first."""
    return tuple(sorted((c for c in contacts if c.state is ContactState.PLANNED), key=contact_order))


def minutes_of(contact: Contact) -> int:
    """Return all minutes of a contact."""
    return sum(entry.minutes for entry in contact.minutes)


def when(contact: Contact, t: Texts) -> str:
    """Return the day of a contact, with its time if it has one."""
    day = t.date(contact.on, "weekday")
    return t("{day} at {time}", day=day, time=t.time(contact.at)) if contact.at else day


def where(contact: Contact, t: Texts) -> str:
    """Return the place in its own words, else its kind, else nothing."""
    if contact.place_words:
        return contact.place_words
    return "" if contact.place is PlaceKind.NONE else t(PLACES[contact.place])


def subject(contact: Contact, t: Texts) -> tuple[str, str]:
    """Return how and with whom."""
    return t(CONTACT_KINDS[contact.kind]), contact.with_whom or t(PARTIES[contact.party])


def outcome(contact: Contact, t: Texts) -> str:
    """Return what became of it where that is worth saying."""
    return "" if contact.state is ContactState.HELD else t(CONTACT_STATES[contact.state])


def told_line(contact: Contact, t: Texts) -> str:
    """Return a contact as one sentence, for those who cannot see the line."""
    kind, whom = subject(contact, t)
    state = t(CONTACT_STATES[contact.state])
    told = [t("{day}: {kind}, {whom}, {state}.", day=when(contact, t), kind=kind, whom=whom, state=state)]
    told += [duration(minutes_of(contact), t)] if contact.minutes else []
    told += [first_line(contact)] if contact.note else []
    return " ".join(told)


def first_line(contact: Contact) -> str:
    """Return the first line of the note that says something."""
    return next((line.strip() for line in contact.note.splitlines() if line.strip()), "")


def month_figures(month: Month, t: Texts) -> tuple[str, str]:
    """Return a month's number of contacts with its hours, and the hours of each kind; both count what is shown."""
    sums = minutes_by_month(month.contacts).get((month.first.year, month.first.month), {})
    count = t.plural("{count} contact", "{count} contacts", len(month.contacts))
    total = sum(sums.values())
    head = t("{count} · {time}", count=count, time=duration(total, t)) if total else count
    kinds = [
        t("{kind} {time}", kind=t(WORK_KINDS[kind]), time=duration(sums[kind], t))
        for kind in WORK_KINDS
        if sums.get(kind)
    ]
    return head, " · ".join(kinds)


def frequency(contacts: Sequence[Contact], today: date, t: Texts) -> str:
    """Return when there was last contact with the citizen, and how often a week of late."""
    held = with_citizen(contacts, today)
    last = last_contact_on(held)
    if last is None:
        return t("No contact with the citizen yet.")
    days = (today - last).days
    since = today - timedelta(weeks=RATE_WEEKS)
    count = sum(since < contact.on <= today for contact in held)
    ago = t.plural("{count} day ago", "{count} days ago", days) if days else t("today")
    told = t("Last contact with the citizen: {date}, {ago}.", date=t.date(last, "weekday"), ago=ago)
    often = t.plural("{count} contact in the last four weeks.", "{count} contacts in the last four weeks.", count)
    return " ".join((told, often))
