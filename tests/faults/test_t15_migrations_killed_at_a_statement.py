"""T15: opening a vault of the first version is killed before each single statement of the migrations.

That each call to the disk is refused or deadly on the way stands in T3.
"""

from pathlib import Path

from faults.acts import V001
from faults.figures import Figures, tries
from faults.shim import run_worker
from support.vault_making import PASSPHRASE


def test_killed_before_any_statement_the_old_vault_is_whole(tmp_path: Path, figures: Figures) -> None:
    told = run_worker("migration_worker.py", V001, tmp_path / "v", PASSPHRASE, tries(8, 0), "one", seconds=3500)
    torn = run_worker("migration_worker.py", V001, tmp_path / "c", PASSPHRASE, tries(8, 0), "each", seconds=3500)
    what = f"killed before a statement ({told['statements']}) of the migrations"
    figures("T15", what, told["tried"], len(told["found"]), f"without a transaction: {len(torn['found'])} torn")
    assert told["statements"] > 40 and len(torn["found"]) > 0
    assert told["found"] == {}
