"""Real encrypted vaults for tests: made once with the full cost of a passphrase, then copied and opened by raw key."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from exit_desktop.services.vaults import Founding, NewVault, Role, WorkerDetails, create_vault, save_worker
from exit_desktop.system.single_instance import hold_lock
from exit_desktop.vault import access
from exit_desktop.vault.copying import Holding
from exit_desktop.vault.keyfile import KeyFile
from exit_desktop.vault.open_vault import Vault
from exit_desktop.vault.slots import Secret

NOW = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
PASSPHRASE = "hest lampe skrue vandmand tagsten"
WORKER = WorkerDetails("K7", "Odense", 2220, "Ring 12 34 56 78", Role.WORKER)


@dataclass(frozen=True)
class Template:
    """A vault folder that is only copied, never opened, and what opens a copy of it."""

    folder: Path
    keyfile: KeyFile
    secret: Secret
    recovery_key: str

    def copy_to(self, folder: Path) -> Path:
        """Put a copy into `folder`."""
        shutil.copytree(self.folder, folder)
        return folder

    def open_raw(self, folder: Path) -> Vault:
        """Open a copy without stretching a passphrase."""
        return Vault(folder, (self.keyfile, self.secret.copy()), Holding(hold_lock(folder / access.LOCK_NAME)))


@pytest.fixture(scope="session")
def real_template(tmp_path_factory: pytest.TempPathFactory) -> Template:
    """A vault made as for real people: PASSPHRASE opens it."""
    folder = tmp_path_factory.mktemp("template")
    keyfile, secret, sheet = access.make_keys(PASSPHRASE, practice=False)
    access.make_files(folder, (keyfile, secret), NOW.isoformat())
    return Template(folder, keyfile, secret, sheet.groups)


@pytest.fixture
def vault(real_template: Template, tmp_path: Path) -> Iterator[Vault]:
    """An open vault of its own for each test; WORKER works there."""
    opened = real_template.open_raw(real_template.copy_to(tmp_path / "vault"))
    save_worker(opened, WORKER)
    yield opened
    opened.close()


@pytest.fixture
def practice(tmp_path: Path) -> Iterator[NewVault]:
    """An open practice vault, made by the service; PASSPHRASE opens it quickly."""
    made = create_vault(tmp_path / "practice", PASSPHRASE, WORKER, Founding(NOW, practice=True))
    yield made
    made.vault.close()
