"""The report as it may leave: made from the protected form alone, and remembered when it has left."""

import zlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from exit_desktop.errors import ReportOfPartOfAQuarter
from exit_desktop.evaluation.choices import ReportChoices
from exit_desktop.evaluation.document import document_of
from exit_desktop.evaluation.protection import protect
from exit_desktop.evaluation.protection_forms import ProtectedReport, Release
from exit_desktop.evaluation.slices import is_whole_quarters
from exit_desktop.services.desk import Act, Desk, append_use
from exit_desktop.services.reports import exact_report
from exit_desktop.vault.released_rows import keep_released, read_released

if TYPE_CHECKING:
    from exit_desktop.vault.rows import Connection

_encode = msgspec.json.Encoder(order="deterministic").encode
_decode = msgspec.json.Decoder(Release).decode


def report_to_leave(desk: Desk, choices: ReportChoices, checkpoint: Callable[[], None]) -> ProtectedReport:
    """Return the report as it may leave beside all that has left before; nothing is remembered yet.

    Raises ReportOfPartOfAQuarter, what the checkpoint raises, OnlyForReading.
    """
    if not is_whole_quarters(choices.first, choices.last):
        raise ReportOfPartOfAQuarter
    exact = exact_report(desk, choices, checkpoint)
    with desk.vault.reading() as connection:
        released = _released(connection)
    return protect(tuple(exact.tables.values()), exact.threshold, released, exact.scope)


def keep_release(desk: Desk, report: ProtectedReport, act: Act = Act.EXPORTED) -> None:
    """Write down that a report leaves, and what it tells; the same figures over the same people are kept once."""
    release = report.release(desk.clock.today())
    with desk.vault.writing() as connection:
        if not any(_same(release, earlier) for earlier in _released(connection)):
            at = desk.clock.now_utc().isoformat(timespec="seconds")
            keep_released(connection, at, "report", zlib.compress(_encode(release)))
        append_use(connection, desk, act, "report")


def report_document(desk: Desk, choices: ReportChoices, checkpoint: Callable[[], None]) -> dict[str, object]:
    """Return the report as a document for machines, and remember that it left."""
    report = report_to_leave(desk, choices, checkpoint)
    keep_release(desk, report)
    return document_of(report, choices)


def _released(connection: "Connection") -> tuple[Release, ...]:
    return tuple(_decode(zlib.decompress(body)) for body in read_released(connection))


def _same(one: Release, other: Release) -> bool:
    return replace(one, made_on=date.min) == replace(other, made_on=date.min)
