"""A report as one document for machines, made from its protected form alone; described in resources/docs/report.md."""

from exit_desktop.evaluation.choices import ReportChoices
from exit_desktop.evaluation.intervals import LEVEL, share_interval
from exit_desktop.evaluation.protection_forms import ProtectedCell, ProtectedReport, ProtectedTable, Shown
from exit_desktop.evaluation.table import RowsAre

FORM = 1
Figure = int | dict[str, int] | None


def document_of(report: ProtectedReport, choices: ReportChoices) -> dict[str, object]:
    """Return the document: keys for tables, rows and columns; a number, its span where it is hidden, or null."""
    return {
        "form": FORM,
        "on": choices.on.isoformat(),
        "started_from": choices.first.isoformat(),
        "started_until": choices.last.isoformat(),
        "workers": list(choices.workers),
        "projects": list(choices.projects),
        "goal": choices.goal or None,
        "who5_rule": choices.who5.value,
        "threshold": report.threshold,
        "empty": report.empty,
        "tables": [_table(table) for table in report.tables],
    }


def _table(table: ProtectedTable) -> dict[str, object]:
    return {
        "table": table.key,
        "source": table.source,
        "rule": table.rule or None,
        "unit": table.unit,
        "rows_are": table.rows_are,
        "columns_are": table.columns_are,
        "columns": list(table.columns),
        "rows": [
            {"row": name, "cells": [_cell(table, cell) for cell in cells]}
            for name, cells in zip(table.rows, table.cells, strict=True)
        ],
    }


def _cell(table: ProtectedTable, cell: ProtectedCell) -> dict[str, object]:
    told: dict[str, object] = {"answered": _figure(cell.answered), "missing": _figure(cell.missing)}
    if table.rows_are is RowsAre.MEANS:
        told["mean"] = None if cell.mean_tenths is None else f"{cell.mean_tenths / 10:.1f}"
    else:
        told |= {"count": _figure(cell.count), "percent": _figure(cell.percent), "interval": _interval(cell)}
    return told | {"why": cell.why}


def _figure(shown: Shown) -> Figure:
    if shown.low is None or shown.high is None:
        return None
    return shown.low if shown.exact is not None else {"from": shown.low, "to": shown.high}


def _interval(cell: ProtectedCell) -> dict[str, object] | None:
    """Return the interval of a share in per cent, where its percentage is told and what it rests on too."""
    count, answered = cell.count.exact, cell.answered.exact
    if count is None or answered is None or cell.percent.exact is None:
        return None
    interval = share_interval(count, answered)
    if interval is None:
        return None
    low, high = (round(100 * end, 1) for end in interval)
    return {"level": LEVEL, "from": low, "to": high}
