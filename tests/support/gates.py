"""Courses before a gate: with everything that the method expects there, to be taken away piece by piece."""

from dataclasses import replace
from datetime import date

from exit_desktop.domain.answers import Answer, Respondent, Value
from exit_desktop.domain.calendar import Occasion, Phase, Transition
from exit_desktop.domain.courses import Course
from exit_desktop.domain.network import Handover, NetworkMeeting, NetworkPerson, SupportTask, TaskHolder
from exit_desktop.domain.plans import Activity, ActivityStatus, Doer, Focus, FocusArea, FrozenBy, PlanVersion, Wish
from exit_desktop.domain.submissions import Part, Submission, SubmissionKind
from support.courses import make_course, uid

START = date(2026, 1, 5)
PHASE_TWO, PHASE_THREE = date(2026, 5, 5), date(2026, 9, 5)
TODAY = date(2026, 12, 1)


def reading(number: int, occasion: Occasion, on: date, finished: bool = True) -> Submission:
    """A reading for an occasion."""
    return Submission(uid(number), SubmissionKind.READING, on, occasion, finished_on=on if finished else None)


def closing_form(number: int, on: date, finished: bool = True, **said: Value) -> Submission:
    """A closing form with these answers of the worker."""
    answers = tuple(
        Answer(instrument="closing_form", version=1, question=key, respondent=Respondent.WORKER, value=value)
        for key, value in said.items()
    )
    parts = (Part("closing_form", 1, on),)
    kind, end = SubmissionKind.CLOSING_FORM, Occasion.END
    return Submission(uid(number), kind, on, end, finished_on=on if finished else None, parts=parts, answers=answers)


def whole_plan() -> PlanVersion:
    """A plan made with the citizen: two described areas, something begun, something agreed with another."""
    begun = Activity(uid(41), "Ringe til banken", status=ActivityStatus.UNDER_WAY)
    other = Activity(uid(42), "Samtaler", who=Doer.ACTOR, actor="lægen", agreement="Hver tirsdag", goes_on_after=True)
    money = Focus(uid(43), FocusArea.FINANCES, Phase.ONE, wishes=(Wish(uid(44), "Ro om pengene", (begun, other)),))
    home = Focus(uid(45), FocusArea.HOUSING, Phase.ONE, why="Hun bor på en sofa")
    return PlanVersion(uid(46), 1, date(2026, 2, 1), (money, home), citizen_took_part=True)


def before_two() -> Course:
    """A course in phase 1 with everything that the first gate expects."""
    readings = (reading(51, Occasion.M02, date(2026, 3, 5)), reading(52, Occasion.M04, date(2026, 5, 4)))
    course = make_course(start=START)
    return replace(course, plans=(whole_plan(),), submissions=readings, network=(NetworkPerson(uid(61), "søster"),))


def before_three() -> Course:
    """A course in phase 2 with everything that the second gate expects."""
    course = before_two()
    calendar = replace(course.calendar, transitions=(Transition(uid(71), Phase.TWO, PHASE_TWO),))
    looked_at = replace(whole_plan(), frozen_on=date(2026, 7, 1), frozen_by=FrozenBy.EVALUATION)
    adjusted = replace(whole_plan(), id=uid(47), number=2, opened_on=date(2026, 7, 2), focuses=whole_plan().focuses[:1])
    served = with_service(adjusted, ActivityStatus.UNDER_WAY)
    task = SupportTask(uid(62), "Går med til lægen", TaskHolder.NETWORK, uid(61), tried_out_on=date(2026, 8, 1))
    readings = (reading(53, Occasion.M06, date(2026, 7, 5)), reading(54, Occasion.M08, date(2026, 9, 4)))
    submissions = (*course.submissions, *readings)
    plans, handover = (looked_at, served), Handover((task,))
    return replace(course, calendar=calendar, plans=plans, handover=handover, submissions=submissions)


def with_service(plan: PlanVersion, status: ActivityStatus) -> PlanVersion:
    """Return the plan with one more activity, at a service."""
    served = Activity(uid(48), "Rådgivning om gæld", service=uid(81), status=status, goes_on_after=True)
    first = plan.focuses[0]
    wish = replace(first.wishes[0], activities=(*first.wishes[0].activities, served))
    return replace(plan, focuses=(replace(first, wishes=(wish,)), *plan.focuses[1:]))


def before_end() -> Course:
    """A course in phase 3 with everything that the end expects, but for the closing itself."""
    course = before_three()
    steps = (*course.calendar.transitions, Transition(uid(72), Phase.THREE, PHASE_THREE))
    form = closing_form(56, date(2026, 11, 30), ended_how="full", services_now=("psychologist",))
    submissions = (*course.submissions, reading(55, Occasion.END, date(2026, 11, 29)), form)
    handover = replace(
        course.handover,
        meetings=(NetworkMeeting(uid(63), date(2026, 11, 10), "søster, lægen"),),
        long_term_plan="Du bliver ved med at gå til lægen hver måned.",
        responsible_actor="din læge",
    )
    calendar = replace(course.calendar, transitions=steps)
    return replace(course, calendar=calendar, submissions=submissions, handover=handover)
