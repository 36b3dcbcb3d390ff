"""What the page before a meeting says: the phase and its purpose, agreements, tasks on their way, what has changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from exit_desktop.domain.calendar import CourseState, Occasion, Phase
from exit_desktop.domain.due import DueKind
from exit_desktop.domain.network import TaskHolder
from exit_desktop.services.labels import CHANGE_CLASSES, OCCASIONS, TASK_HOLDERS
from exit_desktop.system.language import mark
from exit_desktop.ui.course.change_words import moved_areas, signed, wellbeing_words
from exit_desktop.ui.course.contacts.log_words import subject, when, where
from exit_desktop.ui.course.plan.plan_words import is_late, when_words, who_words
from exit_desktop.ui.when_words import due_words, under_way_words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from exit_desktop.domain.contacts import Contact
    from exit_desktop.domain.courses import Course
    from exit_desktop.domain.due import Due
    from exit_desktop.domain.network import SupportTask
    from exit_desktop.domain.plans import Activity
    from exit_desktop.instruments.definition import Instrument
    from exit_desktop.services.before import Preparation
    from exit_desktop.system.language import Texts

PURPOSES = {
    Phase.ORIENTATION: mark(
        "You are getting to know each other, and the citizen finds out whether this is a help. "
        "What is acute is dealt with now; the rest has time."
    ),
    Phase.ONE: mark(
        "Now you meet often, find out together what matters most, and write it in the plan. "
        "Begin something small at once, and ask who will be there when you are not."
    ),
    Phase.TWO: mark(
        "The citizen tries more alone while you stand beside. "
        "See what works, change the plan where it does not, and watch whether the network holds."
    ),
    Phase.THREE: mark(
        "Each task gets somebody who goes on with it after you. "
        "Step back, let the others help, and agree on what to do when it gets hard."
    ),
}


@dataclass(frozen=True, slots=True)
class Told:
    """A line with a quieter one beneath it; `wants` when its day has passed."""

    text: str
    detail: str = ""
    wants: bool = False


def purpose_words(course: Course, t: Texts) -> str:
    """Return what the phase is there for, in two sentences."""
    return t(PURPOSES[Phase.ORIENTATION if course.state is CourseState.ORIENTATION else course.phase])


def meeting_words(meeting: Contact | None, today: date, t: Texts) -> str:
    """Return when and where the next meeting is."""
    if meeting is None:
        return t("No meeting is planned.")
    moment = when(meeting, t)
    if meeting.on == today:
        moment = t("today at {time}", time=t.time(meeting.at)) if meeting.at else t("today")
    parts = (subject(meeting, t)[0], moment, where(meeting, t))
    return " · ".join(part for part in parts if part)


def note_heading(note: Contact | None, t: Texts) -> str:
    """Return what the last note is about."""
    if note is None:
        return t("Last note")
    kind, whom = subject(note, t)
    return t("Last note: {kind}, {whom}, {date}", kind=kind.lower(), whom=whom.lower(), date=t.date(note.on, "day"))


def agreement(activity: Activity, services: Mapping[str, str], today: date, t: Texts) -> Told:
    """Return an open activity: what, then who, by when and what was agreed."""
    parts = (who_words(activity, services, t), when_words(activity, t), " ".join(activity.agreement.split()))
    return Told(activity.what, " · ".join(part for part in parts if part), is_late(activity, today))


def more_agreements(count: int, t: Texts) -> Told:
    """Return that the plan holds more."""
    return Told("", t.plural("{count} more in the plan", "{count} more in the plan", count))


def due_line(due: Due, today: date, t: Texts, begun_on: date | None = None) -> Told:
    """Return something that is due, with the occasion of a reading or a form."""
    words = (
        under_way_words(t, due.kind, begun_on, wants=due.on <= today)
        if begun_on
        else due_words(t, due.kind, due.on, today)
    )
    text = words.text[:1].upper() + words.text[1:]
    if due.kind in (DueKind.READING, DueKind.FORM) and due.ref in set(Occasion):
        text = t("{what} ({occasion})", what=text, occasion=t(OCCASIONS[Occasion(due.ref)]))
    return Told(text, wants=words.wants)


def task_line(task: SupportTask, takers: Mapping[str, str], t: Texts, how: bool) -> Told:
    """Return a task on its way: what, in whose hands, when it was tried out, and with `how` how that went."""
    taker = takers.get(task.taker or "", "")
    hands = taker if taker and task.holder is not TaskHolder.CITIZEN else t(TASK_HOLDERS[task.holder])
    tried = t("tried out {date}", date=t.date(task.tried_out_on, "short")) if task.tried_out_on else ""
    parts = (hands, tried or t("not tried out yet"), " ".join(task.how_it_went.split()) if how else "")
    return Told(task.what, " · ".join(part for part in parts if part))


def change_lines(found: Preparation, instrument: Instrument, t: Texts) -> tuple[Told, ...]:
    """Return what has changed since the start and since the reading before, words first."""
    scores = found.scores
    if not scores.changes:
        words = t("One reading so far.") if scores.stars else t("No reading yet.")
        return (Told(words),)
    told = []
    if scores.change is not None and scores.rise is not None:
        in_all = t("{change}, {rise} in all", change=t(CHANGE_CLASSES[scores.change]), rise=signed(scores.rise))
        told.append(Told(in_all, _moves(scores.changes, instrument, t)))
    else:
        told.append(Told(t("Since the start"), _moves(scores.changes, instrument, t)))
    if found.since_last:
        told.append(Told(t("Since the last reading"), _moves(found.since_last, instrument, t)))
    wellbeing = wellbeing_words(scores, t)
    return (*told, *((Told(wellbeing),) if wellbeing else ()))


def _moves(changes: Mapping[str, int | None], instrument: Instrument, t: Texts) -> str:
    higher, lower = (moved_areas(changes, instrument, t, way) for way in (1, -1))
    told = [t("Higher: {areas}.", areas=", ".join(higher))] if higher else []
    told += [t("Lower: {areas}.", areas=", ".join(lower))] if lower else []
    return " ".join(told) or t("Everything is as before.")
