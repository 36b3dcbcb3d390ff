"""T12: each way in which a package cannot be taken in is really made, and the list tells it by its own name."""

import shutil
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from exchange.package_crafting import Crafter, People
from exit_desktop.errors import Failure, TooMuchWaiting
from exit_desktop.exchange import faults as refusals
from exit_desktop.exchange import primitives
from exit_desktop.exchange.bundle import MAX_FILE
from exit_desktop.exchange.canonical import canonical_json
from exit_desktop.exchange.cards import CardFacts, CardRole, write_card
from exit_desktop.exchange.envelope import frame
from exit_desktop.exchange.identity import Identity, generate_identity
from exit_desktop.services.desk import Desk
from exit_desktop.services.receiving import Outcome, Taken, import_packages, revoke_sender, waiting
from exit_desktop.services.sending import FileUnreadable
from exit_desktop.services.sharing import own_identity, take_card
from faults.figures import Figures
from faults.ground import Ground, open_ground
from faults.merging import MADE, make_senders

BODY = b'{"body":{"on":"2026-11-20","ownership":1,"reason":"erased","revision":1,"wire_id":"%b"},'
LINE = BODY + b'"schema":%d,"unit":"tombstone"}\n'


@pytest.fixture
def desk(ground: Ground, tmp_path: Path) -> Iterator[Desk]:
    made = open_ground(Path(shutil.copytree(ground.folder, tmp_path / "v")))
    yield made
    made.vault.close()


def crafter(sender: Identity, desk: Desk) -> Crafter:
    return Crafter(People(sender, own_identity(desk), generate_identity()), [stone()[:-1]])


def stone(wire: bytes = b"02" * 16, schema: int = 1) -> bytes:
    return LINE % (wire, schema)


def by_another_hand(craft: Crafter, hand: Identity) -> bytes:
    packed = zlib.compress(craft.text())
    header = canonical_json(craft.header(craft.text(), packed))
    return craft.of_content(frame(header, packed, hand.signing_secret))


def broken_packages(craft: Crafter) -> dict[type[Failure], bytes]:
    """Return a package of a confirmed sender for each way in which it can be wrong."""
    good, other = craft.of_text(craft.text()), craft.people.carl
    head = b"age-encryption.org/v1\n-> %b AAAA AAAA\nAAAA\n--- AAAA\n"
    elsewhere = {"id": other.public.sender_id, "key": other.public.recipient}
    return {
        refusals.BundleNotAPackage: b"Hej Anna",
        refusals.BundleTooLarge: bytes(MAX_FILE + 1),
        refusals.BundleCutShort: good[:-100],
        refusals.BundleDamaged: good[:-100] + bytes(100),
        refusals.BundleUnderPassphrase: head % b"scrypt" + bytes(16 + 65552),
        refusals.BundleStrangeSeal: head % b"ssh-ed25519" + bytes(16 + 65552),
        refusals.BundleNotForMe: primitives.seal(bytes(65536), [other.public.recipient]),
        refusals.BundleForwarded: craft.of_text(craft.text(), recipients=[elsewhere]),
        refusals.BundleForged: by_another_hand(craft, other),
        refusals.BundleNewer: craft.of_text(craft.text(), v=7, min_reader=2),
        refusals.BundleNewerUnit: craft.of_text(stone(schema=2)),
        refusals.BundleStrangeHeader: craft.of_text(craft.text(), number=0),
        refusals.BundleStrangeContent: craft.of_text(stone(wire=b"zz" * 16)),
    }


def take(desk: Desk, folder: Path, package: bytes | None) -> Taken:
    path = folder / "p.forloeb"
    path.unlink(missing_ok=True)
    if package is not None:
        path.write_bytes(package)
    (taken,) = import_packages(desk, [path], lambda: None, lambda *_: None)
    return taken


def strangers(desk: Desk) -> tuple[Crafter, Crafter]:
    """Return somebody whose card nobody has seen, and somebody whose words nobody typed."""
    unknown, unconfirmed = generate_identity(), generate_identity()
    take_card(desk, write_card(unconfirmed, CardFacts(CardRole.WORKER, "K8", True, MADE)))
    return crafter(unknown, desk), crafter(unconfirmed, desk)


def test_each_way_to_be_wrong_is_told_by_its_name(desk: Desk, tmp_path: Path, figures: Figures) -> None:
    craft = crafter(make_senders(desk, 1).known[0], desk)
    told = {kind: take(desk, tmp_path, package) for kind, package in broken_packages(craft).items()}
    told[FileUnreadable] = take(desk, tmp_path, None)
    wrong = [kind.__name__ for kind, taken in told.items() if type(taken.reason) is not kind]
    refused = {taken.outcome for taken in told.values()}
    control = take(desk, tmp_path, craft.of_text(craft.text())).outcome
    what = "packages really made wrong, each told by its own name"
    figures("T12", what, len(told), len(wrong), f"one that is whole: {control}")
    assert (wrong, refused, control) == ([], {Outcome.REFUSED}, Outcome.ACCEPTED)


def test_senders_nobody_confirmed_wait_and_forgeries_in_their_name_do_not(desk: Desk, tmp_path: Path) -> None:
    unknown, unconfirmed = strangers(desk)
    waits = [take(desk, tmp_path, one.of_text(one.text())) for one in (unknown, unconfirmed)]
    assert [one.outcome for one in waits] == [Outcome.WAITING, Outcome.WAITING]
    kinds = [refusals.BundleUnknownSender, refusals.BundleUnconfirmedSender]
    assert [type(one.reason) for one in waits] == kinds
    forged = take(desk, tmp_path, by_another_hand(unconfirmed, generate_identity()))
    assert (forged.outcome, type(forged.reason)) == (Outcome.REFUSED, refusals.BundleForged)


def test_only_so_much_waits(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    unknown, _ = strangers(desk)
    monkeypatch.setattr(waiting, "MOST_WAITING", 1)
    outcomes = [take(desk, tmp_path, unknown.of_text(unknown.text(), number=n)) for n in (1, 2)]
    assert [one.outcome for one in outcomes] == [Outcome.WAITING, Outcome.REFUSED]
    assert type(outcomes[1].reason) is TooMuchWaiting


def test_a_withdrawn_sender_is_told_as_such(desk: Desk, tmp_path: Path) -> None:
    sender = make_senders(desk, 1).known[0]
    craft = crafter(sender, desk)
    revoke_sender(desk, sender.public.sender_id)
    assert type(take(desk, tmp_path, craft.of_text(craft.text())).reason) is refusals.BundleRevokedSender
