"""What the plan tab says of activities, versions and the next meeting. Pure: no widget here."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from exit_desktop.domain.contacts import Contact
from exit_desktop.domain.plans import (
    OPEN_STATUSES,
    Activity,
    ActivityStatus,
    Doer,
    FrozenBy,
    PlanVersion,
)
from exit_desktop.services.labels import ACTIVITY_STATUSES, DOERS
from exit_desktop.system.language import mark

if TYPE_CHECKING:
    from exit_desktop.system.language import Texts

FROZEN = {
    FrozenBy.PRINT: mark("printed {date}"),
    FrozenBy.EVALUATION: mark("looked at together {date}"),
    FrozenBy.TRANSITION: mark("next phase {date}"),
    FrozenBy.EXPORT: mark("sent {date}"),
}


def who_words(activity: Activity, services: Mapping[str, str], t: Texts) -> str:
    """Return who does it and where, as the worker reads it."""
    who = activity.actor if activity.who is Doer.ACTOR and activity.actor else t(DOERS[activity.who])
    service = services.get(activity.service or "", "")
    return t("{who} · {service}", who=who, service=service) if service else who


def when_words(activity: Activity, t: Texts) -> str:
    """Return by when, or nothing."""
    if activity.by is None:
        return ""
    day = t.date(activity.by, "short")
    if activity.at is None:
        return t("by {day}", day=day)
    return t("by {day} at {time}", day=day, time=t.time(activity.at))


def is_late(activity: Activity, today: date) -> bool:
    """Return whether its day has passed and it is still to be done."""
    return activity.by is not None and activity.by < today and activity.status in OPEN_STATUSES


def activity_words(activity: Activity, services: Mapping[str, str], t: Texts) -> str:
    """Return the line under an activity: who, where, by when, and how far it is where that is not plain to see."""
    told = activity.status in (ActivityStatus.UNDER_WAY, ActivityStatus.DROPPED)
    parts = [who_words(activity, services, t), when_words(activity, t)]
    parts += [t(ACTIVITY_STATUSES[activity.status])] if told else []
    parts += [t("goes on after")] if activity.goes_on_after else []
    return " · ".join(part for part in parts if part)


def count_hint(count: int, expected: tuple[int, int], t: Texts) -> str:
    """Return the hint beside the areas: nothing while there are as many as the method is held to here."""
    fewest, most = expected
    if count < fewest:
        return t("{fewest} to {most} areas are a good number to begin with.", fewest=fewest, most=most)
    if count > most:
        return t(
            "That is many at once. {fewest} to {most} are easier to carry; the others can come later.",
            fewest=fewest,
            most=most,
        )
    return ""


def version_words(version: PlanVersion, t: Texts) -> str:
    """Return a version by its number, when it began and what made it stand."""
    number, opened = version.number, t.date(version.opened_on, "short")
    if version.frozen_by is None or version.frozen_on is None:
        return t("Version {number} from {opened}, still being written", number=number, opened=opened)
    stands = t(FROZEN[version.frozen_by], date=t.date(version.frozen_on, "short"))
    return t("Version {number} from {opened}, {stands}", number=number, opened=opened, stands=stands)


def meeting_words(contact: Contact | None, t: Texts) -> str:
    """Return when we meet next."""
    if contact is None:
        return t("No meeting is planned. Plan the next one under Contacts; it is printed on the plan.")
    day, place = t.date(contact.on, "weekday"), contact.place_words
    time = t.time(contact.at) if contact.at else ""
    if time and place:
        return t("{day} at {time}, {place}", day=day, time=time, place=place)
    if time:
        return t("{day} at {time}", day=day, time=time)
    return t("{day}, {place}", day=day, place=place) if place else day
