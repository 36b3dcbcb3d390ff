"""What a package carries: one unit a line, each kind with its own form and number, checked strictly at this border."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Annotated

import msgspec
from msgspec import Meta

from exit_desktop.exchange.bundle import MAX_LINE, MAX_PARTS, Id128, Positive
from exit_desktop.exchange.canonical import NotCanonical, canonical_json, typed_json
from exit_desktop.exchange.cards import CardRole, WorkerCode
from exit_desktop.exchange.faults import BundleNewerUnit, BundleStrangeContent


class UnitKind(StrEnum):
    """The kinds of unit, fixed from the first day."""

    COURSE = "course"
    COURSE_CODED = "course_coded"
    NOT_STARTED = "not_started"
    WORKER = "worker"
    TOMBSTONE = "tombstone"
    RECEIPT = "receipt"
    HANDOVER = "handover"


@dataclass(frozen=True, slots=True)
class WorkerUnit:
    """The sender of a package, by code only."""

    id: Id128
    code: WorkerCode = field(repr=False)
    project: Annotated[str, Meta(max_length=120)] = field(repr=False)
    weekly_minutes: Annotated[int, Meta(ge=0, le=7 * 24 * 60)]
    role: CardRole
    practice: bool


class TombstoneReason(StrEnum):
    """Why a course is to be forgotten by the receiver."""

    ERASED = "erased"
    SHARING_WITHDRAWN = "sharing_withdrawn"
    MADE_ANONYMOUS = "made_anonymous"


@dataclass(frozen=True, slots=True)
class TombstoneUnit:
    """A course that the receiver is to forget, named by the id under which it travelled."""

    wire_id: Id128
    ownership: Positive
    revision: Positive
    on: date
    reason: TombstoneReason


class ReceiptOutcome(StrEnum):
    """What became of one unit at the receiver."""

    TAKEN = "taken"
    ALREADY_HERE = "already_here"
    CONFLICT = "conflict"
    FORGOTTEN = "forgotten"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class ReceiptResult:
    """The outcome for one course of a received package."""

    wire_id: Id128
    ownership: Positive
    revision: Positive
    outcome: ReceiptOutcome


@dataclass(frozen=True, slots=True)
class ReceiptUnit:
    """The receiver's answer to one package."""

    bundle: Id128
    results: list[ReceiptResult]


@dataclass(frozen=True, slots=True)
class UnitForm:
    """The highest schema number this program reads of a kind, and the type of its body (new fields have defaults)."""

    schema: int
    body: type


UnitForms = Mapping[UnitKind, UnitForm]

BASIC_FORMS: UnitForms = MappingProxyType(
    {
        UnitKind.WORKER: UnitForm(1, WorkerUnit),
        UnitKind.TOMBSTONE: UnitForm(1, TombstoneUnit),
        UnitKind.RECEIPT: UnitForm(1, ReceiptUnit),
    }
)


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit: its kind, schema number and body (a dataclass, or `msgspec.Raw` of canonical bytes when writing)."""

    kind: UnitKind
    schema: int
    body: object = field(repr=False)


@dataclass(frozen=True, slots=True)
class UnitLine:
    """One line of a package, its place known and its body still unread: canonical JSON bytes."""

    number: int
    kind: UnitKind
    schema: int
    body: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class _Line:
    body: dict[str, object]
    schema: Annotated[int, Meta(ge=1, le=2**53)]
    unit: UnitKind


@dataclass(frozen=True, slots=True)
class _OwnLine:
    # Whose body is passed over: it was spelled by `unit_line` a moment ago, or is read next.
    body: msgspec.Raw
    schema: Annotated[int, Meta(ge=1, le=2**53)]
    unit: UnitKind


def line_fits(line: bytes) -> bool:
    """Say whether a line is small enough to be read: its bytes, and its parts, counted without reading it."""
    return len(line) <= MAX_LINE and line.count(b",") + line.count(b"[") + line.count(b"{") <= MAX_PARTS


def unit_line(unit: Unit) -> bytes:
    """Return a unit as its one line, without the line end."""
    return canonical_json({"unit": unit.kind.value, "schema": unit.schema, "body": unit.body})


def parse_line(line: bytes, number: int) -> UnitLine:
    """Return what a line is, its body unread; raises BundleStrangeContent with the line's number."""
    try:
        parsed = typed_json(line, _Line)
    except NotCanonical:
        raise BundleStrangeContent(line=number) from None
    return UnitLine(number, parsed.unit, parsed.schema, canonical_json(parsed.body))


def split_line(line: bytes, number: int) -> UnitLine:
    """Return what a line is; the spelling of its body is only checked by `read_unit`. Raises BundleStrangeContent."""
    try:
        parsed = msgspec.json.decode(line, type=_OwnLine, strict=True)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        raise BundleStrangeContent(line=number) from None
    body = bytes(parsed.body)
    if line != b'{"body":%b,"schema":%d,"unit":"%b"}' % (body, parsed.schema, parsed.unit.value.encode("ascii")):
        raise BundleStrangeContent(line=number)
    return UnitLine(number, parsed.unit, parsed.schema, body)


def read_unit(line: UnitLine, forms: UnitForms = BASIC_FORMS) -> Unit:
    """Return a unit, its body typed by `forms`, lower schemas too; a higher or unregistered one is refused by name."""
    form = forms.get(line.kind)
    if form is None or line.schema > form.schema:
        raise BundleNewerUnit(kind=line.kind.value, version=line.schema)
    try:
        body: object = typed_json(line.body, form.body)
    except NotCanonical:
        raise BundleStrangeContent(line=line.number) from None
    return Unit(line.kind, line.schema, body)


def line_schema(line: bytes) -> int:
    """Return the schema number of a line that `unit_line` wrote; raises ValueError for what it never writes."""
    try:
        if b"\n" not in line:
            return msgspec.json.decode(line, type=_OwnLine).schema
    except msgspec.MsgspecError:
        pass
    raise ValueError("a unit is not canonical") from None
