"""WHO-5 at each boundary (S004 box 5.1, figures 5.1 to 5.3)."""

import pytest

from exit_desktop.domain.scoring import (
    Improvement,
    ImprovementRule,
    who5_at_ceiling,
    who5_at_risk,
    who5_improved,
    who5_improvement,
    who5_index,
    who5_raw,
)

PERCENT, POINTS = ImprovementRule.TEN_PERCENT, ImprovementRule.TEN_POINTS


@pytest.mark.parametrize(
    ("values", "raw"),
    [
        ((0, 0, 0, 0, 0), 0),
        ((5, 5, 5, 5, 5), 25),
        ((1, 2, 3, 4, 5), 15),
        ((1, 2, 3, 4, None), None),
        ((1, 2, 3, 4), None),
        ((), None),
    ],
)
def test_a_score_needs_all_five_answers(values: tuple[int | None, ...], raw: int | None) -> None:
    assert who5_raw(values) == raw


@pytest.mark.parametrize(("raw", "index"), [(0, 0), (7, 28), (12, 48), (13, 52), (25, 100)])
def test_the_index_is_four_times_the_sum(raw: int, index: int) -> None:
    assert who5_index(raw) == index


@pytest.mark.parametrize(("raw", "risk"), [(0, True), (11, True), (12, True), (13, False), (25, False)])
def test_the_risk_zone_ends_at_a_sum_of_twelve(raw: int, risk: bool) -> None:
    assert who5_at_risk(raw) is risk


@pytest.mark.parametrize(
    ("start", "later", "improved"),
    [
        (0, 0, False),
        (0, 1, True),
        (1, 1, False),
        (1, 2, True),
        (10, 10, False),
        (10, 11, True),
        (11, 12, False),
        (11, 13, True),
        (20, 21, False),
        (20, 22, True),
        (21, 23, False),
        (21, 24, True),
        (22, 24, False),
        (22, 25, True),
        (23, 25, False),
        (12, 11, False),
        (25, 0, False),
    ],
)
def test_ten_percent_of_the_start_is_an_improvement(start: int, later: int, improved: bool) -> None:
    assert who5_improved(start, later, PERCENT) is improved


@pytest.mark.parametrize(
    ("start", "later", "improved"),
    [(0, 2, False), (0, 3, True), (10, 11, False), (10, 12, False), (10, 13, True), (22, 25, True), (23, 25, False)],
)
def test_ten_points_are_three_steps(start: int, later: int, improved: bool) -> None:
    assert who5_improved(start, later, POINTS) is improved


@pytest.mark.parametrize("rule", list(ImprovementRule))
@pytest.mark.parametrize(("start", "ceiling"), [(0, False), (22, False), (23, True), (24, True), (25, True)])
def test_from_twenty_three_no_improvement_is_possible(rule: ImprovementRule, start: int, ceiling: bool) -> None:
    assert who5_at_ceiling(start, rule) is ceiling


def test_the_rule_of_the_evaluation_is_the_default() -> None:
    assert who5_improvement(10, 11) is Improvement.IMPROVED


def test_the_ceiling_is_told_apart_from_no_improvement() -> None:
    assert (who5_improvement(24, 25), who5_improvement(12, 12)) == (Improvement.AT_CEILING, Improvement.NOT_IMPROVED)
