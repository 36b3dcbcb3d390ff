"""T11: the same packages, in whatever order and however often, end in the same; a killed import is whole or nothing."""

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from exit_desktop.exchange.joining import Writing
from exit_desktop.services.desk import Desk
from exit_desktop.services.receiving import promoting
from faults.figures import FULL, Figures, tries
from faults.ground import Ground, open_ground
from faults.merging import Senders, held_after, make_history, make_senders, orders_of
from faults.shim import run_worker

SECONDS = 3500 if FULL else 110


@pytest.fixture
def senders(ground: Ground, tmp_path: Path) -> Iterator[Senders]:
    desk: Desk = open_ground(Path(shutil.copytree(ground.folder, tmp_path / "v")))
    yield make_senders(desk, 2)
    desk.vault.close()


def differing(senders: Senders, histories: int, seed: int) -> tuple[int, int]:
    """Return how many histories end in more than one way, and how many have a conflict in the end."""
    luck, differ, conflicts = random.Random(seed), 0, 0
    for _ in range(histories):
        packages = make_history(senders, luck)
        ends = [held_after(senders, order) for order in (packages, *orders_of(luck, packages))]
        differ += any(end != ends[0] for end in ends)
        conflicts += ends[0][3] != (len(ends[0][5]),)
    return differ, conflicts


def last_wins(held: Iterator[Writing], new: Writing) -> frozenset[Writing]:
    """The control: newer takes the place, and of the same numbers the last that came."""
    here = frozenset(held)
    later = all((new.ownership, new.revision) >= (one.ownership, one.revision) for one in here)
    return frozenset({new}) if later else here


def test_whatever_the_order_the_end_is_the_same(
    senders: Senders, figures: Figures, monkeypatch: pytest.MonkeyPatch
) -> None:
    times = tries(10, 1000)
    differ, conflicts = differing(senders, times, 20261123)
    monkeypatch.setattr(promoting, "joined", last_wins)
    control, _ = differing(senders, tries(6, 100), 7)
    what = f"histories of packages in five orders, {conflicts} with a conflict at the end"
    figures("T11", what, times, differ, f"the last that came wins: {control} of {tries(6, 100)} differ")
    assert control > 0
    assert (differ, conflicts > 0) == (0, True)


def test_a_killed_import_leaves_whole_packages_only(ground: Ground, tmp_path: Path, figures: Figures) -> None:
    cycles = tries(5, 300)
    whole = run_worker("import_worker.py", ground.folder, tmp_path / "w", cycles, "whole", seconds=SECONDS)
    half, turns = 0, 0
    # Where a kill falls is luck: the control goes on until it has seen one.
    while not half and turns < 6:
        turns += 1
        into = tmp_path / f"p{turns}"
        parts = run_worker("import_worker.py", ground.folder, into, tries(3, 60), "parts", seconds=SECONDS)
        half = parts["half"]
    what = f"kill -9 during import: {whole['promised']} packages told as taken"
    figures("T11", what, cycles, whole["lost"] + whole["half"], f"committed course by course: {half} half")
    assert half > 0
    assert (whole["lost"], whole["half"], whole["wrong"]) == (0, 0, [])
    assert whole["at_work"] > cycles / 3
