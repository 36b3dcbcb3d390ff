"""The sealed bundle: what would leave, row by row, and the file that carries it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

import msgspec

from exit_desktop.domain.consents import said_yes_to
from exit_desktop.domain.courses import COURSE_SCHEMA, Course, Sharing
from exit_desktop.domain.not_started import Enquiry
from exit_desktop.domain.planning import freeze_plan
from exit_desktop.domain.plans import FrozenBy
from exit_desktop.errors import NothingMayLeave, NothingToSend, NoYesToThem
from exit_desktop.exchange.cards import Card, CardRole
from exit_desktop.exchange.coded import CODED_SCHEMA, CodedCourse, code_course
from exit_desktop.exchange.coded_not_started import NOT_STARTED_SCHEMA, CodedEnquiry, code_enquiry
from exit_desktop.exchange.opening import OpenedBundle, open_with_any
from exit_desktop.exchange.sealing import split_units
from exit_desktop.exchange.units import (
    BASIC_FORMS,
    TombstoneReason,
    TombstoneUnit,
    Unit,
    UnitForm,
    UnitForms,
    UnitKind,
    WorkerUnit,
    unit_line,
)
from exit_desktop.services.desk import Act, Desk, append_use
from exit_desktop.services.not_started import instrument_of
from exit_desktop.services.numbered import seal_numbered
from exit_desktop.services.sealed import SealedBundle
from exit_desktop.services.sharing import known_senders, own_identities, own_identity
from exit_desktop.vault.answered_rows import SentUnit
from exit_desktop.vault.cards import keep_sent_course, read_tombstones
from exit_desktop.vault.courses import read_courses, write_course
from exit_desktop.vault.not_started_rows import read_enquiries
from exit_desktop.vault.worker import WorkerDetails, read_worker, read_worker_id

if TYPE_CHECKING:
    from exit_desktop.vault.rows import Connection

# What a package is made for; the rest goes along.
_CARGO = {UnitKind.COURSE, UnitKind.COURSE_CODED, UnitKind.NOT_STARTED}

FORMS: UnitForms = MappingProxyType(
    {
        **BASIC_FORMS,
        UnitKind.COURSE: UnitForm(COURSE_SCHEMA, Course),
        UnitKind.COURSE_CODED: UnitForm(CODED_SCHEMA, CodedCourse),
        UnitKind.NOT_STARTED: UnitForm(NOT_STARTED_SCHEMA, CodedEnquiry),
    }
)


class StaysReason(StrEnum):
    """Why a course stays here."""

    NOT_ASKED = "not_asked"
    SAID_NOTHING = "said_nothing"
    NOT_CHOSEN = "not_chosen"
    NO_YES_TO_THEM = "no_yes_to_them"
    ANONYMOUS = "anonymous"


@dataclass(frozen=True, slots=True)
class Receiver:
    """To whom a package goes: `sharing` is asked for the coordinator's role, for others a yes by name (model 16).

    `sender` is whose card it is; without it, what was called back from anybody stands in the preview.
    """

    role: str
    code: str = field(repr=False)
    sender: str | None = None

    @property
    def coordinates(self) -> bool:
        """Whether it is a coordinator."""
        return self.role == CardRole.COORDINATOR


A_COORDINATOR = Receiver(CardRole.COORDINATOR, "")


@dataclass(frozen=True, slots=True)
class Leaving:
    """One unit that leaves: its kind, whose course it is, and its content as path and value, one a row."""

    kind: UnitKind
    alias: str = field(repr=False)
    rows: tuple[tuple[str, str], ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Staying:
    """A course that stays, and why."""

    alias: str = field(repr=False)
    reason: StaysReason


@dataclass(frozen=True, slots=True)
class ExportPreview:
    """Exactly what a bundle would carry and what stays."""

    leaving: tuple[Leaving, ...]
    staying: tuple[Staying, ...]
    packages: int


@dataclass(frozen=True, slots=True)
class _Line:
    kind: UnitKind
    alias: str = field(repr=False)
    line: bytes = field(repr=False)
    carries: SentUnit | None


def _unit_of(desk: Desk, course: Course, worker: WorkerDetails) -> Unit | None:
    if course.sharing is Sharing.FULL and not course.anonymous:
        return Unit(UnitKind.COURSE, COURSE_SCHEMA, course)
    if course.sharing in (Sharing.CODED, Sharing.FULL):
        coded = code_course(course, desk.catalogue, worker.code, worker.project)
        return Unit(UnitKind.COURSE_CODED, CODED_SCHEMA, coded)
    return None


def _leaving(desk: Desk, chosen: Sequence[str] | None, to: Receiver, staying: list[Staying]) -> Iterator[Course]:
    """Yield the courses that may leave, one held at a time; those that stay are added to `staying` with the reason."""
    today = desk.clock.today()
    with desk.vault.reading() as connection:
        for course in read_courses(connection):
            reason = _stays(course, chosen) or _not_to(course, to, today)
            if reason is None:
                yield course
            else:
                staying.append(Staying(course.citizen.alias, reason))


def _stays(course: Course, chosen: Sequence[str] | None) -> StaysReason | None:
    if chosen is not None and course.id not in chosen:
        return StaysReason.NOT_CHOSEN
    if course.sharing is Sharing.NOT_ASKED:
        return StaysReason.NOT_ASKED
    return StaysReason.SAID_NOTHING if course.sharing is Sharing.NOTHING else None


def _not_to(course: Course, to: Receiver, today: date) -> StaysReason | None:
    """Return why a course that may be shared does not go to this receiver (model 16)."""
    if to.coordinates:
        return None
    if course.anonymous:
        return StaysReason.ANONYMOUS
    return None if said_yes_to(course.consents, to.code, today) else StaysReason.NO_YES_TO_THEM


def _enquiries(desk: Desk, chosen: Sequence[str] | None) -> list[Enquiry]:
    """Return the enquiries that leave; they belong to nobody, so that nobody was to be asked."""
    with desk.vault.reading() as connection:
        return [one for one in read_enquiries(connection) if chosen is None or one.id in chosen]


def _lines(desk: Desk, to: Receiver, courses: Iterable[Course], enquiries: Iterable[Enquiry]) -> list[_Line]:
    with desk.vault.reading() as connection:
        worker = read_worker(connection) or WorkerDetails("?")
        worker_id = read_worker_id(connection)
        stones = read_tombstones(connection, to.sender)
    mine = WorkerUnit(
        worker_id, worker.code, worker.project, worker.weekly_minutes, CardRole(worker.role), desk.vault.practice
    )
    lines = [_line(Unit(UnitKind.WORKER, 1, mine))]
    for stone in stones:
        reason = TombstoneReason(stone.reason)
        body = TombstoneUnit(stone.wire_id, stone.ownership, stone.revision, stone.made_on, reason)
        lines.append(_line(Unit(UnitKind.TOMBSTONE, 1, body), (stone.wire_id, stone.ownership, stone.revision)))
    for enquiry in enquiries:
        coded = code_enquiry(enquiry, instrument_of(desk, enquiry.answers), worker.code)
        lines.append(_line(Unit(UnitKind.NOT_STARTED, NOT_STARTED_SCHEMA, coded), (enquiry.id, 1, enquiry.revision)))
    for course in courses:
        unit = _unit_of(desk, course, worker)
        if unit is not None:
            lines.append(_line(unit, (course.wire_id, course.ownership, course.revision), course.citizen.alias))
    return lines


def _line(unit: Unit, carried: tuple[str, int, int] | None = None, alias: str = "") -> _Line:
    carries = None if carried is None else SentUnit(carried[0], unit.kind, carried[1], carried[2])
    return _Line(unit.kind, alias, unit_line(unit), carries)


def preview_export(desk: Desk, chosen: Sequence[str] | None = None, to: Receiver = A_COORDINATOR) -> ExportPreview:
    """Return what a bundle of these courses and enquiries (all, if None) would carry: the very lines, taken apart."""
    staying: list[Staying] = []
    leaving_courses = (_as_it_leaves(desk, course) for course in _leaving(desk, chosen, to, staying))
    lines = _lines(desk, to, leaving_courses, _enquiries(desk, chosen))
    leaving = tuple(Leaving(one.kind, one.alias, flatten(one.line)) for one in lines)
    return ExportPreview(leaving, tuple(staying), len(split_units(one.line for one in lines)))


def _as_it_leaves(desk: Desk, course: Course) -> Course:
    """Return the course as the export will have written it: its plan fast, its revision one higher."""
    after = freeze_plan(course, FrozenBy.EXPORT, desk.clock.today())
    if after is course:
        return course
    return replace(after, revision=course.revision + 1, written_at=desk.clock.now_utc().replace(microsecond=0))


def flatten(line: bytes) -> tuple[tuple[str, str], ...]:
    """Return a line's body as rows of path and value."""
    return tuple(rows_of(msgspec.json.decode(line)["body"]))


def rows_of(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield a value as rows of path and value, what says nothing left out."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from rows_of(inner, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for number, inner in enumerate(value, 1):
            yield from rows_of(inner, f"{path}[{number}]")
    elif value not in (None, ""):
        yield path, str(value)


def export_bundle(desk: Desk, card: Card, chosen: Sequence[str] | None = None) -> tuple[SealedBundle, ...]:
    """Seal what may leave to the owner of a confirmed card; several files beyond 32 MiB of text.

    `chosen` names courses and enquiries by id. The plans that leave become fast. Raises NothingMayLeave, NothingToSend.
    """
    staying: list[Staying] = []
    with desk.vault.writing() as connection:
        to = Receiver(card.facts.role, card.facts.code, card.sender_id)
        leaving = (_freeze(connection, desk, course) for course in _leaving(desk, chosen, to, staying))
        enquiries = _enquiries(desk, chosen)
        lines = _lines(desk, to, leaving, enquiries)
        for enquiry in enquiries:
            keep_sent_course(connection, enquiry.id)
        kinds = {one.kind for one in lines}
        # What is to be forgotten goes also when nothing else may, unless somebody was asked for by name.
        if not kinds & _CARGO and (chosen is not None or UnitKind.TOMBSTONE not in kinds):
            _refuse(staying)
        if UnitKind.NOT_STARTED in kinds:
            append_use(connection, desk, Act.EXPORTED, UnitKind.NOT_STARTED)
        return tuple(_seal(desk, card, lines))


def _seal(desk: Desk, card: Card, lines: Sequence[_Line]) -> Iterator[SealedBundle]:
    identity, rest = own_identity(desk), iter(lines)
    for group in split_units(one.line for one in lines):
        carried = [one.carries for _, one in zip(group, rest, strict=False)]
        yield seal_numbered(desk, identity, card, group, [unit for unit in carried if unit is not None])


def _freeze(connection: "Connection", desk: Desk, course: Course) -> Course:
    """Return the course as it is after leaving: its plan fast, its export in the usage log, its wire id known."""
    after = freeze_plan(course, FrozenBy.EXPORT, desk.clock.today())
    append_use(connection, desk, Act.EXPORTED, course.sharing, course.id)
    keep_sent_course(connection, course.wire_id)
    return course if after is course else write_course(connection, course, after, desk.clock.now_utc())


def _refuse(staying: list[Staying]) -> None:
    if any(s.reason in (StaysReason.NO_YES_TO_THEM, StaysReason.ANONYMOUS) for s in staying):
        raise NoYesToThem
    names = sorted(s.alias for s in staying if s.reason is StaysReason.NOT_ASKED)
    if names:
        raise NothingMayLeave(names=", ".join(names))
    raise NothingToSend


def open_received(desk: Desk, content: bytes) -> tuple[OpenedBundle, tuple[Unit, ...]]:
    """Verify a bundle that was sent to this vault and return it with its units. Raises BundleRejected."""
    opened = open_with_any(content, own_identities(desk), known_senders(desk))
    return opened, tuple(opened.units(FORMS))


def name_of_unit(unit: Unit) -> str:
    """Return what a person calls a unit: the alias, the code that stands for it, the worker's code, or nothing."""
    body = unit.body
    if isinstance(body, Course):
        return body.citizen.alias
    if isinstance(body, CodedCourse):
        return body.wire_code
    if isinstance(body, CodedEnquiry):
        return body.month
    return body.code if isinstance(body, WorkerUnit) else ""
