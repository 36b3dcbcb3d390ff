"""How a service reads in the table, and what becomes of the rows of a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exit_desktop.domain.directory import AnonymousAccess, wants_checking
from exit_desktop.services.labels import FOCUS_AREAS
from exit_desktop.services.service_files import Fate
from exit_desktop.services.service_list import kind_words, name_here
from exit_desktop.system.language import mark

if TYPE_CHECKING:
    from datetime import date

    from exit_desktop.domain.directory import Service
    from exit_desktop.services.service_files import RowFate
    from exit_desktop.system.language import Texts

FATES = {
    Fate.NEW: mark("is brought in"),
    Fate.SAME: mark("is here already"),
    Fate.DIFFERS: mark("is here with other words"),
}


def headers(t: Texts) -> tuple[str, ...]:
    """Return what the columns of the table are called."""
    return t("Name"), t("Kind"), t("Area"), t("Anonymous access"), t("Last checked")


def cells(service: Service, today: date, t: Texts) -> tuple[str, ...]:
    """Return a line of the table."""
    access = {AnonymousAccess.YES: t("yes"), AnonymousAccess.NO: t("no"), AnonymousAccess.NOT_KNOWN: ""}
    area = t(FOCUS_AREAS[service.area]) if service.area else ""
    name, kind = name_here(service, t), kind_words(service.kind, t)
    return name, kind, area, access[service.anonymous], checked_words(service, today, t)


def checked_words(service: Service, today: date, t: Texts) -> str:
    """Return when a service was last checked, with a quiet word where that is long ago."""
    if service.checked_on is None:
        return t("not yet")
    on, long_ago = t.date(service.checked_on), t("over a year ago")
    return f"{on}\n{long_ago}" if wants_checking(service, today) else on


def fate_words(row: RowFate, change_held: bool, t: Texts) -> str:
    """Return what becomes of a row of a file."""
    if row.fate is Fate.WRONG:
        return t(row.fault, **row.values)
    if row.fate is Fate.DIFFERS:
        return t("is changed as the file says") if change_held else t("is here with other words, and stays as it is")
    return t(FATES[row.fate])
