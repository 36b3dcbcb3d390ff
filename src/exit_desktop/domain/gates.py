"""The gates of the method (domain.md 3): what is there of what each one expects. Prompts, never locks."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from exit_desktop.domain.closing import again_on
from exit_desktop.domain.courses import Course
from exit_desktop.domain.expectations import EXPECTATIONS, Expected, Gate, GateReason
from exit_desktop.domain.gate_facts import Fact, FactKind
from exit_desktop.domain.gate_rules import Rule, Stand, plan_rules, readings_made
from exit_desktop.domain.gate_rules_after import after_rules, ending_rules

RULES: Mapping[Expected, Rule] = {
    **plan_rules(),
    **after_rules(),
    **ending_rules(),
    Expected.READINGS_MADE: readings_made,
}
# Why a course ended is asked when it is closed; a reason for having none would be one too many.
WITHOUT_REASON = (Expected.ENDING_TOLD,)


@dataclass(frozen=True, slots=True)
class Item:
    """One expectation: whether it is met, what shows it, and the reason that was written where it is not."""

    expected: Expected
    met: bool
    facts: tuple[Fact, ...] = field(repr=False)
    reason: GateReason | None = field(default=None, repr=False)

    @property
    def settled(self) -> bool:
        """Whether it is met or its reason is written."""
        return self.met or self.reason is not None

    @property
    def ahead(self) -> bool:
        """Whether all that is not there has its day still to come."""
        left = [fact.kind for fact in self.facts if fact.kind is not FactKind.READING_MADE]
        return bool(left) and set(left) == {FactKind.READING_NOT_DUE}


def look_at_gate(course: Course, gate: Gate, today: date) -> tuple[Item, ...]:
    """Return what is there of each thing that a gate expects, in its order."""
    stand = Stand(course, gate, today)
    items = []
    for expected in EXPECTATIONS[gate]:
        found = RULES[expected](stand)
        items.append(Item(expected, found.met, found.facts, standing_reason(course, gate, expected)))
    return tuple(items)


def standing_reason(course: Course, gate: Gate, expected: Expected) -> GateReason | None:
    """Return the reason that counts now; what was written for an end before a course was taken up again does not."""
    since = again_on(course) if gate is Gate.CLOSING else date.min
    written = [one for one in course.gate_reasons if (one.gate, one.expected) == (gate, expected)]
    return max((one for one in written if one.written_on >= since), key=lambda one: one.written_on, default=None)
