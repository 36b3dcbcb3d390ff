"""Taking a checked package in: one transaction, all of it or nothing, and the same end in whatever order they come."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from exit_desktop.exchange.joining import Writing, beats, joined
from exit_desktop.exchange.units import ReceiptOutcome, UnitKind
from exit_desktop.services.desk import Act, Desk, append_use
from exit_desktop.services.receiving.answers import take_receipts
from exit_desktop.services.receiving.counting import count_held
from exit_desktop.services.receiving.results import Outcome
from exit_desktop.services.receiving.staging import Staged, StagedPackage
from exit_desktop.vault.held_rows import (
    HeldRow,
    Place,
    SenderSays,
    keep_sender_says,
    keep_writing,
    read_body,
    read_writings,
    remove_writing,
)
from exit_desktop.vault.received_rows import Counts, ResultRow, keep_package, keep_results, settle_package

if TYPE_CHECKING:
    from exit_desktop.vault.rows import Connection


@dataclass(slots=True)
class _Promotion:
    desk: Desk
    connection: "Connection"
    package: StagedPackage
    line: str
    id: int
    counts: Counts = field(default_factory=Counts)
    results: list[ResultRow] = field(default_factory=list)

    def count(self, **more: int) -> None:
        self.counts = replace(self.counts, **{name: getattr(self.counts, name) + n for name, n in more.items()})


@dataclass(frozen=True, slots=True)
class Promoted:
    """What became of a package that was taken in."""

    outcome: Outcome
    counts: Counts


def promote_package(connection: "Connection", desk: Desk, package: StagedPackage, line: str) -> Promoted:
    """Take in a package of a line of senders, within the caller's transaction; one that is not here yet."""
    work = _Promotion(desk, connection, package, line, keep_package(connection, package.row))
    _keep_worker(work)
    for staged in package.units:
        told = _take(work, staged)
        work.results.append(ResultRow(staged.wire_id, staged.ownership, staged.revision, told.value))
    work.count(receipts=take_receipts(connection, desk, package))
    keep_results(connection, work.id, work.results)
    outcome = Outcome.CONFLICT if work.counts.conflicts else Outcome.ACCEPTED
    settle_package(connection, work.id, outcome.value, work.counts, answerable=bool(package.units))
    append_use(connection, desk, Act.LOADED, "package")
    return Promoted(outcome, work.counts)


def writing_of(row: HeldRow) -> Writing:
    """Return what a row claims."""
    return Writing(row.line, row.ownership, row.revision, row.sha256)


def hold(connection: "Connection", desk: Desk, row: HeldRow, staged: Staged) -> None:
    """Write a row as the one that is held, and have it counted."""
    held = keep_writing(connection, replace(row, place=Place.HELD), staged.packed)
    count_held(connection, desk, replace(row, id=held), staged)


def staged_of(connection: "Connection", row: HeldRow) -> Staged:
    """Return what a row came as."""
    body = read_body(connection, row.id)
    return Staged(UnitKind(row.kind), row.wire_id, row.ownership, row.revision, row.sha256, body)


def _take(work: _Promotion, staged: Staged) -> ReceiptOutcome:
    here = read_writings(work.connection, staged.wire_id)
    new = staged.writing(work.line)
    same = next((row for row in here if writing_of(row) == new), None)
    if same is not None:
        return _already(work, staged, same)
    stays = joined(map(writing_of, here), new)
    if new not in stays:
        return _beaten(work, staged, [row for row in here if beats(writing_of(row), new)])
    lost = [row for row in here if writing_of(row) not in stays]
    for row in lost:
        remove_writing(work.connection, row.id)
    left = [row for row in here if row not in lost]
    if staged.packed is None:
        return _forget(work, staged, left, lost)
    return _keep(work, staged, left)


def _already(work: _Promotion, staged: Staged, same: HeldRow) -> ReceiptOutcome:
    if staged.packed is None:
        return ReceiptOutcome.FORGOTTEN
    work.count(already=1)
    return ReceiptOutcome.ALREADY_HERE if same.place is Place.HELD else ReceiptOutcome.CONFLICT


def _beaten(work: _Promotion, staged: Staged, by: Sequence[HeldRow]) -> ReceiptOutcome:
    if staged.packed is None:
        return ReceiptOutcome.REFUSED  # called back by somebody whose course it is no more
    if any(row.place is Place.GONE for row in by):
        work.count(forgotten=1)
        return ReceiptOutcome.FORGOTTEN
    work.count(already=1)
    return ReceiptOutcome.ALREADY_HERE


def _forget(work: _Promotion, staged: Staged, left: Sequence[HeldRow], lost: Sequence[HeldRow]) -> ReceiptOutcome:
    keep_writing(work.connection, _row(work, staged, Place.GONE), None)
    work.count(forgotten=int(any(row.place is not Place.GONE for row in lost)))
    _fill_the_place(work, left)
    return ReceiptOutcome.FORGOTTEN


def _keep(work: _Promotion, staged: Staged, left: Sequence[HeldRow]) -> ReceiptOutcome:
    held = next((row for row in left if row.place is Place.HELD), None)
    if held is None:
        # Nothing was held, or the same line goes on; what was in conflict with it, or set aside, still is.
        hold(work.connection, work.desk, _row(work, staged, Place.HELD), staged)
        work.count(**({"enquiries": 1} if staged.kind is UnitKind.NOT_STARTED else {"taken": 1}))
        return ReceiptOutcome.TAKEN
    keep_writing(work.connection, _row(work, staged, Place.OTHER), staged.packed)
    if held.sha256 == staged.sha256:
        work.count(already=1)  # the very same, under the key of somebody else
        return ReceiptOutcome.ALREADY_HERE
    work.count(conflicts=1)
    return ReceiptOutcome.CONFLICT


def _fill_the_place(work: _Promotion, left: Sequence[HeldRow]) -> None:
    """Hold the oldest of what was not held, once what was held is gone."""
    if any(row.place is Place.HELD for row in left):
        return
    waiting = next((row for row in left if row.place in (Place.OTHER, Place.SET_ASIDE)), None)
    if waiting is not None:
        staged = staged_of(work.connection, waiting)
        remove_writing(work.connection, waiting.id)
        hold(work.connection, work.desk, waiting, staged)


def _row(work: _Promotion, staged: Staged, place: Place) -> HeldRow:
    return HeldRow(
        id=0,
        wire_id=staged.wire_id,
        line=work.line,
        ownership=staged.ownership,
        revision=staged.revision,
        sha256=staged.sha256,
        place=place,
        kind=staged.kind.value,
        practice=work.package.row.practice,
        bundle_id=work.id,
    )


def _keep_worker(work: _Promotion) -> None:
    says, row = work.package.worker, work.package.row
    if says is None:
        return
    told = SenderSays(
        line=work.line,
        made_at=row.made_at,
        worker_id=says.id,
        code=says.code,
        project=says.project,
        weekly_minutes=says.weekly_minutes,
        role=says.role.value,
        practice=row.practice,
    )
    keep_sender_says(work.connection, told)
