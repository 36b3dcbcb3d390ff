"""The scores and change classes of S004, in whole numbers only so that no boundary depends on rounding."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

WHO5_KEYS = ("cheerful", "calm", "active", "rested", "interested")
WHO5_ITEMS = len(WHO5_KEYS)
WHO5_HIGHEST = 25
WHO5_RISK_AT_MOST = 12
AREA_KEYS = (
    "motivation",
    "self_care",
    "money",
    "network",
    "substance",
    "physical_health",
    "mental_health",
    "time_use",
    "housing",
    "offending",
)
"""The ten areas of the life situation, in the order of S004 table 5.3."""
AREAS = len(AREA_KEYS)


class ImprovementRule(StrEnum):
    """When a rise in WHO-5 is a real improvement: 10 % of the start score (S004 box 5.1) or 10 points of 100."""

    TEN_PERCENT = "ten_percent"
    TEN_POINTS = "ten_points"


class Improvement(StrEnum):
    """What became of the well-being since the start; at the ceiling the rule cannot be met at all."""

    IMPROVED = "improved"
    NOT_IMPROVED = "not_improved"
    AT_CEILING = "at_ceiling"


class ChangeClass(StrEnum):
    """The classes of change in life situation (S004 box 5.3 and table 5.2)."""

    REGRESSION = "regression"
    NO_CHANGE = "no_change"
    MODERATE = "moderate"
    SUBSTANTIAL = "substantial"


def who5_raw(values: Iterable[int | None]) -> int | None:
    """Return the sum (0-25) of five answers of 0-5, or None unless all five are answered."""
    return _complete_sum(values, WHO5_ITEMS)


def who5_index(raw: int) -> int:
    """Return the index (0-100) of a raw sum."""
    return raw * 4


def who5_at_risk(raw: int) -> bool:
    """Tell whether a raw sum lies in the risk zone, "under 50" (S004 box 5.1)."""
    return raw <= WHO5_RISK_AT_MOST


def who5_improved(start: int, later: int, rule: ImprovementRule = ImprovementRule.TEN_PERCENT) -> bool:
    """Tell whether the raw sum rose enough since the start; from 0 any rise counts."""
    if rule is ImprovementRule.TEN_POINTS:
        return 4 * (later - start) >= 10
    return later > start and 10 * (later - start) >= start


def who5_at_ceiling(start: int, rule: ImprovementRule = ImprovementRule.TEN_PERCENT) -> bool:
    """Tell whether the start was so high that not even full marks would be an improvement."""
    return not who5_improved(start, WHO5_HIGHEST, rule)


def who5_improvement(start: int, later: int, rule: ImprovementRule = ImprovementRule.TEN_PERCENT) -> Improvement:
    """Return the outcome between two raw sums by one rule."""
    if who5_at_ceiling(start, rule):
        return Improvement.AT_CEILING
    return Improvement.IMPROVED if who5_improved(start, later, rule) else Improvement.NOT_IMPROVED


def areas_sum(values: Iterable[int | None]) -> int | None:
    """Return the sum (10-100) of ten areas of 1-10, or None unless all ten are answered."""
    return _complete_sum(values, AREAS)


def area_changes(start: Mapping[str, int | None], later: Mapping[str, int | None]) -> dict[str, int | None]:
    """Return the change per area of the start reading, in steps; None where one of the two is missing."""
    return {area: _difference(value, later.get(area)) for area, value in start.items()}


def change_class(rise: int, parts: int = AREAS) -> ChangeClass:
    """Return the class of a rise in a sum of `parts` scores: over 1, over 0.25, down to -0.25, below, on their mean.

    With ten areas: 11 and more, 3 to 10, -2 to 2, -3 and less. For one area of a group, `parts` is the people.
    """
    if 4 * rise < -parts:
        return ChangeClass.REGRESSION
    if 4 * rise <= parts:
        return ChangeClass.NO_CHANGE
    return ChangeClass.MODERATE if rise <= parts else ChangeClass.SUBSTANTIAL


def _complete_sum(values: Iterable[int | None], wanted: int) -> int | None:
    answered = [value for value in values if value is not None]
    return sum(answered) if len(answered) == wanted else None


def _difference(start: int | None, later: int | None) -> int | None:
    return None if start is None or later is None else later - start
