"""Says a row of a unit, a path and a value, in the worker's words; what has no words is shown as it stands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, time
from typing import TYPE_CHECKING, Any

from exit_desktop.domain.answers import AnswerSource, Respondent
from exit_desktop.domain.courses import HowGiven
from exit_desktop.domain.plans import FrozenBy
from exit_desktop.domain.submissions import MadeBy, SubmissionKind
from exit_desktop.instruments.wording import STATE_WORDS
from exit_desktop.services import labels
from exit_desktop.services.fidelity_words import INDICATORS
from exit_desktop.system.language import mark
from exit_desktop.ui.sharing.card_words import ROLES
from exit_desktop.ui.sharing.row_labels import BRANCHES, KEYS, KEYS_IN_PLACE

if TYPE_CHECKING:
    from exit_desktop.system.language import Texts

SUBMISSION_KINDS = {
    SubmissionKind.READING: mark("Reading"),
    SubmissionKind.START_FORM: mark("Start form"),
    SubmissionKind.ONGOING_FORM: mark("Ongoing form"),
    SubmissionKind.CLOSING_FORM: mark("Closing form"),
    SubmissionKind.REGISTRATION: mark("Registration"),
    SubmissionKind.NOT_STARTED: mark("Not started"),
}
_MADE_BY = {MadeBy.TOGETHER: mark("Together"), MadeBy.WORKER_ALONE: mark("By me alone")}
_FROZEN_BY = {
    FrozenBy.PRINT: mark("A print-out"),
    FrozenBy.EVALUATION: mark("An evaluation"),
    FrozenBy.TRANSITION: mark("A new phase"),
    FrozenBy.EXPORT: mark("Being sent"),
}
_RESPONDENTS = {Respondent.CITIZEN: mark("The citizen"), Respondent.WORKER: mark("Me")}
_SOURCES = {
    AnswerSource.TYPED: mark("Written"),
    AnswerSource.CONFIRMED: mark("Confirmed"),
    AnswerSource.CHANGED: mark("Changed"),
}
# Where a choice stands (path without numbers) and what its codes are called; enums of many kinds, hence Any.
_CHOICES: dict[str, Mapping[Any, str]] = {
    "calendar.closings.kind": labels.CLOSING_KINDS,
    "calendar.closings.reason": labels.CLOSING_REASONS,
    "calendar.pauses.reason": labels.PAUSE_REASONS,
    "calendar.transitions.to_phase": labels.PHASES,
    "came_through": labels.CAME_THROUGH,
    "closings.kind": labels.CLOSING_KINDS,
    "closings.reason": labels.CLOSING_REASONS,
    "consents.kind": {**labels.HOW_GIVEN, HowGiven.SHARING: mark("Changed under Sharing")},
    "consents.what": labels.SHARING,
    "contacts.kind": labels.CONTACT_KINDS,
    "contacts.minutes.kind": labels.WORK_KINDS,
    "contacts.party": labels.PARTIES,
    "contacts.place": labels.PLACES,
    "contacts.state": labels.CONTACT_STATES,
    "answers.respondent": _RESPONDENTS,
    "answers.state": STATE_WORDS,
    "gate_reasons.expected": labels.EXPECTATIONS,
    "gate_reasons.gate": labels.GATES,
    "handover.tasks.holder": labels.TASK_HOLDERS,
    "milestones.kind": labels.MILESTONE_KINDS,
    "not_suitable.indicator": INDICATORS,
    "orientation.came_through": labels.CAME_THROUGH,
    "orientation.target_group": labels.TARGET_GROUPS,
    "pauses.reason": labels.PAUSE_REASONS,
    "plans.focuses.area": labels.FOCUS_AREAS,
    "plans.focuses.phase": labels.PHASES,
    "plans.focuses.wishes.activities.status": labels.ACTIVITY_STATUSES,
    "plans.focuses.wishes.activities.who": labels.DOERS,
    "plans.frozen_by": _FROZEN_BY,
    "sharing": labels.SHARING,
    "role": ROLES,
    "submissions.answers.respondent": _RESPONDENTS,
    "submissions.answers.source": _SOURCES,
    "submissions.answers.state": STATE_WORDS,
    "submissions.kind": SUBMISSION_KINDS,
    "submissions.made_by": _MADE_BY,
    "submissions.occasion": labels.OCCASIONS,
    "submissions.parts.answers.respondent": _RESPONDENTS,
    "submissions.parts.answers.state": STATE_WORDS,
    "target_group": labels.TARGET_GROUPS,
    "transitions.to_phase": labels.PHASES,
}
# Where the last name of the path is itself a code.
_NAMED: dict[str, Mapping[Any, str]] = {
    "contacts.minutes": labels.WORK_KINDS,
    "plans.areas": labels.FOCUS_AREAS,
    "plans.activities": labels.ACTIVITY_STATUSES,
}
_NUMBER = re.compile(r"\[(\d+)\]")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}.*")
_MONTH = re.compile(r"\d{4}-\d{2}")
_TIME = re.compile(r"\d{2}:\d{2}(:\d{2})?")


def without_numbers(path: str) -> str:
    """Return a path with its numbers taken out: contacts.minutes.kind."""
    return _NUMBER.sub("", path)


def label_of(path: str, within: str, t: Texts) -> str:
    """Return what a row is called; `within` is the part of the path that stands above it already."""
    rest = path[len(within) :].lstrip(".")
    names = rest.split(".")
    places = [words for name in names[:-1] if (words := _branch(name, t))]
    return " · ".join((*places, _name_of(without_numbers(path), names[-1], t)))


def value_of(path: str, value: str, t: Texts) -> str:
    """Return a value in words."""
    place = without_numbers(path)
    words = _CHOICES.get(place, {})
    if place.startswith("plans.areas."):
        words = labels.PHASES
    for code, text in words.items():
        if str(getattr(code, "value", code)) == value:
            return t(text)
    if value in ("True", "False"):
        return t("Yes") if value == "True" else t("No")
    if place.endswith("language") and value in ("da", "en"):
        return t("Danish") if value == "da" else t("English")
    return _time_words(value, t)


def branch_name(name: str, t: Texts) -> str:
    """Return what an entry of a list is called, with its number: "Contact 12"."""
    return _branch(name, t) or name


def _branch(name: str, t: Texts) -> str:
    found = _NUMBER.search(name)
    words = BRANCHES.get(_NUMBER.sub("", name))
    if words is None:
        return ""
    return t("{name} {number}", name=t(words), number=found[1]) if found else t(words)


def _name_of(place: str, last: str, t: Texts) -> str:
    above, _, key = place.rpartition(".")
    for code, words in _NAMED.get(above, {}).items():
        if code.value == key:
            return t(words)
    found = _NUMBER.search(last)
    name = KEYS_IN_PLACE.get(place) or KEYS.get(key) or BRANCHES.get(key)
    if name is None:
        return last.replace("_", " ")
    return t("{name} {number}", name=t(name), number=found[1]) if found else t(name)


def _time_words(value: str, t: Texts) -> str:
    try:
        if _DAY.fullmatch(value):
            return t.date(date.fromisoformat(value))
        if moment := _MOMENT.fullmatch(value):
            return t.date(date.fromisoformat(moment[1]))
        if _MONTH.fullmatch(value):
            return t.date(date.fromisoformat(f"{value}-01"), "month")
        if _TIME.fullmatch(value):
            return t.time(time.fromisoformat(value))
    except ValueError:
        return value
    return value
