"""The day across all courses: read it, put a line off, bring it back, and what counts as quiet."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime

from exit_desktop.domain.calendar import Phase
from exit_desktop.domain.today import Day, attempts_from, is_quiet, make_day
from exit_desktop.domain.today_rows import (
    QUIET_DAYS,
    HalfWritten,
    OpenCourse,
    Part,
    Rules,
    TodayLine,
)
from exit_desktop.services.closing import retention_months_of
from exit_desktop.services.desk import Desk
from exit_desktop.services.drafts import list_drafts
from exit_desktop.services.number_settings import number_setting
from exit_desktop.vault.drafts import Draft
from exit_desktop.vault.settings import read_settings, save_setting
from exit_desktop.vault.snoozes import drop_past_snoozes, read_snoozes, write_snooze
from exit_desktop.vault.today_rows import read_attempts, read_rows

FEWEST_QUIET_DAYS, MOST_QUIET_DAYS = 3, 120
_QUIET = {phase: f"quiet_days_{int(phase)}" for phase in Phase}
# Beside a course's own places: what a worker writes without a citizen.
_OWN = (Part.HOURS, Part.ENQUIRY, Part.SERVICE)


def read_day(desk: Desk) -> Day:
    """Return what today asks for, across all courses."""
    today = desk.clock.today()
    drafts = list_drafts(desk.vault)
    with desk.vault.reading() as connection:
        rules = rules_of(read_settings(connection))
        rows = read_rows(connection, today, rules.retention_months)
        quiet = {key: attempts_from(one) for key, one in rows.courses.items() if is_quiet(one, rules, today)}
        attempts, snoozes = read_attempts(connection, quiet), read_snoozes(connection)
    written = tuple(_half_written(drafts, rows.courses.values())) if drafts else ()
    return make_day(replace(rows, attempts=attempts, half_written=written), rules, snoozes, today)


def put_off(desk: Desk, line: TodayLine, until: date) -> None:
    """Show a line again on `until`, not before."""
    with desk.vault.writing() as connection:
        drop_past_snoozes(connection, desk.clock.today())
        write_snooze(connection, line.course_id, line.keys, until)


def bring_back(desk: Desk, line: TodayLine) -> None:
    """Show a line again that was put off."""
    with desk.vault.writing() as connection:
        write_snooze(connection, line.course_id, line.keys, None)


def read_quiet_days(desk: Desk) -> Mapping[Phase, int]:
    """Return after how many days without contact a course counts as quiet, by phase."""
    with desk.vault.reading() as connection:
        return rules_of(read_settings(connection)).quiet_days


def save_quiet_days(desk: Desk, phase: Phase, days: int) -> None:
    """Count a course in this phase as quiet after so many days from now on, within 3-120."""
    with desk.vault.writing() as connection:
        save_setting(connection, _QUIET[phase], str(_within(days)))


def _within(days: int) -> int:
    return max(FEWEST_QUIET_DAYS, min(MOST_QUIET_DAYS, days))


def rules_of(settings: Mapping[str, str]) -> Rules:
    """Return the rules of the day as they are set."""

    quiet = {
        phase: number_setting(settings, _QUIET[phase], usual, FEWEST_QUIET_DAYS, MOST_QUIET_DAYS)
        for phase, usual in QUIET_DAYS.items()
    }
    return Rules(quiet, retention_months_of(settings))


def _half_written(drafts: Iterable[Draft], courses: Iterable[OpenCourse]) -> Iterator[HalfWritten]:
    """Yield each text that waits in a place that can be led to; several fields of one record are one."""
    aliases = {course.course_id: course.alias for course in courses}
    told: set[tuple[str, str]] = set()
    for draft in drafts:
        found = _place_of(draft.place, aliases)
        if found is None:
            continue
        part, course_id, key = found
        one = HalfWritten(course_id, aliases.get(course_id, ""), part, key, _day_of(draft))
        if (course_id, one.ref) not in told:
            told.add((course_id, one.ref))
            yield one


def _place_of(place: str, aliases: Mapping[str, str]) -> tuple[Part, str, str] | None:
    first, *rest = place.split("/")
    if first not in set(Part):
        return None
    part = Part(first)
    if part in _OWN:
        return part, "", "/".join(rest)
    if len(rest) < 2 or rest[0] not in aliases:
        return None
    # A contact is led to by itself; of the other parts the page as a whole.
    return part, rest[0], rest[1] if part is Part.CONTACT else ""


def _day_of(draft: Draft) -> date:
    return datetime.fromisoformat(draft.at).astimezone().date()
