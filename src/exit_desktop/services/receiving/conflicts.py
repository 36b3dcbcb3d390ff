"""Two writings of one course of which neither is newer: shown side by side, and settled by a person."""

import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

import msgspec

from exit_desktop.domain.courses import Course
from exit_desktop.errors import ConflictSettled
from exit_desktop.exchange.coded import CodedCourse
from exit_desktop.exchange.coded_not_started import CodedEnquiry
from exit_desktop.exchange.units import UnitKind
from exit_desktop.services.bundles import rows_of
from exit_desktop.services.desk import Act, Desk, append_use
from exit_desktop.services.receiving.promoting import hold, staged_of
from exit_desktop.services.receiving.results import Conflict, ConflictSide
from exit_desktop.services.receiving.staging import unpacked
from exit_desktop.services.sharing import list_cards
from exit_desktop.vault.held_rows import (
    HeldRow,
    Place,
    find_writing,
    keep_writing,
    read_body,
    read_conflicts,
    remove_writing,
)
from exit_desktop.vault.received_rows import find_package

if TYPE_CHECKING:
    from exit_desktop.vault.rows import Connection

MOST_DIFFERENCES = 200


def list_conflicts(desk: Desk) -> tuple[Conflict, ...]:
    """Return the conflicts that nobody has settled."""
    codes = {held.sender: held.code for held in list_cards(desk)}
    with desk.vault.reading() as connection:
        return tuple(_conflict(connection, codes, *pair) for pair in read_conflicts(connection))


def choose_in_conflict(desk: Desk, conflict: Conflict, keep_other: bool) -> None:
    """Hold on to one of the two; the other is set aside, and is no conflict any more. Raises ConflictSettled.

    What is set aside goes with the next revision of its course, or when the course is called back.
    """
    with desk.vault.writing() as connection:
        here, other = find_writing(connection, conflict.here_id), find_writing(connection, conflict.other_id)
        if here is None or other is None or (here.place, other.place) != (Place.HELD, Place.OTHER):
            raise ConflictSettled
        kept, aside = (other, here) if keep_other else (here, other)
        _set_aside(connection, aside)
        if keep_other:
            staged = staged_of(connection, kept)
            remove_writing(connection, kept.id)
            hold(connection, desk, kept, staged)
        append_use(connection, desk, Act.CHANGED, "package")


def _set_aside(connection: "Connection", row: HeldRow) -> None:
    # Written anew: what was counted of the old row goes with it.
    body = read_body(connection, row.id)
    remove_writing(connection, row.id)
    keep_writing(connection, replace(row, place=Place.SET_ASIDE), body)


def _conflict(connection: "Connection", codes: dict[str, str], here_id: int, other_id: int) -> Conflict:
    here, other = find_writing(connection, here_id), find_writing(connection, other_id)
    if here is None or other is None:
        raise ConflictSettled
    bodies = [read_body(connection, row.id) for row in (here, other)]
    name = _name(UnitKind(here.kind), bodies[0])
    sides = [_side(connection, codes, row) for row in (here, other)]
    return Conflict(here_id, other_id, name, sides[0], sides[1], tuple(_differences(*bodies))[:MOST_DIFFERENCES])


def _side(connection: "Connection", codes: dict[str, str], row: HeldRow) -> ConflictSide:
    package = find_package(connection, row.bundle_id)
    if package is None:
        raise ConflictSettled
    made_on = datetime.fromisoformat(package.made_at).astimezone().date()
    code = codes.get(package.sender, "")
    return ConflictSide(code, package.number, made_on, row.ownership, row.revision, UnitKind(row.kind))


def _name(kind: UnitKind, packed: bytes) -> str:
    if kind is UnitKind.COURSE:
        return unpacked(packed, Course).citizen.alias
    if kind is UnitKind.COURSE_CODED:
        return unpacked(packed, CodedCourse).wire_code
    return unpacked(packed, CodedEnquiry).month


def _differences(here: bytes, other: bytes) -> Iterator[tuple[str, str, str]]:
    left, right = (dict(rows_of(msgspec.json.decode(zlib.decompress(body)))) for body in (here, other))
    for path in sorted(left.keys() | right.keys()):
        if left.get(path, "") != right.get(path, ""):
            yield path, left.get(path, ""), right.get(path, "")
