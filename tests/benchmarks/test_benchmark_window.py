"""How soon the window answers: launch, list, search, sort, choosing a citizen; and what it holds in memory.

Repeat: `BENCHMARKS=full python -m pytest -m benchmark tests/benchmarks/test_benchmark_window.py`.
"""

import json
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from benchmarks.conftest import FULL, TODAY, Vaults
from benchmarks.measuring import Table
from benchmarks.x_events import Watch

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(900)]
HERE = Path(__file__).parent
BARE = (sys.executable, str(HERE / "bare_window.py"))
ROUNDS = 15 if FULL else 7
KEEPASSXC = shutil.which("keepassxc")


@contextmanager
def running(command: Sequence[str], environment: dict[str, str]) -> Iterator[int]:
    """Give the process id of a program that is ended afterwards."""
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, env=environment, stdout=quiet, stderr=quiet)
    try:
        yield process.pid
    finally:
        process.kill()
        process.wait()


def launch(command: Sequence[str], environment: dict[str, str]) -> float:
    """Return the milliseconds from starting a program until its window takes keys."""
    watch = Watch(environment["DISPLAY"])
    begun = time.perf_counter()
    with running(command, environment) as pid:
        taken = watch.wait_until_it_takes_keys(pid)
    watch.close()
    return (taken - begun) * 1000


@pytest.fixture(scope="module")
def keepassxc(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, ...]:
    """The command that opens KeePassXC at its unlock field."""
    if KEEPASSXC is None:
        pytest.skip("keepassxc is not installed")
    folder = tmp_path_factory.mktemp("keepassxc")
    base, settings = folder / "base.kdbx", folder / "settings.ini"
    settings.write_text("[General]\nUpdateCheckMessageShown=true\n[GUI]\nCheckForUpdates=false\n")
    make = ["keepassxc-cli", "db-create", "-p", str(base)]
    subprocess.run(make, input="hest lampe\nhest lampe\n", text=True, check=True, capture_output=True)
    return (KEEPASSXC, "--config", str(settings), "--localconfig", str(folder / "local.ini"), str(base))


def ours(data_home: Path) -> tuple[str, ...]:
    """Return the command that opens the window at its unlock field."""
    return (sys.executable, "-m", "exit_desktop", "--data-dir", str(data_home))


def test_launch(table: Table, on_screen: dict[str, str], data_home: Path, keepassxc: tuple[str, ...]) -> None:
    commands = {"ours": ours(data_home), "bare": BARE, "keepassxc": keepassxc}
    rounds = [{name: launch(command, on_screen) for name, command in commands.items()} for _ in range(ROUNDS + 1)]
    # The first round reads everything from the disk.
    middle = {name: statistics.median(one[name] for one in rounds[1:]) for name in commands}
    table.tell("launch to the unlock field taking keys; bare window", middle["ours"], middle["bare"], "<= 1.2 x")
    table.tell("launch to the unlock field taking keys; KeePassXC", middle["ours"], middle["keepassxc"], "<= 1 x")


@pytest.mark.parametrize("count", [200, 10_000 if FULL else 1_000])
def test_list_and_choice(table: Table, on_screen: dict[str, str], vaults: Vaults, count: int) -> None:
    made = vaults(count)
    command = [sys.executable, str(HERE / "unlock_and_choose.py"), str(made.vault.parent), str(made.vault)]
    command += [made.passphrase, TODAY.isoformat()]
    answer = subprocess.run(command, env=on_screen, capture_output=True, text=True, check=True)
    found = json.loads(answer.stdout)
    assert found["rows"] == count
    table.tell(f"unlock after Argon2 to the painted list, {count}", found["list"], None, "100 ms; 200 ms at 10,000")
    table.tell(f"unlock after Argon2 until the window answers, {count}", found["free"], None, "")
    table.tell(f"search, {count}", found["search"], None, "<= 200 ms")
    table.tell(f"sort, {count}", found["sort"], None, "<= 200 ms")
    table.tell(f"choosing a citizen, {count}: the first", found["choose_first"], None, "")
    table.tell(f"choosing a citizen, {count}: the next ones", found["choose"], None, "<= 50 ms")
    slowest = max(found["pages"], key=found["pages"].get)
    table.tell(
        f"opening a page of a course, {count}: the slowest, {slowest}", found["pages"][slowest], None, "<= 80 ms"
    )


def resident(pid: int) -> float:
    """Return the resident memory of a process in MiB when it has come to rest."""
    status, last, still = Path(f"/proc/{pid}/status"), 0.0, 0
    while still < 4:
        time.sleep(0.5)
        line = next(one for one in status.read_text().splitlines() if one.startswith("VmRSS"))
        now = int(line.split()[1]) / 1024
        still, last = (still + 1 if abs(now - last) < 0.3 else 0), now
    return last


def resident_unlocked(command: Sequence[str], passphrase: str, environment: dict[str, str]) -> float:
    """Return the resident memory of a program after its passphrase was typed."""
    watch = Watch(environment["DISPLAY"])
    with running(command, environment) as pid:
        watch.wait_until_it_takes_keys(pid)
        watch.close()
        time.sleep(1.5)
        for words in (["type", "--delay", "20", "--", passphrase], ["key", "Return"]):
            subprocess.run(["xdotool", *words], env=environment, check=True)
        time.sleep(3)
        return resident(pid)


@pytest.mark.skipif(shutil.which("xdotool") is None, reason="xdotool is not installed")
def test_memory(table: Table, on_screen: dict[str, str], vaults: Vaults, keepassxc: tuple[str, ...]) -> None:
    made = vaults(200)
    # The first run may have to compile the modules: it is not counted, as with the launch.
    for _ in range(2):
        begun = time.time()
        mine = resident_unlocked(ours(made.vault.parent), made.passphrase, on_screen)
        # A window that is still locked holds less; an open vault has this file beside it.
        assert any(one.stat().st_mtime >= begun for one in made.vault.glob("vault.db-shm")), "the vault was not opened"
    theirs = resident_unlocked(keepassxc, "hest lampe", on_screen)
    with running(BARE, on_screen) as pid:
        time.sleep(1)
        bare = resident(pid)
    table.tell("resident memory, unlocked, 200 courses; bare window", mine, bare, "<= 2 x", "MB")
    table.tell("resident memory, unlocked, 200 courses; KeePassXC", mine, theirs, "< 1 x", "MB")
