"""Nobody else on the machine reads a vault's files, whatever the umask."""

import os
from datetime import UTC, datetime
from pathlib import Path

from exit_desktop.services.vaults import Founding, WorkerDetails, create_vault


def test_every_file_of_a_vault_is_for_its_owner_only(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        now = datetime(2026, 11, 23, 12, tzinfo=UTC)
        made = create_vault(tmp_path / "v", "øvelse øvelse øvelse", WorkerDetails("K7"), Founding(now, practice=True))
        made.vault.drafts()
        modes = {path.name: oct(path.stat().st_mode & 0o777) for path in (tmp_path / "v").iterdir()}
        made.vault.close()
    finally:
        os.umask(before)
    assert set(modes.values()) == {"0o600"}, modes
