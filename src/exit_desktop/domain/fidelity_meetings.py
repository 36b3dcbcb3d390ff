"""The indicators that meetings and other contacts tell of."""

from collections.abc import Iterable
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

from exit_desktop.domain.calendar import Calendar, Phase, add_months
from exit_desktop.domain.contacts import Contact, ContactKind, ContactState, Party, PlaceKind, is_with_citizen
from exit_desktop.domain.findings import Finding, Seen, Standing, at_least, is_over, phase_span
from exit_desktop.domain.indicators import Indicator
from exit_desktop.domain.method_figures import FIRST_CONTACTS, SUPPORT_MEETINGS

IN_THE_COMMUNITY = (PlaceKind.OUT, PlaceKind.HOME, PlaceKind.SERVICE)
_PHASES = (Phase.ONE, Phase.TWO, Phase.THREE)
# A calendar month on average, in days.
_MONTH = Fraction(1461, 48)


def _within(contacts: Iterable[Contact], span: tuple[date, date]) -> tuple[Contact, ...]:
    return tuple(contact for contact in contacts if span[0] <= contact.on < span[1])


def _is_meeting(contact: Contact) -> bool:
    return is_with_citizen(contact) and contact.kind is ContactKind.MEETING


def first_month(seen: Seen) -> Finding:
    """Return the contacts with the citizen in the first calendar month; the guides abroad expect two."""
    end = add_months(seen.start, 1)
    upto = min(end, seen.reached + timedelta(days=1))
    count = sum(map(is_with_citizen, _within(seen.course.contacts, (seen.start, upto))))
    standing = at_least(count, FIRST_CONTACTS, seen.closed or seen.reached >= end)
    return Finding(Indicator.FIRST_MONTH, standing, count, expected=FIRST_CONTACTS)


def _phase_one(seen: Seen) -> tuple[date, date]:
    return phase_span(seen.course.calendar, Phase.ONE, seen.reached) or (seen.start, seen.start)


def community(seen: Seen) -> Finding:
    """Return the meetings out of the office in phase 1, and in `second` those that say no place."""
    met = [one for one in _within(seen.course.contacts, _phase_one(seen)) if _is_meeting(one)]
    count = sum(one.place in IN_THE_COMMUNITY for one in met)
    expected = seen.expected.community_meetings
    standing = at_least(count, expected, is_over(seen, Phase.ONE))
    placeless = sum(one.place is PlaceKind.NONE for one in met)
    return Finding(Indicator.COMMUNITY, standing, count, expected=expected, second=placeless)


def supports(seen: Seen) -> Finding:
    """Return the days in phase 1 with a meeting with those around the citizen; the guides abroad expect two."""
    first, end = _phase_one(seen)
    others = (Party.NETWORK, Party.PROFESSIONAL)
    # A meeting may be written in the log and on the board: of one day it is one.
    days = {meeting.on for meeting in seen.course.handover.meetings if first <= meeting.on < end}
    days |= {
        one.on
        for one in _within(seen.course.contacts, (first, end))
        if one.state is ContactState.HELD and one.kind is ContactKind.MEETING and one.party in others
    }
    standing = at_least(len(days), SUPPORT_MEETINGS, is_over(seen, Phase.ONE))
    return Finding(Indicator.SUPPORTS, standing, len(days), expected=SUPPORT_MEETINGS)


def fewer_meetings(seen: Seen) -> Finding:
    """Return the meetings a month of each phase that lasted a month; they are expected to fall."""
    rates = [rate for phase in _PHASES if (rate := _meetings_a_month(seen, phase)) is not None]
    if len(rates) < 2:
        return Finding(Indicator.FEWER_MEETINGS, Standing.OPEN, rates=tuple(rates))
    falling = all(later < before for before, later in pairwise(rates))
    standing = Standing.AS_EXPECTED if falling else Standing.OTHERWISE
    return Finding(Indicator.FEWER_MEETINGS, standing, rates=tuple(rates))


def _meetings_a_month(seen: Seen, phase: Phase) -> Fraction | None:
    """Return the meetings with the citizen per month of a phase without its pauses; None if it is under a month."""
    span = phase_span(seen.course.calendar, phase, seen.reached)
    days = _days_awake(seen.course.calendar, span) if span else 0
    if span is None or days < _MONTH:
        return None
    return sum(map(_is_meeting, _within(seen.course.contacts, span))) * _MONTH / days


def _days_awake(calendar: Calendar, span: tuple[date, date]) -> int:
    paused: set[date] = set()
    for pause in calendar.pauses:
        first, end = max(pause.from_on, span[0]), min(pause.until_on or span[1], span[1])
        paused |= {first + timedelta(days=number) for number in range(max(0, (end - first).days))}
    return (span[1] - span[0]).days - len(paused)
