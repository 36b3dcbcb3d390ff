"""What stands in a contact's fields, as it was typed: what a draft keeps and a form shows again."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum, auto

import msgspec

from exit_desktop.domain.contacts import Contact, ContactKind, ContactState, Party, PlaceKind, WorkKind


class FormUse(Enum):
    """What a form is for: a contact that took place, a coming one, or one in the log."""

    WRITE = auto()
    PLAN = auto()
    CHANGE = auto()


@dataclass(frozen=True, slots=True)
class FormState:
    """The fields of a form; dates, times and minutes as written, whether they can be read or not."""

    on: str = ""
    at: str = ""
    kind: ContactKind = ContactKind.MEETING
    party: Party = Party.CITIZEN
    state: ContactState = ContactState.HELD
    place: PlaceKind = PlaceKind.NONE
    place_words: str = field(default="", repr=False)
    with_whom: str = field(default="", repr=False)
    minutes: dict[WorkKind, str] = field(default_factory=dict)
    note: str = field(default="", repr=False)
    times: str = ""


_STATES_OF = {
    ContactKind.MEETING: (
        ContactState.HELD,
        ContactState.DID_NOT_COME,
        ContactState.CANCELLED_BY_CITIZEN,
        ContactState.CANCELLED_BY_US,
    ),
    ContactKind.PHONE: (ContactState.HELD, ContactState.NO_ANSWER),
    ContactKind.TEXT: (ContactState.HELD, ContactState.NO_ANSWER),
    ContactKind.MAIL: (ContactState.HELD, ContactState.NO_ANSWER),
    ContactKind.OTHER: (ContactState.HELD, ContactState.DID_NOT_COME, ContactState.NO_ANSWER),
}


def states_of(kind: ContactKind, party: Party) -> tuple[ContactState, ...]:
    """Return what may have become of a contact; work alone simply took place."""
    return () if party is Party.ALONE else _STATES_OF[kind]


def settled(state: ContactState, kind: ContactKind, party: Party) -> ContactState:
    """Return the state, or that it took place where the state makes no sense for such a contact."""
    possible = states_of(kind, party)
    return state if state in possible or state is ContactState.PLANNED else ContactState.HELD


def has_place(kind: ContactKind) -> bool:
    """Return whether such a contact has a place."""
    return kind in (ContactKind.MEETING, ContactKind.OTHER)


def state_text(state: FormState) -> str:
    """Return a form's state as a draft keeps it."""
    return msgspec.json.encode(state).decode()


def read_state(text: str) -> FormState | None:
    """Return what a draft kept; None if it is none or from another version."""
    try:
        return msgspec.json.decode(text, type=FormState) if text else None
    except (msgspec.MsgspecError, ValueError):
        return None


def bare(state: FormState) -> FormState:
    """Return the state without date and time, which are filled in before anything is written, and without blanks."""
    texts = {name: getattr(state, name).strip() for name in ("note", "place_words", "with_whom")}
    return replace(state, on="", at="", **texts)


def same(contact: Contact, other: Contact) -> bool:
    """Return whether two contacts say the same; minutes in any order."""
    ordered = (replace(c, minutes=tuple(sorted(c.minutes, key=lambda m: m.kind))) for c in (contact, other))
    one, two = ordered
    return one == two
