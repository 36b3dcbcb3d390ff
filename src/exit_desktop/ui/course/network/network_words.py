"""What the network tab says of people, tasks and meetings. Pure: no widget here."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING

from exit_desktop.charts.network_words import TIES
from exit_desktop.domain.network import NetworkMeeting, NetworkPerson, SupportTask, TaskHolder, task_order
from exit_desktop.services.network_map import taker_of

if TYPE_CHECKING:
    from exit_desktop.domain.courses import Course
    from exit_desktop.system.language import Texts

# The whole text stands in the card's fields.
LONGEST_ON_CARD = 90


def person_name(person: NetworkPerson, t: Texts, with_name: bool = True) -> str:
    """Return the role, and the name behind it where it may be shown."""
    if person.name and with_name:
        return t("{role}, “{name}”", role=person.role, name=person.name)
    return person.role


def person_words(person: NetworkPerson, course: Course, t: Texts) -> str:
    """Return the line under a person: the tie, and what they take over."""
    parts = [t(TIES[person.strength])]
    tasks = sorted((task for task in course.handover.tasks if task.taker == person.id), key=task_order)
    if tasks:
        parts.append(t("takes over: {tasks}", tasks="; ".join(task.what for task in tasks)))
    return " · ".join(parts)


def task_words(task: SupportTask, course: Course, t: Texts, with_name: bool = True) -> str:
    """Return the line under a task: who takes it, and since when it lies where it lies."""
    person = taker_of(task, course)
    parts = []
    if person is not None:
        who = person_name(person, t, with_name)
        taken = task.holder is TaskHolder.NETWORK
        parts.append(who if taken else t("is to go to: {who}", who=who))
    if task.moved_on:
        parts.append(t("since {day}", day=t.date(task.moved_on, "day")))
    return " · ".join(parts)


def tried_words(task: SupportTask, t: Texts) -> str:
    """Return that a task was tried out and how it went, in short; empty if it was not."""
    how = shorten(task.how_it_went, LONGEST_ON_CARD, placeholder=" …")
    if task.tried_out_on is None:
        return how
    day = t.date(task.tried_out_on, "day")
    if how:
        return t("Tried out {day}: {how}", day=day, how=how)
    return t("Tried out {day}", day=day)


def meeting_words(meeting: NetworkMeeting, t: Texts, with_name: bool = True) -> str:
    """Return when a network meeting was, and who came."""
    day = t.date(meeting.on)
    return t("{day}: {who}", day=day, who=meeting.who_came) if meeting.who_came and with_name else day
