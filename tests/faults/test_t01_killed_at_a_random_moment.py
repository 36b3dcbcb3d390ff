"""T1: a writing process is killed at random moments; all that it promised is there, whole, and nothing else."""

from pathlib import Path

from faults.figures import FULL, Figures, tries
from faults.ground import Ground
from faults.shim import run_worker

SECONDS = 3500 if FULL else 110


def test_nothing_promised_is_lost_by_a_kill(ground: Ground, tmp_path: Path, figures: Figures) -> None:
    cycles = tries(16, 1000)
    kept = run_worker("kill_worker.py", ground.folder, tmp_path / "v", cycles, "kept", seconds=SECONDS)
    early = run_worker("kill_worker.py", ground.folder, tmp_path / "e", tries(6, 100), "early", seconds=SECONDS)
    what = f"kill -9 while writing: {kept['acked']} saves promised"
    figures("T1", what, cycles, kept["lost"] + len(kept["wrong"]), f"promised before saving: {early['lost']} lost")
    assert early["lost"] > 0
    assert (kept["lost"], kept["wrong"]) == (0, [])
    assert kept["acked"] > cycles and kept["at_work"] > cycles / 2
