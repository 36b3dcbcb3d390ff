"""Change in life situation at each boundary (S004 box 5.3, table 5.2)."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exit_desktop.domain.scoring import ChangeClass, area_changes, areas_sum, change_class

REGRESSION, NONE, MODERATE, SUBSTANTIAL = ChangeClass


@pytest.mark.parametrize(
    ("rise", "expected"),
    [
        (-90, REGRESSION),
        (-4, REGRESSION),
        (-3, REGRESSION),
        (-2, NONE),
        (0, NONE),
        (2, NONE),
        (3, MODERATE),
        (10, MODERATE),
        (11, SUBSTANTIAL),
        (90, SUBSTANTIAL),
    ],
)
def test_the_classes_of_a_sum_of_ten_areas(rise: int, expected: ChangeClass) -> None:
    assert change_class(rise) is expected


@given(rise=st.integers(-900, 900), parts=st.integers(1, 100))
def test_the_classes_are_those_of_the_mean(rise: int, parts: int) -> None:
    mean = Decimal(rise) / Decimal(parts)
    borders = [mean < Decimal("-0.25"), mean <= Decimal("0.25"), mean <= 1, True]
    assert change_class(rise, parts) is list(ChangeClass)[borders.index(True)]


@pytest.mark.parametrize(("rise", "expected"), [(40, MODERATE), (41, SUBSTANTIAL), (10, NONE), (-11, REGRESSION)])
def test_one_area_of_forty_people(rise: int, expected: ChangeClass) -> None:
    assert change_class(rise, parts=40) is expected


def test_a_sum_needs_all_ten_areas() -> None:
    assert (areas_sum([5] * 10), areas_sum([5] * 9), areas_sum([5] * 9 + [None])) == (50, None, None)


def test_change_per_area_knows_what_is_missing() -> None:
    changes = area_changes({"money": 3, "housing": None, "network": 4}, {"money": 5, "housing": 2})
    assert changes == {"money": 2, "housing": None, "network": None}
