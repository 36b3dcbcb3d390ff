"""How far a backup is, in words: the same for one that was asked for and for one that makes itself."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from exit_desktop.services.backups import Stage, Watch
from exit_desktop.system.language import mark

if TYPE_CHECKING:
    from collections.abc import Callable

    from exit_desktop.ui.jobs import Job

DOING = {
    Stage.COPYING: mark("Copying what you have written"),
    Stage.CHECKING: mark("Reading the copy again, to be sure of it"),
}
# More would only wake the window.
_STEPS_TOLD = 50


def watch_of(job: Job, words: Callable[[str], str], rest: float = 0) -> Watch:
    """Return what lets a backup tell a job how far it is, and hear that it should stop; `rest` seconds a piece."""

    def report(stage: Stage, done: int, of: int) -> None:
        if stage is Stage.CHECKING or done * _STEPS_TOLD // of != (done - 1) * _STEPS_TOLD // of:
            job.report(done, of, words(DOING[stage]))

    def stopped() -> bool:
        if rest:
            time.sleep(rest)
        return job.stopped

    return Watch(report, stopped)
