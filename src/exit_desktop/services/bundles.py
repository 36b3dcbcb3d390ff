"""The sealed bundle: what would leave, row by row, and the file that carries it."""

import hashlib
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
from exit_desktop.exchange.bundle import BundleFacts, neutral_file_name, new_bundle_id
from exit_desktop.exchange.cards import Card, CardRole, read_card
from exit_desktop.exchange.coded import CODED_SCHEMA, CodedCourse, code_course
from exit_desktop.exchange.coded_not_started import NOT_STARTED_SCHEMA, CodedEnquiry, code_enquiry
from exit_desktop.exchange.identity import Identity
from exit_desktop.exchange.opening import KnownSender, OpenedBundle, Trust, open_bundle
from exit_desktop.exchange.sealing import seal_bundle, split_units
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
from exit_desktop.services.sharing import list_cards, own_identity
from exit_desktop.vault.cards import SentBundle, keep_sent, keep_sent_course, last_sent, read_tombstones
from exit_desktop.vault.courses import read_courses, write_course
from exit_desktop.vault.not_started_rows import read_enquiries
from exit_desktop.vault.package_epoch import read_package_epoch
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
    """To whom a package goes: `sharing` is asked for the coordinator's role, for others a yes by name (model 16)."""

    role: str
    code: str = field(repr=False)

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
class SealedBundle:
    """A file ready to be written: a neutral name and its bytes."""

    name: str
    content: bytes = field(repr=False)
    units: int


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


def _lines(desk: Desk, courses: Iterable[Course], enquiries: Iterable[Enquiry]) -> list[tuple[UnitKind, str, bytes]]:
    with desk.vault.reading() as connection:
        worker = read_worker(connection) or WorkerDetails("?")
        worker_id = read_worker_id(connection)
        stones = read_tombstones(connection)
    mine = WorkerUnit(
        worker_id, worker.code, worker.project, worker.weekly_minutes, CardRole(worker.role), desk.vault.practice
    )
    units = [Unit(UnitKind.WORKER, 1, mine)]
    for stone in stones:
        reason = TombstoneReason(stone.reason)
        body = TombstoneUnit(stone.wire_id, stone.ownership, stone.revision, stone.made_on, reason)
        units.append(Unit(UnitKind.TOMBSTONE, 1, body))
    for enquiry in enquiries:
        coded = code_enquiry(enquiry, instrument_of(desk, enquiry.answers), worker.code)
        units.append(Unit(UnitKind.NOT_STARTED, NOT_STARTED_SCHEMA, coded))
    lines = [(unit.kind, "", unit_line(unit)) for unit in units]
    for course in courses:
        unit = _unit_of(desk, course, worker)
        if unit is not None:
            lines.append((unit.kind, course.citizen.alias, unit_line(unit)))
    return lines


def preview_export(desk: Desk, chosen: Sequence[str] | None = None, to: Receiver = A_COORDINATOR) -> ExportPreview:
    """Return what a bundle of these courses and enquiries (all, if None) would carry: the very lines, taken apart."""
    staying: list[Staying] = []
    leaving_courses = (_as_it_leaves(desk, course) for course in _leaving(desk, chosen, to, staying))
    lines = _lines(desk, leaving_courses, _enquiries(desk, chosen))
    leaving = tuple(Leaving(kind, alias, flatten(line)) for kind, alias, line in lines)
    return ExportPreview(leaving, tuple(staying), len(split_units(line for _, _, line in lines)))


def _as_it_leaves(desk: Desk, course: Course) -> Course:
    """Return the course as the export will have written it: its plan fast, its revision one higher."""
    after = freeze_plan(course, FrozenBy.EXPORT, desk.clock.today())
    if after is course:
        return course
    return replace(after, revision=course.revision + 1, written_at=desk.clock.now_utc().replace(microsecond=0))


def flatten(line: bytes) -> tuple[tuple[str, str], ...]:
    """Return a line's body as rows of path and value."""
    return tuple(_rows("", msgspec.json.decode(line)["body"]))


def _rows(path: str, value: object) -> Iterable[tuple[str, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _rows(f"{path}.{key}" if path else key, inner)
    elif isinstance(value, list):
        for number, inner in enumerate(value, 1):
            yield from _rows(f"{path}[{number}]", inner)
    elif value not in (None, ""):
        yield path, str(value)


def export_bundle(desk: Desk, card: Card, chosen: Sequence[str] | None = None) -> tuple[SealedBundle, ...]:
    """Seal what may leave to the owner of a confirmed card; several files beyond 32 MiB of text.

    `chosen` names courses and enquiries by id. The plans that leave become fast. Raises NothingMayLeave, NothingToSend.
    """
    staying: list[Staying] = []
    with desk.vault.writing() as connection:
        to = Receiver(card.facts.role, card.facts.code)
        leaving = (_freeze(connection, desk, course) for course in _leaving(desk, chosen, to, staying))
        enquiries = _enquiries(desk, chosen)
        lines = _lines(desk, leaving, enquiries)
        for enquiry in enquiries:
            keep_sent_course(connection, enquiry.id)
        kinds = {kind for kind, _, _ in lines}
        # What is to be forgotten goes also when nothing else may, unless somebody was asked for by name.
        if not kinds & _CARGO and (chosen is not None or UnitKind.TOMBSTONE not in kinds):
            _refuse(staying)
        if UnitKind.NOT_STARTED in kinds:
            append_use(connection, desk, Act.EXPORTED, UnitKind.NOT_STARTED)
        groups = split_units(line for _, _, line in lines)
        return tuple(_seal(desk, own_identity(desk), card, group) for group in groups)


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


def _seal(desk: Desk, identity: Identity, card: Card, lines: list[bytes]) -> SealedBundle:
    now = desk.clock.now_utc()
    with desk.vault.writing() as connection:
        last = last_sent(connection)
        number = 1 if last is None else last.number + 1
        previous = None if last is None else last.sha256
        facts = BundleFacts(new_bundle_id(), read_package_epoch(connection), number, previous, now, desk.vault.practice)
        content = seal_bundle(lines, identity, [card.identity], facts)
        sha = hashlib.sha256(content).hexdigest()
        at = now.isoformat(timespec="seconds")
        keep_sent(connection, SentBundle(facts.bundle, number, sha, at, card.sender_id, len(lines)))
    return SealedBundle(neutral_file_name(), content, len(lines))


def open_received(desk: Desk, content: bytes) -> tuple[OpenedBundle, tuple[Unit, ...]]:
    """Verify a bundle that was sent to this vault and return it with its units. Raises BundleRejected."""
    senders = {}
    for held in list_cards(desk):
        trust = Trust.REVOKED if held.revoked_at else Trust.CONFIRMED if held.confirmed_at else Trust.UNCONFIRMED
        senders[held.sender] = KnownSender(read_card(held.card).identity, trust)
    opened = open_bundle(content, own_identity(desk), senders)
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
