"""What nobody uses is thrown away on the window's thread, however much the worker thread makes meanwhile."""

import gc
import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from exit_desktop.ui.collecting import Collector
from exit_desktop.ui.jobs import Job, Jobs, Listeners

MUCH = 20_000


@pytest.fixture
def threads() -> Iterator[set[int]]:
    """On which threads Python throws away; afterwards it does so by itself or not, as before."""
    seen: set[int] = set()
    was = gc.isenabled()

    def note(_phase: str, _info: dict[str, int]) -> None:
        seen.add(threading.get_ident())

    gc.callbacks.append(note)
    yield seen
    gc.callbacks.remove(note)
    (gc.enable if was else gc.disable)()


def litter(_job: Job) -> None:
    """Make what only the collector can throw away."""
    for _ in range(MUCH):
        ring: list[object] = []
        ring.append(ring)


def nothing(_result: object) -> None:
    """Nobody waits."""


def test_the_worker_thread_throws_nothing_away(jobs: Jobs, qtbot: QtBot, threads: set[int]) -> None:
    collector = Collector()
    jobs.start(litter, Listeners(nothing, nothing))
    qtbot.waitUntil(lambda: not jobs.busy)
    collector.collect()
    assert threads == {threading.get_ident()}


def test_without_it_the_worker_thread_does(jobs: Jobs, qtbot: QtBot, threads: set[int]) -> None:
    gc.enable()
    jobs.start(litter, Listeners(nothing, nothing))
    qtbot.waitUntil(lambda: not jobs.busy)
    assert threads - {threading.get_ident()}
