"""Each prefilled answer: what it comes out as, what it was counted from, and where each cut lies."""

from dataclasses import replace
from datetime import date, time

import pytest

from exit_desktop.domain.answers import Value
from exit_desktop.domain.calendar import Calendar, Closing, ClosingKind, ClosingReason, Phase, Transition
from exit_desktop.domain.contacts import Contact, ContactKind, ContactState, Party, WorkKind
from exit_desktop.domain.courses import Course
from exit_desktop.domain.network import Handover
from exit_desktop.domain.plans import Activity, ActivityStatus, Doer, Focus, FocusArea, FrozenBy, PlanVersion, Wish
from exit_desktop.domain.prefilling import RULES, Prefilled, SourceKind, frequency_of, whole_hours
from exit_desktop.domain.submissions import Submission, SubmissionKind
from support.courses import make_course, make_plan, uid
from support.forms import FORM_DAY, before, make_form, met, minutes

START = date(2026, 7, 2)


def told(name: str, course: Course, form: Submission | None = None) -> Prefilled | None:
    return RULES[name](course, form or make_form())


def value(name: str, course: Course, form: Submission | None = None) -> Value:
    found = told(name, course, form)
    return None if found is None else found.value


def ids(name: str, course: Course) -> tuple[str, ...]:
    found = told(name, course)
    return () if found is None else found.sources[0].ids


@pytest.mark.parametrize(
    ("meetings", "expected"),
    [
        (0, "none"),
        (1, "less"),
        (2, "monthly"),
        (3, "monthly"),
        (4, "every_second_week"),
        (6, "every_second_week"),
        (7, "weekly"),
        (12, "weekly"),
        (13, "several_a_week"),
        (60, "several_a_week"),
    ],
)
def test_how_often_follows_the_meetings_of_sixty_days(meetings: int, expected: str) -> None:
    assert value("meetings_frequency", met(make_course(), meetings)) == expected


@pytest.mark.parametrize(
    ("cut", "name"), [(1.5, "several_a_week"), (0.75, "weekly"), (0.4, "every_second_week"), (0.2, "monthly")]
)
def test_what_lies_on_a_cut_belongs_above_it(cut: float, name: str) -> None:
    # So many in 7 000 days are exactly the cut in a week.
    assert frequency_of(round(cut * 1000), 7000) == name
    assert frequency_of(round(cut * 1000) - 1, 7000) != name


@pytest.mark.parametrize(("days", "counted"), [(0, 0), (1, 1), (60, 1), (61, 0), (-1, 0)])
def test_the_sixty_days_end_the_day_before_the_form(days: int, counted: int) -> None:
    course = replace(make_course(), contacts=(before(days),))
    assert len(ids("meetings_frequency", course)) == counted


@pytest.mark.parametrize(
    ("contact", "counted"),
    [
        (before(3), True),
        (before(3, kind=ContactKind.PHONE), False),
        (before(3, party=Party.NETWORK), False),
        (before(3, party=Party.PROFESSIONAL), False),
        (before(3, party=Party.ALONE), False),
        (before(3, state=ContactState.DID_NOT_COME), False),
        (before(3, state=ContactState.PLANNED), False),
        (before(3, state=ContactState.CANCELLED_BY_US), False),
    ],
)
def test_only_meetings_held_with_the_citizen_count_as_meetings(contact: Contact, counted: bool) -> None:
    course = replace(make_course(), contacts=(contact,))
    assert ids("meetings_frequency", course) == ((contact.id,) if counted else ())


@pytest.mark.parametrize("kind", list(ContactKind))
def test_other_contact_is_by_phone_text_and_mail(kind: ContactKind) -> None:
    course = met(make_course(), 7, kind=kind)
    by_these = kind in (ContactKind.PHONE, ContactKind.TEXT, ContactKind.MAIL)
    assert value("other_contact_frequency", course) == ("weekly" if by_these else "none")


def test_a_call_that_nobody_answered_is_no_contact() -> None:
    course = met(make_course(), 7, kind=ContactKind.PHONE, state=ContactState.NO_ANSWER)
    assert value("other_contact_frequency", course) == "none"


@pytest.mark.parametrize(("amount", "hours"), [(0, 0), (29, 0), (30, 1), (89, 1), (90, 2), (60, 1)])
def test_hours_are_whole_half_an_hour_up(amount: int, hours: int) -> None:
    assert whole_hours(amount) == hours


@pytest.mark.parametrize("kind", list(WorkKind))
def test_hours_come_from_the_minutes_of_their_kind(kind: WorkKind) -> None:
    contacts = (
        before(1, minutes=minutes(100, kind)),
        before(30, minutes=minutes(50, kind)),
        before(31, minutes=minutes(600, kind)),
    )
    course = replace(make_course(), contacts=contacts)
    others = {f"hours_{other.value}" for other in WorkKind if other is not kind}
    assert (value(f"hours_{kind.value}", course), {value(name, course) for name in others}) == (3, {0})
    assert ids(f"hours_{kind.value}", course) == (contacts[1].id, contacts[0].id)


@pytest.mark.parametrize(
    ("days", "fields", "hours"),
    [
        (0, {}, 0),
        (1, {}, 2),
        (30, {}, 2),
        (31, {}, 0),
        (5, {"party": Party.PROFESSIONAL}, 2),
        (5, {"party": Party.ALONE}, 2),
        (5, {"state": ContactState.DID_NOT_COME}, 2),
        (5, {"state": ContactState.NO_ANSWER}, 2),
        (5, {"state": ContactState.PLANNED}, 0),
    ],
)
def test_hours_count_the_work_that_was_done_with_whomever(days: int, fields: dict[str, object], hours: int) -> None:
    contact = before(days, 0, minutes=minutes(120), **fields)
    assert value("hours_transport", replace(make_course(), contacts=(contact,))) == hours


@pytest.mark.parametrize(("on", "phase"), [(date(2026, 7, 2), 1), (date(2026, 11, 1), 1), (date(2026, 11, 2), 2)])
def test_the_phase_is_the_recorded_one_of_the_day(on: date, phase: int) -> None:
    course = make_course()
    step = Transition(uid(3), Phase.TWO, date(2026, 11, 2))
    course = replace(course, calendar=replace(course.calendar, transitions=(step,)))
    assert value("phase", course, make_form(on=on)) == phase


def test_before_the_start_there_is_no_phase_to_propose() -> None:
    assert told("phase", make_course(), make_form(on=date(2026, 7, 1))) is None


def planned(*activities: Activity, **fields: object) -> Course:
    focus = Focus(uid(704), FocusArea.HOUSING, Phase.ONE, wishes=(Wish(uid(703), "Et sted at bo", activities),))
    plan = replace(PlanVersion(uid(705), 1, date(2026, 7, 20), (focus,)), **fields)  # type: ignore[arg-type]  # a test names the fields
    return replace(make_course(), plans=(plan,))


@pytest.mark.parametrize(("opened", "exists"), [(FORM_DAY, True), (date(2026, 9, 4), False)])
def test_a_plan_exists_from_the_day_it_was_opened(opened: date, exists: bool) -> None:
    assert value("plan_exists", planned(opened_on=opened)) is exists


@pytest.mark.parametrize("took_part", [True, False, None])
def test_whether_the_citizen_took_part_is_what_the_plan_says(took_part: bool | None) -> None:
    assert value("citizen_took_part", planned(citizen_took_part=took_part)) is took_part


def activity(number: int, who: Doer, agreement: str = "", status: ActivityStatus = ActivityStatus.PLANNED) -> Activity:
    return Activity(uid(number), "Ringe", who=who, agreement=agreement, status=status)


@pytest.mark.parametrize(
    ("activities", "made"),
    [
        ((), None),
        ((activity(1, Doer.WORKER),), None),
        ((activity(1, Doer.ACTOR, "Mødes tirsdag"), activity(2, Doer.WORKER)), True),
        ((activity(1, Doer.ACTOR, "Mødes tirsdag"), activity(2, Doer.ACTOR)), False),
        ((activity(1, Doer.ACTOR, " "),), False),
        ((activity(1, Doer.ACTOR, "Mødes tirsdag"), activity(2, Doer.ACTOR, status=ActivityStatus.DROPPED)), True),
    ],
)
def test_agreements_are_made_when_every_activity_with_others_has_one(
    activities: tuple[Activity, ...], made: bool | None
) -> None:
    assert value("agreements_made", planned(*activities)) is made


def versions(changed: bool) -> Course:
    first = replace(make_plan(), frozen_on=date(2026, 8, 20), frozen_by=FrozenBy.EVALUATION)
    focuses = (Focus(uid(800), FocusArea.HOUSING, Phase.ONE),) if changed else first.focuses
    second = PlanVersion(uid(706), 2, date(2026, 8, 25), focuses)
    return replace(make_course(), plans=(first, second))


def test_a_plan_is_evaluated_when_a_version_was_looked_at_by_then() -> None:
    assert value("plan_evaluated", versions(changed=True)) is True
    assert value("plan_evaluated", versions(changed=True), make_form(on=date(2026, 8, 19))) is False
    assert value("plan_evaluated", make_course()) is None


@pytest.mark.parametrize("changed", [True, False])
def test_a_plan_is_adjusted_when_it_differs_from_the_one_looked_at(changed: bool) -> None:
    assert value("plan_adjusted", versions(changed)) is changed


def test_a_later_look_at_the_plan_does_not_change_what_an_earlier_form_says() -> None:
    first, second = versions(changed=True).plans
    looked_at = replace(second, frozen_on=date(2026, 10, 1), frozen_by=FrozenBy.EVALUATION)
    assert value("plan_adjusted", replace(make_course(), plans=(first, looked_at))) is True


def test_nothing_is_adjusted_before_it_was_looked_at() -> None:
    assert told("plan_adjusted", replace(make_course(), plans=(make_plan(),))) is None


def test_areas_worked_on_are_those_of_the_plan_since_the_last_form() -> None:
    course = versions(changed=True)
    assert value("areas_worked_on", course) == ("finances", "housing")
    last = replace(make_form(number=901, on=date(2026, 8, 26)), finished_on=date(2026, 8, 26))
    assert value("areas_worked_on", replace(course, submissions=(last,))) == ("housing",)
    assert told("areas_worked_on", make_course()) is None


def closed(kind: ClosingKind, reason: ClosingReason | None, on: date) -> Course:
    course = make_course()
    return replace(course, calendar=replace(course.calendar, closings=(Closing(uid(8), on, kind, reason),)))


def test_the_end_is_that_of_the_calendar() -> None:
    course = closed(ClosingKind.EARLY, ClosingReason.LOST_CONTACT, date(2026, 12, 1))
    form = make_form(SubmissionKind.CLOSING_FORM, date(2026, 12, 3))
    names = ("ended_how", "early_reason", "months_in_course")
    assert [value(name, course, form) for name in names] == ["early", "lost_contact", 4]


@pytest.mark.parametrize(
    ("on", "months"), [(date(2026, 7, 2), 0), (date(2026, 8, 1), 0), (date(2026, 8, 2), 1), (date(2027, 7, 2), 12)]
)
def test_months_are_whole_calendar_months(on: date, months: int) -> None:
    assert value("months_in_course", make_course(), make_form(SubmissionKind.CLOSING_FORM, on)) == months


def test_a_course_that_is_not_closed_ends_in_no_way_yet() -> None:
    assert [told(name, make_course()) for name in ("ended_how", "early_reason")] == [None, None]


@pytest.mark.parametrize(("words", "expected"), [("Bostøtten tager over", True), ("  ", None)])
def test_the_handover_proposes_a_yes_where_words_are_written(words: str, expected: bool | None) -> None:
    course = replace(make_course(), handover=Handover(long_term_plan=words, responsible_actor=words))
    assert (value("long_term_plan", course), value("responsible_actor", course)) == (expected, expected)


@pytest.mark.parametrize("name", RULES)
def test_every_proposal_says_where_it_comes_from(name: str) -> None:
    course = replace(versions(changed=True), contacts=(before(3, at=time(9)),), handover=Handover((), (), "Plan", "Bo"))
    found = told(name, course)
    assert found is None or found.sources[0].kind in set(SourceKind)


def test_a_course_of_its_full_length_has_all_its_months_whatever_day_it_began_on() -> None:
    calendar = Calendar(date(2028, 2, 1), date(2028, 2, 29))
    form = make_form(SubmissionKind.CLOSING_FORM, date(2029, 2, 28))
    assert value("months_in_course", replace(make_course(), calendar=calendar), form) == 12
