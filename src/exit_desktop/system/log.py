"""The technical log: which kind of thing happened and when, in codes that name nobody.

Only codes of `Event`, random ids and places in our own source can reach the file; whatever else is sent there is
dropped and counted. What was done to which course is the usage log's, inside the vault.
"""

import faulthandler
import logging
import os
import re
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from types import TracebackType
from typing import TextIO

LOG_NAME = "forloeb"
LARGEST_FILE = 64 * 1024
# A random id, a module with its line, a number. A word alone could be an alias, unless it names a kind of exception.
NEUTRAL = re.compile(r"[0-9a-f]{32}|[A-Za-z_][A-Za-z0-9_.]*:[0-9]+|[0-9]+")


class Event(StrEnum):
    """Everything that the log can say."""

    STARTED = "started"
    STOPPED = "stopped"
    VAULT_MADE = "vault-made"
    VAULT_REFUSED = "vault-refused"
    VAULT_MIGRATED = "vault-migrated"
    UNLOCKED = "unlocked"
    UNLOCK_REFUSED = "unlock-refused"
    LOCKED = "locked"
    DRAFT_KEPT = "draft-kept"
    DRAFT_LOST = "draft-lost"
    SETTINGS_UNREADABLE = "settings-unreadable"
    FAILURE_TOLD = "failure-told"
    JOB_FAILED = "job-failed"
    QT_WARNING = "qt-warning"
    CRASHED = "crashed"
    DROPPED = "record-dropped"


def note(event: Event, *details: str | int, level: int = logging.INFO) -> None:
    """Write `event` with `details`: random ids, class names, module:line or numbers; anything else is dropped."""
    logging.getLogger(LOG_NAME).log(level, event, *details)


def note_crash(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
    """Write the type of an unexpected exception and where it rose: no message, no values."""
    note(Event.CRASHED, kind.__name__, _place(trace), level=logging.ERROR)


class NeutralOnly(logging.Filter):
    """Lets pass what can name nobody and replaces everything else by a code."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Keep every record and empty those that are not neutral."""
        if not self._neutral(record):
            record.msg, record.args = Event.DROPPED, ()
        details = [str(one) for one in record.args] if isinstance(record.args, tuple) else []
        record.msg, record.args = " ".join([str(record.msg), *details]), ()
        record.exc_info = record.exc_text = record.stack_info = None
        return True

    @staticmethod
    def _neutral(record: logging.LogRecord) -> bool:
        details = record.args or ()
        return (
            isinstance(record.msg, Event)
            and isinstance(details, tuple)
            and all(isinstance(one, str | int) and _is_neutral(str(one)) for one in details)
        )


def _is_neutral(text: str) -> bool:
    return NEUTRAL.fullmatch(text) is not None or text in _names_below(BaseException)


def _names_below(kind: type[BaseException]) -> set[str]:
    # `type.__subclasses__` also for exceptions whose own class is a kind of type.
    return {kind.__name__}.union(*(_names_below(one) for one in type.__subclasses__(kind)))


class PrivateFile(logging.FileHandler):
    """Two small files that only the user may read; a full disk costs lines of the log, nothing else.

    Turned by hand: `logging.handlers` would load `socket`, which nothing here has a use for, and a megabyte with it.
    """

    def emit(self, record: logging.LogRecord) -> None:
        """Write a line; a full file becomes the older one first, unless another window of the program is writing it."""
        try:
            if self.stream is not None and self.stream.tell() >= LARGEST_FILE:
                self.close()
                with suppress(OSError):
                    Path(self.baseFilename).replace(f"{self.baseFilename}.1")
            super().emit(record)
        except OSError:
            self.handleError(record)

    def _open(self) -> TextIO:  # type: ignore[override]  # the base names the wrapper class, which open() returns
        descriptor = os.open(self.baseFilename, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        return os.fdopen(descriptor, "a", encoding="utf-8")

    def handleError(self, record: logging.LogRecord) -> None:
        """Go on without this line."""


def start_log(folder: Path) -> logging.Handler:
    """Write the log to `folder`/forloeb.log from now on, and what libraries say nowhere; undone by `stop_log`."""
    handler = PrivateFile(folder / f"{LOG_NAME}.log", delay=True)
    handler.addFilter(NeutralOnly())
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    logger = logging.getLogger(LOG_NAME)
    logger.setLevel(logging.INFO)
    logger.addHandler(handler)
    logging.getLogger().addHandler(logging.NullHandler())
    return handler


def stop_log(handler: logging.Handler) -> None:
    """Close the file of `start_log`."""
    logging.getLogger(LOG_NAME).removeHandler(handler)
    handler.close()


def catch_crashes(folder: Path) -> TextIO:
    """Send hard crashes (places, no values) to a file, which is returned open; who hears what Python raises stays."""
    descriptor = os.open(folder / f"{LOG_NAME}-crash.log", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    stream = os.fdopen(descriptor, "w", encoding="utf-8")
    faulthandler.enable(stream)
    return stream


def _place(trace: TracebackType | None) -> str:
    if trace is None:
        return "unknown:0"
    while trace.tb_next is not None:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_globals.get('__name__', 'unknown')}:{trace.tb_lineno}"
