"""How long the window keeps a frame waiting while a backup is made: the list scrolled, idle and during, in turn.

    xvfb-run -a python tests/benchmarks/frames_during_backup.py FOLDER PASSPHRASE_FILE [ROUNDS]

FOLDER is a run's data folder with the vault `practice` in it, to be copied before; ten thousand courses take a minute.
"""

import json
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QApplication, QListView

from exit_desktop import app as root
from exit_desktop.services.vaults import unlock_vault
from exit_desktop.ui.backups.keeper import Keeper
from exit_desktop.ui.lock_reason import LockReason
from exit_desktop.ui.main_window import MainWindow
from support.whole_program import start_program

FRAME_MS = 50
SETTLES_S, IDLE_S, PAUSE_S = 4.0, 5.0, 0.004
JUMP = 300


def frames(app: QApplication, view: QListView, go_on: Callable[[], bool]) -> list[float]:
    """Scroll by jumps and return how many milliseconds each round of events took."""
    taken, turn = [], 0
    while go_on():
        bar, turn = view.verticalScrollBar(), turn + 1
        begun = time.monotonic()
        if turn % 4 == 0:
            bar.setValue((bar.value() + JUMP) % max(1, bar.maximum()))
        app.processEvents()
        taken.append((time.monotonic() - begun) * 1000)
        time.sleep(PAUSE_S)
    return sorted(taken)


def told(taken: list[float]) -> dict[str, float]:
    """Return the figures of some frames."""
    over = sum(one > FRAME_MS for one in taken)
    return {"frames": len(taken), "p99": taken[len(taken) * 99 // 100], "worst": taken[-1], "over_50_ms": over}


def lasting(seconds: float) -> Callable[[], bool]:
    """Return what holds for so long."""
    until = time.monotonic() + seconds
    return lambda: time.monotonic() < until


def measure(app: QApplication, window: MainWindow, rounds: int) -> dict[str, dict[str, float]]:
    """Return the figures of the window left alone, and while backups are made."""
    assert window.work is not None
    window.work.presence.idle.stop()
    keeper, view = window.work.session.findChild(Keeper), window.work._list.findChild(QListView)
    assert isinstance(keeper, Keeper) and isinstance(view, QListView)
    frames(app, view, lasting(SETTLES_S))
    idle: list[float] = []
    during: list[float] = []
    for _ in range(rounds):
        idle += frames(app, view, lasting(IDLE_S))
        assert keeper.make()
        during += frames(app, view, lambda: keeper.under_way)
    return {"idle": told(sorted(idle)), "during": told(sorted(during))}


def main(folder: Path, words: Path, rounds: int) -> None:
    """Open the window on the vault and tell the figures as JSON, with how long a lock took in the midst of a copy."""
    app, start, window = start_program(folder, date(2026, 11, 23))
    window.start.opened.emit(unlock_vault(folder / "practice", words.read_text(encoding="utf-8").strip()))
    figures: dict[str, object] = {**measure(app, window, rounds)}
    assert window.work is not None
    keeper = window.work.session.findChild(Keeper)
    assert isinstance(keeper, Keeper) and keeper.make()
    frames(app, window.work._list.findChild(QListView), lasting(1.0))  # type: ignore[arg-type]  # measured above
    begun = time.monotonic()
    window.lock(LockReason.ASKED)
    figures["lock_ms"] = (time.monotonic() - begun) * 1000
    sys.stdout.write(json.dumps(figures) + "\n")
    root.stop(start)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 1)
