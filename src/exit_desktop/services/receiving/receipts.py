"""Telling a sender what came: a signed receipt in a package of its own, or a short code for the telephone."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from exit_desktop.errors import NothingToReceipt, PackageGone
from exit_desktop.exchange.bundle import neutral_file_name
from exit_desktop.exchange.cards import read_card
from exit_desktop.exchange.receipt_codes import CodeSays, make_code
from exit_desktop.exchange.sealing import split_units
from exit_desktop.exchange.units import ReceiptOutcome, ReceiptResult, ReceiptUnit, Unit, UnitKind, unit_line
from exit_desktop.services.desk import Act, Desk, append_use
from exit_desktop.services.logged_files import take_back
from exit_desktop.services.numbered import seal_numbered
from exit_desktop.services.receiving.results import WrittenReceipt
from exit_desktop.services.sharing import own_identity
from exit_desktop.system.safe_write import write_file
from exit_desktop.vault.cards import HeldCard, read_cards
from exit_desktop.vault.received_rows import PackageRow, find_package, note_receipts, read_packages, read_results

RECEIPT_SCHEMA = 1
_ALL_WELL = {ReceiptOutcome.TAKEN, ReceiptOutcome.ALREADY_HERE, ReceiptOutcome.FORGOTTEN}


def write_receipts(
    desk: Desk, folder: Path, checkpoint: Callable[[], None], chosen: Sequence[int] | None = None
) -> tuple[WrittenReceipt, ...]:
    """Write one receipt file into the folder for each sender with packages that have none yet; all of them or nothing.

    `chosen` names packages by id, also such that have a receipt: it may have been lost. Packages of senders who are not
    confirmed, or withdrawn, are passed over. Raises NothingToReceipt, DiskFull, FolderNotWritable and what the
    checkpoint raises.
    """
    written: list[WrittenReceipt] = []
    try:
        with desk.vault.writing() as connection:
            for card, packages in _to_answer(desk, chosen):
                lines = [unit_line(_receipt(desk, package)) for package in packages]
                for content in _sealed(desk, card, lines):
                    checkpoint()
                    path = folder / neutral_file_name()
                    write_file(path, content)
                    written.append(WrittenReceipt(path, card.sender, card.code, len(packages)))
                at = desk.clock.now_utc().isoformat(timespec="seconds")
                note_receipts(connection, [package.id for package in packages], at)
            if not written:
                raise NothingToReceipt
            append_use(connection, desk, Act.EXPORTED, "receipt")
    except BaseException:
        take_back([one.path for one in written])
        raise
    return tuple(written)


def receipt_code(desk: Desk, package_id: int) -> str:
    """Return the short code, like 7K3M-Q2PX-9TZA, that tells the sender by phone that a package came.

    It says whether all of it is held here. Raises PackageGone.
    """
    own = own_identity(desk).public.sender_id
    with desk.vault.reading() as connection:
        package = find_package(connection, package_id)
        if package is None:
            raise PackageGone
        outcomes = {ReceiptOutcome(row.outcome) for row in read_results(connection, package_id)}
    says = CodeSays.ALL_TAKEN if outcomes <= _ALL_WELL else CodeSays.NOT_ALL
    return make_code(package.bundle, package.file_sha256, own, says)


def _to_answer(desk: Desk, chosen: Sequence[int] | None) -> Iterator[tuple[HeldCard, list[PackageRow]]]:
    """Yield each confirmed sender with their packages to answer, the oldest first."""
    by_sender = defaultdict[str, list[PackageRow]](list)
    with desk.vault.reading() as connection:
        for package in reversed(read_packages(connection)):
            wanted = package.receipt_given_at is None if chosen is None else package.id in chosen
            if wanted and package.answerable:
                by_sender[package.sender].append(package)
        cards = [card for card in read_cards(connection) if card.confirmed_at and not card.revoked_at]
    for card in cards:
        if card.sender in by_sender:
            yield card, by_sender[card.sender]


def _receipt(desk: Desk, package: PackageRow) -> Unit:
    with desk.vault.reading() as connection:
        rows = read_results(connection, package.id)
    results = [ReceiptResult(row.wire_id, row.ownership, row.revision, ReceiptOutcome(row.outcome)) for row in rows]
    return Unit(UnitKind.RECEIPT, RECEIPT_SCHEMA, ReceiptUnit(package.bundle, results))


def _sealed(desk: Desk, card: HeldCard, lines: Iterable[bytes]) -> Iterator[bytes]:
    identity, to = own_identity(desk), read_card(card.card)
    for group in split_units(lines):
        yield seal_numbered(desk, identity, to, group, ()).content
