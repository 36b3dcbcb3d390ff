"""What every test stands on: folders of its own, a clock that stands still, and no warning that goes unseen."""

import gc
import locale
import logging
import os
from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import settings

from exit_desktop.system.clock import Clock
from exit_desktop.system.kept_constants import keep_constants_alive
from exit_desktop.system.paths import Places, find_places
from faults.figures import figures, pytest_terminal_summary

__all__ = ["figures", "pytest_terminal_summary"]

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Long runs under pytest-qt emit signals too.
keep_constants_alive()
if "utf" not in locale.getpreferredencoding(False).lower():
    os.environ["LC_ALL"] = "C.UTF-8"

settings.register_profile("house", deadline=None, max_examples=60, print_blob=True, derandomize=True, database=None)
settings.register_profile("long", deadline=None, max_examples=2000, print_blob=True, database=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "house"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave the tests that need a real screen out where there is none."""
    if os.environ["QT_QPA_PLATFORM"] != "offscreen":
        return
    for item in items:
        if item.get_closest_marker("window"):
            item.add_marker(pytest.mark.skip(reason="needs a real screen: QT_QPA_PLATFORM=xcb under Xvfb"))


def pytest_collection_finish() -> None:
    """Let the collector pass by all that was read before the first test: it looks after every test of the window."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def _nobodys_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep every test, and every process it starts, out of the folders of whoever runs the tests."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("DATA", "CONFIG", "STATE", "CACHE"):
            patch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
        runtime = home / "run"
        runtime.mkdir(mode=0o700)
        patch.setenv("XDG_RUNTIME_DIR", str(runtime))
        yield


@pytest.fixture(autouse=True)
def _no_unseen_warning(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test that made the program log a warning; one that does so on purpose is marked `expects_log`."""
    yield
    if request.node.get_closest_marker("expects_log"):
        return
    records = [one for when in ("setup", "call") for one in caplog.get_records(when)]
    said = [f"{one.name}: {one.getMessage()}" for one in records if one.levelno >= logging.WARNING]
    if said:
        pytest.fail(f"unexpected in the log: {said}")


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """The folders of a run that nobody else sees."""
    return find_places(tmp_path / "forloeb")


@pytest.fixture
def paths(places: Places) -> Places:
    """The same folders under the name that the house gives them."""
    return places


@pytest.fixture
def clock() -> Clock:
    """A clock that stands at noon of Monday 23 November 2026."""
    return Clock(date(2026, 11, 23), time(12, 0))
