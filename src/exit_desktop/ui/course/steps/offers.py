"""Which steps a course can take now."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from exit_desktop.domain.calendar import CourseState, Phase
from exit_desktop.domain.courses import Course
from exit_desktop.domain.steps import ended_unstarted, may_reopen
from exit_desktop.system.language import mark


class Step(StrEnum):
    """A step of the course, or a note in its calendar."""

    START = "start"
    NOT_STARTED = "not_started"
    TRANSITION = "transition"
    TAKE_BACK = "take_back"
    REPLAN = "replan"
    PAUSE = "pause"
    RESUME = "resume"
    MILESTONE = "milestone"
    CORRECT_START = "correct_start"
    CLOSE = "close"
    REOPEN = "reopen"
    NEW_COURSE = "new_course"
    COUNT_ENQUIRY = "count_enquiry"
    AFTERWARDS = "afterwards"


STEPS = {
    Step.START: mark("Start the course …"),
    Step.NOT_STARTED: mark("End without starting …"),
    Step.TRANSITION: mark("Go on to the next phase …"),
    Step.TAKE_BACK: mark("Take back the last change of phase"),
    Step.REPLAN: mark("Move the planned dates …"),
    Step.PAUSE: mark("Pause the course …"),
    Step.RESUME: mark("End the pause …"),
    Step.MILESTONE: mark("Write a milestone …"),
    Step.CORRECT_START: mark("Correct the start date …"),
    Step.CLOSE: mark("Close the course …"),
    Step.REOPEN: mark("Take the course up again …"),
    Step.NEW_COURSE: mark("Begin a new course"),
    Step.COUNT_ENQUIRY: mark("Count it as an enquiry …"),
    Step.AFTERWARDS: mark("What belongs to the end …"),
}


def offered_steps(course: Course, today: date) -> tuple[Step, ...]:
    """Return the steps that are possible, the most likely first."""
    if course.state is CourseState.CLOSED:
        again = Step.REOPEN if may_reopen(course, today) else Step.NEW_COURSE
        return again, Step.COUNT_ENQUIRY if ended_unstarted(course) else Step.AFTERWARDS
    if course.state is CourseState.ORIENTATION:
        return Step.START, Step.NOT_STARTED, Step.MILESTONE
    resting = course.state is CourseState.PAUSED
    steps = [Step.RESUME] if resting else []
    if course.phase < Phase.THREE:
        steps.append(Step.TRANSITION)
    if course.calendar.transitions:
        steps.append(Step.TAKE_BACK)
    steps += [Step.MILESTONE, Step.REPLAN]
    if not resting:
        steps.append(Step.PAUSE)
    return (*steps, Step.CORRECT_START, Step.CLOSE)
