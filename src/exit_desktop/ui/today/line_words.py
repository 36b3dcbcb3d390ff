"""What a line of the day says: who it is about, what, and quietly beneath it when or since when."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from exit_desktop.domain.calendar import Occasion, Phase
from exit_desktop.domain.contacts import Party, PlaceKind
from exit_desktop.domain.submissions import SubmissionKind
from exit_desktop.domain.today_rows import (
    Begun,
    Group,
    HalfWritten,
    LineKind,
    Meeting,
    OwnHours,
    Part,
    Silence,
    TodayLine,
)
from exit_desktop.services.labels import CONTACT_KINDS, OCCASIONS, PARTIES, PHASES, PLACES
from exit_desktop.system.language import mark
from exit_desktop.ui.hours.own_work import OWN_WORK, OwnWork
from exit_desktop.ui.today.when import ahead_words, left_words, moment_words, planned_words
from exit_desktop.ui.widgets.short_fields import duration

if TYPE_CHECKING:
    from datetime import date

    from exit_desktop.system.language import Texts

GROUPS = {
    Group.MEETINGS: mark("Meetings"),
    Group.ATTENTION: mark("To look at"),
    Group.QUIET: mark("Quiet"),
    Group.COMING: mark("Coming up"),
}
_HALF_WRITTEN = {
    Part.CONTACT: mark("a half-written note"),
    Part.PLAN: mark("something half-written in the plan"),
    Part.DETAILS: mark("something half-written under Details"),
    Part.NETWORK: mark("something half-written about the network"),
    Part.STEP: mark("something half-written about the course"),
    Part.HOURS: mark("half-written hours"),
    Part.ENQUIRY: mark("a half-written enquiry"),
    Part.SERVICE: mark("a half-written service"),
}
# What has a day of its own and wants doing once that has come; a text that waits does not press.
_WANTS = frozenset(
    (
        LineKind.READING,
        LineKind.FORM,
        LineKind.ACTIVITY,
        LineKind.REVIEW,
        LineKind.TRANSITION,
        LineKind.END,
        LineKind.HANDOVER,
        LineKind.RETENTION,
    )
)


@dataclass(frozen=True, slots=True)
class LineWords:
    """`lead` stands out, `text` follows it on the first line, `detail` stands beneath; `wants` puts it in clay."""

    lead: str
    text: str
    detail: str
    wants: bool = False


def line_words(line: TodayLine, t: Texts, today: date) -> LineWords:
    """Return what a line says."""
    if line.kind in (LineKind.MEETING, LineKind.OWN_WORK):
        return _appointment(line, t, today)
    detail = _DETAILS.get(line.kind, _when)(line, t, today)
    wants = line.group is Group.ATTENTION and line.kind in _WANTS
    return LineWords(line.alias or t("My own"), _text(line, t, today), detail, wants)


def spoken(line: TodayLine, t: Texts, today: date) -> str:
    """Return a line as a screen reader says it."""
    words = line_words(line, t, today)
    first = t("{lead}: {text}.", lead=words.lead, text=words.text)
    return t("{sentence} {detail}.", sentence=first, detail=words.detail.removesuffix(".")) if words.detail else first


def _appointment(line: TodayLine, t: Texts, today: date) -> LineWords:
    about = line.about
    if isinstance(about, OwnHours):
        what = OWN_WORK[OwnWork(about.kind)] if about.kind in set(OwnWork) else OWN_WORK[OwnWork.OTHER]
        return LineWords(moment_words(line.on, None, today, t), t(what), duration(about.minutes, t))
    at = about.at if isinstance(about, Meeting) else None
    parts = meeting_parts(about, t) if isinstance(about, Meeting) else ()
    phase = (t(PHASES[line.phase]),) if line.phase is not None else ()
    return LineWords(moment_words(line.on, at, today, t), line.alias, _parts(*parts, *phase))


def meeting_parts(meeting: Meeting, t: Texts) -> tuple[str, ...]:
    """Return how, with whom if not with the citizen, and where."""
    whom = "" if meeting.party is Party.CITIZEN else meeting.with_whom or t(PARTIES[meeting.party])
    where = meeting.place_words or ("" if meeting.place is PlaceKind.NONE else t(PLACES[meeting.place]))
    return t(CONTACT_KINDS[meeting.kind]), whom, where


def _parts(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _text(line: TodayLine, t: Texts, today: date) -> str:
    if line.kind in _TEXTS:
        return _TEXTS[line.kind](line, t, today)
    return t(_PLAIN[line.kind])


def _measured(line: TodayLine, t: Texts, _today: date) -> str:
    occasion = t(OCCASIONS[Occasion(line.ref)]) if line.ref in set(Occasion) else ""
    kinds = {kind for kind, _ in line.keys}
    if kinds == {LineKind.FORM}:
        return t("form, {occasion}", occasion=occasion)
    if LineKind.FORM in kinds:
        return t("reading and form, {occasion}", occasion=occasion)
    return t("reading, {occasion}", occasion=occasion)


def _begun(line: TodayLine, t: Texts, _today: date) -> str:
    reading = isinstance(line.about, Begun) and line.about.kind is SubmissionKind.READING
    return t("a reading that is begun") if reading else t("a form that is begun")


def _deadlines(line: TodayLine, t: Texts, _today: date) -> str:
    return t.plural("{count} deadline in the plan", "{count} deadlines in the plan", len(line.keys))


def _tasks(line: TodayLine, t: Texts, _today: date) -> str:
    return t.plural(
        "{count} task that nobody takes over yet", "{count} tasks that nobody takes over yet", len(line.keys)
    )


def _onward(line: TodayLine, t: Texts, _today: date) -> str:
    phase = Phase(int(line.ref)) if line.ref.isdecimal() else Phase.THREE
    return t("on to {phase}", phase=t(PHASES[phase]).lower())


def _silence(line: TodayLine, t: Texts, today: date) -> str:
    if isinstance(line.about, Silence) and line.about.never:
        return t("no contact yet")
    if isinstance(line.about, Silence) and line.about.again:
        return t.plural(
            "no contact for {count} day, since it went on again",
            "no contact for {count} days, since it went on again",
            (today - line.on).days,
        )
    return t.plural("no contact for {count} day", "no contact for {count} days", (today - line.on).days)


def _resting(line: TodayLine, t: Texts, _today: date) -> str:
    return t("pause since {date}", date=t.date(line.on, "day"))


def _resting_until(line: TodayLine, t: Texts, _today: date) -> str:
    return t("pause until {date}", date=t.date(line.on, "day"))


def _kept(line: TodayLine, t: Texts, today: date) -> str:
    if line.on < today:
        return t("was to be kept until {date}", date=t.date(line.on, "day"))
    return t("is kept until {date}", date=t.date(line.on, "day"))


def _outcome(line: TodayLine, t: Texts, _today: date) -> str:
    return t("how did it go on {day}?", day=t.date(line.on, "name"))


def _written(line: TodayLine, t: Texts, _today: date) -> str:
    return t(_HALF_WRITTEN[line.about.part]) if isinstance(line.about, HalfWritten) else ""


Say = Callable[[TodayLine, "Texts", "date"], str]
_PLAIN = {LineKind.REVIEW: mark("look at the plan"), LineKind.END: mark("the course ends")}
_TEXTS: dict[LineKind, Say] = {
    LineKind.OUTCOME: _outcome,
    LineKind.READING: _measured,
    LineKind.FORM: _measured,
    LineKind.BEGUN: _begun,
    LineKind.ACTIVITY: _deadlines,
    LineKind.TRANSITION: _onward,
    LineKind.HANDOVER: _tasks,
    LineKind.QUIET: _silence,
    LineKind.PAUSE: _resting,
    LineKind.PAUSE_ENDS: _resting_until,
    LineKind.RETENTION: _kept,
    LineKind.HALF_WRITTEN: _written,
}


def _when(line: TodayLine, t: Texts, today: date) -> str:
    if line.on > today:
        return ahead_words(line.on, today, t)
    return _parts(planned_words(line.on, today, t), left_words(line.until, today, t))


def _tried(line: TodayLine, t: Texts, _today: date) -> str:
    silence = line.about if isinstance(line.about, Silence) else Silence()
    tried, attempts = silence.attempts, ""
    if tried.since is not None:
        day = t.date(tried.since, "short")
        attempts = t.plural("{count} attempt since {date}", "{count} attempts since {date}", tried.count, date=day)
    agreed = t("meeting agreed, {date}", date=t.date(silence.next_on, "short")) if silence.next_on else ""
    return _parts(t(PHASES[line.phase]) if line.phase is not None else "", attempts, agreed)


def _outcome_detail(line: TodayLine, t: Texts, _today: date) -> str:
    if not isinstance(line.about, Meeting):
        return ""
    at = line.about.at
    day = t.date(line.on, "short")
    return _parts(t("{day} {time}", day=day, time=t.time(at)) if at else day, *meeting_parts(line.about, t))


def _begun_detail(line: TodayLine, t: Texts, _today: date) -> str:
    about = line.about
    occasion = about.occasion if isinstance(about, Begun) else ""
    told = t(OCCASIONS[Occasion(occasion)]) if occasion in set(Occasion) else ""
    return _parts(t("begun {date}", date=t.date(line.on, "short")), told)


def _untaken_detail(_line: TodayLine, t: Texts, _today: date) -> str:
    return t("a month or less is left of the course")


def _still(_line: TodayLine, t: Texts, _today: date) -> str:
    return t("is it still so?")


def _erase(line: TodayLine, t: Texts, today: date) -> str:
    return ahead_words(line.on, today, t) if line.on > today else t("you decide what happens to it")


def _waiting_since(line: TodayLine, t: Texts, today: date) -> str:
    return t("from today") if line.on >= today else t("from {date}", date=t.date(line.on, "short"))


_DETAILS: dict[LineKind, Say] = {
    LineKind.QUIET: _tried,
    LineKind.OUTCOME: _outcome_detail,
    LineKind.BEGUN: _begun_detail,
    LineKind.HANDOVER: _untaken_detail,
    LineKind.PAUSE: _still,
    LineKind.RETENTION: _erase,
    LineKind.HALF_WRITTEN: _waiting_since,
}
