"""How the paper of a preview is made: at once, or on the worker thread where there may be much to write."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Protocol, cast, runtime_checkable

from exit_desktop.errors import Failure, PaperStopped
from exit_desktop.ui.widgets.work_bar import WorkBar

if TYPE_CHECKING:
    from exit_desktop.ui.jobs import Job
    from exit_desktop.ui.papers.options import Options
    from exit_desktop.ui.session import Session


@runtime_checkable
class MadeAside(Protocol):
    """The options of a paper that may be long."""

    def making(self) -> Callable[[], bytes]:
        """Return what makes the paper as the options stand now; it is called on the worker thread."""


class Making:
    """Hands each paper to `show`, and a failure to `tell`; `bar` says that a long one is being made."""

    def __init__(
        self, session: Session, options: Options, show: Callable[[bytes], None], tell: Callable[[Failure], None]
    ) -> None:
        self.bar, self._t = WorkBar(session), session.t
        self._options, self._show, self._tell = options, show, tell
        self._again, self._stopped = False, False
        self._then: Callable[[], None] | None = None
        self.bar.stopping.connect(self._forget)

    def make(self, then: Callable[[], None] | None = None) -> None:
        """Make the paper as the options stand, and when it is there, do what is to be done with it.

        A wish that waits already stays: whoever ticks an option after "Print" wants that paper printed.
        """
        self._then = then or self._then
        if not isinstance(self._options, MadeAside):
            self._take(_made(self._options.make))
        elif self.bar.busy:
            # What is being made is of no use any more: the options are other ones.
            self._again = True
        else:
            self._again, self._stopped = False, False
            work = cast("Callable[[Job], object]", partial(_made, self._options.making()))
            self.bar.start(self._t("The paper is being made."), work, self._take_late, self._take_late)

    def drop(self) -> None:
        """Let the paper go that is being made."""
        self._then = None
        self.bar.clear()

    def _forget(self) -> None:
        self._then = None
        self._again, self._stopped = False, True

    def _take_late(self, result: object) -> None:
        if self._again:
            self.make()
        elif self._stopped:
            self._tell(PaperStopped())
        else:
            self._take(cast("bytes | Failure", result))

    def _take(self, result: bytes | Failure) -> None:
        then, self._then = self._then, None
        if isinstance(result, Failure):
            self._tell(result)
            return
        self._show(result)
        if then is not None:
            then()


def _made(make: Callable[[], bytes], _job: object = None) -> bytes | Failure:
    """Return the paper, or why there is none: the preview tells it in its own place."""
    try:
        return make()
    except Failure as failure:
        return failure
