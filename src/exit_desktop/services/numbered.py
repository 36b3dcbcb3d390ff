"""Sealing lines into a package with the next number towards its receiver, and writing down what it carries.

Each receiver has a numbering of their own, so that a gap in it tells them that something sent to them did not come.
"""

import hashlib
from collections.abc import Iterable, Sequence

from exit_desktop.exchange.bundle import BundleFacts, neutral_file_name, new_bundle_id
from exit_desktop.exchange.cards import Card
from exit_desktop.exchange.identity import Identity
from exit_desktop.exchange.sealing import seal_bundle
from exit_desktop.services.desk import Desk
from exit_desktop.services.sealed import SealedBundle
from exit_desktop.vault.answered_rows import SentUnit, keep_sent_units
from exit_desktop.vault.belonging import be_at_home, is_from_elsewhere
from exit_desktop.vault.cards import SentBundle, keep_sent, last_sent
from exit_desktop.vault.package_epoch import read_package_epoch


def seal_numbered(
    desk: Desk, identity: Identity, card: Card, lines: Sequence[bytes], carried: Iterable[SentUnit]
) -> SealedBundle:
    """Return the sealed package; one that carries nothing of its own, only receipts, wants no receipt."""
    now = desk.clock.now_utc()
    units = tuple(carried)
    with desk.vault.writing() as connection:
        if is_from_elsewhere(desk.vault):
            be_at_home(desk.vault, copied=True)  # nobody has said yet which of the two goes on as before
        last = last_sent(connection, card.sender_id)
        number = 1 if last is None else last.number + 1
        previous = None if last is None else last.sha256
        facts = BundleFacts(new_bundle_id(), read_package_epoch(connection), number, previous, now, desk.vault.practice)
        content = seal_bundle(lines, identity, [card.identity], facts)
        sha = hashlib.sha256(content).hexdigest()
        at = now.isoformat(timespec="seconds")
        sent = SentBundle(facts.bundle, number, sha, at, card.sender_id, len(lines), answerable=bool(units))
        keep_sent_units(connection, keep_sent(connection, sent), units)
    return SealedBundle(neutral_file_name(), content, len(lines))
