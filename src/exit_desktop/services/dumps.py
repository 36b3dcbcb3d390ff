"""dump and load: the whole vault as open lines of JSON, so that a user can always leave (model 6).

Lines carry no checksum and may be edited by hand; signatures play no part here. The format is described field by
field in resources/docs/dump-format.md. Safety notes, drafts, log, keys and guarded words are in no dump.
"""

import base64
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import msgspec

from exit_desktop.domain.citizens import alias_key, suggest_alias
from exit_desktop.domain.contacts import WorkEntry
from exit_desktop.domain.courses import COURSE_SCHEMA, Course
from exit_desktop.errors import DumpLineNewer, DumpLineWrong
from exit_desktop.services.desk import Act, Desk, append_use, keep_instruments
from exit_desktop.system.safe_write import write_file
from exit_desktop.vault.course_contacts import read_work_hours, write_work_entry
from exit_desktop.vault.course_list import read_aliases
from exit_desktop.vault.courses import find_by_id, read_courses, take_course
from exit_desktop.vault.instruments import keep_instrument, read_instruments
from exit_desktop.vault.service_rows import Service, read_services, write_service
from exit_desktop.vault.settings import read_setting, read_settings, save_setting
from exit_desktop.vault.worker import WorkerDetails, read_worker

if TYPE_CHECKING:
    from exit_desktop.vault.rows import Connection

SCHEMAS = {"course": COURSE_SCHEMA, "instrument": 1, "service": 1, "setting": 1, "work_hours": 1, "worker": 1}


@dataclass(frozen=True, slots=True)
class InstrumentBody:
    """The bytes of one version of an instrument, as base64."""

    name: str
    version: int
    definition: str


@dataclass(frozen=True, slots=True)
class SettingBody:
    """A setting of the vault."""

    name: str
    value: str


BODIES: dict[str, type] = {
    "course": Course,
    "instrument": InstrumentBody,
    "service": Service,
    "setting": SettingBody,
    "work_hours": WorkEntry,
    "worker": WorkerDetails,
}


@dataclass(slots=True)
class LoadCounts:
    """What became of the lines of a dump."""

    added: int = 0
    replaced: int = 0
    already_here: int = 0
    kept_newer: int = 0
    renamed: int = 0


def dump_vault(desk: Desk, path: Path) -> int:
    """Write every unit as one line of canonical JSON in clear text to a file the worker named; return how many."""
    lines = b"".join(line + b"\n" for line in _dump_lines(desk))
    write_file(path, lines)
    with desk.vault.writing() as connection:
        append_use(connection, desk, Act.DUMPED, "vault")
    return lines.count(b"\n")


def _dump_lines(desk: Desk) -> Iterator[bytes]:
    with desk.vault.reading() as connection:
        worker = read_worker(connection)
        if worker is not None:
            yield _line("worker", worker)
        for name, version, _, content in read_instruments(connection):
            yield _line("instrument", InstrumentBody(name, version, base64.b64encode(content).decode()))
        for service in read_services(connection):
            yield _line("service", service)
        for name, value in read_settings(connection).items():
            yield _line("setting", SettingBody(name, value))
        for entry in read_work_hours(connection):
            yield _line("work_hours", entry)
        for course in read_courses(connection):
            yield _line("course", course)


def _line(unit: str, body: object) -> bytes:
    return msgspec.json.encode({"unit": unit, "schema": SCHEMAS[unit], "body": body}, order="sorted")


def load_dump(desk: Desk, path: Path) -> LoadCounts:
    """Read a dump into this vault, all of it or, at the first line that cannot be read, nothing.

    A course that was not here gets this vault as its owner; a higher (ownership, revision) replaces, the same or an
    older one changes nothing and a newer local one stays. Raises DumpLineWrong, DumpLineNewer.
    """
    counts = LoadCounts()
    with path.open("rb") as stream, desk.vault.writing() as connection:
        for unit, body in _bodies(stream):
            _take(desk, connection, (unit, body), counts)
        append_use(connection, desk, Act.LOADED, "vault")
    return counts


def _bodies(stream: IO[bytes]) -> Iterator[tuple[str, Any]]:
    for number, line in enumerate(stream, 1):
        if line.strip():
            yield _body(line, number)


# The body is one of BODIES; which, its unit says.
def _body(line: bytes, number: int) -> tuple[str, Any]:
    try:
        raw = msgspec.json.decode(line)
        unit, schema = raw["unit"], raw["schema"]
        if unit not in SCHEMAS or schema > SCHEMAS[unit]:
            raise DumpLineNewer(line=number, unit=unit)
        return unit, msgspec.convert(raw["body"], BODIES[unit])
    except (msgspec.MsgspecError, ValueError, KeyError, TypeError, RecursionError):
        raise DumpLineWrong(line=number) from None


def _take(desk: Desk, connection: "Connection", unit: tuple[str, Any], counts: LoadCounts) -> None:
    kind, body = unit
    if kind == "course":
        _take_course(desk, connection, body, counts)
    elif kind == "instrument":
        content = base64.b64decode(body.definition)
        instrument = desk.catalogue.keep(content)
        keep_instrument(connection, instrument.id, instrument.version, bytes.fromhex(instrument.sha256), content)
    elif kind == "service":
        write_service(connection, body)
    elif kind == "setting" and read_setting(connection, body.name) is None:
        save_setting(connection, body.name, body.value)
    elif kind == "work_hours":
        write_work_entry(connection, body)


def _take_course(desk: Desk, connection: "Connection", document: Course, counts: LoadCounts) -> None:
    held = find_by_id(connection, document.id)
    if held is None:
        document = replace(document, owner=desk.vault.uid, ownership=document.ownership + 1)
        counts.added += 1
    elif (document.ownership, document.revision) > (held.ownership, held.revision):
        counts.replaced += 1
    else:
        same = (document.ownership, document.revision) == (held.ownership, held.revision)
        counts.already_here += 1 if same or _came_from(document, held) else 0
        counts.kept_newer += 0 if same or _came_from(document, held) else 1
        return
    document = _with_free_alias(connection, document, counts)
    keep_instruments(connection, desk.catalogue, None, document)
    take_course(connection, held, document)


def _came_from(document: Course, held: Course) -> bool:
    """Return whether the held course is the document as it was loaded, its ownership raised by the load."""
    return held.ownership == document.ownership + 1 and held.revision == document.revision


def _with_free_alias(connection: "Connection", document: Course, counts: LoadCounts) -> Course:
    taken = {alias_key(alias) for alias in read_aliases(connection, other_than=document.citizen.id)}
    if alias_key(document.citizen.alias) not in taken:
        return document
    counts.renamed += 1
    alias = suggest_alias(document.citizen.alias, taken)
    return replace(document, citizen=replace(document.citizen, alias=alias))
