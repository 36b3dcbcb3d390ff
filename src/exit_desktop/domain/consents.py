"""A yes to sharing: when it counts, for whom, and how the yes to the coordinator is dated among the others."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from exit_desktop.domain.citizens import alias_key
from exit_desktop.domain.courses import Consent, HowGiven, Sharing

LONGEST_PARTNER, LONGEST_WHAT = 120, 400
Consents = tuple[Consent, ...]


def is_in_force(consent: Consent, on: date) -> bool:
    """Return whether a yes counts on a day: from the day it was given until the day before it was taken back."""
    return consent.given_on <= on and (consent.withdrawn_on is None or on < consent.withdrawn_on)


def is_ended(consent: Consent, on: date) -> bool:
    """Return whether a yes counts no more."""
    return consent.withdrawn_on is not None and consent.withdrawn_on <= on


def is_to_coordinator(consent: Consent) -> bool:
    """Return whether this is the yes that stands under sharing; it is changed there and nowhere else."""
    return consent.kind is HowGiven.SHARING


def said_yes_to(consents: Iterable[Consent], partner: str, on: date) -> bool:
    """Return whether a yes that counts on a day names this partner."""
    key = alias_key(partner)
    mine = (one for one in consents if not is_to_coordinator(one) and alias_key(one.with_whom) == key)
    return bool(key) and any(is_in_force(one, on) for one in mine)


def with_sharing(consents: Consents, sharing: Sharing, new_id: str, today: date, used: bool) -> Consents:
    """Return the consents as sharing now stands: the yes there was ends today, a new one begins.

    One that was written today and by which nothing has left (`used`) was a slip of the hand and leaves no trace.
    """
    kept = []
    for one in consents:
        if not is_to_coordinator(one) or one.withdrawn_on is not None:
            kept.append(one)
        elif used or one.given_on != today:
            kept.append(replace(one, withdrawn_on=max(one.given_on, today)))
    if sharing in (Sharing.CODED, Sharing.FULL):
        kept.append(Consent(new_id, HowGiven.SHARING, "", sharing.value, today))
    return tuple(kept)


def undoable(consents: Consents) -> Consents:
    """Return what of the consents an undo can take back: that a yes was written, never that it was taken back."""
    return tuple(replace(one, withdrawn_on=None) for one in consents if not is_to_coordinator(one))


def after_undo(before: Consents, now: Consents) -> Consents:
    """Return the consents after an undo: a yes written since `before` goes, one taken back since stays taken back."""
    there = {one.id for one in before}
    return tuple(one for one in now if is_to_coordinator(one) or one.id in there)
