"""What the method expects at each gate (domain.md 3), and the reason a worker writes where something is not there."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from exit_desktop.domain.calendar import Phase


class Gate(StrEnum):
    """The two changes of phase, and the end."""

    TO_TWO = "to_two"
    TO_THREE = "to_three"
    CLOSING = "closing"


_GATES = {Phase.ONE: Gate.TO_TWO, Phase.TWO: Gate.TO_THREE}


def next_gate(phase: Phase) -> Gate | None:
    """Return the gate before the next phase; None before the first and in the last."""
    return _GATES.get(phase)


class Expected(StrEnum):
    """One thing that the method expects by a gate."""

    NEEDS_MAPPED = "needs_mapped"
    PLAN_TOGETHER = "plan_together"
    ACTIVITIES_STARTED = "activities_started"
    AGREEMENTS_MADE = "agreements_made"
    NETWORK_BEGUN = "network_begun"
    READINGS_MADE = "readings_made"
    PLAN_EVALUATED = "plan_evaluated"
    PLAN_ADJUSTED = "plan_adjusted"
    NETWORK_OBSERVED = "network_observed"
    SERVICES_ATTACHED = "services_attached"
    LAST_READING = "last_reading"
    CLOSING_FORM = "closing_form"
    SERVICES_RECORDED = "services_recorded"
    HANDOVER_MEETING = "handover_meeting"
    LONG_TERM_PLAN = "long_term_plan"
    RESPONSIBLE_ACTOR = "responsible_actor"
    ENDING_TOLD = "ending_told"


EXPECTATIONS = {
    Gate.TO_TWO: (
        Expected.NEEDS_MAPPED,
        Expected.PLAN_TOGETHER,
        Expected.ACTIVITIES_STARTED,
        Expected.AGREEMENTS_MADE,
        Expected.NETWORK_BEGUN,
        Expected.READINGS_MADE,
    ),
    Gate.TO_THREE: (
        Expected.PLAN_EVALUATED,
        Expected.PLAN_ADJUSTED,
        Expected.NETWORK_OBSERVED,
        Expected.SERVICES_ATTACHED,
        Expected.READINGS_MADE,
    ),
    Gate.CLOSING: (
        Expected.LAST_READING,
        Expected.CLOSING_FORM,
        Expected.SERVICES_RECORDED,
        Expected.HANDOVER_MEETING,
        Expected.LONG_TERM_PLAN,
        Expected.RESPONSIBLE_ACTOR,
        Expected.ENDING_TOLD,
    ),
}
"""In the order in which they are read; at the end it is the order in which they are done."""


@dataclass(frozen=True, slots=True)
class GateReason:
    """Why something that a gate expects is not there; the newest one of a gate counts."""

    id: str
    gate: Gate
    expected: Expected
    words: str
    written_on: date


def reason_order(reason: GateReason) -> tuple[object, ...]:
    """Sort key of reasons, everywhere the same."""
    return (reason.written_on, reason.gate, reason.expected, reason.id)
