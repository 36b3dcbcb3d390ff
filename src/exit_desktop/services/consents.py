"""A citizen's yes to sharing something with a partner: given, taken back, and what each yes is called.

The yes to the coordinator stands under sharing (services.sharing), which dates it here.
"""

from dataclasses import dataclass, field, replace
from datetime import date

from exit_desktop.domain.calendar import check_day
from exit_desktop.domain.consents import LONGEST_PARTNER, LONGEST_WHAT, is_ended, is_to_coordinator
from exit_desktop.domain.courses import Consent, Course, HowGiven
from exit_desktop.errors import ConsentEmpty, DateNotPossible, NotPossibleNow, TextTooLong
from exit_desktop.services.desk import Desk, commit_course
from exit_desktop.system.ids import new_id


@dataclass(frozen=True, slots=True)
class NewConsent:
    """A yes as it is written: to whom, what, from when, how; `until`: from when not, where that was agreed."""

    with_whom: str = field(repr=False)
    what: str = field(repr=False)
    given_on: date
    kind: HowGiven = HowGiven.TALK
    until: date | None = None


def give_consent(desk: Desk, course: Course, new: NewConsent) -> Course:
    """Write a yes. Raises ConsentEmpty, TextTooLong, DateNotPossible."""
    whom, what = " ".join(new.with_whom.split()), new.what.strip()
    if not whom or not what or new.kind is HowGiven.SHARING:
        raise ConsentEmpty
    for text, most in ((whom, LONGEST_PARTNER), (what, LONGEST_WHAT)):
        if len(text) > most:
            raise TextTooLong(most=most)
    check_day(new.given_on)
    if new.until is not None and new.until <= new.given_on:
        # It would count on no day at all.
        raise DateNotPossible(date=new.until)
    consent = Consent(new_id(), new.kind, whom, what, new.given_on)
    if new.until is not None:
        consent = _ending(consent, new.until)
    return commit_course(desk, course, replace(course, consents=(*course.consents, consent)), "consent")


def withdraw_consent(desk: Desk, course: Course, consent_id: str, on: date) -> Course:
    """Write that a yes was taken back on a day; no undo brings it back. Raises NotPossibleNow, DateNotPossible."""
    found = next((one for one in course.consents if one.id == consent_id), None)
    if found is None or is_to_coordinator(found) or is_ended(found, desk.clock.today()):
        raise NotPossibleNow
    ended = _ending(found, on)
    kept = tuple(ended if one is found else one for one in course.consents)
    return commit_course(desk, course, replace(course, consents=kept), "consent")


def _ending(consent: Consent, on: date) -> Consent:
    check_day(on)
    if on < consent.given_on:
        raise DateNotPossible(date=on)
    return replace(consent, withdrawn_on=on)
