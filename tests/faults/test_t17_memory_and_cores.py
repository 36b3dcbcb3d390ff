"""T17: after the lock no key is in the memory of the program, no other process may look into it, no core is left.

The keys are worked out here, in another process, and looked for byte by byte in everything the program holds.
"""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from exit_desktop.vault import access, rekeying
from exit_desktop.vault.keys import derive
from faults.figures import Figures
from faults.ground import Ground
from faults.shim import HERE, run_worker, worker_environment
from support.vault_making import PASSPHRASE

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="memory is read as on Linux")


def keys_of(folder: Path) -> list[bytes]:
    """Return every key that opens something of a vault."""
    held, secret, _ = access.unlock(folder, access.by_passphrase(PASSPHRASE))
    derived = (
        rekeying.database_key(held, secret),
        rekeying.drafts_key(held, secret),
        rekeying.log_key(secret),
        derive(secret.lasting, "purpose/words"),
    )
    return [bytes(key) for key in (secret.master, secret.lasting, *derived)]


def memory_of(process: int) -> list[bytes]:
    """Return everything that a process has in its memory and may read."""
    parts = []
    with Path(f"/proc/{process}/maps").open(encoding="ascii") as maps:
        areas = [line.split()[0] for line in maps if line.split()[1].startswith("r") and "[v" not in line]
    with Path(f"/proc/{process}/mem").open("rb", buffering=0) as memory:
        for area in areas:
            begin, end = (int(one, 16) for one in area.split("-"))
            memory.seek(begin)
            try:
                parts.append(memory.read(end - begin))
            except OSError:
                continue  # an area that only devices may read
    return parts


def found_in_memory(ground: Ground, folder: Path, way: str, done: str, ending: str) -> int:
    """Run the program to its end; return how often one of its keys stands in its memory, raw or in hex digits."""
    shutil.copytree(ground.folder, folder)
    keys = keys_of(folder)
    command = [sys.executable, str(HERE / "locked_worker.py"), str(folder), PASSPHRASE, way, done, ending]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=worker_environment()
    ) as program:
        assert program.stdout is not None
        assert program.stdout.readline().strip() == ending
        parts = memory_of(program.pid)
    forms = {
        form for key in (*keys, *keys_of(folder)) for form in (key, key.hex().encode(), key.hex().upper().encode())
    }
    return sum(part.count(form) for part in parts for form in forms)


@pytest.mark.parametrize(
    ("sheet", "done"), [(False, "work"), (True, "work"), (False, "renew")], ids=["passphrase", "sheet", "new keys"]
)
def test_no_key_is_left_in_memory_after_the_lock(
    sheet: bool, done: str, ground: Ground, tmp_path: Path, figures: Figures
) -> None:
    way = ground.recovery_key if sheet else "passphrase"
    left = found_in_memory(ground, tmp_path / "locked", way, done, "locked")
    control = found_in_memory(ground, tmp_path / "open", way, done, "open")
    what = f"keys left in memory after the lock ({'by sheet' if sheet else 'by passphrase'}, {done})"
    figures("T17", what, 6 * (2 if done == "renew" else 1), left, f"not locked: {control} found")
    assert control > 0
    assert left == 0


def test_no_other_process_looks_in_and_no_core_is_left(tmp_path: Path, figures: Figures) -> None:
    fallen = tmp_path / "fallen"
    fallen.mkdir(mode=0o777)
    fallen.chmod(0o777)
    told = run_worker("harden_worker.py", fallen)
    found = sum(told["hardened"].values())
    control = f"not hardened: read {told['plain']['readable']}, core {told['plain']['core']}"
    figures("T17", "another process of the user reads memory; a crash leaves a core", 2, found, control)
    assert told["plain"]["readable"]
    assert told["hardened"] == {"readable": False, "core": False}
