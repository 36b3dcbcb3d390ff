"""T3, T5, T15: every call to the disk of everything that writes is refused once, refused from then on, or deadly.

Nothing promised is lost, nothing is half, what is told is that the disk is full or does not answer, and a second try
works. A refused or deadly write has written half of what it was to write.
"""

from pathlib import Path

import pytest

from faults.acts import ACTS
from faults.backup_acts import BACKUP_ACTS
from faults.erase_acts import ERASE_ACTS
from faults.figures import FULL, Figures, tries
from faults.ground import Ground
from faults.import_acts import IMPORT_ACTS
from faults.shim import run_worker

NUMBER = {
    "passphrase": "T5",
    "sheet": "T5",
    "rekey": "T5",
    "encrypt again": "T5",
    "migrate": "T15",
    "erase and backups": "T21",
}
SECONDS = 3500 if FULL else 110


@pytest.fixture(scope="session")
def lost_by_a_naive_write(ground: Ground, shim: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The control: the same faults on one who writes straight into the file."""
    found = run_worker("act_worker.py", ground.folder, tmp_path_factory.mktemp("naive") / "try", "naive", 0, shim=shim)
    assert len(found["found"]) > 3
    return f"a naive write: {len(found['found'])} of {found['tried']} half"


@pytest.mark.parametrize("act", [*ACTS, *BACKUP_ACTS, *ERASE_ACTS, *IMPORT_ACTS])
def test_whatever_the_disk_does_all_or_nothing_is_there_and_the_truth_is_told(
    act: str, ground: Ground, shim: Path, lost_by_a_naive_write: str, figures: Figures
) -> None:
    values = (ground.folder, ground.folder.parent / "try", act, tries(2 if act in ACTS else 1, 0))
    found = run_worker("act_worker.py", *values, shim=shim, seconds=SECONDS)
    what = f"{act}: {found['calls']} calls, each no room, no answer, killed"
    figures(NUMBER.get(act, "T3"), what, found["tried"], len(found["found"]), lost_by_a_naive_write)
    assert found["found"] == {}
