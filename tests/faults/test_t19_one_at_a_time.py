"""T19: while somebody holds a vault every other is refused; the moment the holder is killed the next may have it.

A full disk or a folder without the right to write are told by their own names, never as "open elsewhere".
"""

import errno
import os
import shutil
from pathlib import Path

import pytest

from exit_desktop.errors import DiskFull, Failure, FolderNotWritable
from exit_desktop.system.single_instance import hold_lock
from faults.figures import Figures, tries
from faults.ground import Ground
from faults.shim import run_worker
from support.vault_making import PASSPHRASE


def test_a_second_is_refused_and_a_killed_one_leaves_no_lock(ground: Ground, tmp_path: Path, figures: Figures) -> None:
    folder, rounds = Path(shutil.copytree(ground.folder, tmp_path / "v")), tries(15, 200)
    told = run_worker("instance_worker.py", folder, PASSPHRASE, rounds, "held", seconds=600)
    free = run_worker("instance_worker.py", folder, PASSPHRASE, 3, "free")
    wrong = 2 * rounds - told["beside"].get("AlreadyOpen", 0) - told["after"].get("opened", 0)
    what = f"held, refused, killed, opened (longest {told['longest'] * 1000:.0f} ms)"
    figures("T19", what, rounds, wrong, f"not held: {free['beside'].get('opened', 0)} of 3 open")
    assert free["beside"] == {"opened": 3}
    assert (told["beside"], told["after"]) == ({"AlreadyOpen": rounds}, {"opened": rounds})


@pytest.mark.parametrize(
    ("fault", "failure"), [(errno.ENOSPC, DiskFull), (errno.EROFS, FolderNotWritable), (errno.EIO, DiskFull)]
)
def test_what_the_disk_refuses_is_not_told_as_open_elsewhere(
    fault: int, failure: type[Failure], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> int:
        raise OSError(fault, os.strerror(fault))

    monkeypatch.setattr(os, "open", refused)
    with pytest.raises(failure):
        hold_lock(tmp_path / "lock")
