"""Long work on the one worker thread: progress, a way to stop, and results that arrive on the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from threading import Event

from PySide6.QtCore import QObject, QThread, Signal, Slot

from exit_desktop.errors import Failure, mark


class Stopped(Failure):
    """The work was stopped because the worker or a lock asked for it."""

    sentence = mark("Stopped. Nothing was changed.")


class StoppedTooLate(Failure):
    """The work was done before it could be stopped."""

    sentence = mark("It was done before it could be stopped. Look at what it did before you go on.")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job is and what it is doing just now, in the worker's language."""

    done: int
    of: int
    doing: str


class Job:
    """One piece of long work; the work itself asks it whether to go on and tells it how far it is."""

    def __init__(self, work: Callable[[Job], object], tell: Callable[[Job, Progress], None]) -> None:
        self.work = work
        self._tell = tell
        self._stop = Event()

    @property
    def stopped(self) -> bool:
        """Whether someone asked for the work to stop."""
        return self._stop.is_set()

    def stop(self) -> None:
        """Ask for the work to stop at its next safe place; its result is dropped."""
        self._stop.set()

    def report(self, done: int, of: int, doing: str) -> None:
        """Tell how far the work is; raises `Stopped` if it is to stop."""
        if self.stopped:
            raise Stopped
        self._tell(self, Progress(done, of, doing))


@dataclass(frozen=True, slots=True)
class Listeners:
    """Bound methods of main-thread objects that hear how a job went; `dropped` clears up a result nobody wants."""

    done: Callable[[object], None]
    failed: Callable[[Failure], None]
    dropped: Callable[[object], None] | None = None
    progressed: Callable[[Progress], None] | None = None


class _Bench(QObject):
    """Lives on the worker thread and does one job after the other."""

    ended = Signal(object, object, object)

    @Slot(object)
    def do(self, job: Job) -> None:
        result: object = None
        fault: Exception | None = None
        try:
            if job.stopped:
                raise Stopped
            result = job.work(job)
        except Exception as error:
            fault = error
        self.ended.emit(job, result, fault)


class Jobs(QObject):
    """The one worker thread, started with the first job."""

    asked = Signal(object)
    progressed = Signal(object, object)
    busy_changed = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._thread: QThread | None = None
        self._bench: _Bench | None = None
        self._waiting: dict[Job, Listeners] = {}
        # Emitted on the worker thread, heard on this one.
        self.progressed.connect(self._progress)

    @property
    def busy(self) -> bool:
        """Whether a job is waiting or at work."""
        return bool(self._waiting)

    def start(self, work: Callable[[Job], object], listeners: Listeners) -> Job:
        """Do `work(job)` on the worker thread; one listener is called here, on the window's thread, when it ends."""
        self._open_bench()
        job = Job(work, self.progressed.emit)
        self._waiting[job] = listeners
        self.busy_changed.emit(True)
        self.asked.emit(job)
        return job

    def stop_all(self) -> None:
        """Ask every job to stop; what they still bring is dropped."""
        for job in self._waiting:
            job.stop()

    def close(self) -> None:
        """Stop the jobs and end the thread; waits for the piece of work that cannot be interrupted."""
        self.stop_all()
        if self._thread is not None:
            self._thread.quit()
            self._thread.wait()
            self._thread = None

    def _open_bench(self) -> None:
        if self._thread is not None:
            return
        self._thread = QThread()
        self._thread.setObjectName("worker")
        self._bench = _Bench()
        self._bench.moveToThread(self._thread)
        self.asked.connect(self._bench.do)
        self._bench.ended.connect(self._end)
        self._thread.start()

    @Slot(object, object)
    def _progress(self, job: Job, progress: Progress) -> None:
        listeners = self._waiting.get(job)
        if listeners is not None and listeners.progressed is not None and not job.stopped:
            listeners.progressed(progress)

    @Slot(object, object, object)
    def _end(self, job: Job, result: object, fault: Exception | None) -> None:
        listeners = self._waiting.pop(job)
        self.busy_changed.emit(self.busy)
        if job.stopped:
            done = fault is None
            if done and result is not None and listeners.dropped:
                listeners.dropped(result)
            listeners.failed(StoppedTooLate() if done and not listeners.dropped else Stopped())
        elif fault is None:
            listeners.done(result)
        elif isinstance(fault, Failure):
            listeners.failed(fault)
        else:
            raise fault
