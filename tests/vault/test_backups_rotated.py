"""Which backups go, by a clock that may lie."""

from datetime import UTC, datetime, timedelta

from exit_desktop.vault.rotation import LARGE, SMALL, to_remove
from support.keeping import Paper, after, daily

START = datetime(2026, 3, 2, 16, 0, tzinfo=UTC)


def test_seven_days_and_four_weeks_behind_them_are_kept() -> None:
    kept = daily(START, 90)
    last = START + timedelta(days=89)
    assert [(last - one.made_at).days for one in kept[::-1]][:7] == list(range(7))
    assert len(kept) == 11
    assert all(last - one.made_at <= timedelta(days=35) for one in kept)


def test_of_a_large_vault_three_and_two() -> None:
    kept: list[Paper] = []
    for day in range(60):
        kept = after(kept, START + timedelta(days=day), slots=LARGE)
    assert len(kept) == 5


def test_of_one_day_the_last_is_kept() -> None:
    kept = daily(START, 1)
    for hour in range(5):
        kept = after(kept, START + timedelta(hours=hour))
    assert [one.made_at.hour for one in kept] == [20]


def test_one_before_a_risky_act_stays_until_its_time() -> None:
    kept = after(daily(START, 8), START + timedelta(days=8), risky=True)
    risky = kept[-1]
    assert risky in daily(START + timedelta(days=9), 34, kept)
    assert risky not in daily(START + timedelta(days=9), 36, kept)


def test_a_clock_back_at_1970_throws_nothing_old_away() -> None:
    before = daily(START, 40)
    during = daily(datetime(1970, 1, 1, tzinfo=UTC), 5, before)
    assert set(before) <= set(during)


def test_a_clock_ten_years_ahead_leaves_the_old_ones_for_two_days() -> None:
    before = daily(START, 40)
    during = daily(START + timedelta(days=3650), 2, before)
    assert len(set(before) & set(during)) >= 9


def test_put_right_again_the_old_ones_are_still_there_and_the_lying_ones_go_in_time() -> None:
    before = daily(START, 40)
    during = daily(START + timedelta(days=3650), 2, before)
    again = daily(START + timedelta(days=40), 1, during)
    assert len(set(before) & set(again)) >= 8
    later = daily(START + timedelta(days=41), 40, again)
    assert max(one.made_at for one in later) < START + timedelta(days=3650)


def test_after_two_months_away_the_old_ones_go_once_days_have_gone_by() -> None:
    kept = daily(START + timedelta(days=100), 3, daily(START, 40))
    assert [one.made_at >= START + timedelta(days=100) for one in kept] == [True] * 3


def test_without_a_whole_newest_nothing_goes() -> None:
    from exit_desktop.vault.rotation import SMALL, to_remove

    held = [Paper(START + timedelta(days=day), day) for day in range(60)]
    broken = Paper(START + timedelta(days=60), 60, whole=False)
    assert to_remove([*held, broken], broken, START + timedelta(days=60), SMALL) == ()


def test_a_stick_of_once_a_month_keeps_nothing_for_longer_either() -> None:
    beside, stick = daily(START, 100), [Paper(START + timedelta(days=day), day) for day in (0, 32, 64, 96)]
    now = stick[-1].made_at
    assert to_remove(stick, stick[-1], now, SMALL) == ()
    assert to_remove(stick, stick[-1], now, SMALL, beside) == tuple(stick[:2])
