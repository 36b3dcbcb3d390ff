"""Where a course stands, in the words of its header."""

from __future__ import annotations

from datetime import date

from exit_desktop.domain.calendar import CourseState, Phase, day_of_course, standing_closing
from exit_desktop.domain.contacts import is_with_citizen
from exit_desktop.domain.courses import Course
from exit_desktop.domain.resting import rests
from exit_desktop.services.labels import CLOSING_KINDS, PAUSE_REASONS, PHASES
from exit_desktop.system.language import Texts
from exit_desktop.ui.when_words import seen_words


def place_line(course: Course, t: Texts, today: date) -> str:
    """Return where the course stands and when there last was contact, in one line."""
    seen = max((c.on for c in course.contacts if is_with_citizen(c) and c.on <= today), default=None)
    parts = list(_where(course, t, today))
    if course.state is not CourseState.CLOSED:
        parts.append(seen_words(t, seen, today))
    return " · ".join(parts)


def _where(course: Course, t: Texts, today: date) -> tuple[str, ...]:
    calendar = course.calendar
    if course.state is CourseState.CLOSED:
        closing = standing_closing(calendar) or calendar.closings[-1]
        return t("Closed {date}", date=t.date(closing.on)), t(CLOSING_KINDS[closing.kind])
    if course.state is CourseState.ORIENTATION:
        talks = sum(is_with_citizen(c) for c in course.contacts)
        return t("Orientation"), t.plural("{count} talk", "{count} talks", talks)
    phase = t(PHASES[course.phase])
    pause = next((pause for pause in calendar.pauses if rests((pause,), today)), None)
    if pause is not None:
        since = t("pause since {date}", date=t.date(pause.from_on, "day"))
        until = t("pause until {date}", date=t.date(pause.until_on, "day")) if pause.until_on else since
        return phase, until, t(PAUSE_REASONS[pause.reason])
    if calendar.start and calendar.start > today:
        return phase, t("starts {date}", date=t.date(calendar.start, "day"))
    return phase, t("day {day}", day=day_of_course(calendar, today))


def guidance_place(course: Course) -> str:
    """Return where in the guidance a course is that far: its phase, or the closing."""
    if course.state is CourseState.CLOSED:
        return "closing"
    return "orientation" if course.phase is Phase.ORIENTATION else f"phase/{int(course.phase)}"


def next_phase(course: Course) -> Phase:
    """Return the phase that comes after the one recorded."""
    return Phase(min(course.phase + 1, Phase.THREE))
