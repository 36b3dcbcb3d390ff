"""From a course to what the charts draw: every date and word is chosen here, so that no rule lives in a picture."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from exit_desktop.charts.curve import CurveMilestone, CurvePoint, CurveView
from exit_desktop.charts.ring import RingArea, RingView
from exit_desktop.charts.star import ReadingRole, StarArea, StarView
from exit_desktop.charts.star import StarReading as DrawnReading
from exit_desktop.charts.timeline_view import (
    PhaseKind,
    ReadingState,
    TimelineClosing,
    TimelineContact,
    TimelineMilestone,
    TimelinePause,
    TimelinePhase,
    TimelineReading,
    TimelineTransition,
    TimelineView,
)
from exit_desktop.domain.calendar import (
    Calendar,
    MarkKind,
    Occasion,
    Phase,
    PlannedMark,
    closed_on,
    planned_marks,
    reading_window,
)
from exit_desktop.domain.closing import of_earlier_end
from exit_desktop.domain.contacts import with_citizen
from exit_desktop.domain.courses import Course, Milestone
from exit_desktop.domain.plans import FocusArea, PlanVersion
from exit_desktop.domain.submissions import Submission, SubmissionKind, finished_readings
from exit_desktop.instruments.definition import Instrument, Kind
from exit_desktop.services.labels import (
    CLOSING_KINDS,
    CLOSING_REASONS,
    FOCUS_AREAS_ON_PAPER,
    MILESTONE_KINDS,
    OCCASIONS,
    PAUSE_REASONS,
)
from exit_desktop.services.scores import StarReading, WellbeingReading
from exit_desktop.system.language import Texts

PHASE_KINDS = {
    Phase.ORIENTATION: PhaseKind.ORIENTATION,
    Phase.ONE: PhaseKind.ONE,
    Phase.TWO: PhaseKind.TWO,
    Phase.THREE: PhaseKind.THREE,
}
# The guide of the method: weekly, every second week, monthly (domain section 3).
GUIDES = {Phase.ONE: 1.0, Phase.TWO: 0.5, Phase.THREE: 0.25}
# A reading is asked for from two weeks before its date.
DUE_BEFORE = timedelta(days=14)
_ORIENTATION_AHEAD = timedelta(days=28)


def timeline_view(course: Course, today: date, t: Texts) -> TimelineView:
    """Return the timeline of a course as seen on `today`."""
    calendar = course.calendar
    return TimelineView(
        phases=_phases(calendar, today),
        start=calendar.start,
        today=None if closed_on(calendar) else today,
        readings=_readings(course, today, t),
        transitions=_transitions(calendar),
        pauses=tuple(TimelinePause(p.from_on, p.until_on, t(PAUSE_REASONS[p.reason])) for p in calendar.pauses),
        milestones=tuple(TimelineMilestone(m.id, m.on, milestone_words(m, t)) for m in course.milestones),
        contacts=tuple(TimelineContact(c.id, c.on) for c in with_citizen(course.contacts, today)),
        closings=tuple(_closing(course, index, t) for index in range(len(calendar.closings))),
    )


def milestone_words(milestone: Milestone, t: Texts) -> str:
    """Return a milestone's kind and words."""
    kind = t(MILESTONE_KINDS[milestone.kind])
    return t("{kind}: {words}", kind=kind, words=milestone.words) if milestone.words else kind


def _phases(calendar: Calendar, today: date) -> tuple[TimelinePhase, ...]:
    first, closed = calendar.orientation_on, closed_on(calendar)
    if calendar.start is None:
        ahead = _ORIENTATION_AHEAD if closed is None else timedelta(days=1)
        return (TimelinePhase(PhaseKind.ORIENTATION, first, max(closed or today, first) + ahead),)
    edges = _edges(calendar, closed or today)
    bands = [TimelinePhase(PHASE_KINDS[p], edges[p], edges[Phase(p + 1)], GUIDES[p]) for p in (Phase.ONE, Phase.TWO)]
    end = edges[Phase.ORIENTATION]
    three = TimelinePhase(PhaseKind.THREE, edges[Phase.THREE], end, GUIDES[Phase.THREE])
    before = (TimelinePhase(PhaseKind.ORIENTATION, first, calendar.start),) if first < calendar.start else ()
    return tuple(phase for phase in (*before, *bands, three) if phase.start < phase.end)


def _edges(calendar: Calendar, reached: date) -> dict[Phase, date]:
    """Return the first day of each phase, and under ORIENTATION the day after the last.

    A phase goes on until the next one is recorded, at the longest to the planned end; one that was passed over has no
    days. `reached` is today, or the day on which the course ended.
    """
    marks = planned_marks(calendar)
    actual = {t.to_phase: t.on for t in calendar.transitions}
    planned = {mark.to_phase: mark.on for mark in marks if mark.kind is MarkKind.TRANSITION and mark.to_phase}
    end = next(mark.on for mark in marks if mark.kind is MarkKind.END)
    one, day = calendar.start or calendar.orientation_on, timedelta(days=1)
    unlived = min(reached + day, end)
    two, three = planned[Phase.TWO], planned[Phase.THREE]
    if Phase.THREE in actual:
        three = max(actual[Phase.THREE], one + day)
        two = min(max(actual.get(Phase.TWO, two), one), three)
        end = max(end, three + day)
    elif Phase.TWO in actual:
        two = max(actual[Phase.TWO], one + day)
        three = max(three, unlived, two + day)
    else:
        two = max(two, unlived)
        three = max(three, two)
    return {
        Phase.ONE: one,
        Phase.TWO: two,
        Phase.THREE: three,
        Phase.ORIENTATION: max(end, three, closed_on(calendar) or end),
    }


def _readings(course: Course, today: date, t: Texts) -> tuple[TimelineReading, ...]:
    done = finished_readings(course.submissions)
    drawn = [_done(reading, t) for reading in done]
    taken = {reading.occasion for reading in done if not of_earlier_end(course, reading)}
    marks = planned_marks(course.calendar)
    begun = _under_way(course)
    for mark in marks:
        if mark.kind is MarkKind.READING and mark.occasion and mark.occasion not in taken:
            # What was not made when the course ended is not made later.
            state = _state(marks, mark, closed_on(course.calendar) or today)
            label, begun_on = t(OCCASIONS[mark.occasion]), begun.get(mark.occasion)
            if begun_on is not None and state is not ReadingState.PASSED:
                state = ReadingState.UNDER_WAY
            drawn.append(TimelineReading(f"plan:{mark.occasion}", label, mark.on, state, begun_on))
    return tuple(sorted(drawn, key=lambda reading: reading.on))


def _under_way(course: Course) -> dict[Occasion | None, date]:
    """Return since when a reading is under way, by its occasion; of a closed course none goes on."""
    if closed_on(course.calendar) is not None:
        return {}
    begun = (one for one in course.submissions if one.kind is SubmissionKind.READING and one.finished_on is None)
    return {one.occasion: one.held_on for one in begun if not of_earlier_end(course, one)}


def _done(reading: Submission, t: Texts) -> TimelineReading:
    label = t(OCCASIONS[reading.occasion or Occasion.EXTRA])
    return TimelineReading(reading.id, label, reading.held_on, ReadingState.DONE)


def _state(marks: tuple[PlannedMark, ...], mark: PlannedMark, today: date) -> ReadingState:
    window = reading_window(marks, mark.occasion) if mark.occasion else None
    if window and today > window[1]:
        return ReadingState.PASSED
    return ReadingState.DUE if today >= mark.on - DUE_BEFORE else ReadingState.COMING


def _transitions(calendar: Calendar) -> tuple[TimelineTransition, ...]:
    first = {m.to_phase: m.on for m in planned_marks(replace(calendar, replans=())) if m.to_phase}
    actual = {step.to_phase: step.on for step in calendar.transitions}
    return tuple(
        TimelineTransition(
            PHASE_KINDS[mark.to_phase],
            mark.on,
            actual.get(mark.to_phase),
            None if first[mark.to_phase] == mark.on else first[mark.to_phase],
        )
        for mark in planned_marks(calendar)
        if mark.to_phase
    )


def _closing(course: Course, index: int, t: Texts) -> TimelineClosing:
    closing = course.calendar.closings[index]
    reason = t(CLOSING_REASONS[closing.reason]) if closing.reason else t(CLOSING_KINDS[closing.kind])
    return TimelineClosing(closing.on, reason, closing.reopened_on)


def area_keys(instrument: Instrument) -> tuple[str, ...]:
    """Return the keys of the axes in the instrument's order."""
    return tuple(question.key for question in instrument.questions if question.kind is Kind.SCALE)


def _star_areas(instrument: Instrument, keys: Sequence[str], language: str) -> tuple[StarArea, ...]:
    questions = (question for key in keys if (question := instrument.question(key)))
    # The plain words, seen and heard; the official names stand in what is handed on.
    return tuple(StarArea(q.short.of(language), q.short.of(language)) for q in questions)


def star_view(
    instrument: Instrument, chosen: Sequence[StarReading], t: Texts, left_out: frozenset[str] = frozenset()
) -> StarView:
    """Return a star with these readings over each other, the oldest first; the last one is drawn as the latest."""
    keys = [key for key in area_keys(instrument) if key not in left_out]
    drawn = []
    for index, reading in enumerate(chosen):
        label = t(OCCASIONS[reading.occasion or Occasion.EXTRA])
        values = tuple(reading.values.get(key) for key in keys)
        drawn.append(DrawnReading(label, _role(chosen, index), values))
    return StarView(_star_areas(instrument, keys, t.language), tuple(drawn))


def _role(chosen: Sequence[StarReading], index: int) -> ReadingRole:
    if index == len(chosen) - 1:
        return ReadingRole.LATEST
    if chosen[index].occasion is Occasion.M00:
        return ReadingRole.START
    return ReadingRole.PREVIOUS if index == len(chosen) - 2 else ReadingRole.OTHER


def curve_view(
    wellbeing: Sequence[WellbeingReading], milestones: Sequence[Milestone], t: Texts, show_risk: bool = True
) -> CurveView:
    """Return the WHO-5 curve, with the milestones that lie between its readings."""
    points = tuple(
        CurvePoint(w.submission_id, t(OCCASIONS[w.occasion or Occasion.EXTRA]), w.index, w.on) for w in wellbeing
    )
    between = [m for m in milestones if points and points[0].on <= m.on <= points[-1].on]
    marks = tuple(CurveMilestone(m.id, m.on, milestone_words(m, t)) for m in between)
    return CurveView(points, marks, show_risk)


def ring_view(plan: PlanVersion | None, t: Texts) -> RingView:
    """Return the ring of eight areas with the plan's lit."""
    chosen = {focus.area for focus in plan.focuses} if plan else set()
    return RingView(tuple(RingArea(t(FOCUS_AREAS_ON_PAPER[area]), area in chosen) for area in FocusArea))
