"""Vaults for the tests of this room, and the library that stands between a program and its disk."""

from pathlib import Path

import pytest

from faults.figures import FULL
from faults.ground import Ground, make_ground
from faults.shim import make_shim
from support.vault_making import practice, real_template, vault

__all__ = ["practice", "real_template", "vault"]

LONG = 3600
HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the long run take its time."""
    for item in items:
        if FULL and item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.timeout(LONG))


@pytest.fixture(scope="session")
def shim(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library, compiled once."""
    return make_shim(tmp_path_factory.mktemp("shim"))


@pytest.fixture(scope="session")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    """A vault with something in it, to be copied."""
    return make_ground(tmp_path_factory.mktemp("ground"))
