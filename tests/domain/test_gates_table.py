"""Each gate, expectation by expectation: what meets it, what does not, and that a written reason settles it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from exit_desktop.domain.calendar import Closing, ClosingKind, Occasion, Phase
from exit_desktop.domain.contacts import Contact, Party
from exit_desktop.domain.courses import Course
from exit_desktop.domain.expectations import EXPECTATIONS, Expected, Gate, GateReason, next_gate
from exit_desktop.domain.gate_facts import FactKind, RefKind
from exit_desktop.domain.gates import Item, look_at_gate
from exit_desktop.domain.plans import ActivityStatus, FrozenBy
from support.courses import uid
from support.gates import (
    PHASE_TWO,
    TODAY,
    before_end,
    before_three,
    before_two,
    closing_form,
    reading,
    whole_plan,
    with_service,
)

Change = Callable[[Course], Course]
WHOLE = {Gate.TO_TWO: before_two, Gate.TO_THREE: before_three, Gate.CLOSING: before_end}


def item(course: Course, gate: Gate, expected: Expected) -> Item:
    """Return what a gate finds of one expectation."""
    return next(one for one in look_at_gate(course, gate, TODAY) if one.expected is expected)


def with_plan(**fields: object) -> Change:
    """Return a change that gives the course one plan with other fields."""
    return lambda course: replace(course, plans=(replace(whole_plan(), **fields),))  # type: ignore[arg-type]  # named by the table


def without_plan(course: Course) -> Course:
    return replace(course, plans=())


def one_bare_area(course: Course) -> Course:
    focuses = whole_plan().focuses
    return replace(course, plans=(replace(whole_plan(), focuses=(focuses[0], replace(focuses[1], why=" "))),))


def nothing_begun(course: Course) -> Course:
    return _each_activity(course, status=ActivityStatus.PLANNED)


def no_agreement(course: Course) -> Course:
    return _each_activity(course, agreement="  ")


def only_dropped(course: Course) -> Course:
    return _each_activity(course, status=ActivityStatus.DROPPED)


def _each_activity(course: Course, **fields: object) -> Course:
    plan = whole_plan()
    wish = plan.focuses[0].wishes[0]
    changed = tuple(replace(one, **fields) for one in wish.activities)  # type: ignore[arg-type]  # named by the table
    focus = replace(plan.focuses[0], wishes=(replace(wish, activities=changed),))
    return replace(course, plans=(replace(plan, focuses=(focus, *plan.focuses[1:])),))


def without_network(course: Course) -> Course:
    return replace(course, network=())


def without(occasion: Occasion) -> Change:
    return lambda course: replace(
        course, submissions=tuple(one for one in course.submissions if one.occasion is not occasion)
    )


def half_made(course: Course) -> Course:
    bare = without(Occasion.M04)(course)
    return replace(bare, submissions=(*bare.submissions, reading(57, Occasion.M04, date(2026, 5, 4), finished=False)))


def looked_at_too_early(course: Course) -> Course:
    first, *others = course.plans
    return replace(course, plans=(replace(first, frozen_on=PHASE_TWO - timedelta(days=1)), *others))


def unchanged(course: Course) -> Course:
    return replace(course, plans=course.plans[:1])


def nothing_tried(course: Course) -> Course:
    return replace(course, handover=replace(course.handover, tasks=()))


def service_planned(course: Course) -> Course:
    planned = replace(with_service(whole_plan(), ActivityStatus.PLANNED), number=2)
    return replace(course, plans=(course.plans[0], planned))


def form(finished: bool = True, **said: object) -> Change:
    made = closing_form(58, date(2026, 11, 30), finished, **said)  # type: ignore[arg-type]  # named by the table
    return lambda course: replace(course, submissions=(*(one for one in course.submissions if one.parts == ()), made))


def meeting_long_ago(course: Course) -> Course:
    meeting = replace(course.handover.meetings[0], on=date(2026, 6, 1))
    return replace(course, handover=replace(course.handover, meetings=(meeting,)))


def meeting_to_come(course: Course) -> Course:
    meeting = replace(course.handover.meetings[0], on=TODAY + timedelta(days=1))
    return replace(course, handover=replace(course.handover, meetings=(meeting,)))


def blank_plan(course: Course) -> Course:
    return replace(course, handover=replace(course.handover, long_term_plan=" \n"))


def nobody(course: Course) -> Course:
    return replace(course, handover=replace(course.handover, responsible_actor=" "))


E, F = Expected, FactKind
# Gate, expectation, what is taken away, and what is told then.
MISSING: list[tuple[Gate, Expected, Change, FactKind]] = [
    (Gate.TO_TWO, E.NEEDS_MAPPED, without_plan, F.NO_AREAS),
    (Gate.TO_TWO, E.NEEDS_MAPPED, with_plan(focuses=()), F.NO_AREAS),
    (Gate.TO_TWO, E.NEEDS_MAPPED, one_bare_area, F.AREAS_LEFT),
    (Gate.TO_TWO, E.PLAN_TOGETHER, without_plan, F.NO_PLAN),
    (Gate.TO_TWO, E.PLAN_TOGETHER, with_plan(citizen_took_part=False), F.TOOK_NO_PART),
    (Gate.TO_TWO, E.PLAN_TOGETHER, with_plan(citizen_took_part=None), F.PART_UNSAID),
    (Gate.TO_TWO, E.ACTIVITIES_STARTED, without_plan, F.NO_ACTIVITIES),
    (Gate.TO_TWO, E.ACTIVITIES_STARTED, only_dropped, F.NO_ACTIVITIES),
    (Gate.TO_TWO, E.ACTIVITIES_STARTED, nothing_begun, F.ACTIVITIES_BEGUN),
    (Gate.TO_TWO, E.AGREEMENTS_MADE, with_plan(focuses=()), F.NOBODY_ELSE),
    (Gate.TO_TWO, E.AGREEMENTS_MADE, no_agreement, F.AGREEMENTS),
    (Gate.TO_TWO, E.NETWORK_BEGUN, without_network, F.NOBODY_ON_MAP),
    (Gate.TO_TWO, E.READINGS_MADE, without(Occasion.M02), F.READING_MISSING),
    (Gate.TO_TWO, E.READINGS_MADE, half_made, F.READING_MISSING),
    (Gate.TO_THREE, E.PLAN_EVALUATED, without_plan, F.NO_PLAN),
    (Gate.TO_THREE, E.PLAN_EVALUATED, with_plan(), F.NOT_EVALUATED),
    (Gate.TO_THREE, E.PLAN_EVALUATED, looked_at_too_early, F.EVALUATED_BEFORE),
    (Gate.TO_THREE, E.PLAN_ADJUSTED, with_plan(), F.NOT_EVALUATED),
    (Gate.TO_THREE, E.PLAN_ADJUSTED, unchanged, F.UNCHANGED),
    (Gate.TO_THREE, E.PLAN_ADJUSTED, looked_at_too_early, F.EVALUATED_BEFORE),
    (Gate.TO_THREE, E.NETWORK_OBSERVED, nothing_tried, F.NOT_OBSERVED),
    (Gate.TO_THREE, E.SERVICES_ATTACHED, with_plan(), F.NO_SERVICES),
    (Gate.TO_THREE, E.SERVICES_ATTACHED, service_planned, F.SERVICES_BEGUN),
    (Gate.TO_THREE, E.READINGS_MADE, without(Occasion.M08), F.READING_MISSING),
    (Gate.CLOSING, E.LAST_READING, without(Occasion.END), F.LAST_READING_MISSING),
    (Gate.CLOSING, E.CLOSING_FORM, without(Occasion.END), F.FORM_MISSING),
    (Gate.CLOSING, E.CLOSING_FORM, form(finished=False), F.FORM_UNDER_WAY),
    (Gate.CLOSING, E.SERVICES_RECORDED, without(Occasion.END), F.SERVICES_UNTOLD),
    (Gate.CLOSING, E.SERVICES_RECORDED, form(), F.SERVICES_UNTOLD),
    (Gate.CLOSING, E.HANDOVER_MEETING, meeting_long_ago, F.NO_MEETING),
    (Gate.CLOSING, E.HANDOVER_MEETING, meeting_to_come, F.NO_MEETING),
    (Gate.CLOSING, E.LONG_TERM_PLAN, blank_plan, F.NO_LONG_TERM_PLAN),
    (Gate.CLOSING, E.RESPONSIBLE_ACTOR, nobody, F.NOBODY_RESPONSIBLE),
    (Gate.CLOSING, E.ENDING_TOLD, without(Occasion.END), F.ASKED_AT_THE_END),
    (Gate.CLOSING, E.ENDING_TOLD, lambda course: course, F.SAID_IN_FORM),
]


def test_a_plan_changed_between_two_looks_at_it_is_adjusted() -> None:
    course = before_three()
    again = replace(course.plans[1], frozen_on=date(2026, 8, 20), frozen_by=FrozenBy.EVALUATION)
    looked_at_again = replace(course, plans=(course.plans[0], again))
    assert item(looked_at_again, Gate.TO_THREE, Expected.PLAN_ADJUSTED).met


EVERY = [(gate, expected) for gate, each in EXPECTATIONS.items() for expected in each]


@pytest.mark.parametrize(("gate", "expected"), EVERY)
def test_what_is_there_meets_it_and_can_be_opened(gate: Gate, expected: Expected) -> None:
    course = WHOLE[gate]()
    if expected is Expected.ENDING_TOLD:
        course = closed(course, ClosingKind.FULL)
    found = item(course, gate, expected)
    assert found.met
    assert expected is Expected.ENDING_TOLD or all(fact.refs for fact in found.facts)


@pytest.mark.parametrize(("gate", "expected", "change", "told"), MISSING)
def test_what_is_not_there_is_told(gate: Gate, expected: Expected, change: Change, told: FactKind) -> None:
    found = item(change(WHOLE[gate]()), gate, expected)
    assert not found.met
    assert told in [fact.kind for fact in found.facts]


@pytest.mark.parametrize(("gate", "expected", "change", "told"), MISSING)
def test_a_written_reason_settles_it(gate: Gate, expected: Expected, change: Change, told: FactKind) -> None:
    course = change(WHOLE[gate]())
    assert not item(course, gate, expected).settled
    reason = GateReason(uid(91), gate, expected, "Hun var indlagt", TODAY)
    found = item(replace(course, gate_reasons=(reason,)), gate, expected)
    assert (found.met, found.settled, found.reason) == (False, True, reason)
    assert told in [fact.kind for fact in found.facts]


def test_every_expectation_can_be_missing() -> None:
    assert {(gate, expected) for gate, expected, _, _ in MISSING} == set(EVERY)


def test_a_reason_counts_at_its_own_gate_only() -> None:
    reason = GateReason(uid(91), Gate.TO_TWO, Expected.READINGS_MADE, "Hun var indlagt", TODAY)
    course = replace(without(Occasion.M06)(before_three()), gate_reasons=(reason,))
    assert item(course, Gate.TO_THREE, Expected.READINGS_MADE).reason is None


@pytest.mark.parametrize(("gate", "months"), [(Gate.TO_TWO, ["m02"]), (Gate.TO_THREE, ["m04", "m06"])])
def test_phases_of_three_months_have_other_readings(gate: Gate, months: list[str]) -> None:
    course = WHOLE[gate]()
    short = replace(course, calendar=replace(course.calendar, phase_months=3))
    assert [fact.words[0] for fact in item(short, gate, Expected.READINGS_MADE).facts] == months


def test_a_contact_with_the_network_is_an_observation() -> None:
    contact = Contact(uid(95), date(2026, 6, 3), party=Party.NETWORK)
    course = replace(nothing_tried(before_three()), contacts=(contact,))
    fact = item(course, Gate.TO_THREE, Expected.NETWORK_OBSERVED).facts[0]
    assert (fact.kind, fact.count, fact.refs[0].kind) == (F.NETWORK_CONTACTS, 1, RefKind.CONTACT)


def test_the_form_can_say_that_there_are_no_services() -> None:
    found = item(form(services_now=("none",))(before_end()), Gate.CLOSING, Expected.SERVICES_RECORDED)
    assert (found.met, found.facts[0].kind) == (True, F.NO_SERVICES_IN_FORM)


def test_a_task_without_a_taker_is_told_beside_the_meeting() -> None:
    facts = item(without_network(before_end()), Gate.CLOSING, Expected.HANDOVER_MEETING).facts
    assert [fact.kind for fact in facts] == [F.NETWORK_MEETINGS, F.WITHOUT_TAKER]


def test_what_nobody_takes_is_not_handed_over() -> None:
    course = without_network(before_end())
    assert item(before_end(), Gate.CLOSING, Expected.HANDOVER_MEETING).met
    assert not item(course, Gate.CLOSING, Expected.HANDOVER_MEETING).met


@pytest.mark.parametrize(("days", "told"), [(-1, F.READING_NOT_DUE), (0, F.READING_MISSING)])
def test_a_reading_is_missing_from_its_day_on(days: int, told: FactKind) -> None:
    course, due = without(Occasion.M04)(before_two()), date(2026, 5, 5)
    found = look_at_gate(course, Gate.TO_TWO, due + timedelta(days=days))[-1]
    fact = found.facts[-1]
    assert (fact.kind, fact.on, found.met) == (told, due if days else None, False)
    assert found.ahead is bool(days)


def closed(course: Course, kind: ClosingKind, reopened: date | None = None) -> Course:
    """Return the course closed on 1 December, and taken up again."""
    closing = Closing(uid(96), TODAY, kind, reopened_on=reopened)
    return replace(course, calendar=replace(course.calendar, closings=(closing,)))


@pytest.mark.parametrize("expected", [Expected.LAST_READING, Expected.CLOSING_FORM, Expected.SERVICES_RECORDED])
def test_what_was_made_for_an_earlier_end_is_not_there_for_the_next(expected: Expected) -> None:
    course = closed(before_end(), ClosingKind.FULL, reopened=TODAY + timedelta(days=20))
    assert not item(course, Gate.CLOSING, expected).met


def test_a_reason_for_an_earlier_end_does_not_count_for_the_next() -> None:
    reason = GateReason(uid(91), Gate.CLOSING, Expected.LONG_TERM_PLAN, "Hun ville ikke", TODAY)
    course = replace(blank_plan(before_end()), gate_reasons=(reason,))
    again = closed(course, ClosingKind.FULL, reopened=TODAY + timedelta(days=20))
    assert item(course, Gate.CLOSING, Expected.LONG_TERM_PLAN).reason == reason
    assert item(again, Gate.CLOSING, Expected.LONG_TERM_PLAN).reason is None


def test_the_gate_before_the_next_phase() -> None:
    assert [next_gate(make().phase) for make in (before_two, before_three, before_end)] == [
        Gate.TO_TWO,
        Gate.TO_THREE,
        None,
    ]
    assert before_end().phase is Phase.THREE
