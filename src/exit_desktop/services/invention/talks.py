"""The contact log of an invented course: often in phase 1, seldom at the end, with attempts and no blame.

Only appointments have a time of day; what was written up afterwards tells it in its note.
"""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from exit_desktop.domain.calendar import Calendar, CourseState, Phase, phase_of, state_of
from exit_desktop.domain.contacts import Contact, ContactKind, ContactState, Minutes, Party, PlaceKind, WorkKind
from exit_desktop.services.invention.seeds import workday
from exit_desktop.services.invention.storylines import THREADS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from exit_desktop.services.invention.story import Story

# Days between meetings, and how likely a week holds a call or message, work with professionals, work alone.
_RHYTHM = {
    Phase.ORIENTATION: (8, 0.4, 0.1, 0.0),
    Phase.ONE: (7, 0.75, 0.4, 0.15),
    Phase.TWO: (14, 0.5, 0.35, 0.12),
    Phase.THREE: (28, 0.35, 0.3, 0.1),
}
_PLACES = (
    (PlaceKind.OUT, ("havnen", "parken", "søen", "gågaden", "skoven", "åen")),
    (PlaceKind.OUT, ("caféen", "biblioteket", "kulturhuset", "kanalen", "stationen", "torvet")),
    (PlaceKind.HOME, ("hjemme",)),
    (PlaceKind.OFFICE, ("kontoret", "samtalerummet")),
    (PlaceKind.SERVICE, ("sundhedshuset", "borgerservice", "banken", "lægehuset")),
)
_MISSED = {
    ContactState.DID_NOT_COME: "did_not_come",
    ContactState.CANCELLED_BY_CITIZEN: "cancelled",
    ContactState.CANCELLED_BY_US: "cancelled_by_us",
}
_FATES = (*[ContactState.HELD] * 17, *_MISSED)


def invent_contacts(story: Story, calendar: Calendar) -> tuple[Contact, ...]:
    """Return the log until today, oldest first, and the appointments ahead of a course that goes on."""
    made = [*_orientation(story), *_course(story, calendar), *_ahead(story, calendar)]
    if story.situation.quiet_days:
        made = [_unreached(story, contact) for contact in made]
    return tuple(sorted(made, key=lambda contact: (contact.on, contact.at or time.min)))


def _unreached(story: Story, contact: Contact) -> Contact:
    """Return the contact as it went while the citizen was quiet: tried, not reached."""
    tried = contact.party is Party.CITIZEN and contact.state is not ContactState.PLANNED
    if not tried or contact.on <= story.today - timedelta(days=story.situation.quiet_days):
        return contact
    minutes = (Minutes(WorkKind.SOCIAL_SUPPORT, 5),)
    note = story.tell("no_answer", contact.on)
    return Contact(
        contact.id, contact.on, None, ContactKind.PHONE, state=ContactState.NO_ANSWER, minutes=minutes, note=note
    )


def _orientation(story: Story) -> Iterator[Contact]:
    until = story.start or story.today
    on = story.first_talk
    while on < until and (on == story.first_talk or story.rng.random() < 0.8):
        minutes = (Minutes(WorkKind.SOCIAL_SUPPORT, story.rng.randrange(30, 75, 5)),)
        place, words = _place(story)
        note = story.tell("orient", on)
        yield Contact(story.id(), on, place=place, place_words=words, minutes=minutes, note=note)
        on = workday(on + timedelta(days=story.rng.randrange(6, 10)))


def _course(story: Story, calendar: Calendar) -> Iterator[Contact]:
    if story.start is None:
        return
    week, meeting = story.start, story.start + timedelta(days=story.rng.randrange(3))
    hour = _hour(story)
    while week <= story.last_day:
        phase = phase_of(calendar, week)
        days, other, professional, alone = _RHYTHM[phase]
        if not story.away(week):
            if week <= meeting < week + timedelta(days=7) and workday(meeting) <= story.last_day:
                yield _meeting(story, workday(meeting), hour)
            yield from _between(story, week, (other, professional, alone))
        if meeting < week + timedelta(days=7):
            meeting = max(meeting, week) + timedelta(days=days)
        week += timedelta(days=7)


def _meeting(story: Story, on: date, hour: time) -> Contact:
    state = story.rng.choice(_FATES)
    place, words = _place(story)
    if state is ContactState.HELD:
        note, minutes = _talk(story, place, on), _meeting_minutes(story, place)
        return Contact(story.id(), on, place=place, place_words=words, minutes=minutes, note=note)
    note = story.tell(_MISSED[state], on) if story.rng.random() < 0.6 else ""
    waited = (Minutes(WorkKind.OTHER, 20),) if state is ContactState.DID_NOT_COME else ()
    return Contact(story.id(), on, hour, state=state, place=place, place_words=words, minutes=waited, note=note)


def _talk(story: Story, place: PlaceKind, on: date) -> str:
    rng = story.rng
    threads = rng.sample(story.line.threads, 2)
    told = [story.tell(f"open.{place}", on)] if rng.random() < 0.4 else []
    told.append(_about(story, threads[0], on))
    if rng.random() < 0.3:
        told.append(_about(story, threads[1], on))
    if rng.random() < 0.3:
        told.append(story.tell("close", on))
    return " ".join(told)


def _about(story: Story, thread: str, on: date) -> str:
    return story.tell(f"{thread}.{story.stage(thread, on)}", on)


def _meeting_minutes(story: Story, place: PlaceKind) -> tuple[Minutes, ...]:
    rng = story.rng
    made = [Minutes(WorkKind.SOCIAL_SUPPORT, rng.randrange(35, 80, 5))]
    if rng.random() < 0.5:
        made.append(Minutes(WorkKind.PRACTICAL, rng.randrange(10, 50, 5)))
    if place is not PlaceKind.OFFICE:
        made.append(Minutes(WorkKind.TRANSPORT, rng.randrange(15, 50, 5)))
    return tuple(made)


def _between(story: Story, week: date, chances: tuple[float, float, float]) -> Iterator[Contact]:
    for chance, invent in zip(chances, (_call, _professional, _alone), strict=True):
        if story.rng.random() < chance:
            on = workday(week + timedelta(days=story.rng.randrange(5)))
            if on <= story.last_day and not story.away(on):
                yield invent(story, on)


def _call(story: Story, on: date) -> Contact:
    rng = story.rng
    chance = rng.random()
    if chance < 0.45:
        minutes = (Minutes(WorkKind.SOCIAL_SUPPORT, 5),)
        note = story.tell("sms", on)
        return Contact(story.id(), on, None, ContactKind.TEXT, minutes=minutes, note=note)
    if chance < 0.6:
        note = story.tell("no_answer", on) if rng.random() < 0.5 else ""
        tried = (Minutes(WorkKind.SOCIAL_SUPPORT, 5),)
        state = ContactState.NO_ANSWER
        return Contact(story.id(), on, None, ContactKind.PHONE, state=state, minutes=tried, note=note)
    note = story.tell("open.phone", on)
    if rng.random() < 0.4:
        note = f"{note} {story.tell('close', on)}"
    minutes = (Minutes(WorkKind.SOCIAL_SUPPORT, rng.randrange(10, 30, 5)),)
    return Contact(story.id(), on, None, ContactKind.PHONE, minutes=minutes, note=note)


def _professional(story: Story, on: date) -> Contact:
    rng = story.rng
    minutes = (Minutes(WorkKind.COORDINATION, rng.randrange(10, 45, 5)),)
    if story.progress(on) > 0.4 and rng.random() < 0.25:
        note = story.tell("network_talk", on)
        kind, party, whom = ContactKind.PHONE, Party.NETWORK, "netværket"
    else:
        thread = rng.choice(story.line.threads)
        note, whom = story.tell(f"{thread}.prof", on), rng.choice(THREADS[thread].actors)
        kind, party = rng.choice((ContactKind.PHONE, ContactKind.PHONE, ContactKind.MAIL)), Party.PROFESSIONAL
    return Contact(story.id(), on, None, kind, party, with_whom=whom, minutes=minutes, note=note)


def _alone(story: Story, on: date) -> Contact:
    work = story.rng.choice((WorkKind.PRACTICAL, WorkKind.COORDINATION, WorkKind.SPARRING))
    minutes = (Minutes(work, story.rng.randrange(10, 45, 5)),)
    return Contact(story.id(), on, None, ContactKind.OTHER, Party.ALONE, minutes=minutes, note=story.tell("alone", on))


def _ahead(story: Story, calendar: Calendar) -> Iterator[Contact]:
    if state_of(calendar) not in (CourseState.ACTIVE, CourseState.ORIENTATION):
        return
    phase = phase_of(calendar)
    days = _RHYTHM[phase][0]
    weekly = story.id() if phase is Phase.ONE else None
    days_ahead, hour = story.rng.randrange(1, 6), _hour(story)
    # One of each dozen is met today: the one with a reading under way.
    first = story.today + timedelta(days=0 if story.situation.draft else days_ahead)
    place, words = _place(story)
    for repeat in range(4 if weekly else 1):
        on = workday(first) + timedelta(days=days * repeat)
        state = ContactState.PLANNED
        yield Contact(story.id(), on, hour, state=state, place=place, place_words=words, series=weekly)


def _place(story: Story) -> tuple[PlaceKind, str]:
    kind, words = story.rng.choice(_PLACES)
    return kind, story.rng.choice(words)


def _hour(story: Story) -> time:
    return time(story.rng.randrange(9, 16), story.rng.choice((0, 15, 30, 45)))
