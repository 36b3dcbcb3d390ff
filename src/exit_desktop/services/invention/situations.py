"""Where each invented course stands today: one situation for every state the program knows."""

from __future__ import annotations

from dataclasses import dataclass

from exit_desktop.domain.calendar import ClosingReason


@dataclass(frozen=True, slots=True)
class Situation:
    """A course as seen today. `age` is days since the start (negative: still in orientation); days count from it.

    In the last `quiet_days` the citizen was tried, but not reached.
    """

    age: int
    phase_months: int = 4
    ended_after: int | None = None
    early: ClosingReason | None = None
    reopened_after: int | None = None
    pause_after: int | None = None
    replan_after: int | None = None
    anonymous: bool = False
    language: str = "da"
    draft: bool = False
    quiet_days: int = 0


SITUATIONS = (
    Situation(-16),
    Situation(17),
    Situation(108, language="en", quiet_days=19),
    Situation(183, draft=True),
    Situation(296, replan_after=120),
    Situation(357),
    Situation(150, pause_after=138),
    Situation(402, ended_after=364),
    Situation(265, ended_after=171, early=ClosingReason.CITIZENS_WISH),
    Situation(288, ended_after=190, early=ClosingReason.LOST_CONTACT, reopened_after=246),
    Situation(76, anonymous=True),
    Situation(139, phase_months=3),
)
