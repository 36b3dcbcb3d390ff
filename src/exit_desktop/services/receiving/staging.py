"""From a package whose signature holds to what it claims, all of it checked, in memory, before anything is kept.

Of each body only its bytes stay, packed: a large package would else take several hundred megabytes as objects.
"""

import hashlib
import zlib
from dataclasses import dataclass, field
from typing import TypeVar

import msgspec

from exit_desktop.domain.courses import Course
from exit_desktop.exchange.coded import CodedCourse
from exit_desktop.exchange.coded_not_started import CodedEnquiry
from exit_desktop.exchange.faults import BundleStrangeContent
from exit_desktop.exchange.joining import GONE, Writing
from exit_desktop.exchange.opening import OpenedBundle
from exit_desktop.exchange.units import ReceiptUnit, TombstoneUnit, UnitKind, UnitLine, WorkerUnit
from exit_desktop.services.bundles import FORMS
from exit_desktop.services.receiving.checking import (
    coded_course_fits,
    course_fits,
    days_fit,
    enquiry_fits,
)
from exit_desktop.vault.received_rows import PackageRow

# The quickest level: a course becomes a tenth of its size, as it does with the highest.
_LEVEL = 1
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Staged:
    """A unit that claims a place: its wire id and numbers, its bytes packed (None for a tombstone)."""

    kind: UnitKind
    wire_id: str
    ownership: int
    revision: int
    sha256: bytes
    packed: bytes | None = field(repr=False)

    def writing(self, line: str) -> Writing:
        """Return what it claims, coming from a line of senders."""
        return Writing(line, self.ownership, self.revision, self.sha256)


@dataclass(frozen=True, slots=True)
class StagedPackage:
    """A package that is checked to its last unit."""

    row: PackageRow
    worker: WorkerUnit | None
    units: tuple[Staged, ...] = field(repr=False)
    receipts: tuple[ReceiptUnit, ...]


def stage_package(opened: OpenedBundle, received_at: str) -> StagedPackage:
    """Return what a package claims; raises BundleRejected for the first unit that is not in order."""
    worker: WorkerUnit | None = None
    units: list[Staged] = []
    receipts: list[ReceiptUnit] = []
    for line, unit in opened.read_lines(FORMS):
        body = unit.body
        if isinstance(body, WorkerUnit):
            worker = body
        elif isinstance(body, ReceiptUnit):
            receipts.append(body)
        else:
            units.append(_staged(line, body))
    return StagedPackage(_row(opened, received_at), worker, tuple(units), tuple(receipts))


def unpacked(packed: bytes, form: type[T]) -> T:
    """Return a body that was checked before."""
    return msgspec.json.decode(zlib.decompress(packed), type=form)


def _staged(line: UnitLine, body: object) -> Staged:
    if isinstance(body, TombstoneUnit):
        _require(line, days_fit([body.on]))
        return Staged(UnitKind.TOMBSTONE, body.wire_id, body.ownership, body.revision, GONE, None)
    if isinstance(body, CodedCourse):
        _require(line, coded_course_fits(body))
        return _written(line, body.wire_id, body.ownership, body.revision)
    if isinstance(body, Course):
        _require(line, course_fits(body))
        return _written(line, body.wire_id, body.ownership, body.revision)
    if isinstance(body, CodedEnquiry):
        _require(line, enquiry_fits(body))
        return _written(line, body.id, 1, body.revision)
    raise TypeError(line.kind)


def _written(line: UnitLine, wire_id: str, ownership: int, revision: int) -> Staged:
    packed = zlib.compress(line.body, _LEVEL)
    return Staged(line.kind, wire_id, ownership, revision, hashlib.sha256(line.body).digest(), packed)


def _require(line: UnitLine, fits: bool) -> None:
    if not fits:
        raise BundleStrangeContent(line=line.number)


def _row(opened: OpenedBundle, received_at: str) -> PackageRow:
    header = opened.header
    return PackageRow(
        bundle=header.bundle,
        sender=header.sender,
        text_sha256=header.sha256,
        file_sha256=opened.file_sha256,
        epoch=header.epoch,
        number=header.number,
        practice=header.practice,
        made_at=header.created.isoformat(timespec="seconds"),
        received_at=received_at,
    )
