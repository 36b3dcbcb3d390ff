"""The report as it may leave: made from the protected form alone, and remembered when it has left."""

import hashlib
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from exit_desktop.errors import ReportOfPartOfAQuarter
from exit_desktop.evaluation.choices import ReportChoices
from exit_desktop.evaluation.document import document_of
from exit_desktop.evaluation.protection import protect
from exit_desktop.evaluation.protection_forms import ProtectedReport
from exit_desktop.evaluation.slices import is_whole_quarters
from exit_desktop.services.desk import Act, Desk, append_use
from exit_desktop.services.reports import exact_report
from exit_desktop.vault.released_rows import keep_released, read_released

if TYPE_CHECKING:
    from exit_desktop.vault.rows import Connection

_encode = msgspec.json.Encoder(order="deterministic", enc_hook=str).encode


@dataclass(frozen=True, slots=True)
class _Left:
    """A report that has left, and the SHA-256 of the exact one that it was made from."""

    made_on: date
    exact: str
    report: ProtectedReport


_decode = msgspec.json.Decoder(_Left).decode


@dataclass(frozen=True, slots=True)
class LeavingReport:
    """A report as it may leave, and what is remembered with it."""

    protected: ProtectedReport
    exact: str


def report_to_leave(desk: Desk, choices: ReportChoices, checkpoint: Callable[[], None]) -> LeavingReport:
    """Return the report as it may leave beside all that has left before; nothing is remembered yet.

    Where nothing has changed since a report over the same people left, it is that report. Raises
    ReportOfPartOfAQuarter, what the checkpoint raises, OnlyForReading.
    """
    if not is_whole_quarters(choices.first, choices.last):
        raise ReportOfPartOfAQuarter
    exact = exact_report(desk, choices, checkpoint)
    tables = tuple(exact.tables.values())
    digest = hashlib.sha256(_encode((exact.threshold, sorted(exact.scope), tables))).hexdigest()
    with desk.vault.reading() as connection:
        left = _left(connection)
    same = next((one.report for one in left if one.exact == digest), None)
    released = tuple(one.report.release(one.made_on) for one in left)
    return LeavingReport(same or protect(tables, exact.threshold, released, exact.scope), digest)


def keep_release(desk: Desk, leaving: LeavingReport, act: Act = Act.EXPORTED) -> None:
    """Write down that a report leaves, and what it tells; the same one is kept once."""
    with desk.vault.writing() as connection:
        if all(one.exact != leaving.exact for one in _left(connection)):
            at = desk.clock.now_utc().isoformat(timespec="seconds")
            left = _Left(desk.clock.today(), leaving.exact, leaving.protected)
            keep_released(connection, at, "report", zlib.compress(_encode(left)))
        append_use(connection, desk, act, "report")


def report_document(desk: Desk, choices: ReportChoices, checkpoint: Callable[[], None]) -> dict[str, object]:
    """Return the report as a document for machines, and remember that it left."""
    leaving = report_to_leave(desk, choices, checkpoint)
    keep_release(desk, leaving)
    return document_of(leaving.protected, choices)


def _left(connection: "Connection") -> tuple[_Left, ...]:
    return tuple(_decode(zlib.decompress(body)) for body in read_released(connection))
