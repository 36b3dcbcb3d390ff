"""What people write for a time and for minutes."""

from datetime import time

import pytest

from exit_desktop.ui.widgets.short_fields import read_minutes, read_time


@pytest.mark.parametrize(
    ("written", "meant"),
    [("14", time(14)), ("1430", time(14, 30)), ("14.30", time(14, 30)), ("kl. 9", time(9)), ("9:05", time(9, 5))],
)
def test_a_time_is_read_as_it_is_written(written: str, meant: time) -> None:
    assert read_time(written) == meant


@pytest.mark.parametrize("written", ["", "25", "14.75", "snart"])
def test_what_is_no_time_is_none(written: str) -> None:
    assert read_time(written) is None


@pytest.mark.parametrize(
    ("written", "minutes"),
    [("", 0), ("45", 45), ("45 min", 45), ("1:30", 90), ("1,5 t", 90), ("1.5 h", 90), ("1 t 15", 75), ("2 timer", 120)],
)
def test_minutes_are_read_as_they_are_written(written: str, minutes: int) -> None:
    assert read_minutes(written) == minutes


def test_what_is_no_length_of_time_is_none() -> None:
    assert read_minutes("længe") is None
