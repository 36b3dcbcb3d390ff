"""The method held against what is written: of one course and of the caseload, and what does not fit a citizen."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice

from exit_desktop.domain.calendar import CourseState, state_of
from exit_desktop.domain.citizens import whole_characters
from exit_desktop.domain.courses import Course
from exit_desktop.domain.fidelity import find_all
from exit_desktop.domain.findings import Finding, Standing
from exit_desktop.domain.indicators import Indicator, NotSuitable
from exit_desktop.domain.method_figures import (
    CITIZENS_PER_WORKER,
    COMMUNITY_MEETINGS,
    FOCUS_AREAS,
    Expectations,
)
from exit_desktop.errors import ReasonMissing, TextTooLong
from exit_desktop.services.desk import Desk, commit_course
from exit_desktop.system.ids import new_id
from exit_desktop.vault.course_method import CourseWithoutWords, read_started_courses
from exit_desktop.vault.settings import read_settings, save_setting

LONGEST_REASON = 2_000
# So few courses that nobody who reads meanwhile waits long.
_AT_A_TIME = 10
_COMMUNITY, _AREAS, _CASELOAD = "method_community", "method_areas", "method_caseload"


@dataclass(frozen=True, slots=True)
class CourseFindings:
    """What one course of the caseload shows."""

    course_id: str
    alias: str = field(repr=False)
    state: CourseState
    findings: tuple[Finding, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Tally:
    """One indicator across courses: those that are as expected, those that are not, and those that are not judged.

    `told` are the counts of an indicator that nothing is judged of.
    """

    indicator: Indicator
    as_expected: int
    otherwise: tuple[CourseFindings, ...] = field(repr=False)
    not_suitable: tuple[CourseFindings, ...] = field(repr=False)
    open: int
    told: tuple[int, ...] = ()


def read_expectations(desk: Desk) -> Expectations:
    """Return what the method is held to here; where nothing was chosen, the usual figures."""
    with desk.vault.reading() as connection:
        kept = read_settings(connection)
    areas = {"-".join(map(str, pair)): pair for pair in FOCUS_AREAS}
    return Expectations(
        _figure(kept, _COMMUNITY, COMMUNITY_MEETINGS),
        areas.get(kept.get(_AREAS, ""), FOCUS_AREAS[0]),
        _figure(kept, _CASELOAD, CITIZENS_PER_WORKER),
    )


def _figure(kept: Mapping[str, str], name: str, known: tuple[int, ...]) -> int:
    # Only the figures of a source: a line of a dump may say anything.
    return next((figure for figure in known if kept.get(name) == str(figure)), known[0])


def save_expectations(desk: Desk, expected: Expectations) -> None:
    """Hold the method to these figures from now on."""
    with desk.vault.writing() as connection:
        save_setting(connection, _COMMUNITY, str(expected.community_meetings))
        save_setting(connection, _AREAS, "-".join(map(str, expected.focus_areas)))
        save_setting(connection, _CASELOAD, str(expected.citizens_per_worker))


def course_findings(desk: Desk, course: Course) -> tuple[Finding, ...]:
    """Return what a course shows for each indicator; nothing before it has started."""
    return find_all(course, read_expectations(desk), desk.clock.today())


def set_aside(desk: Desk, course: Course, indicator: Indicator, reason: str) -> Course:
    """Write that an expectation does not fit in this course, and why. Raises ReasonMissing, TextTooLong."""
    words = whole_characters(reason).strip()
    if not words:
        raise ReasonMissing
    if len(words) > LONGEST_REASON:
        raise TextTooLong(most=LONGEST_REASON)
    before = next((one for one in course.not_suitable if one.indicator is indicator), None)
    if before is not None and before.reason == words:
        return course
    one = NotSuitable(before.id if before else new_id(), indicator, words, desk.clock.today())
    kept = tuple(other for other in course.not_suitable if other.indicator is not indicator)
    return commit_course(desk, course, replace(course, not_suitable=(*kept, one)), "not_suitable")


def expect_again(desk: Desk, course: Course, indicator: Indicator) -> Course:
    """Take back that an expectation does not fit in this course."""
    kept = tuple(one for one in course.not_suitable if one.indicator is not indicator)
    if kept == course.not_suitable:
        return course
    return commit_course(desk, course, replace(course, not_suitable=kept), "not_suitable")


def read_caseload_findings(desk: Desk, go_on: Callable[[int], None] | None = None) -> tuple[CourseFindings, ...]:
    """Return what every started course shows, by alias; `go_on(number)` is called before each and may raise to stop.

    It reads a few courses at a time: others read between them, and what is written meanwhile may be in it or not.
    """
    expected, today = read_expectations(desk), desk.clock.today()
    found = []
    for number, course in enumerate(_few_at_a_time(desk)):
        if go_on is not None:
            go_on(number)
        findings = find_all(course, expected, today)
        if findings:
            found.append(CourseFindings(course.id, course.alias, state_of(course.calendar), findings))
    return tuple(found)


def _few_at_a_time(desk: Desk) -> Iterator[CourseWithoutWords]:
    """Yield every started course outside of any reading, so that what is worked out from it holds nobody up."""
    with desk.vault.reading() as connection:
        # It reads which courses there are before the first; after that, each by itself.
        courses = read_started_courses(connection)
        few = tuple(islice(courses, _AT_A_TIME))
    while few:
        yield from few
        with desk.vault.reading():
            few = tuple(islice(courses, _AT_A_TIME))


def tally(courses: tuple[CourseFindings, ...]) -> tuple[Tally, ...]:
    """Return each indicator across these courses."""
    return tuple(_tally(courses, at, indicator) for at, indicator in enumerate(Indicator))


def _tally(courses: tuple[CourseFindings, ...], at: int, indicator: Indicator) -> Tally:
    by: dict[Standing, list[CourseFindings]] = {standing: [] for standing in Standing}
    for course in courses:
        by[course.findings[at].standing].append(course)
    return Tally(
        indicator,
        len(by[Standing.AS_EXPECTED]),
        tuple(by[Standing.OTHERWISE]),
        tuple(by[Standing.NOT_SUITABLE]),
        len(by[Standing.OPEN]),
        tuple(sorted(course.findings[at].count or 0 for course in by[Standing.TOLD])),
    )
