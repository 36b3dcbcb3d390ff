"""T2: the power goes at any moment, with every way in which what was not flushed may have reached the disk or not."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from faults.figures import FULL, Figures, tries
from faults.ground import Ground
from faults.shim import run_worker

SECONDS = 3500 if FULL else 110
WHAT = {"save": "saves, drafts, checkpoints", "keys": "new keys, passphrase, sheet", "found": "a new vault"}
COPIES = {"backup": "backups here and on a stick", "restore": "a restore", "erase": "an erasure with its backups"}
POINTS = {
    "save": (60, 4500),
    "keys": (60, 2700),
    "found": (40, 800),
    "backup": (8, 800),
    "restore": (10, 800),
    "erase": (6, 400),
}


Cut = Callable[[str, str, int], Any]


@pytest.fixture(scope="session")
def cut(ground: Ground, shim: Path, tmp_path_factory: pytest.TempPathFactory) -> Cut:
    """Cut the power so often in one work, the engine told to wait for the disk ("full") or less ("normal")."""

    def try_it(work: str, how: str, points: int) -> Any:  # Any: what a worker tells
        folder = tmp_path_factory.mktemp("power") / "f"
        folder.mkdir()
        return run_worker("power_worker.py", ground.folder, folder, work, how, points, shim=shim, seconds=SECONDS)

    return try_it


@pytest.fixture(scope="session")
def lost_by_waiting_less(cut: Cut) -> str:
    """The control: the same with synchronous=NORMAL, which must lose."""
    found = cut("save", "normal", tries(40, 1000))
    assert found["cuts that lost"] > 0
    return f"NORMAL: {found['cuts that lost']} of {found['tried']} lose, most {found['most lost']}"


@pytest.fixture(scope="session")
def lost_by_flushing_nothing(cut: Cut) -> str:
    """The control: the same with files and folders not flushed, which must lose or spoil backups."""
    found = cut("backup", "careless", tries(6, 300))
    bad = found["cuts that lost"] + len(found["wrong"])
    assert bad > 0
    return f"nothing flushed: {bad} of {found['tried']} lose or spoil"


def _found(cut: Cut, work: str, words: str, figures: Figures, control: str) -> Any:  # Any: what a worker tells
    found = cut(work, "full", tries(*POINTS[work]))
    what = f"power cut in {words}: {found['events']} calls, {found['syncs']} flushes"
    figures("T2", what, found["tried"], found["cuts that lost"] + len(found["wrong"]), control)
    return found


@pytest.mark.parametrize("work", COPIES)
def test_a_backup_that_counts_is_whole_and_a_restore_is_all_or_nothing_when_the_power_goes(
    work: str, cut: Cut, lost_by_flushing_nothing: str, figures: Figures
) -> None:
    found = _found(cut, work, COPIES[work], figures, lost_by_flushing_nothing)
    assert (found["cuts that lost"], found["wrong"]) == (0, {})


@pytest.mark.parametrize("work", WHAT)
def test_nothing_promised_is_lost_when_the_power_goes(
    work: str, cut: Cut, lost_by_waiting_less: str, figures: Figures
) -> None:
    found = _found(cut, work, WHAT[work], figures, lost_by_waiting_less)
    assert (found["cuts that lost"], found["wrong"]) == (0, {})
