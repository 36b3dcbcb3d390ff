"""While a vault is open its backups make themselves, out of the way of everything else."""

import pytest
from pytestqt.qtbot import QtBot

from exit_desktop.errors import BackupNoRoom
from exit_desktop.services import backups
from exit_desktop.services.practice import PracticeVault
from exit_desktop.services.vaults import unlock_vault
from exit_desktop.ui.backups import keeper as keeping
from exit_desktop.ui.backups.rhythm import QUIET_SECONDS
from exit_desktop.ui.frame import Frame
from exit_desktop.ui.jobs import Listeners
from exit_desktop.ui.lock_reason import LockReason
from exit_desktop.vault.backing import clear_away
from support.open_window import Opened, wait_for_jobs
from support.seconds import Seconds
from support.window_reading import words_in_sight
from ui.backups.conftest import Gate, count, keeper_of, write


def quiet(opened: Opened, seconds: Seconds) -> None:
    """Let ten minutes go by, and the window look."""
    seconds.now += QUIET_SECONDS
    keeper_of(opened).look()


def forget_all(opened: Opened) -> None:
    """Throw the backups away, so that a new one can be seen."""
    for one in backups.list_backups(opened.work.session.vault.folder):
        clear_away(one.folder)


def test_ten_quiet_minutes_after_a_change_there_is_one(
    opened: Opened, seconds: Seconds, frame: Frame, qtbot: QtBot
) -> None:
    write(opened)
    forget_all(opened)
    quiet(opened, seconds)
    wait_for_jobs(frame, qtbot.waitUntil)
    assert (count(opened), keeper_of(opened).changes) == (1, 0)


def test_without_a_change_there_is_none(opened: Opened, seconds: Seconds) -> None:
    quiet(opened, seconds)
    assert not keeper_of(opened).under_way


def test_fifty_changes_are_enough(opened: Opened, frame: Frame, qtbot: QtBot) -> None:
    write(opened, 50)
    assert keeper_of(opened).under_way
    wait_for_jobs(frame, qtbot.waitUntil)
    assert keeper_of(opened).changes == 0


def test_other_work_goes_before_it(opened: Opened, seconds: Seconds, frame: Frame, gate: Gate, qtbot: QtBot) -> None:
    write(opened)
    forget_all(opened)
    quiet(opened, seconds)
    assert gate.reached.wait(5)
    done: list[object] = []
    frame.jobs.start(lambda job: 7, Listeners(done.append, done.append))
    gate.open.set()
    qtbot.waitUntil(lambda: done == [7])
    assert (count(opened), keeper_of(opened).changes) == (0, 1)


def test_locking_stops_it_and_nothing_half_counts(
    opened: Opened, seconds: Seconds, frame: Frame, gate: Gate, qtbot: QtBot
) -> None:
    write(opened)
    forget_all(opened)
    quiet(opened, seconds)
    assert gate.reached.wait(5)
    folder = opened.work.session.vault.folder
    opened.window.lock(LockReason.ASKED)
    gate.open.set()
    wait_for_jobs(frame, qtbot.waitUntil)
    assert list((folder / "backups").iterdir()) == []


def test_what_stands_in_its_way_is_told_once(
    opened: Opened, seconds: Seconds, frame: Frame, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(*_values: object) -> None:
        raise BackupNoRoom(megabytes=7)

    monkeypatch.setattr(keeping, "back_up", no_room)
    told: list[object] = []
    opened.work.session.told.connect(told.append)
    for _ in range(3):
        write(opened)
        quiet(opened, seconds)
        wait_for_jobs(frame, qtbot.waitUntil)
    assert len(told) == 1 and "7 MB must be free" in str(told[0])


def test_the_lock_page_says_since_when_nothing_is_backed_up(opened: Opened) -> None:
    write(opened)
    opened.window.lock(LockReason.ASKED)
    assert "Not backed up since" in words_in_sight(opened.window)


def test_the_lock_page_says_nothing_when_all_is(opened: Opened) -> None:
    opened.window.lock(LockReason.ASKED)
    assert "Not backed up" not in words_in_sight(opened.window)


def test_what_was_not_backed_up_is_still_known_after_opening_again(opened: Opened, dozen: PracticeVault) -> None:
    folder = opened.work.session.vault.folder
    opened.window.lock(LockReason.ASKED)
    for expected in (0, 1):
        opened.window.start.opened.emit(unlock_vault(folder, dozen.passphrase))
        again = Opened(opened.window, opened.window.work)  # type: ignore[arg-type]  # it is open
        assert keeper_of(again).changes == expected
        write(again)
        opened.window.lock(LockReason.ASKED)
