"""A vault for the tests of this room, shared: what it holds of others is taken away before each test."""

from collections.abc import Iterator

import pytest

from exit_desktop.instruments.catalogue import Catalogue
from exit_desktop.services.desk import Desk
from exit_desktop.services.vaults import save_worker
from exit_desktop.system.clock import Clock
from exit_desktop.system.resources import resource_folder
from exit_desktop.vault import access
from exit_desktop.vault.open_vault import Vault
from support.vault_making import NOW, PASSPHRASE, WORKER, Template


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vault]:
    """An open vault without own courses, made for practice and so at no cost; WORKER works there."""
    folder = tmp_path_factory.mktemp("evaluation") / "vault"
    folder.mkdir()
    keyfile, secret, sheet = access.make_keys(PASSPHRASE, practice=True)
    access.make_files(folder, (keyfile, secret), NOW.isoformat())
    opened = Template(folder, keyfile, secret, sheet.groups).open_raw(folder)
    save_worker(opened, WORKER)
    yield opened
    opened.close()


@pytest.fixture
def desk(shared: Vault, clock: Clock) -> Desk:
    """A desk at a vault that holds nothing yet, on 23 November 2026."""
    with shared.writing() as connection:
        connection.execute("DELETE FROM held_course")
    return Desk(shared, clock, "K7", Catalogue(resource_folder("instruments")))
