"""T14: backups over many days, each of them restored; damage passed over; the last good one never thrown away."""

import random
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from exit_desktop.errors import BackupDamaged
from exit_desktop.services import backups, restoring
from exit_desktop.services.backups import Backup
from exit_desktop.services.courses import find_citizen
from exit_desktop.services.desk import Desk
from exit_desktop.vault.rotation import SMALL, to_remove
from faults.figures import Figures, tries
from faults.ground import ALIAS, NOTES, Ground, add_note, look_at, open_ground
from support.keeping import Paper, bend, daily
from support.vault_making import PASSPHRASE

START = datetime(2026, 3, 2, 16, 0, tzinfo=UTC)


@pytest.fixture
def desk(ground: Ground, tmp_path: Path) -> Iterator[Desk]:
    """A copy of the ground, open."""
    shutil.copytree(ground.folder, tmp_path / "v")
    opened = open_ground(tmp_path / "v")
    yield opened
    opened.vault.close()


def notes_after_restore(backup: Backup, folder: Path) -> list[int]:
    """Restore a backup into an empty folder, look through it, and return the numbers of the notes."""
    done = restoring.restore_backup(backup, restoring.with_passphrase(PASSPHRASE), restoring.Restoring(folder, START))
    there = open_ground(folder)
    numbers = look_at(there)
    there.vault.close()
    shutil.rmtree(folder)
    assert done.contents.contacts == len(numbers)
    return numbers


def test_every_one_of_many_rotated_backups_is_restored_whole(desk: Desk, tmp_path: Path, figures: Figures) -> None:
    wrong, course, days = 0, find_citizen(desk, ALIAS), tries(5, 50)
    for day in range(days):
        course = add_note(desk, course, NOTES + day)
        made = backups.back_up(desk.vault, START + timedelta(days=day))
        wrong += notes_after_restore(made, tmp_path / "r") != list(range(NOTES + day + 1))
    kept = backups.list_backups(desk.vault.folder)
    for backup in kept:
        day = (backup.made_at - START).days
        wrong += notes_after_restore(backup, tmp_path / "r") != list(range(NOTES + day + 1))
    bend(kept[0])
    control = restores_though_bent(kept[0], tmp_path / "r")
    figures("T14", f"backups of {days} days restored, and the {len(kept)} kept again", days + len(kept), wrong, control)
    assert wrong == 0 and len(kept) == (11 if days == 50 else 5)


def restores_though_bent(backup: Backup, folder: Path) -> str:
    """The control: one bit of a backup is turned; it must not be taken for whole."""
    try:
        notes_after_restore(backup, folder)
    except BackupDamaged:
        return "one bit turned: 1 of 1 refused"
    raise AssertionError("a bent backup was restored")


def test_each_damage_to_the_newest_leads_to_the_next_older(desk: Desk, tmp_path: Path, figures: Figures) -> None:
    for day in range(3):
        backups.back_up(desk.vault, START + timedelta(days=day))
    found, luck, number, wrong = backups.list_backups(desk.vault.folder), random.Random(14), tries(6, 400), 0
    content = (found[0].folder / "vault.db").read_bytes()
    for turn in range(number):
        bend(found[0], luck.random())
        into = restoring.Restoring(tmp_path / f"r{turn}", START)
        done = restoring.restore_newest(found, restoring.with_passphrase(PASSPHRASE), into)
        wrong += (done.backup.folder, len(done.skipped)) != (found[1].folder, 1)
        (found[0].folder / "vault.db").write_bytes(content)
        shutil.rmtree(into.folder)
    into = restoring.Restoring(tmp_path / "control", START)
    untouched = restoring.restore_newest(found, restoring.with_passphrase(PASSPHRASE), into)
    control = f"nothing bent: {len(untouched.skipped)} of 1 passed over"
    figures("T14", "the newest bent in one bit: the next older is restored", number, wrong, control)
    assert wrong == 0 and not untouched.skipped


def kept_over_time(luck: random.Random, unproved: bool) -> bool:
    """Make backups by a clock that jumps, on a disk that at some day begins to write wrongly; tell if one is whole.

    `unproved` is the control: what was written counts without being read again.
    """
    held: list[Paper] = []
    now, fails_from = START, luck.randrange(2, 40)
    for number in range(1, 90):
        now += timedelta(days=luck.choice((0, 1, 1, 1, 2, 5)))
        clock = luck.choice((now, now, now, now, datetime(1970, 1, 1 + number % 28, tzinfo=UTC), now + timedelta(4000)))
        made = Paper(clock, number, luck.random() < 0.05, whole=number < fails_from)
        if unproved:
            shown = [Paper(one.made_at, one.number, one.risky) for one in [*held, made]]
            gone = {one.number for one in to_remove(shown, shown[-1], clock, SMALL)}
            held = [one for one in [*held, made] if one.number not in gone]
        elif made.whole:
            gone = {one.number for one in to_remove([*held, made], made, clock, SMALL)}
            held = [one for one in [*held, made] if one.number not in gone]
    return any(one.whole for one in held)


def test_the_last_whole_backup_is_never_thrown_away(figures: Figures) -> None:
    number = tries(100, 20_000)
    lost = sum(not kept_over_time(random.Random(seed), unproved=False) for seed in range(number))
    control = sum(not kept_over_time(random.Random(seed), unproved=True) for seed in range(number))
    what = "runs of 89 backups, clock jumping, disk failing: no whole one left"
    figures("T14", what, number, lost, f"counted unread: {control} runs")
    assert lost == 0 and control > number // 10


def test_a_jump_of_the_clock_never_throws_all_away(figures: Figures) -> None:
    before, fewest = daily(START, 40), {}
    for name, jump in (("1970", datetime(1970, 1, 1, tzinfo=UTC)), ("ahead", START + timedelta(days=4000))):
        fewest[name] = min(len(daily(jump, days, before)) for days in range(1, 8))
    naive = sum(START + timedelta(days=4000) - one.made_at <= timedelta(days=35) for one in before)
    what = f"a week of a wrong clock: kept at least {fewest['1970']} (back), {fewest['ahead']} (ahead)"
    figures("T14", what, 14, 0, f"by age alone: {naive} of {len(before)} kept")
    assert fewest["1970"] >= 7 and fewest["ahead"] >= 3 and naive == 0
