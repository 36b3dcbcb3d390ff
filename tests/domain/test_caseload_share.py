"""The caseload held against the share of full time: at the guide, one over, without hours."""

from datetime import date

import pytest

from exit_desktop.domain.calendar import CourseState, Phase
from exit_desktop.domain.caseload import Carried, Caseload, in_reading_order
from exit_desktop.domain.method_figures import Expectations
from support.courses import uid

FULL = 37 * 60


def carried(number: int, state: CourseState = CourseState.ACTIVE, phase: Phase = Phase.ONE, alias: str = "") -> Carried:
    """One course of the caseload."""
    return Carried(uid(number), alias or f"Nr {number}", "ABCD-2345", state, phase, date(2026, 7, 2), None)


def caseload(active: int, minutes: int, per_worker: int = 10) -> Caseload:
    """So many courses under way, one in a pause and one in orientation."""
    beside = (carried(900, CourseState.PAUSED), carried(901, CourseState.ORIENTATION, Phase.ORIENTATION))
    return Caseload((*map(carried, range(active)), *beside), minutes, Expectations(citizens_per_worker=per_worker))


@pytest.mark.parametrize(
    ("active", "minutes", "per_worker", "most", "over"),
    [
        (10, FULL, 10, 10, False),
        (11, FULL, 10, 10, True),
        (5, FULL // 2, 10, 5, False),
        (6, FULL // 2, 10, 5, True),
        (11, FULL, 20, 20, False),
        (0, FULL, 10, 10, False),
        (3, 0, 10, None, False),
        (8, 30 * 60, 10, 8, False),
        (9, 30 * 60, 10, 8, True),
    ],
)
def test_the_guide_follows_the_hours(active: int, minutes: int, per_worker: int, most: int | None, over: bool) -> None:
    made = caseload(active, minutes, per_worker)
    assert (made.active, made.most, made.over) == (active, most, over)


def test_phases_come_in_order_and_a_pause_last_in_its_own() -> None:
    courses = (
        carried(1, CourseState.PAUSED, Phase.TWO, "Ask"),
        carried(2, phase=Phase.TWO, alias="ørn"),
        carried(3, phase=Phase.TWO, alias="Birk"),
        carried(4, CourseState.ORIENTATION, Phase.ORIENTATION, "Åse"),
    )
    assert [one.alias for one in in_reading_order(courses)] == ["Åse", "Birk", "ørn", "Ask"]
