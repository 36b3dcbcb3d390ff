"""Each indicator at its edges: the day before it is judged, the count that is just enough, what is left open."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest

from exit_desktop.domain.answers import Answer, AnswerState, Respondent
from exit_desktop.domain.calendar import (
    Calendar,
    Closing,
    ClosingKind,
    Occasion,
    Pause,
    PauseReason,
    Phase,
    Replan,
    Transition,
)
from exit_desktop.domain.contacts import Contact, ContactKind, ContactState, Party, PlaceKind
from exit_desktop.domain.courses import Course
from exit_desktop.domain.fidelity import find_all
from exit_desktop.domain.findings import Finding, Standing
from exit_desktop.domain.forms import form_of
from exit_desktop.domain.indicators import Indicator, NotSuitable
from exit_desktop.domain.method_figures import Expectations
from exit_desktop.domain.network import Handover, NetworkMeeting
from exit_desktop.domain.plans import Activity, ActivityStatus, Doer, Focus, FocusArea, FrozenBy, PlanVersion, Wish
from exit_desktop.domain.submissions import Part, Submission, SubmissionKind
from support.courses import make_contact, make_course, uid

START = date(2026, 1, 15)
WORKER = Respondent.WORKER
TWO, THREE, END = date(2026, 5, 15), date(2026, 9, 15), date(2027, 1, 15)
AS_EXPECTED, OTHERWISE, OPEN, TOLD = Standing.AS_EXPECTED, Standing.OTHERWISE, Standing.OPEN, Standing.TOLD


def course(phase: Phase = Phase.ONE, closed: date | None = None, **fields: object) -> Course:
    """A course of four-month phases that began on 15 January, in `phase` by the plan's dates."""
    steps = [Transition(uid(20 + p), p, on) for p, on in ((Phase.TWO, TWO), (Phase.THREE, THREE)) if p <= phase]
    closings = (Closing(uid(30), closed, ClosingKind.EARLY),) if closed else ()
    calendar = Calendar(START, START, transitions=tuple(steps), closings=closings)
    return replace(make_course(start=START), calendar=calendar, **fields)  # type: ignore[arg-type]  # named by tests


def found(one: Course, indicator: Indicator, today: date, expected: Expectations | None = None) -> Finding:
    """The finding of one indicator."""
    return next(f for f in find_all(one, expected or Expectations(), today) if f.indicator is indicator)


def meetings(days: Iterable[date], **fields: object) -> tuple[Contact, ...]:
    """Meetings with the citizen on these days."""
    return tuple(make_contact(500 + number, on, **fields) for number, on in enumerate(days))


def on(*days: int) -> list[date]:
    """Days of the course, counted from its start as 0."""
    return [START + timedelta(days=day) for day in days]


@pytest.mark.parametrize(
    ("days", "today", "standing", "count"),
    [
        ((0, 30), date(2026, 3, 1), AS_EXPECTED, 2),
        ((0,), date(2026, 2, 14), OPEN, 1),
        ((0,), date(2026, 2, 15), OTHERWISE, 1),
        ((0, 31), date(2026, 3, 1), OTHERWISE, 1),
        ((-1, 0), date(2026, 3, 1), OTHERWISE, 1),
        ((), date(2026, 1, 15), OPEN, 0),
    ],
)
def test_contacts_in_the_first_month(days: tuple[int, ...], today: date, standing: Standing, count: int) -> None:
    one = found(course(contacts=meetings(on(*days), kind=ContactKind.PHONE)), Indicator.FIRST_MONTH, today)
    assert (one.standing, one.count) == (standing, count)


@pytest.mark.parametrize(
    ("number", "phase", "expected", "standing"),
    [
        (3, Phase.ONE, 3, AS_EXPECTED),
        (2, Phase.ONE, 3, OPEN),
        (2, Phase.TWO, 3, OTHERWISE),
        (3, Phase.TWO, 4, OTHERWISE),
    ],
)
def test_meetings_in_the_community(number: int, phase: Phase, expected: int, standing: Standing) -> None:
    made = course(phase, contacts=meetings(on(*range(number))))
    one = found(made, Indicator.COMMUNITY, date(2026, 5, 20), Expectations(community_meetings=expected))
    assert (one.standing, one.count, one.expected) == (standing, number, expected)


@pytest.mark.parametrize(
    ("fields", "count", "placeless"),
    [
        ({"place": PlaceKind.HOME}, 1, 0),
        ({"place": PlaceKind.SERVICE}, 1, 0),
        ({"place": PlaceKind.OFFICE}, 0, 0),
        ({"place": PlaceKind.OTHER}, 0, 0),
        ({"place": PlaceKind.NONE}, 0, 1),
        ({"kind": ContactKind.PHONE}, 0, 0),
        ({"party": Party.NETWORK}, 0, 0),
        ({"state": ContactState.DID_NOT_COME}, 0, 0),
        ({"on": TWO}, 0, 0),
    ],
)
def test_what_counts_as_a_meeting_in_the_community(fields: dict[str, object], count: int, placeless: int) -> None:
    contact = replace(make_contact(1, START), **fields)  # type: ignore[arg-type]  # a test names the fields
    one = found(course(Phase.TWO, contacts=(contact,)), Indicator.COMMUNITY, THREE)
    assert (one.count, one.second) == (count, placeless)


def test_a_meeting_on_the_board_and_in_the_log_is_one() -> None:
    both = meetings(on(5, 9), party=Party.PROFESSIONAL)
    handover = Handover(meetings=(NetworkMeeting(uid(1), on(5)[0]), NetworkMeeting(uid(2), TWO)))
    one = found(course(Phase.TWO, contacts=both, handover=handover), Indicator.SUPPORTS, THREE)
    assert (one.standing, one.count) == (AS_EXPECTED, 2)


def plan(opened_on: date = START, **fields: object) -> PlanVersion:
    """A version of a plan with three areas."""
    areas = (FocusArea.FINANCES, FocusArea.HOUSING, FocusArea.NETWORK)
    focuses = tuple(Focus(uid(100 + n), area, Phase.ONE) for n, area in enumerate(areas))
    return replace(PlanVersion(uid(90), 1, opened_on, focuses), **fields)  # type: ignore[arg-type]  # named by tests


@pytest.mark.parametrize(
    ("opened", "today", "standing"),
    [
        (date(2026, 3, 15), TWO, AS_EXPECTED),
        (date(2026, 3, 16), TWO, OTHERWISE),
        (None, date(2026, 3, 15), OPEN),
        (None, date(2026, 3, 16), OTHERWISE),
    ],
)
def test_a_plan_by_month_two(opened: date | None, today: date, standing: Standing) -> None:
    plans = (plan(opened),) if opened else ()
    assert found(course(plans=plans), Indicator.PLAN_IN_TIME, today).standing is standing


def test_a_re_plan_moves_when_the_plan_is_expected() -> None:
    made = course()
    moved = replace(made.calendar, replans=(Replan(uid(1), START, date(2026, 2, 1), 14),))
    one = found(replace(made, calendar=moved), Indicator.PLAN_IN_TIME, date(2026, 3, 29))
    assert (one.standing, one.due) == (OPEN, date(2026, 3, 29))


@pytest.mark.parametrize(("took_part", "standing"), [(True, AS_EXPECTED), (False, OTHERWISE), (None, OPEN)])
def test_the_citizen_took_part(took_part: bool | None, standing: Standing) -> None:
    assert found(course(plans=(plan(citizen_took_part=took_part),)), Indicator.TOOK_PART, TWO).standing is standing


@pytest.mark.parametrize(
    ("agreements", "phase", "standing"),
    [
        (("ja", "ja"), Phase.ONE, AS_EXPECTED),
        (("ja", " "), Phase.ONE, OPEN),
        (("ja", ""), Phase.TWO, OTHERWISE),
        ((), Phase.TWO, OPEN),
    ],
)
def test_agreements_with_others(agreements: tuple[str, ...], phase: Phase, standing: Standing) -> None:
    tasks = [Activity(uid(200 + n), "x", Doer.ACTOR, agreement=words) for n, words in enumerate(agreements)]
    tasks.append(Activity(uid(210), "egen", Doer.CITIZEN))
    tasks.append(Activity(uid(211), "væk", Doer.ACTOR, status=ActivityStatus.DROPPED))
    focus = Focus(uid(1), FocusArea.HOUSING, Phase.ONE, wishes=(Wish(uid(2), "", tuple(tasks)),))
    one = found(course(phase, plans=(plan(focuses=(focus,)),)), Indicator.AGREEMENTS, date(2026, 6, 1))
    assert (one.standing, one.total) == (standing, len(agreements))


@pytest.mark.parametrize(
    ("number", "phase", "limits", "standing"),
    [
        (2, Phase.ONE, (3, 5), OPEN),
        (2, Phase.TWO, (3, 5), OTHERWISE),
        (3, Phase.TWO, (3, 5), AS_EXPECTED),
        (5, Phase.TWO, (3, 5), AS_EXPECTED),
        (6, Phase.ONE, (3, 5), OTHERWISE),
        (4, Phase.ONE, (1, 3), OTHERWISE),
        (1, Phase.ONE, (1, 3), AS_EXPECTED),
        (0, Phase.TWO, (3, 5), OPEN),
    ],
)
def test_number_of_focus_areas(number: int, phase: Phase, limits: tuple[int, int], standing: Standing) -> None:
    focuses = tuple(Focus(uid(100 + n), area, Phase.ONE) for n, area in enumerate(list(FocusArea)[:number]))
    made = course(phase, plans=(plan(focuses=focuses),))
    one = found(made, Indicator.FOCUS_AREAS, date(2026, 6, 1), Expectations(focus_areas=limits))
    assert one.standing is standing


def test_when_a_phase_began_is_told_and_never_judged() -> None:
    one = found(course(Phase.TWO), Indicator.PHASE_TWO, THREE)
    assert (one.standing, one.count, one.expected) == (TOLD, 4, 4)
    late = found(course(), Indicator.PHASE_TWO, END)
    assert (late.standing, late.due) == (OPEN, TWO)
    ended = found(course(closed=date(2026, 3, 1)), Indicator.PHASE_THREE, END)
    assert (ended.standing, ended.due) == (OPEN, None)


@pytest.mark.parametrize(
    ("frozen_on", "phase", "standing"),
    [
        (TWO, Phase.TWO, AS_EXPECTED),
        (date(2026, 9, 14), Phase.THREE, AS_EXPECTED),
        (THREE, Phase.THREE, OTHERWISE),
        (date(2026, 5, 14), Phase.TWO, OPEN),
        (date(2026, 5, 14), Phase.ONE, OPEN),
    ],
)
def test_a_look_at_the_plan_in_phase_two(frozen_on: date, phase: Phase, standing: Standing) -> None:
    made = course(phase, plans=(plan(frozen_on=frozen_on, frozen_by=FrozenBy.EVALUATION),))
    assert found(made, Indicator.EVALUATED, date(2026, 9, 20)).standing is standing


def test_a_plan_changed_between_two_looks_at_it_is_adjusted() -> None:
    first = plan(frozen_on=date(2026, 6, 1), frozen_by=FrozenBy.EVALUATION)
    changed = plan(date(2026, 6, 5), id=uid(91), number=2, focuses=first.focuses[:1])
    again = replace(changed, frozen_on=date(2026, 8, 20), frozen_by=FrozenBy.EVALUATION)
    assert found(course(Phase.THREE, plans=(first, again)), Indicator.EVALUATED, THREE).adjusted


def test_a_print_is_no_look_at_the_plan() -> None:
    made = course(Phase.THREE, plans=(plan(frozen_on=TWO, frozen_by=FrozenBy.PRINT),))
    assert found(made, Indicator.EVALUATED, THREE).standing is OTHERWISE


@pytest.mark.parametrize(
    ("first", "then", "standing"), [(8, 4, AS_EXPECTED), (4, 4, OTHERWISE), (2, 6, OTHERWISE), (0, 0, OTHERWISE)]
)
def test_fewer_meetings_in_each_phase(first: int, then: int, standing: Standing) -> None:
    days = [*on(*range(first)), *(TWO + timedelta(days=n) for n in range(then))]
    # Phase 1 lasted 120 days: so does the second up to here.
    one = found(course(Phase.TWO, contacts=meetings(days)), Indicator.FEWER_MEETINGS, TWO + timedelta(days=119))
    assert one.standing is standing
    assert one.rates[0] == Fraction(first * 1461, 48 * 120)


def test_a_phase_counts_from_its_first_whole_month_without_pauses() -> None:
    pause = Pause(uid(1), TWO, TWO + timedelta(days=20), PauseReason.HOSPITAL)
    made = course(Phase.TWO)
    made = replace(made, calendar=replace(made.calendar, pauses=(pause,)))
    assert len(found(made, Indicator.FEWER_MEETINGS, TWO + timedelta(days=49)).rates) == 1
    assert len(found(made, Indicator.FEWER_MEETINGS, TWO + timedelta(days=50)).rates) == 2


def finished(kind: SubmissionKind, occasion: Occasion, **fields: object) -> Submission:
    """A finished reading or form."""
    made = Submission(uid(hash((kind, occasion)) % 9999), kind, START, occasion, finished_on=START)
    return replace(made, **fields)  # type: ignore[arg-type]  # a test names the fields it is about


def both(*occasions: Occasion) -> tuple[Submission, ...]:
    """Reading and form of these occasions."""
    return tuple(finished(kind, one) for one in occasions for kind in (SubmissionKind.READING, form_of(one)))


@pytest.mark.parametrize(
    ("made", "today", "standing", "counts"),
    [
        ((), date(2026, 2, 13), OPEN, (0, 0, 0, 0)),
        ((), date(2026, 2, 14), OTHERWISE, (0, 1, 0, 1)),
        (both(Occasion.M00), date(2026, 2, 14), AS_EXPECTED, (1, 1, 1, 1)),
        (both(Occasion.M00)[:1], date(2026, 2, 14), OTHERWISE, (1, 1, 0, 1)),
        (both(Occasion.M00, Occasion.M02), date(2026, 2, 14), AS_EXPECTED, (2, 2, 2, 2)),
    ],
)
def test_readings_and_forms(
    made: tuple[Submission, ...], today: date, standing: Standing, counts: tuple[int, ...]
) -> None:
    one = found(course(submissions=made), Indicator.MEASUREMENTS, today)
    assert (one.standing, (one.count, one.total, one.second, one.second_total)) == (standing, counts)


def test_the_closing_reading_is_asked_for_when_the_course_has_ended() -> None:
    ended = course(closed=date(2026, 2, 1), submissions=both(Occasion.M00))
    one = found(ended, Indicator.MEASUREMENTS, END)
    assert (one.standing, one.count, one.total) == (OTHERWISE, 1, 2)


@pytest.mark.parametrize(
    ("value", "state", "standing"),
    [
        (("exercise",), AnswerState.ANSWERED, AS_EXPECTED),
        (("none",), AnswerState.ANSWERED, OTHERWISE),
        (None, AnswerState.DONT_KNOW, OPEN),
    ],
)
def test_services_at_the_end(value: tuple[str, ...] | None, state: AnswerState, standing: Standing) -> None:
    answer = Answer(
        instrument="closing_form", version=1, question="services_now", respondent=WORKER, state=state, value=value
    )
    parts = (Part("closing_form", 1),)
    form = finished(SubmissionKind.CLOSING_FORM, Occasion.END, answers=(answer,), parts=parts)
    assert found(course(closed=END, submissions=(form,)), Indicator.ATTACHED, END).standing is standing
    assert found(course(submissions=(form,)), Indicator.ATTACHED, END).standing is OPEN


@pytest.mark.parametrize(
    ("closed", "standing", "months"),
    [(END, AS_EXPECTED, 12), (END - timedelta(days=1), OTHERWISE, 11), (None, OPEN, 12)],
)
def test_length_of_the_course(closed: date | None, standing: Standing, months: int) -> None:
    one = found(course(closed=closed), Indicator.LENGTH, END)
    assert (one.standing, one.count, one.expected) == (standing, months, 12)


def test_a_short_course_has_nine_months() -> None:
    made = course(closed=date(2026, 10, 15))
    short = replace(made, calendar=replace(made.calendar, phase_months=3))
    assert found(short, Indicator.LENGTH, END).standing is AS_EXPECTED
    assert found(short, Indicator.PHASE_TWO, END).expected == 3


def test_a_reason_is_an_answer_and_keeps_the_evidence() -> None:
    aside = (NotSuitable(uid(1), Indicator.COMMUNITY, "Tør ikke gå ud", START),)
    one = found(course(Phase.TWO, not_suitable=aside), Indicator.COMMUNITY, THREE)
    assert (one.standing, one.reason, one.count) == (Standing.NOT_SUITABLE, "Tør ikke gå ud", 0)


@pytest.mark.parametrize("start", [None, date(2027, 1, 1)])
def test_before_the_start_there_is_nothing_to_hold_against_the_method(start: date | None) -> None:
    assert find_all(make_course(start=start), Expectations(), START) == ()


def test_a_start_on_29_february_and_a_phase_passed_over_stand() -> None:
    leap = date(2028, 2, 29)
    calendar = Calendar(leap, leap, transitions=(Transition(uid(1), Phase.THREE, date(2028, 6, 29)),))
    made = replace(make_course(start=leap), calendar=calendar)
    findings = find_all(made, Expectations(), date(2029, 3, 1))
    assert [one.indicator for one in findings] == list(Indicator)
    assert found(made, Indicator.PHASE_THREE, date(2029, 3, 1)).count == 4
