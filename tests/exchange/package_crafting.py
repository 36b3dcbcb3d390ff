"""People who know each other, and a way to craft validly signed oddities."""

import hashlib
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from exit_desktop.exchange import primitives
from exit_desktop.exchange.canonical import canonical_json
from exit_desktop.exchange.envelope import frame
from exit_desktop.exchange.identity import Identity
from exit_desktop.exchange.opening import KnownSender, Trust


@dataclass(frozen=True)
class People:
    anna: Identity
    bo: Identity
    carl: Identity

    def known(self, trust: Trust = Trust.CONFIRMED) -> dict[str, KnownSender]:
        return {self.anna.public.sender_id: KnownSender(self.anna.public, trust)}


@dataclass(frozen=True)
class Crafter:
    """Makes packages with a valid seal and signature around whatever it is told."""

    people: People
    lines: Sequence[bytes]

    def header(self, text: bytes, packed: bytes) -> dict[str, Any]:  # Any: a header to be bent
        addressee = {"id": self.people.bo.public.sender_id, "key": self.people.bo.public.recipient}
        return {
            "v": 1, "min_reader": 1, "bundle": "ab" * 16, "epoch": "1", "sender": self.people.anna.public.sender_id,
            "number": 1, "prev_sha256": None, "created": "2026-11-22T12:00:00Z", "n": text.count(b"\n"),
            "len": len(text), "sha256": hashlib.sha256(text).hexdigest(), "packed_len": len(packed),
            "recipients": [addressee], "practice": False, "schema": 1,
        }  # fmt: skip

    def text(self, *lines: bytes) -> bytes:
        return b"".join(line + b"\n" for line in lines or self.lines)

    def of_text(self, text: bytes, **changes: object) -> bytes:
        packed = zlib.compress(text)
        return self.of_packed(packed, self.header(text, packed) | changes)

    def of_packed(self, packed: bytes, header: object) -> bytes:
        return self.of_header_text(canonical_json(header), packed)

    def of_header_text(self, header_text: bytes, packed: bytes) -> bytes:
        return self.of_content(frame(header_text, packed, self.people.anna.signing_secret))

    def of_content(self, content: bytes) -> bytes:
        return primitives.seal(content, [self.people.bo.public.recipient])
