"""Hours by month as bars, as rows of a table and in sentences."""

from __future__ import annotations

from exit_desktop.charts.hours import HoursBar, HoursView
from exit_desktop.charts.table import Table
from exit_desktop.domain.contacts import WorkKind
from exit_desktop.services.labels import WORK_KINDS
from exit_desktop.services.time_spent import MonthOfWork
from exit_desktop.system.language import Texts
from exit_desktop.ui.hours.own_work import OWN_WORK, OwnWork
from exit_desktop.ui.widgets.short_fields import duration


def hours_view(months: tuple[MonthOfWork, ...], t: Texts) -> HoursView:
    """Return the bars of these months."""
    return HoursView(
        tuple(_bar(month, t) for month in months),
        t("With or for citizens"),
        t("Without a citizen"),
        " ".join(month_sentence(month, t) for month in months[-1:]) or t("No hours are written yet."),
    )


def _bar(month: MonthOfWork, t: Texts) -> HoursBar:
    label = t.date(month.first, "month_name")[:3]
    hours = t.number((month.total + 30) // 60) if month.total else "0"
    return HoursBar(label, month.citizens_total, month.own_total, hours, month_sentence(month, t))


def month_sentence(month: MonthOfWork, t: Texts) -> str:
    """Return the hours of a month in one sentence."""
    if not month.own_total:
        name, total = _capital(t.date(month.first, "month")), duration(month.total, t)
        return t("{month}: {total}, all of it with or for citizens.", month=name, total=total)
    return t(
        "{month}: {total}, of which {citizens} with or for citizens and {own} without a citizen.",
        month=_capital(t.date(month.first, "month")),
        total=duration(month.total, t),
        citizens=duration(month.citizens_total, t),
        own=duration(month.own_total, t),
    )


def hours_table(months: tuple[MonthOfWork, ...], t: Texts) -> Table:
    """Return the kinds as rows, the newest month first; a kind without any hour in all months is left out."""
    newest = tuple(reversed(months))
    heads = (t("Kind of work"), *(_capital(t.date(month.first, "month_name")) for month in newest))
    rows = [
        (t(WORK_KINDS[kind]), *(_cell(month.with_citizens.get(kind, 0), t) for month in newest))
        for kind in WorkKind
        if any(kind in month.with_citizens for month in newest)
    ]
    rows += [
        (t(OWN_WORK[kind]), *(_cell(_own(month, kind), t) for month in newest))
        for kind in OwnWork
        if any(_own(month, kind) for month in newest)
    ]
    rows.append((t("In all"), *(_cell(month.total, t) for month in newest)))
    return Table(heads, tuple(rows))


def _own(month: MonthOfWork, kind: OwnWork) -> int:
    # A kind from elsewhere is something else, as on the page where hours are written.
    known = {one.value for one in OwnWork}
    return sum(
        minutes for name, minutes in month.own.items() if (name if name in known else OwnWork.OTHER.value) == kind.value
    )


def _cell(minutes: int, t: Texts) -> str:
    """Return hours with one decimal, half up; a few minutes are never nothing."""
    tenths = max(1, (minutes + 3) // 6)
    return t.number(tenths / 10, 1) if minutes else "–"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
