"""The contact log: what took place with or for a citizen, and the minutes it took (model 13)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

MINUTES_OF_A_DAY = 1440


class ContactKind(StrEnum):
    """How the contact took place."""

    MEETING = "meeting"
    PHONE = "phone"
    TEXT = "text"
    MAIL = "mail"
    OTHER = "other"


class Party(StrEnum):
    """With whom; `ALONE` is work for the citizen without them."""

    CITIZEN = "citizen"
    NETWORK = "network"
    PROFESSIONAL = "professional"
    ALONE = "alone"


class ContactState(StrEnum):
    """What became of it. A meeting that did not take place has no consequence anywhere."""

    PLANNED = "planned"
    HELD = "held"
    DID_NOT_COME = "did_not_come"
    CANCELLED_BY_CITIZEN = "cancelled_by_citizen"
    CANCELLED_BY_US = "cancelled_by_us"
    NO_ANSWER = "no_answer"


class PlaceKind(StrEnum):
    """Where it took place, coarse enough to leave the vault."""

    OUT = "out"
    HOME = "home"
    OFFICE = "office"
    SERVICE = "service"
    OTHER = "other"
    NONE = "none"


class WorkKind(StrEnum):
    """What the minutes went to (S004 figure 6.3)."""

    PRACTICAL = "practical_tasks"
    SOCIAL_SUPPORT = "social_support"
    COORDINATION = "coordination"
    TRANSPORT = "transport"
    SPARRING = "peer_sparring"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Minutes:
    """Whole minutes of one kind of work."""

    kind: WorkKind
    minutes: int


@dataclass(frozen=True, slots=True)
class Contact:
    """One contact, attempt, piece of work or planned meeting. `series` joins the weekly repeats of one appointment."""

    id: str
    on: date
    at: time | None = None
    kind: ContactKind = ContactKind.MEETING
    party: Party = Party.CITIZEN
    state: ContactState = ContactState.HELD
    place: PlaceKind = PlaceKind.NONE
    place_words: str = ""
    with_whom: str = ""
    minutes: tuple[Minutes, ...] = ()
    note: str = ""
    series: str | None = None


@dataclass(frozen=True, slots=True)
class WorkEntry:
    """The worker's own hours without a citizen, such as a team meeting or outreach."""

    id: str
    on: date
    kind: str
    minutes: int
    note: str = ""


def is_with_citizen(contact: Contact) -> bool:
    """Return whether this counts as contact with the citizen: party citizen and held (model 13)."""
    return contact.party is Party.CITIZEN and contact.state is ContactState.HELD


def with_citizen(contacts: Iterable[Contact], upto: date) -> tuple[Contact, ...]:
    """Return the contacts with the citizen until and including `upto`."""
    return tuple(contact for contact in contacts if is_with_citizen(contact) and contact.on <= upto)


def last_contact_on(contacts: Iterable[Contact]) -> date | None:
    """Return the date of the newest contact with the citizen."""
    return max((contact.on for contact in contacts if is_with_citizen(contact)), default=None)


def next_planned(contacts: Iterable[Contact], today: date) -> Contact | None:
    """Return the next planned contact with the citizen, today's included."""
    coming = (c for c in contacts if c.state is ContactState.PLANNED and c.party is Party.CITIZEN and c.on >= today)
    return min(coming, key=lambda c: (c.on, c.at or time.max), default=None)


def count_talks(contacts: Iterable[Contact]) -> int:
    """Return the number of talks with the citizen, by whatever means but text and mail."""
    talks = (ContactKind.MEETING, ContactKind.PHONE)
    return sum(1 for contact in contacts if is_with_citizen(contact) and contact.kind in talks)


def minutes_by_month(contacts: Iterable[Contact]) -> dict[tuple[int, int], dict[WorkKind, int]]:
    """Return the minutes per calendar month (year, month) and kind of work, of all contacts and attempts."""
    months: dict[tuple[int, int], dict[WorkKind, int]] = {}
    for contact in contacts:
        month = months.setdefault((contact.on.year, contact.on.month), {})
        for entry in contact.minutes:
            month[entry.kind] = month.get(entry.kind, 0) + entry.minutes
    return months
