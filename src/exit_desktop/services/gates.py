"""A gate of the method: what it expects and what is there, and the reasons that a worker writes; nothing is a lock."""

from dataclasses import replace

from exit_desktop.domain.citizens import whole_characters
from exit_desktop.domain.closing import CLOSING_FORM, SERVICES_NOW
from exit_desktop.domain.courses import Course
from exit_desktop.domain.expectations import Expected, Gate, GateReason
from exit_desktop.domain.gates import Item, look_at_gate, standing_reason
from exit_desktop.errors import TextTooLong
from exit_desktop.services.desk import Desk, commit_course
from exit_desktop.system.ids import new_id

LONGEST_REASON = 10_000


def read_gate(desk: Desk, course: Course, gate: Gate) -> tuple[Item, ...]:
    """Return what a gate expects, with what is there today."""
    return look_at_gate(course, gate, desk.clock.today())


def write_reason(desk: Desk, course: Course, gate: Gate, expected: Expected, words: str) -> Course:
    """Write why something that a gate expects is not there; without words the reason goes. Raises TextTooLong."""
    said = whole_characters(words).strip()
    if len(said) > LONGEST_REASON:
        raise TextTooLong(most=LONGEST_REASON)
    before = standing_reason(course, gate, expected)
    if said == (before.words if before else ""):
        return course
    kept = tuple(one for one in course.gate_reasons if one is not before)
    new = (GateReason(new_id(), gate, expected, said, desk.clock.today()),) if said else ()
    return commit_course(desk, course, replace(course, gate_reasons=(*kept, *new)), "gate")


def name_of_service(desk: Desk, key: str, language: str) -> str:
    """Return what the closing form calls a kind of service."""
    question = desk.catalogue.get(CLOSING_FORM).question(SERVICES_NOW)
    options = question.options if question else ()
    return next((option.text.of(language) for option in options if option.key == key), key)
