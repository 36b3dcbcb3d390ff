"""Intervals of shares against the published table I of Newcombe (1998), and rounding half up."""

from fractions import Fraction

import pytest

from exit_desktop.evaluation.intervals import exact_interval, share_interval, wilson_interval
from exit_desktop.evaluation.rounding import half_up, mean, percent
from exit_desktop.evaluation.table import Cell

WILSON = [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)]
EXACT = [(81, 263, 0.2527, 0.3676), (15, 148, 0.0578, 0.1617), (0, 20, 0.0, 0.1684), (1, 29, 0.0009, 0.1776)]


@pytest.mark.parametrize(("count", "answered", "low", "high"), WILSON)
def test_wilsons_interval_is_the_published_one(count: int, answered: int, low: float, high: float) -> None:
    assert wilson_interval(count, answered) == pytest.approx((low, high), abs=0.00005)


@pytest.mark.parametrize(("count", "answered", "low", "high"), EXACT)
def test_the_exact_interval_is_the_published_one(count: int, answered: int, low: float, high: float) -> None:
    assert exact_interval(count, answered) == pytest.approx((low, high), abs=0.00005)


@pytest.mark.parametrize("interval", [wilson_interval, exact_interval])
def test_the_share_and_its_complement_mirror_each_other(interval: object) -> None:
    assert callable(interval)
    for count, answered in ((0, 7), (3, 11), (40, 41), (7, 7)):
        low, high = interval(count, answered)
        assert (1 - high, 1 - low) == pytest.approx(interval(answered - count, answered), abs=1e-9)


def test_few_are_told_exactly_and_many_by_wilson() -> None:
    assert share_interval(4, 30) == exact_interval(4, 30)
    assert share_interval(5, 30) == wilson_interval(5, 30)
    assert share_interval(9_998, 10_000) == exact_interval(9_998, 10_000)
    assert share_interval(0, 0) is None


@pytest.mark.parametrize(
    ("value", "places", "told"),
    [
        ("1/2", 0, "1"),
        ("65/2", 0, "33"),
        ("1/4", 1, "0.3"),
        ("-1/4", 1, "-0.3"),
        ("0", 1, "0.0"),
        ("7399/1000", 1, "7.4"),
    ],
)
def test_half_goes_up(value: str, places: int, told: str) -> None:
    assert str(half_up(Fraction(value), places)) == told


def test_a_share_of_nobody_is_no_number() -> None:
    assert percent(Cell(0, 0)) is None
    assert percent(Cell(13, 40)) == 33
    assert mean(Cell(3, 3, 0, Fraction(19))) == half_up(Fraction(63, 10), 1)
    assert mean(Cell(3, 3)) is None
