"""The clock is real, stands on a chosen day, or stands wholly still."""

from datetime import UTC, date, datetime, time

from exit_desktop.system.clock import Clock


def test_a_still_clock_always_says_the_same(clock: Clock) -> None:
    assert (clock.today(), clock.now_utc()) == (date(2026, 11, 23), datetime(2026, 11, 23, 12, tzinfo=UTC))


def test_a_chosen_day_keeps_moments_in_order() -> None:
    chosen = Clock(date(2031, 1, 2))
    first, second = chosen.now_utc(), chosen.now_utc()
    assert first <= second
    assert first.date() == chosen.today() == date(2031, 1, 2)


def test_without_a_choice_it_is_the_machines_day() -> None:
    assert Clock().today() == datetime.now().astimezone().date()


def test_time_of_day_is_told_to_the_minute() -> None:
    assert Clock(moment=time(14, 30, 59)).time_of_day() == time(14, 30)
