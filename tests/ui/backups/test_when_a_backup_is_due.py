"""Fifty changes, or ten quiet minutes after one."""

from exit_desktop.ui.backups.rhythm import MANY_CHANGES, QUIET_SECONDS, Rhythm
from support.seconds import Seconds, seconds

__all__ = ["seconds"]


def test_ten_quiet_minutes_after_a_change(seconds: Seconds) -> None:
    rhythm = Rhythm(seconds, 0)
    rhythm.note_change()
    seconds.now = QUIET_SECONDS - 1
    rhythm.note_change()
    seconds.now += QUIET_SECONDS - 1
    assert not rhythm.is_due()
    seconds.now += 1
    assert rhythm.is_due()


def test_without_a_change_never(seconds: Seconds) -> None:
    rhythm = Rhythm(seconds, 0)
    seconds.now = 100_000
    assert not rhythm.is_due()


def test_at_once_after_fifty_changes(seconds: Seconds) -> None:
    rhythm = Rhythm(seconds, 20)
    for _ in range(MANY_CHANGES - 20):
        assert not rhythm.is_due()
        rhythm.note_change()
    assert rhythm.is_due()


def test_what_was_left_from_last_time_is_due_after_ten_minutes(seconds: Seconds) -> None:
    rhythm = Rhythm(seconds, 1)
    seconds.now = QUIET_SECONDS
    assert rhythm.is_due()


def test_put_off_it_waits_as_long_again_and_forgets_nothing(seconds: Seconds) -> None:
    rhythm = Rhythm(seconds, MANY_CHANGES)
    rhythm.put_off()
    assert (rhythm.is_due(), rhythm.changes) == (False, MANY_CHANGES)
    seconds.now = QUIET_SECONDS
    assert rhythm.is_due()


def test_what_was_written_while_it_was_made_is_counted_on(seconds: Seconds) -> None:
    rhythm = Rhythm(seconds, 10)
    rhythm.note_backup(2)
    assert rhythm.changes == 2
