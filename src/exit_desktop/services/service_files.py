"""Brings the rows of a file, or the starter entries, into the directory, and saves it as a file."""

import csv
import io
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from exit_desktop.domain.directory import AnonymousAccess, Service
from exit_desktop.domain.plans import FocusArea
from exit_desktop.errors import ListUnreadable, NotPossibleNow
from exit_desktop.services.desk import Act, Desk, append_use
from exit_desktop.services.finding import folded
from exit_desktop.services.logged_files import write_logged
from exit_desktop.services.service_csv import (
    MOST_BYTES,
    Fate,
    RowFate,
    ServiceFile,
    read_service_file,
    write_service_file,
)
from exit_desktop.services.service_list import list_services
from exit_desktop.system.ids import new_id
from exit_desktop.system.language import Texts
from exit_desktop.system.resources import resource_folder
from exit_desktop.vault.service_rows import write_service

__all__ = ["Fate", "RowFate", "ServiceFile"]


def look_at_file(desk: Desk, path: Path) -> ServiceFile:
    """Return what becomes of each row of a file. Raises ListUnreadable, ListTooLong, ListWithoutNames."""
    try:
        with path.open("rb") as stream:
            content = stream.read(MOST_BYTES + 1)
    except OSError:
        raise ListUnreadable from None
    return read_service_file(content, list_services(desk))


def starter_entries(language: str) -> tuple[Service, ...]:
    """Return the entries that ship with the program, without ids; facts of the guide of 2017, to be checked."""
    text = (resource_folder("services") / f"starter.{language}.csv").read_text(encoding="utf-8")
    return tuple(_starter(row) for row in csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def look_at_starters(desk: Desk, language: str) -> ServiceFile:
    """Return which of the starter entries are not here yet; one that was renamed or changed here counts as here."""
    here = list_services(desk)
    keys, names = {one.starter for one in here}, {folded(one.name) for one in here}
    fates = (
        RowFate(
            line, one.name, Fate.SAME if one.starter in keys or folded(one.name) in names else Fate.NEW, service=one
        )
        for line, one in enumerate(starter_entries(language), 1)
    )
    return ServiceFile(tuple(fates))


def bring_in(desk: Desk, rows: Sequence[RowFate], change_held: bool = False) -> int:
    """Write the new rows, and with `change_held` those that differ, all or none; return how many.

    Raises NotPossibleNow where a row cannot be read.
    """
    if any(row.fate is Fate.WRONG for row in rows):
        raise NotPossibleNow
    wanted = {Fate.NEW, Fate.DIFFERS} if change_held else {Fate.NEW}
    services = [row.service for row in rows if row.fate in wanted and row.service is not None]
    with desk.vault.writing() as connection:
        for service in services:
            write_service(connection, service if service.id else replace(service, id=new_id()))
        append_use(connection, desk, Act.LOADED, "services")
    return len(services)


def save_services(desk: Desk, path: Path, t: Texts) -> int:
    """Write the directory as a file that anyone can read; return how many services. Raises DiskFull and the like."""
    services = list_services(desk)
    write_logged(desk, path, write_service_file(services, t), Act.EXPORTED, "services")
    return len(services)


def _starter(row: dict[str, str]) -> Service:
    return Service(
        "",
        row["name"],
        row["kind"],
        row["paper_name"],
        row["contact"],
        row["note"],
        FocusArea(row["area"]),
        row["for_whom"],
        AnonymousAccess(row["anonymous"]),
        starter=row["key"],
    )
