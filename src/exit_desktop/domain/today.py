"""What a day asks of a worker, across all courses: rules over plain rows, so that no course is loaded for them."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta

from exit_desktop.domain.calendar import add_months
from exit_desktop.domain.due import FOREVER, DueKind
from exit_desktop.domain.submissions import SubmissionKind
from exit_desktop.domain.today_rows import (
    About,
    Attempts,
    ClosedCourse,
    DueRow,
    Group,
    LineKind,
    Meeting,
    OpenCourse,
    Rows,
    Rules,
    Silence,
    Snoozes,
    TodayLine,
)

# How many days ahead something is told. A deadline of the plan is a small thing, the others want preparing.
AHEAD, PLAN_AHEAD, RETENTION_AHEAD = 14, 7, 30
# A meeting that nobody wrote up is asked about for a week; a pause without an end is asked about after four.
OUTCOME_DAYS, LONG_PAUSE = 7, 28
WEEK = 7

_KINDS = {
    DueKind.READING: LineKind.READING,
    DueKind.FORM: LineKind.FORM,
    DueKind.ACTIVITY: LineKind.ACTIVITY,
    DueKind.REVIEW: LineKind.REVIEW,
    DueKind.TRANSITION: LineKind.TRANSITION,
    DueKind.END: LineKind.END,
    DueKind.HANDOVER: LineKind.HANDOVER,
}
# A handover waits for its day, a month before the end.
_AHEAD = {LineKind.ACTIVITY: PLAN_AHEAD, LineKind.HANDOVER: 0}
_MERGED = (LineKind.ACTIVITY, LineKind.HANDOVER)


@dataclass(frozen=True, slots=True)
class Day:
    """The lines of a day by group, those put off with the day they come back, and the appointments to come."""

    today: date
    groups: Mapping[Group, tuple[TodayLine, ...]]
    put_off: tuple[tuple[date, TodayLine], ...] = ()
    week: tuple[tuple[date, int], ...] = ()
    courses: int = 0

    @property
    def lines(self) -> tuple[TodayLine, ...]:
        """Every line in the order of the page."""
        return tuple(line for group in Group for line in self.groups.get(group, ()))


def week_of(today: date) -> tuple[date, ...]:
    """Return the seven days from today on: on a Friday a week that ends on Sunday would be nearly empty."""
    return tuple(today + timedelta(days=number) for number in range(WEEK))


def last_meeting_day(today: date) -> date:
    """Return until when meetings are told: the last of the seven days."""
    return week_of(today)[-1]


def quiet_since(course: OpenCourse) -> date:
    """Return the day from which quiet is counted: the last contact, or the day the course began or went on."""
    last, woke = course.last_contact_on, course.woke_on
    if last and woke:
        return max(last, woke)
    return last or woke or course.start_on or course.orientation_on


def attempts_from(course: OpenCourse) -> date:
    """Return the day from which attempts count: after the last contact, or from the day that the course began."""
    since = quiet_since(course)
    return since + timedelta(days=1) if since == course.last_contact_on else since


def is_quiet(course: OpenCourse, rules: Rules, today: date) -> bool:
    """Return whether there was no contact with the citizen for as many days as the phase allows."""
    if course.rests(today):
        return False
    return (today - quiet_since(course)).days >= rules.quiet_days[course.phase]


def make_day(rows: Rows, rules: Rules, snoozes: Snoozes, today: date) -> Day:
    """Return the day: what is told now, what was put off, and how many appointments each of seven days has."""
    now: list[TodayLine] = []
    later: dict[date, list[TodayLine]] = defaultdict(list)
    snoozed = {course_id for course_id, _, _ in snoozes}
    resting = {key for key, course in rows.courses.items() if course.rests(today)}
    for line in _lines(rows, rules, resting, today):
        until = snoozes.get((line.course_id, *line.keys[0])) if line.course_id in snoozed else None
        if until is not None and until > today:
            later[until].append(line)
        else:
            now.append(line)
    groups: dict[Group, list[TodayLine]] = {group: [] for group in Group}
    for line in _merge(now):
        groups[line.group].append(line)
    return Day(
        today,
        {group: tuple(sorted(lines, key=_order)) for group, lines in groups.items()},
        tuple((until, line) for until in sorted(later) for line in sorted(_merge(later[until]), key=_order)),
        _week(rows, resting, today),
        len(rows.courses),
    )


def _week(rows: Rows, resting: Collection[int], today: date) -> tuple[tuple[date, int], ...]:
    counts = Counter(meeting.on for meeting in rows.meetings if meeting.course not in resting)
    return tuple((day, counts[day]) for day in week_of(today))


def _lines(rows: Rows, rules: Rules, resting: Collection[int], today: date) -> Iterator[TodayLine]:
    """Yield one line for each thing, before any are merged; in the courses in `resting` nothing is due."""
    yield from _meetings(rows, resting, today)
    yield from _own_work(rows, today)
    yield from _due(rows, resting, today)
    yield from _begun(rows, resting)
    yield from _quiet(rows, rules, today)
    yield from _pauses(rows, today)
    yield from _closed(rows, rules, today)
    yield from _half_written(rows)


def _line(course: OpenCourse, place: tuple[Group, LineKind], on: date, ref: str = "", about: About = None) -> TodayLine:
    # By position and at once: replacing fields of ten thousand lines takes a third of a second.
    group, kind = place
    return TodayLine(group, kind, course.course_id, course.alias, on, ((kind, ref),), course.phase, None, about)


def _meetings(rows: Rows, resting: Collection[int], today: date) -> Iterator[TodayLine]:
    first, last = today - timedelta(days=OUTCOME_DAYS), last_meeting_day(today)
    for meeting in rows.meetings:
        if not first <= meeting.on <= last or meeting.course in resting:
            continue
        past = meeting.on < today
        place = (Group.ATTENTION, LineKind.OUTCOME) if past else (Group.MEETINGS, LineKind.MEETING)
        yield _line(rows.courses[meeting.course], place, meeting.on, meeting.contact_id, meeting)


def _own_work(rows: Rows, today: date) -> Iterator[TodayLine]:
    for work in rows.own_work:
        if today <= work.on <= last_meeting_day(today):
            key = (LineKind.OWN_WORK, work.work_id)
            yield TodayLine(Group.MEETINGS, LineKind.OWN_WORK, "", "", work.on, (key,), about=work)


def _due(rows: Rows, resting: Collection[int], today: date) -> Iterator[TodayLine]:
    begun = {(one.course, one.kind is SubmissionKind.READING, one.occasion) for one in rows.begun}
    for due in rows.due:
        kind = _KINDS.get(due.kind)
        if kind is None or due.until < today or due.course in resting:
            continue
        measured = kind in (LineKind.READING, LineKind.FORM)
        if measured and (due.course, kind is LineKind.READING, due.ref) in begun:
            continue
        group = _group_of(due, kind, today)
        if group is not None:
            course = rows.courses[due.course]
            until = None if due.until == FOREVER else due.until
            key = (kind, due.ref)
            yield TodayLine(group, kind, course.course_id, course.alias, due.on, (key,), course.phase, until)


def _group_of(due: DueRow, kind: LineKind, today: date) -> Group | None:
    """Return where something due is told; None while it is too far ahead. A handover waits for its day."""
    if due.on <= today:
        return Group.ATTENTION
    return Group.COMING if (due.on - today).days <= _AHEAD.get(kind, AHEAD) else None


def _begun(rows: Rows, resting: Collection[int]) -> Iterator[TodayLine]:
    for begun in rows.begun:
        if begun.course not in resting:
            course = rows.courses[begun.course]
            yield _line(course, (Group.ATTENTION, LineKind.BEGUN), begun.held_on, begun.submission_id, begun)


def _quiet(rows: Rows, rules: Rules, today: date) -> Iterator[TodayLine]:
    for key, course in rows.courses.items():
        if is_quiet(course, rules, today):
            since, last = quiet_since(course), course.last_contact_on
            again = last is not None and last < since
            silence = Silence(rows.attempts.get(key, Attempts()), rows.next_meetings.get(key), last is None, again)
            yield _line(course, (Group.QUIET, LineKind.QUIET), since, about=silence)


def _pauses(rows: Rows, today: date) -> Iterator[TodayLine]:
    for course in rows.courses.values():
        pause = course.pause
        if pause is None or not course.rests(today):
            continue
        if pause.until_on is not None:
            if (pause.until_on - today).days <= AHEAD:
                yield _line(course, (Group.COMING, LineKind.PAUSE_ENDS), pause.until_on)
        elif (today - pause.from_on).days >= LONG_PAUSE:
            yield _line(course, (Group.QUIET, LineKind.PAUSE), pause.from_on)


def _closed(rows: Rows, rules: Rules, today: date) -> Iterator[TodayLine]:
    for closed in rows.closed:
        on = kept_until(closed, rules)
        if (on - today).days <= RETENTION_AHEAD:
            group = Group.ATTENTION if on <= today else Group.COMING
            key = (LineKind.RETENTION, "")
            yield TodayLine(group, LineKind.RETENTION, closed.course_id, closed.alias, on, (key,))


def kept_until(closed: ClosedCourse, rules: Rules) -> date:
    """Return until when a closed course is kept: the date set for it, else so many months after its end."""
    return closed.retention_on or add_months(closed.ended_on, rules.retention_months)


def _half_written(rows: Rows) -> Iterator[TodayLine]:
    for draft in rows.half_written:
        key = (LineKind.HALF_WRITTEN, draft.ref)
        yield TodayLine(
            Group.ATTENTION, LineKind.HALF_WRITTEN, draft.course_id, draft.alias, draft.on, (key,), about=draft
        )


def _merge(lines: Iterable[TodayLine]) -> list[TodayLine]:
    """Return lines with a course's deadlines as one, its tasks as one, and a form joined to the reading of its day."""
    merged: dict[object, TodayLine] = {}
    loose: list[TodayLine] = []
    for line in lines:
        if line.kind in _MERGED:
            place: object = (line.course_id, line.kind, line.group)
        elif line.kind in (LineKind.READING, LineKind.FORM):
            place = (line.course_id, line.keys[0][1], line.group)
        else:
            loose.append(line)
            continue
        merged[place] = _joined(merged[place], line) if place in merged else line
    return [*loose, *merged.values()]


def _joined(one: TodayLine, other: TodayLine) -> TodayLine:
    first, second = (one, other) if _first_of_two(one) <= _first_of_two(other) else (other, one)
    return first._replace(keys=(*first.keys, *(key for key in second.keys if key not in first.keys)))


def _first_of_two(line: TodayLine) -> tuple[bool, date]:
    return line.kind is not LineKind.READING, line.on


# Where something is to be looked at: what is fresh in memory first, what may wait a little last.
_RANKS = {
    kind: rank
    for rank, kinds in enumerate(
        (
            (LineKind.OUTCOME,),
            (LineKind.HALF_WRITTEN, LineKind.BEGUN),
            (LineKind.READING, LineKind.FORM),
            (LineKind.TRANSITION, LineKind.END),
            (LineKind.HANDOVER,),
            (LineKind.REVIEW, LineKind.ACTIVITY),
            (LineKind.RETENTION,),
        )
    )
    for kind in kinds
}


def _order(line: TodayLine) -> tuple[object, ...]:
    at = line.about.at if line.kind is LineKind.MEETING and isinstance(line.about, Meeting) else None
    rank = _RANKS.get(line.kind, 0) if line.group is Group.ATTENTION else 0
    if line.group is Group.COMING and line.kind is LineKind.ACTIVITY:
        # A course that ends or goes on is not to stand behind single deadlines.
        rank = 1
    return rank, line.on, at or time.max, line.alias.casefold(), line.kind
