"""Opening a package: nothing parsed before it is authentic, nothing handed out before it is whole, no disk touched."""

import hashlib
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from enum import Enum

from exit_desktop.exchange import primitives
from exit_desktop.exchange.bundle import BUNDLE_FORM, MAX_LINE, Header, HeaderStart, read_header
from exit_desktop.exchange.envelope import Frame, inspect_bundle, signature_holds, unframe
from exit_desktop.exchange.faults import (
    BundleCutShort,
    BundleDamaged,
    BundleForged,
    BundleForwarded,
    BundleNewer,
    BundleNotForMe,
    BundleRevokedSender,
    BundleStrangeContent,
    BundleStrangeHeader,
    BundleUnconfirmedSender,
    BundleUnknownSender,
)
from exit_desktop.exchange.identity import Identity, PublicIdentity
from exit_desktop.exchange.units import (
    BASIC_FORMS,
    Unit,
    UnitForms,
    UnitLine,
    line_fits,
    parse_line,
    read_unit,
    split_line,
)


class Trust(Enum):
    """How far I know a sender: words not yet typed, typed, or withdrawn."""

    UNCONFIRMED = "unconfirmed"
    CONFIRMED = "confirmed"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True)
class KnownSender:
    """Someone whose card I hold."""

    identity: PublicIdentity
    trust: Trust


@dataclass(frozen=True, slots=True)
class OpenedBundle:
    """A package whose seal, signature, recipient and text hold; `text` is its lines as sent."""

    header: Header
    sender: PublicIdentity
    file_sha256: str
    text: bytes = field(repr=False)

    def lines(self) -> Iterator[UnitLine]:
        """Yield the lines in order, bodies unread; raises BundleRejected at the first that is not in order."""
        for number, line in self._each():
            yield parse_line(line, number)

    def units(self, forms: UnitForms = BASIC_FORMS) -> Iterator[Unit]:
        """Yield the units in order, each body checked; raises BundleRejected, so use them only when all have come."""
        for _, unit in self.read_lines(forms):
            yield unit

    def read_lines(self, forms: UnitForms = BASIC_FORMS) -> Iterator[tuple[UnitLine, Unit]]:
        """Yield each line with its unit, as `units` does."""
        for number, line in self._each():
            split = split_line(line, number)
            yield split, read_unit(split, forms)

    def _each(self) -> Iterator[tuple[int, bytes]]:
        begin = 0
        for number in range(1, self.header.n + 1):
            end = self.text.index(b"\n", begin)
            # A line that is too long is not even copied.
            line = self.text[begin : min(end, begin + MAX_LINE + 1)]
            if not line_fits(line):
                raise BundleStrangeContent(line=number)
            yield number, line
            begin = end + 1


def open_bundle(data: bytes, own: Identity, senders: Mapping[str, KnownSender]) -> OpenedBundle:
    """Return the package sealed to `own` and signed by one of `senders` (by sender id); raises BundleRejected."""
    inspect_bundle(data)
    parts = unframe(_unsealed(data, own))
    sender = _trusted(parts.start.sender, senders)
    if not signature_holds(parts, sender.signing_key):
        raise BundleForged
    _check_addressed(parts.start, own.public)
    if parts.start.min_reader > BUNDLE_FORM:
        raise BundleNewer(version=parts.start.v)
    header = read_header(parts.header_text)
    return OpenedBundle(header, sender, hashlib.sha256(data).hexdigest(), _unpacked(parts, header))


def open_with_any(data: bytes, own: Sequence[Identity], senders: Mapping[str, KnownSender]) -> OpenedBundle:
    """Return the package sealed to one of my keys, those in force or those before them; raises BundleRejected."""
    *others, last = own
    for one in others:
        with suppress(BundleNotForMe):
            return open_bundle(data, one, senders)
    return open_bundle(data, last, senders)


def _unsealed(data: bytes, own: Identity) -> bytes:
    refusals = {primitives.Unopened.NO_KEY: BundleNotForMe, primitives.Unopened.CUT: BundleCutShort}
    try:
        return primitives.unseal(data, own.sealing_secret)
    except primitives.Unopened as fault:
        raise refusals.get(fault.reason, BundleDamaged) from None


def _trusted(sender_id: str, senders: Mapping[str, KnownSender]) -> PublicIdentity:
    known = senders.get(sender_id)
    if known is None or known.identity.sender_id != sender_id:
        raise BundleUnknownSender(sender=sender_id)
    if known.trust is Trust.REVOKED:
        raise BundleRevokedSender
    if known.trust is Trust.UNCONFIRMED:
        raise BundleUnconfirmedSender(sender=sender_id)
    return known.identity


def _check_addressed(start: HeaderStart, me: PublicIdentity) -> None:
    # Someone the package was really for could have sealed it again to me: the signed list tells.
    if not any(one.id == me.sender_id and one.key == me.recipient for one in start.recipients):
        raise BundleForwarded(addressed=tuple(one.id for one in start.recipients))


def _unpacked(parts: Frame, header: Header) -> bytes:
    unpacker = zlib.decompressobj()
    try:
        text = unpacker.decompress(parts.packed, header.len + 1)
    except zlib.error:
        raise BundleDamaged from None
    if len(text) != header.len or not unpacker.eof or unpacker.unused_data:
        raise BundleDamaged
    if hashlib.sha256(text).hexdigest() != header.sha256:
        raise BundleDamaged
    if text.count(b"\n") != header.n or not (text == b"" or text.endswith(b"\n")):
        raise BundleStrangeHeader
    return text
