"""What a package says about itself, and the figures of its form (see resources/docs/bundle-format.md)."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Annotated

from msgspec import Meta

from exit_desktop.exchange import primitives
from exit_desktop.exchange.canonical import NotCanonical, typed_json
from exit_desktop.exchange.faults import BundleStrangeHeader

BUNDLE_FORM = 1
MIB = 1024 * 1024
MAX_FILE = 32 * MIB
MAX_TEXT_WRITTEN = 32 * MIB
MAX_TEXT_READ = 64 * MIB
MAX_HEADER = 64 * 1024
# What a receiver checks in a second or two; a writer makes several packages of more.
MAX_UNITS = 10_000
# One unit: many times the largest course. What is packed well can be a thousand times as many objects in memory.
MAX_LINE = 16 * MIB
MAX_PARTS = 200_000
MAX_RECIPIENTS = 8
FILE_SUFFIX = ".forloeb"

Id128 = Annotated[str, Meta(pattern=r"\A[0-9a-f]{32}\Z")]
Sha256 = Annotated[str, Meta(pattern=r"\A[0-9a-f]{64}\Z")]
AgeRecipient = Annotated[str, Meta(pattern=r"\Aage1[02-9ac-hj-np-z]{58}\Z")]
Positive = Annotated[int, Meta(ge=1, le=2**53)]


@dataclass(frozen=True, slots=True)
class Addressee:
    """One person a package is made for, as the signature names them."""

    id: Id128
    key: AgeRecipient


Addressees = Annotated[list[Addressee], Meta(min_length=1, max_length=MAX_RECIPIENTS)]


@dataclass(frozen=True, slots=True)
class HeaderStart:
    """The five fields that keep their meaning in every later version."""

    v: Positive
    min_reader: Positive
    sender: Id128
    recipients: Addressees
    packed_len: Annotated[int, Meta(ge=1, le=MAX_FILE)]


@dataclass(frozen=True, slots=True)
class Header:
    """The signed description of a package; `epoch` names the numbering that `number` and `prev_sha256` belong to."""

    v: Positive
    min_reader: Positive
    bundle: Id128
    epoch: Annotated[str, Meta(pattern=r"\A[0-9a-f]{1,32}\Z")]
    sender: Id128
    number: Positive
    prev_sha256: Sha256 | None
    created: Annotated[datetime, Meta(tz=True)]
    n: Annotated[int, Meta(ge=0, le=MAX_UNITS)]
    len: Annotated[int, Meta(ge=0, le=MAX_TEXT_READ)]
    sha256: Sha256
    packed_len: Annotated[int, Meta(ge=1, le=MAX_FILE)]
    recipients: Addressees
    practice: bool
    schema: Annotated[int, Meta(ge=0, le=2**53)]


@dataclass(frozen=True, slots=True)
class BundleFacts:
    """What the sending vault knows; `previous` is the SHA-256 of the file before it in the same epoch."""

    bundle: str
    epoch: str
    number: int
    previous: str | None
    created: datetime
    practice: bool = False


def new_bundle_id() -> str:
    """Return a new random id of 32 hex digits."""
    return secrets.token_hex(16)


def neutral_file_name() -> str:
    """Return a new file name that tells nothing: pakke-<random>.forloeb."""
    return f"pakke-{secrets.token_hex(4)}{FILE_SUFFIX}"


def read_header(text: bytes) -> Header:
    """Return the whole header of a version that this reader may read; raises BundleStrangeHeader."""
    start = read_header_start(text)
    try:
        header = typed_json(text, Header, extras=start.v > BUNDLE_FORM)
    except NotCanonical:
        raise BundleStrangeHeader from None
    if header.created.utcoffset() != timedelta(0) or not _addressees_in_order(header.recipients):
        raise BundleStrangeHeader
    return header


def read_header_start(text: bytes) -> HeaderStart:
    """Return the lasting fields of a header; raises BundleStrangeHeader."""
    try:
        return typed_json(text, HeaderStart, extras=True)
    except NotCanonical:
        raise BundleStrangeHeader from None


def _addressees_in_order(addressees: Sequence[Addressee]) -> bool:
    ids = [one.id for one in addressees]
    return ids == sorted(set(ids)) and all(primitives.is_recipient(one.key) for one in addressees)
