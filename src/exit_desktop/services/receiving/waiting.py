"""Packages whose sender nobody has confirmed: they stay sealed inside the vault until the card is, or are let go.

Nothing in them is used. Of a sender whose card is here the signature must hold; of others nothing can be known yet.
"""

import hashlib
from collections.abc import Sequence
from datetime import datetime

from exit_desktop.errors import PackageGone, TooMuchWaiting
from exit_desktop.exchange.faults import BundleRevokedSender
from exit_desktop.exchange.identity import Identity
from exit_desktop.exchange.opening import KnownSender, Trust, open_with_any
from exit_desktop.services.desk import Desk
from exit_desktop.services.receiving.results import WaitingPackage
from exit_desktop.services.sharing import list_cards
from exit_desktop.vault.cards import read_revoked
from exit_desktop.vault.received_rows import (
    WaitingFile,
    forget_waiting,
    is_waiting,
    keep_waiting,
    read_sealed,
    read_waiting,
    room_taken,
)

MOST_WAITING = 100
MOST_BYTES = 64 * 1024 * 1024


def let_wait(desk: Desk, content: bytes, own: Sequence[Identity], known: KnownSender | None, sender: str) -> None:
    """Keep a package, sealed as it came, until its sender is confirmed.

    Raises TooMuchWaiting, BundleRevokedSender, and what is wrong with one whose sender's card is here.
    """
    if known is not None:
        open_with_any(content, own, {sender: KnownSender(known.identity, Trust.CONFIRMED)})
    at = desk.clock.now_utc().isoformat(timespec="seconds")
    file = WaitingFile(sender, hashlib.sha256(content).hexdigest(), at, content)
    with desk.vault.writing() as connection:
        if sender in read_revoked(connection):
            raise BundleRevokedSender
        if is_waiting(connection, file.file_sha256):
            return
        count, size = room_taken(connection)
        if count >= MOST_WAITING or size + len(content) > MOST_BYTES:
            raise TooMuchWaiting(most=MOST_WAITING, megabytes=MOST_BYTES // 1024 // 1024)
        keep_waiting(connection, file)


def list_waiting(desk: Desk) -> tuple[WaitingPackage, ...]:
    """Return the packages that wait for their sender to be confirmed, the newest first."""
    codes = {held.sender: held.code for held in list_cards(desk)}
    with desk.vault.reading() as connection:
        rows = read_waiting(connection)
    return tuple(
        WaitingPackage(
            id=row.id,
            sender=row.sender,
            code=codes.get(row.sender, ""),
            has_card=row.sender in codes,
            received_at=datetime.fromisoformat(row.received_at),
            size=row.size,
        )
        for row in rows
    )


def drop_waiting(desk: Desk, package_id: int) -> None:
    """Let a package that waits go, unopened."""
    with desk.vault.writing() as connection:
        forget_waiting(connection, package_id)


def sealed_of(desk: Desk, package_id: int) -> bytes:
    """Return a package that waits, as it came. Raises PackageGone."""
    with desk.vault.reading() as connection:
        sealed = read_sealed(connection, package_id)
    if sealed is None:
        raise PackageGone
    return sealed
