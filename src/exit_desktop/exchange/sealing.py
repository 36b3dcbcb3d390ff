"""Making a package: lines to text, packed, described, signed, padded and sealed; all in memory."""

import hashlib
import zlib
from collections.abc import Iterable, Sequence
from datetime import UTC

from exit_desktop.exchange import primitives
from exit_desktop.exchange.bundle import (
    BUNDLE_FORM,
    MAX_FILE,
    MAX_RECIPIENTS,
    MAX_TEXT_WRITTEN,
    MAX_UNITS,
    Addressee,
    BundleFacts,
    Header,
    read_header,
)
from exit_desktop.exchange.canonical import canonical_json
from exit_desktop.exchange.envelope import frame
from exit_desktop.exchange.faults import BundleStrangeHeader, PackageTooLarge, RecipientsNotPossible
from exit_desktop.exchange.identity import Identity, PublicIdentity
from exit_desktop.exchange.units import Unit, line_fits, line_schema, unit_line

# Half the time of the usual level, for a twelfth more bytes.
_PACKING = 4


def split_units(units: Iterable[bytes | Unit], limit: int = MAX_TEXT_WRITTEN) -> list[list[bytes]]:
    """Return the lines in order, in groups of at most `limit` bytes; raises PackageTooLarge for one too large alone."""
    groups: list[list[bytes]] = []
    room = 0
    for line in map(_as_line, units):
        size = len(line) + 1
        if size > limit or not line_fits(line):
            raise PackageTooLarge
        if size > room or len(groups[-1]) >= MAX_UNITS:
            groups.append([])
            room = limit
        groups[-1].append(line)
        room -= size
    return groups


def seal_bundle(
    units: Iterable[bytes | Unit], sender: Identity, recipients: Sequence[PublicIdentity], facts: BundleFacts
) -> bytes:
    """Return the file of a package; raises SealingRefused beyond the limits, ValueError for odd facts."""
    addressees = _addressees(recipients)
    lines = [_as_line(unit) for unit in units]
    text = b"".join(line + b"\n" for line in lines)
    if len(text) > MAX_TEXT_WRITTEN or len(lines) > MAX_UNITS or not all(map(line_fits, lines)):
        raise PackageTooLarge
    packed = zlib.compress(text, _PACKING)
    header = Header(
        v=BUNDLE_FORM,
        min_reader=BUNDLE_FORM,
        bundle=facts.bundle,
        epoch=facts.epoch,
        sender=sender.public.sender_id,
        number=facts.number,
        prev_sha256=facts.previous,
        created=facts.created.astimezone(UTC).replace(microsecond=0),
        n=len(lines),
        len=len(text),
        sha256=hashlib.sha256(text).hexdigest(),
        packed_len=len(packed),
        recipients=addressees,
        practice=facts.practice,
        schema=max(map(line_schema, lines), default=0),
    )
    return _sealed(canonical_json(header), packed, sender, addressees)


def _sealed(header_text: bytes, packed: bytes, sender: Identity, addressees: list[Addressee]) -> bytes:
    try:
        read_header(header_text)
    except BundleStrangeHeader:
        raise ValueError("package facts out of range") from None
    content = frame(header_text, packed, sender.signing_secret)
    data = primitives.seal(content, [one.key for one in addressees])
    if len(data) > MAX_FILE:
        raise PackageTooLarge
    return data


def _addressees(recipients: Sequence[PublicIdentity]) -> list[Addressee]:
    by_id = {one.sender_id: one.recipient for one in recipients}
    if not 1 <= len(by_id) <= MAX_RECIPIENTS:
        raise RecipientsNotPossible(most=MAX_RECIPIENTS)
    return [Addressee(name, key) for name, key in sorted(by_id.items())]


def _as_line(unit: bytes | Unit) -> bytes:
    return unit if isinstance(unit, bytes) else unit_line(unit)
