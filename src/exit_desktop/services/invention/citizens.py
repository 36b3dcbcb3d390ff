"""Whole invented courses, one after the other, from a number: the same number gives the same citizens."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from random import Random
from typing import TYPE_CHECKING

from exit_desktop.domain.citizens import Citizen
from exit_desktop.domain.courses import Course
from exit_desktop.services.invention.around import (
    invent_consents,
    invent_milestones,
    invent_orientation,
    invent_retention,
    invent_sharing,
)
from exit_desktop.services.invention.forms import invent_forms
from exit_desktop.services.invention.material import practice_material
from exit_desktop.services.invention.networks import invent_handover, invent_network
from exit_desktop.services.invention.planning import invent_plans
from exit_desktop.services.invention.readings import invent_submissions
from exit_desktop.services.invention.seeds import draw_alias, draw_code, draw_id
from exit_desktop.services.invention.situations import SITUATIONS
from exit_desktop.services.invention.story import Story, begin_story, invent_calendar
from exit_desktop.services.invention.storylines import STORYLINES
from exit_desktop.services.invention.talks import invent_contacts
from exit_desktop.services.invention.telling import Teller, Voice

if TYPE_CHECKING:
    from collections.abc import Iterator

DOZEN = 12
PRACTICE_OWNER = "ØVE"
_WRITTEN_AT = time(16, 0, tzinfo=UTC)


def invent_citizens(count: int, seed: int, today: date, owner: str = PRACTICE_OWNER) -> Iterator[Course]:
    """Yield `count` invented courses; every dozen holds one of each situation.

    Deterministic in all arguments. Two seeds that differ modulo `frames.SHARES` share no sentence.
    """
    teller = Teller(practice_material(), seed)
    taken: set[str] = set()
    for number in range(count):
        rng = Random(f"{seed}/{number}")  # noqa: S311 - practice is meant to be repeated
        round_, place = divmod(number, len(SITUATIONS))
        line = STORYLINES[(place + 5 * round_ + seed) % len(STORYLINES)]
        voice = Voice(teller, rng, "han" if line.gender == "man" else "hun")
        story = begin_story(rng, voice, line, SITUATIONS[place], today)
        citizen = Citizen(draw_id(rng), draw_alias(rng, taken), story.situation.language)
        yield replace(_invent_course(story, citizen), owner=owner)


def _invent_course(story: Story, citizen: Citizen) -> Course:
    calendar = invent_calendar(story)
    orientation = invent_orientation(story)
    # Drawn from numbers of their own: what is around the citizen changes nothing else in a story.
    apart = replace(story, rng=Random(citizen.id))  # noqa: S311 - practice is meant to be repeated
    network = invent_network(apart)
    told = Course(
        id=story.id(),
        wire_id=story.id(),
        wire_code=draw_code(story.rng),
        owner="",
        citizen=citizen,
        calendar=calendar,
        written_at=datetime.combine(story.last_day, _WRITTEN_AT),
        sharing=invent_sharing(story),
        anonymous=story.situation.anonymous,
        orientation=orientation,
        submissions=invent_submissions(story, calendar, orientation.came_through),
        plans=invent_plans(story, calendar),
        contacts=invent_contacts(story, calendar),
        network=network,
        handover=invent_handover(apart, calendar, network),
        consents=invent_consents(story),
        milestones=invent_milestones(story),
        retention=invent_retention(calendar),
    )
    return replace(told, submissions=(*told.submissions, *invent_forms(story, told)))
