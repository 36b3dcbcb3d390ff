"""What a gate says: what is there of each expectation, and where a link leads."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from exit_desktop.domain.calendar import ClosingKind, ClosingReason, Occasion
from exit_desktop.domain.gate_facts import Fact, FactKind, Ref, RefKind
from exit_desktop.domain.plans import FocusArea
from exit_desktop.services.gates import name_of_service
from exit_desktop.services.labels import CLOSING_KINDS, CLOSING_REASONS, FOCUS_AREAS, OCCASIONS
from exit_desktop.system.language import mark

if TYPE_CHECKING:
    from exit_desktop.services.desk import Desk
    from exit_desktop.system.language import Texts

Say = Callable[["Desk", Fact, "Texts"], str]

# What says all there is to say.
_PLAIN = {
    FactKind.NO_PLAN: mark("There is no plan yet."),
    FactKind.NO_AREAS: mark("No area is chosen in the plan yet."),
    FactKind.TOOK_PART: mark("The citizen took part in it."),
    FactKind.TOOK_NO_PART: mark("The citizen did not take part in it."),
    FactKind.PART_UNSAID: mark("It is not written whether the citizen took part."),
    FactKind.NO_ACTIVITIES: mark("The plan has no activity yet."),
    FactKind.NOBODY_ELSE: mark("No activity in the plan is with somebody else."),
    FactKind.NOBODY_ON_MAP: mark("Nobody is on the map yet."),
    FactKind.LAST_READING_MISSING: mark("It is not made yet."),
    FactKind.NOT_EVALUATED: mark("No version of the plan is marked as looked at together."),
    FactKind.ADJUSTED: mark("It has changed since you looked at it together."),
    FactKind.UNCHANGED: mark("It is as it was when you looked at it together."),
    FactKind.NOT_OBSERVED: mark("Nothing is tried out yet, and no meeting with the network is written."),
    FactKind.NO_SERVICES_IN_FORM: mark("The form says: no services."),
    FactKind.NO_SERVICES: mark("No service is written in the plan."),
    FactKind.SERVICES_UNTOLD: mark("The closing form does not say it yet."),
    FactKind.FORM_UNDER_WAY: mark("It is begun."),
    FactKind.FORM_MISSING: mark("It is not begun yet."),
    FactKind.NO_MEETING: mark("No meeting with the network is written in this phase."),
    FactKind.PLAN_WRITTEN: mark("It is written."),
    FactKind.NO_LONG_TERM_PLAN: mark("It is not written yet."),
    FactKind.NOBODY_RESPONSIBLE: mark("It is not written yet who that is."),
    FactKind.ASKED_AT_THE_END: mark("You are asked when you close it."),
}
# What has a date in it.
_DATED = {
    FactKind.PLAN_MADE: mark("There has been a plan since {date}."),
    FactKind.READING_UNDER_WAY: mark("A reading was begun {date}."),
    FactKind.EVALUATED: mark("You looked at the plan together on {date}."),
    FactKind.EVALUATED_BEFORE: mark("You last looked at it together on {date}, before this phase."),
    FactKind.FORM_MADE: mark("Filled in {date}."),
}
# How many of how many.
_SHARES = {
    FactKind.AREAS_DESCRIBED: mark("Described in the plan: {count} of {all} areas"),
    FactKind.ACTIVITIES_BEGUN: mark("Begun or done: {count} of {all}"),
    FactKind.AGREEMENTS: mark("Agreed: {count} of {all}"),
    FactKind.SERVICES_BEGUN: mark("Activities with a service, begun or done: {count} of {all}"),
}
_LINKS = {
    RefKind.PLAN: mark("Open the plan"),
    RefKind.ACTIVITY: mark("Open the plan"),
    RefKind.NETWORK: mark("Open the network"),
    RefKind.TASK: mark("Open the task"),
    RefKind.MEETINGS: mark("Open the meetings"),
    RefKind.AFTERWARDS: mark("Open it"),
    RefKind.CONTACT: mark("Open the contact"),
    RefKind.READING: mark("Open the reading"),
    RefKind.FORM: mark("Open the form"),
    RefKind.NEW_READING: mark("Begin the last reading"),
    RefKind.NEW_FORM: mark("Begin the closing form"),
}


def fact_words(desk: Desk, fact: Fact, t: Texts) -> str:
    """Return what a fact says."""
    if fact.kind in _PLAIN:
        return t(_PLAIN[fact.kind])
    if fact.kind in _DATED and fact.on:
        return t(_DATED[fact.kind], date=t.date(fact.on))
    if fact.kind in _SHARES:
        return t(_SHARES[fact.kind], count=fact.count, all=fact.of)
    return _COUNTED[fact.kind](desk, fact, t)


def link_words(fact: Fact, t: Texts) -> str:
    """Return what the link of a fact does; empty where there is nothing to open."""
    if not fact.refs:
        return ""
    if fact.kind in (FactKind.READING_MISSING, FactKind.READING_NOT_DUE):
        return t("Open the readings")
    return t(_LINKS[fact.refs[0].kind])


def place_of(ref: Ref) -> str:
    """Return the place in the course that a reference leads to."""
    return f"{ref.kind}:{ref.id}" if ref.id else ref.kind.value


def _areas_left(_desk: Desk, fact: Fact, t: Texts) -> str:
    return t("Not yet: {areas}", areas=", ".join(t(FOCUS_AREAS[FocusArea(area)]) for area in fact.words))


def _people(_desk: Desk, fact: Fact, t: Texts) -> str:
    return t.plural("{count} person on the map", "{count} people on the map", fact.count)


def _reading_made(_desk: Desk, fact: Fact, t: Texts) -> str:
    occasion = t(OCCASIONS[Occasion(fact.words[0])])
    return t("Reading, {occasion}: made {date}", occasion=occasion, date=t.date(fact.on) if fact.on else "")


def _reading_missing(_desk: Desk, fact: Fact, t: Texts) -> str:
    return t("Reading, {occasion}: not made", occasion=t(OCCASIONS[Occasion(fact.words[0])]))


def _reading_ahead(_desk: Desk, fact: Fact, t: Texts) -> str:
    occasion = t(OCCASIONS[Occasion(fact.words[0])])
    return t("Reading, {occasion}: not due until {date}", occasion=occasion, date=t.date(fact.on) if fact.on else "")


def _tried_out(_desk: Desk, fact: Fact, t: Texts) -> str:
    return t.plural("{count} task tried out by others", "{count} tasks tried out by others", fact.count)


def _meetings(_desk: Desk, fact: Fact, t: Texts) -> str:
    date = t.date(fact.on) if fact.on else ""
    return t.plural(
        "{count} meeting with the network, {date}",
        "{count} meetings with the network, the last {date}",
        fact.count,
        date=date,
    )


def _contacts(_desk: Desk, fact: Fact, t: Texts) -> str:
    return t.plural(
        "{count} contact with the network in this phase", "{count} contacts with the network in this phase", fact.count
    )


def _services(desk: Desk, fact: Fact, t: Texts) -> str:
    names = ", ".join(name_of_service(desk, key, t.language) for key in fact.words)
    return t("The form says: {services}", services=names)


def _going_on(_desk: Desk, fact: Fact, t: Texts) -> str:
    return t.plural(
        "{count} activity in the plan goes on afterwards", "{count} activities in the plan go on afterwards", fact.count
    )


def _without_taker(_desk: Desk, fact: Fact, t: Texts) -> str:
    return t.plural("{count} task has no taker yet", "{count} tasks have no taker yet", fact.count)


def _responsible(_desk: Desk, fact: Fact, t: Texts) -> str:
    return t("Written: {words}", words=" ".join(fact.words))


def _ended(_desk: Desk, fact: Fact, t: Texts) -> str:
    return t("Closed {date}. {how}", date=t.date(fact.on) if fact.on else "", how=_how(fact.words, t))


def _said(_desk: Desk, fact: Fact, t: Texts) -> str:
    return t("The closing form says: {how}", how=_how(fact.words, t))


def _how(words: tuple[str, ...], t: Texts) -> str:
    kind = t(CLOSING_KINDS[ClosingKind(words[0])])
    if len(words) == 1:
        return kind
    return t("{kind}: {reason}", kind=kind, reason=t(CLOSING_REASONS[ClosingReason(words[1])]))


_COUNTED: Mapping[FactKind, Say] = {
    FactKind.AREAS_LEFT: _areas_left,
    FactKind.PEOPLE_ON_MAP: _people,
    FactKind.READING_MADE: _reading_made,
    FactKind.READING_MISSING: _reading_missing,
    FactKind.READING_NOT_DUE: _reading_ahead,
    FactKind.TRIED_OUT: _tried_out,
    FactKind.NETWORK_MEETINGS: _meetings,
    FactKind.NETWORK_CONTACTS: _contacts,
    FactKind.SERVICES_IN_FORM: _services,
    FactKind.SERVICES_GO_ON: _going_on,
    FactKind.WITHOUT_TAKER: _without_taker,
    FactKind.RESPONSIBLE: _responsible,
    FactKind.ENDED: _ended,
    FactKind.SAID_IN_FORM: _said,
}
