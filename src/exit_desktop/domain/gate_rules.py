"""What the first gate expects, and the readings of any: each rule looks at a course and tells what is there."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from exit_desktop.domain.calendar import MarkKind, Occasion, Phase, phase_of, planned_marks, reading_months
from exit_desktop.domain.courses import Course
from exit_desktop.domain.expectations import Expected, Gate
from exit_desktop.domain.gate_facts import Fact, FactKind, Found, RefKind, refs_of
from exit_desktop.domain.plans import (
    Activity,
    ActivityStatus,
    Focus,
    PlanVersion,
    agreements_of,
    current_plan,
    standing_activities,
)
from exit_desktop.domain.submissions import finished_readings

_BEGUN = (ActivityStatus.UNDER_WAY, ActivityStatus.DONE)
_PLAN = refs_of(RefKind.PLAN)
_NETWORK = refs_of(RefKind.NETWORK)


@dataclass(frozen=True, slots=True)
class Stand:
    """A course before a gate, on a day."""

    course: Course
    gate: Gate
    today: date

    @property
    def plan(self) -> PlanVersion | None:
        """The plan as it stands."""
        return current_plan(self.course.plans)

    @property
    def since(self) -> date:
        """The day on which the phase before the gate began."""
        calendar = self.course.calendar
        phase = phase_of(calendar)
        begun = (step.on for step in calendar.transitions if step.to_phase is phase)
        return max(begun, default=calendar.start or calendar.orientation_on)


Rule = Callable[[Stand], Found]


def plan_rules() -> Mapping[Expected, Rule]:
    """Return the rules of the first gate but for its readings."""
    return {
        Expected.NEEDS_MAPPED: _needs_mapped,
        Expected.PLAN_TOGETHER: _plan_together,
        Expected.ACTIVITIES_STARTED: _activities_started,
        Expected.AGREEMENTS_MADE: _agreements_made,
        Expected.NETWORK_BEGUN: _network_begun,
    }


def missing(kind: FactKind, *refs: str, at: RefKind = RefKind.PLAN) -> Found:
    """Return that something is not there, and where it would be."""
    return Found(False, (Fact(kind, refs_of(at, *refs)),))


def is_begun(activity: Activity) -> bool:
    """Return whether an activity is under way or done."""
    return activity.status in _BEGUN


def _is_described(focus: Focus) -> bool:
    wishes = any(wish.words.strip() or wish.activities for wish in focus.wishes)
    return wishes or bool(focus.why.strip())


def _needs_mapped(stand: Stand) -> Found:
    focuses = stand.plan.focuses if stand.plan else ()
    if not focuses:
        return missing(FactKind.NO_AREAS)
    left = tuple(focus.area.value for focus in focuses if not _is_described(focus))
    told = [Fact(FactKind.AREAS_DESCRIBED, _PLAN, len(focuses) - len(left), len(focuses))]
    if left:
        told.append(Fact(FactKind.AREAS_LEFT, _PLAN, len(left), words=left))
    return Found(not left, tuple(told))


def _plan_together(stand: Stand) -> Found:
    if stand.plan is None:
        return missing(FactKind.NO_PLAN)
    first = min(stand.course.plans, key=lambda version: version.number)
    part = {True: FactKind.TOOK_PART, False: FactKind.TOOK_NO_PART, None: FactKind.PART_UNSAID}
    took_part = stand.plan.citizen_took_part
    made = Fact(FactKind.PLAN_MADE, _PLAN, stand.plan.number, on=first.opened_on)
    return Found(took_part is True, (made, Fact(part[took_part], _PLAN)))


def _activities_started(stand: Stand) -> Found:
    standing = standing_activities(stand.plan)
    if not standing:
        return missing(FactKind.NO_ACTIVITIES)
    begun = [one.id for one in standing if is_begun(one)]
    refs = refs_of(RefKind.ACTIVITY, *(begun or [standing[0].id]))
    return Found(bool(begun), (Fact(FactKind.ACTIVITIES_BEGUN, refs, len(begun), len(standing)),))


def _agreements_made(stand: Stand) -> Found:
    needed, made = agreements_of(stand.plan)
    if not needed:
        return missing(FactKind.NOBODY_ELSE)
    left = [one.id for one in needed if one not in made]
    refs = refs_of(RefKind.ACTIVITY, *(left or [one.id for one in needed]))
    return Found(not left, (Fact(FactKind.AGREEMENTS, refs, len(made), len(needed)),))


def _network_begun(stand: Stand) -> Found:
    people = len(stand.course.network)
    if not people:
        return missing(FactKind.NOBODY_ON_MAP, at=RefKind.NETWORK)
    return Found(True, (Fact(FactKind.PEOPLE_ON_MAP, _NETWORK, people),))


def readings_made(stand: Stand) -> Found:
    """Return which readings of the phase before the gate are made: month 2 and 4, month 6 and 8 (phases of four)."""
    facts = tuple(_reading(stand, occasion) for occasion in _occasions(stand))
    return Found(all(fact.kind is FactKind.READING_MADE for fact in facts), facts)


def _occasions(stand: Stand) -> tuple[Occasion, ...]:
    months = stand.course.calendar.phase_months
    number = Phase.ONE if stand.gate is Gate.TO_TWO else Phase.TWO
    first, last = months * (number - 1), months * number
    return tuple(one for one, month in reading_months(months) if first < month <= last)


def _reading(stand: Stand, occasion: Occasion) -> Fact:
    made = [one for one in finished_readings(stand.course.submissions) if one.occasion is occasion]
    words = (occasion.value,)
    if not made:
        marks = (mark for mark in planned_marks(stand.course.calendar) if mark.kind is MarkKind.READING)
        on = next((mark.on for mark in marks if mark.occasion is occasion and mark.on > stand.today), None)
        kind = FactKind.READING_NOT_DUE if on else FactKind.READING_MISSING
        return Fact(kind, refs_of(RefKind.READING, f"plan:{occasion}"), on=on, words=words)
    return Fact(FactKind.READING_MADE, refs_of(RefKind.READING, made[-1].id), on=made[-1].held_on, words=words)
