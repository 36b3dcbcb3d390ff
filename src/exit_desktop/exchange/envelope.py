"""The bytes of a package: what can be told from outside, and the frame inside the seal."""

import hashlib
import re
from dataclasses import dataclass

from exit_desktop.exchange import primitives
from exit_desktop.exchange.bundle import MAX_FILE, MAX_HEADER, MAX_RECIPIENTS, HeaderStart, read_header_start
from exit_desktop.exchange.faults import (
    BundleCutShort,
    BundleDamaged,
    BundleNewer,
    BundleNotAPackage,
    BundleStrangeSeal,
    BundleTooLarge,
    BundleUnderPassphrase,
)

AGE_LINE = b"age-encryption.org/v1\n"
MAX_AGE_HEADER = 16 * 1024
AGE_NONCE = 16
AGE_TAG = 16
STEP = 64 * 1024

MAGIC = b"FORLOEB1"
LENGTH_SIZE = 4
FRAME_START = len(MAGIC) + LENGTH_SIZE
SIGNATURE_CONTEXT = b"forloeb bundle v1\x00"


@dataclass(frozen=True, slots=True)
class OuterLook:
    """What anyone can tell of a package file: its size in bytes and how many keys open it."""

    size: int
    keys: int


@dataclass(frozen=True, slots=True)
class Frame:
    """The parts inside the seal, before anything in them is trusted."""

    header_text: bytes
    start: HeaderStart
    packed: memoryview
    signature: bytes
    signed: memoryview


def inspect_bundle(data: bytes) -> OuterLook:
    """Return what can be told without a key; raises BundleRejected for what is no whole package of ours."""
    if len(data) > MAX_FILE:
        raise BundleTooLarge
    if not data.startswith(AGE_LINE):
        raise BundleCutShort if data and AGE_LINE.startswith(data) else BundleNotAPackage
    end = re.search(rb"\n---[^\n]*\n", data[:MAX_AGE_HEADER])
    if end is None:
        raise BundleCutShort if len(data) < MAX_AGE_HEADER else BundleNotAPackage
    keys = _count_keys(data[len(AGE_LINE) : end.start() + 1])
    # A package is padded, so every whole one is a nonce and full 64 KiB pieces, each with its tag.
    pieces = len(data) - end.end() - AGE_NONCE
    if pieces <= 0 or pieces % (STEP + AGE_TAG):
        raise BundleCutShort
    return OuterLook(len(data), keys)


def frame(header_text: bytes, packed: bytes, signing_secret: bytes) -> bytes:
    """Return the signed and padded content of a package."""
    signed = MAGIC + len(header_text).to_bytes(LENGTH_SIZE, "big") + header_text + packed
    whole = signed + primitives.sign(signing_secret, _signed_message(signed))
    return whole + bytes(-len(whole) % STEP)


def unframe(content: bytes) -> Frame:
    """Return the parts of what was sealed, parsing nothing but the capped header; raises BundleRejected."""
    _check_magic(content)
    header_end = FRAME_START + int.from_bytes(content[len(MAGIC) : FRAME_START], "big")
    if header_end > min(FRAME_START + MAX_HEADER, len(content)):
        raise BundleDamaged
    start = read_header_start(content[FRAME_START:header_end])
    packed_end = header_end + start.packed_len
    whole_end = packed_end + primitives.SIGNATURE_SIZE
    if len(content) != whole_end + -whole_end % STEP or any(content[whole_end:]):
        raise BundleDamaged
    return Frame(
        header_text=content[FRAME_START:header_end],
        start=start,
        packed=memoryview(content)[header_end:packed_end],
        signature=content[packed_end:whole_end],
        signed=memoryview(content)[:packed_end],
    )


def signature_holds(parts: Frame, signing_key: bytes) -> bool:
    """Say whether the owner of `signing_key` signed everything before the signature."""
    return primitives.signed_by(signing_key, parts.signature, _signed_message(parts.signed))


def _signed_message(signed: bytes | memoryview) -> bytes:
    return SIGNATURE_CONTEXT + hashlib.sha512(signed).digest()


def _check_magic(content: bytes) -> None:
    if content.startswith(MAGIC) and len(content) >= FRAME_START:
        return
    newer = re.match(rb"FORLOEB([2-9])", content)
    if newer:
        raise BundleNewer(version=int(newer[1]))
    raise BundleNotAPackage


def _count_keys(lines: bytes) -> int:
    kinds = [line.split(b" ")[1] for line in lines.split(b"\n") if line.startswith(b"-> ")]
    if b"scrypt" in kinds:
        raise BundleUnderPassphrase
    # age writers may add a stanza named "<anything>-grease" to keep readers honest; it opens nothing.
    meant = [kind for kind in kinds if not kind.endswith(b"-grease")]
    if any(kind != b"X25519" for kind in meant) or not 1 <= len(meant) <= MAX_RECIPIENTS:
        raise BundleStrangeSeal
    return len(meant)
