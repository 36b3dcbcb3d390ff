"""Vaults of several sizes, a screen, and the table that is printed when all benchmarks are done.

`QT_QPA_PLATFORM=offscreen python -m pytest -m benchmark tests/benchmarks` takes under two minutes; with
`BENCHMARKS=full` in front the sizes are those of the goals (10,000 and 1,000 courses; some six minutes, most of it for
making the vaults). Times are told and never asserted.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest

from benchmarks.measuring import Table
from devkit.screen import real_screen
from exit_desktop.instruments.catalogue import Catalogue
from exit_desktop.services.desk import Desk
from exit_desktop.services.practice import PracticeVault, make_practice_vault
from exit_desktop.services.vaults import unlock_vault
from exit_desktop.system.clock import Clock
from exit_desktop.system.resources import resource_folder

TODAY = date(2026, 11, 23)
FULL = os.environ.get("BENCHMARKS") == "full"
_TABLE = pytest.StashKey[Table]()

Vaults = Callable[[int], PracticeVault]


def pytest_configure(config: pytest.Config) -> None:
    """Begin the table."""
    config.stash[_TABLE] = Table()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print the table."""
    if config.stash[_TABLE].lines:
        terminalreporter.write_sep("-", "benchmarks (medians; 'beside' was measured in the same run)")
        for line in config.stash[_TABLE].text():
            terminalreporter.write_line(line)


@pytest.fixture(scope="session")
def table(pytestconfig: pytest.Config) -> Table:
    """Where a benchmark tells its figures."""
    return pytestconfig.stash[_TABLE]


@pytest.fixture(scope="session")
def vaults(tmp_path_factory: pytest.TempPathFactory) -> Vaults:
    """Practice vaults by their number of citizens, each made once; the data folder is the parent of the vault."""
    made: dict[int, PracticeVault] = {}

    def vault_of(count: int) -> PracticeVault:
        if count not in made:
            folder = tmp_path_factory.mktemp(f"of{count}") / "vault"
            made[count] = make_practice_vault(folder, count, 7, TODAY, datetime(2026, 11, 23, 11, tzinfo=UTC))
        return made[count]

    return vault_of


@pytest.fixture
def desk_of(vaults: Vaults) -> Iterator[Callable[[int], Desk]]:
    """An open desk at a vault of so many citizens."""
    opened: list[Desk] = []

    def open_desk(count: int) -> Desk:
        made = vaults(count)
        vault = unlock_vault(made.vault, made.passphrase)
        opened.append(Desk(vault, Clock(TODAY, time(12, 0)), "K7", Catalogue(resource_folder("instruments"))))
        return opened[-1]

    yield open_desk
    for desk in opened:
        desk.vault.close()


@pytest.fixture(scope="session")
def on_screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The environment of a program on a real screen, as an everyday user has it: compiled modules are kept."""
    there = os.environ.get("QT_QPA_PLATFORM") == "xcb" and "DISPLAY" in os.environ
    with nullcontext() if there else real_screen():
        left_out = ("PYTHONDONTWRITEBYTECODE", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON")
        environment = {key: value for key, value in os.environ.items() if key not in left_out}
        yield environment | {"QT_QPA_PLATFORM": "xcb", "HOME": str(tmp_path_factory.mktemp("somebody"))}


@pytest.fixture
def data_home(vaults: Vaults) -> Path:
    """A data folder with one vault of 200 citizens."""
    return vaults(200).vault.parent
