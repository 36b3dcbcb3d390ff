"""The caseload in sentences and short cells, the same on screen and on paper."""

from collections.abc import Iterator
from datetime import date

from exit_desktop.domain.calendar import CourseState, Phase
from exit_desktop.domain.caseload import Carried, Caseload
from exit_desktop.domain.method_figures import FULL_TIME_MINUTES
from exit_desktop.services.labels import DUE_KINDS, PHASES
from exit_desktop.services.under_way_words import under_way_text
from exit_desktop.system.language import Texts

# Nearer than this a day and its month say it all.
_OWN_YEAR = 300


def share_words(caseload: Caseload, t: Texts) -> str:
    """Return how many are under way, held against the share of full time."""
    minutes, per_worker = caseload.weekly_minutes, caseload.expected.citizens_per_worker
    if caseload.most is None:
        return t.plural(
            "{count} course under way. No weekly hours are written, so the guide of {per_worker} cannot be compared.",
            "{count} courses under way. No weekly hours are written, so the guide of {per_worker} cannot be compared.",
            caseload.active,
            per_worker=per_worker,
        )
    hours = _hours(minutes, t)
    if minutes == FULL_TIME_MINUTES:
        return t.plural(
            "{count} course under way on full time; the guide is {most} at most.",
            "{count} courses under way on full time; the guide is {most} at most.",
            caseload.active,
            most=caseload.most,
        )
    return t.plural(
        "{count} course under way on {hours} hours a week, {share} percent of full time; the guide is {most} at most.",
        "{count} courses under way on {hours} hours a week, {share} percent of full time; the guide is {most} at most.",
        caseload.active,
        hours=hours,
        share=(200 * minutes + FULL_TIME_MINUTES) // (2 * FULL_TIME_MINUTES),
        most=caseload.most,
    )


def _hours(minutes: int, t: Texts) -> str:
    return t.number(minutes // 60) if minutes % 60 == 0 else t.number(minutes / 60, 1)


def beside_words(caseload: Caseload, t: Texts) -> str:
    """Return what is carried beside the courses under way, and how many have gone quiet."""
    return " ".join(_beside(caseload, t))


def _beside(caseload: Caseload, t: Texts) -> Iterator[str]:
    begun, paused = caseload.counts[CourseState.ORIENTATION], caseload.counts[CourseState.PAUSED]
    if begun:
        yield t.plural("{count} in orientation.", "{count} in orientation.", begun)
    if paused:
        yield t.plural("{count} in a pause.", "{count} in a pause.", paused)
    if caseload.quiet:
        yield t.plural("{count} has gone quiet.", "{count} have gone quiet.", caseload.quiet)


def where_words(one: Carried, t: Texts) -> str:
    """Return the phase, and that it rests."""
    phase = t(PHASES[one.phase])
    return t("{phase}, pause", phase=phase) if one.state is CourseState.PAUSED else phase


def quiet_words(one: Carried, t: Texts) -> str:
    """Return how long a course has been quiet; nothing where it is not."""
    if one.quiet_days is None:
        return ""
    return t.plural("quiet for {count} day", "quiet for {count} days", one.quiet_days)


def day_words(day: date | None, today: date, t: Texts) -> str:
    """Return a date, short within a year from today; a dash where there is none."""
    if day is None:
        return "–"
    short = t.date(day, "short")
    return short if abs((today - day).days) < _OWN_YEAR else t("{day} {year}", day=short, year=day.year)


def since_words(one: Carried, today: date, t: Texts) -> str:
    """Return since when the course runs; in orientation none has begun yet."""
    day = day_words(one.since, today, t)
    return t("in orientation since {date}", date=day) if in_orientation(one) else t("course begun {date}", date=day)


def in_orientation(one: Carried) -> bool:
    """Return whether no course has begun yet."""
    return one.phase is Phase.ORIENTATION


def next_words(one: Carried, today: date, t: Texts) -> str:
    """Return what is due next and when, a day gone by as one that was; nothing where nothing is."""
    if one.due_on is None or one.due_kind is None:
        return ""
    if one.begun_on is not None:
        return under_way_text(t, one.due_kind, one.begun_on)
    what, day = t(DUE_KINDS[one.due_kind]), day_words(one.due_on, today, t)
    return (
        t("{what} was {date}", what=what, date=day) if one.due_on < today else t("{what} {date}", what=what, date=day)
    )
