"""One package file after the other: opened in memory, checked, taken in in a transaction of its own, and told."""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from exit_desktop.errors import Failure, PackageGone, TooMuchWaiting
from exit_desktop.exchange.bundle import FILE_SUFFIX, MAX_FILE
from exit_desktop.exchange.faults import (
    BundleRejected,
    BundleRevokedSender,
    BundleUnconfirmedSender,
    BundleUnknownSender,
)
from exit_desktop.exchange.identity import Identity
from exit_desktop.exchange.opening import KnownSender, open_with_any
from exit_desktop.services.desk import Desk
from exit_desktop.services.receiving.promoting import promote_package
from exit_desktop.services.receiving.results import MissingNumbers, Outcome, ReceivedPackage, Taken
from exit_desktop.services.receiving.staging import StagedPackage, stage_package
from exit_desktop.services.receiving.waiting import let_wait
from exit_desktop.services.sending import FileUnreadable
from exit_desktop.services.sharing import known_senders, list_cards, own_identities
from exit_desktop.vault.cards import HeldCard, read_cards
from exit_desktop.vault.received_rows import (
    PackageRow,
    find_package,
    find_same_file,
    find_same_package,
    forget_waiting_file,
    newest_numberings,
    numbers_seen,
    read_packages,
)

if TYPE_CHECKING:
    from exit_desktop.vault.rows import Connection

MOST_MISSING = 50


@dataclass(frozen=True, slots=True)
class Importing:
    """A desk at which packages are taken in: its keys, and whose cards are here."""

    desk: Desk
    own: tuple[Identity, ...]
    senders: Mapping[str, KnownSender]
    codes: Mapping[str, str]


def find_packages(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return the files among `paths` and the .forloeb files directly inside folders, in order, each once."""
    found: dict[Path, None] = {}
    for path in paths:
        inside = sorted(path.glob(f"*{FILE_SUFFIX}")) if path.is_dir() else [path]
        found.update(dict.fromkeys(one for one in inside if not one.is_dir()))
    return tuple(found)


def import_packages(
    desk: Desk,
    paths: Sequence[Path],
    checkpoint: Callable[[], None],
    told: Callable[[int, int, Taken], None],
) -> tuple[Taken, ...]:
    """Take in each package in a transaction of its own; call `told(done, of, taken)` after each.

    A package that cannot be taken is a `Taken` with REFUSED and the reason. What was taken in stays when a later one is
    stopped. Raises what the checkpoint raises, DiskFull, OnlyForReading.
    """
    work = begin_import(desk)
    results: list[Taken] = []
    for path in paths:
        checkpoint()
        results.append(_import_file(work, path))
        told(len(results), len(paths), results[-1])
    return tuple(results)


def begin_import(desk: Desk) -> Importing:
    """Return what every package is opened with."""
    return Importing(
        desk, own_identities(desk), known_senders(desk), {one.sender: one.code for one in list_cards(desk)}
    )


def list_received(desk: Desk) -> tuple[ReceivedPackage, ...]:
    """Return the packages that were taken in, the newest first."""
    codes = {held.sender: held.code for held in list_cards(desk)}
    with desk.vault.reading() as connection:
        return tuple(_received(row, codes.get(row.sender, "")) for row in read_packages(connection))


def missing_numbers(desk: Desk) -> tuple[MissingNumbers, ...]:
    """Return the senders of whose newest numbering some packages have not come."""
    codes = {held.sender: held.code for held in list_cards(desk)}
    with desk.vault.reading() as connection:
        seen = [(sender, numbers_seen(connection, sender, epoch)) for sender, epoch in newest_numberings(connection)]
    told = (MissingNumbers(sender, codes.get(sender, ""), gaps(numbers), numbers[-1]) for sender, numbers in seen)
    return tuple(one for one in told if one.numbers)


def gaps(numbers: Sequence[int]) -> tuple[int, ...]:
    """Return the numbers from 1 to the highest that are not among `numbers` (in order), at most 50."""
    missing: list[int] = []
    for before, after in zip((0, *numbers), numbers, strict=False):
        missing += range(before + 1, min(after, before + MOST_MISSING + 2))
    return tuple(missing[:MOST_MISSING])


def _import_file(work: Importing, path: Path) -> Taken:
    try:
        with path.open("rb") as stream:
            content = stream.read(MAX_FILE + 1)
    except OSError:
        return Taken(path.name, Outcome.REFUSED, reason=FileUnreadable())
    return replace(import_content(work, content), file=path.name)


def import_content(work: Importing, content: bytes) -> Taken:
    """Take in one package, or tell why not."""
    here = _same_file(work, hashlib.sha256(content).hexdigest())
    if here is not None:
        return here
    try:
        opened = open_with_any(content, work.own, work.senders)
        staged = stage_package(opened, work.desk.clock.now_utc().isoformat(timespec="seconds"))
        return _promoted(work, staged)
    except (BundleUnknownSender, BundleUnconfirmedSender) as refusal:
        return _wait(work, content, refusal)
    except BundleRejected as refusal:
        return Taken("", Outcome.REFUSED, reason=_bare(refusal))


def _wait(work: Importing, content: bytes, refusal: Failure) -> Taken:
    sender = str(refusal.values["sender"])
    code = work.codes.get(sender, "")
    try:
        let_wait(work.desk, content, work.own, work.senders.get(sender), sender)
    except (BundleRejected, TooMuchWaiting) as reason:
        return Taken("", Outcome.REFUSED, sender_code=code, reason=_bare(reason))
    return Taken("", Outcome.WAITING, sender_code=code, reason=_bare(refusal))


def _bare(reason: Failure) -> Failure:
    """Return the failure without where it came from: that would keep the whole package in memory, in clear."""
    return type(reason)(**reason.values)


def _same_file(work: Importing, file_sha256: str) -> Taken | None:
    with work.desk.vault.reading() as connection:
        found = find_same_file(connection, file_sha256)
        return None if found is None else _already_here(work, connection, found)


def _already_here(work: Importing, connection: "Connection", package_id: int) -> Taken:
    row = find_package(connection, package_id)
    if row is None:
        raise PackageGone
    missing = gaps(numbers_seen(connection, row.sender, row.epoch))
    code = work.codes.get(row.sender, "")
    return Taken("", Outcome.ALREADY_HERE, code, row.number, missing=missing, practice=row.practice)


def _promoted(work: Importing, staged: StagedPackage) -> Taken:
    row = staged.row
    with work.desk.vault.writing() as connection:
        card = _trusted_card(connection, row)
        here = find_same_package(connection, row)
        if here is not None:
            return _already_here(work, connection, here)
        done = promote_package(connection, work.desk, staged, card.line)
        forget_waiting_file(connection, row.file_sha256)
        missing = gaps(numbers_seen(connection, row.sender, row.epoch))
    counts = done.counts
    return Taken(
        file="",
        outcome=done.outcome,
        sender_code=card.code,
        number=row.number,
        taken=counts.taken,
        already=counts.already,
        conflicts=counts.conflicts,
        forgotten=counts.forgotten,
        enquiries=counts.enquiries,
        receipts=counts.receipts,
        missing=missing,
        practice=row.practice,
    )


def _trusted_card(connection: "Connection", row: PackageRow) -> HeldCard:
    """Return the sender's card as it is now: somebody may have withdrawn it since the package was opened."""
    card = next((held for held in read_cards(connection) if held.sender == row.sender), None)
    if card is None:
        raise BundleUnknownSender(sender=row.sender)
    if card.revoked_at is not None:
        raise BundleRevokedSender
    return card


def _received(row: PackageRow, code: str) -> ReceivedPackage:
    counts = row.counts
    given = row.receipt_given_at
    return ReceivedPackage(
        id=row.id,
        sender=row.sender,
        sender_code=code,
        practice=row.practice,
        number=row.number,
        made_on=datetime.fromisoformat(row.made_at).astimezone().date(),
        received_at=datetime.fromisoformat(row.received_at),
        outcome=Outcome(row.outcome),
        taken=counts.taken,
        already=counts.already,
        conflicts=counts.conflicts,
        forgotten=counts.forgotten,
        enquiries=counts.enquiries,
        receipts=counts.receipts,
        answerable=row.answerable,
        receipt_given_at=None if given is None else datetime.fromisoformat(given),
    )
