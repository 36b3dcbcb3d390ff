"""Long work runs beside the window, its result comes back to it, and it can be stopped."""

import threading

import pytest
from pytestqt.qtbot import QtBot

from exit_desktop.errors import DiskFull, Failure
from exit_desktop.ui.jobs import Job, Jobs, Listeners, Progress, Stopped, StoppedTooLate


class Heard:
    """Hears how a job went."""

    def __init__(self) -> None:
        self.results: list[object] = []
        self.failures: list[Failure] = []
        self.dropped: list[object] = []
        self.threads: list[int] = []

    def done(self, result: object) -> None:
        self.results.append(result)
        self.threads.append(threading.get_ident())

    def listeners(self) -> Listeners:
        return Listeners(self.done, self.failures.append, self.dropped.append)


@pytest.fixture
def heard() -> Heard:
    return Heard()


def test_work_runs_beside_and_result_arrives_on_the_window_thread(jobs: Jobs, heard: Heard, qtbot: QtBot) -> None:
    jobs.start(lambda _: threading.get_ident(), heard.listeners())
    qtbot.waitUntil(lambda: bool(heard.results))
    assert heard.results != [threading.get_ident()]
    assert heard.threads == [threading.get_ident()]


def test_expected_failure_is_handed_over(jobs: Jobs, heard: Heard, qtbot: QtBot) -> None:
    def fail(_: Job) -> object:
        raise DiskFull

    jobs.start(fail, heard.listeners())
    qtbot.waitUntil(lambda: bool(heard.failures))
    assert isinstance(heard.failures[0], DiskFull)


def test_result_of_a_stopped_job_is_dropped(jobs: Jobs, heard: Heard, qtbot: QtBot) -> None:
    go_on = threading.Event()

    def work(_: Job) -> object:
        go_on.wait(5)
        return "vault"

    jobs.start(work, heard.listeners())
    jobs.stop_all()
    go_on.set()
    qtbot.waitUntil(lambda: bool(heard.failures))
    assert (heard.results, isinstance(heard.failures[0], Stopped)) == ([], True)


def test_progress_is_told(jobs: Jobs, heard: Heard, qtbot: QtBot) -> None:
    told: list[Progress] = []

    def work(job: Job) -> object:
        job.report(1, 3, "Reading")
        return "done"

    jobs.start(work, Listeners(heard.done, heard.failures.append, progressed=told.append))
    qtbot.waitUntil(lambda: bool(heard.results))
    assert told == [Progress(1, 3, "Reading")]


def test_bug_in_a_job_rises_on_the_window_thread(jobs: Jobs, heard: Heard, qtbot: QtBot) -> None:
    with qtbot.capture_exceptions() as risen:
        jobs.start(lambda _: 1 / 0, heard.listeners())
        qtbot.waitUntil(lambda: bool(risen))
    assert risen[0][0] is ZeroDivisionError


def test_work_done_before_it_could_be_stopped_is_told_as_done(jobs: Jobs, heard: Heard, qtbot: QtBot) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def work(_: Job) -> object:
        begun.set()
        return go_on.wait(5)

    jobs.start(work, Listeners(heard.done, heard.failures.append))
    begun.wait(5)
    jobs.stop_all()
    go_on.set()
    qtbot.waitUntil(lambda: bool(heard.failures))
    assert [type(one) for one in heard.failures] == [StoppedTooLate]
