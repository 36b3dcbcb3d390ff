"""Who a person is towards others: one key to sign with, one to be sealed to. The vault keeps the secrets."""

import hashlib
from dataclasses import dataclass, field

from exit_desktop.exchange import primitives

SENDER_CONTEXT = b"forloeb sender v1\x00"


@dataclass(frozen=True, slots=True)
class PublicIdentity:
    """The public half: a 32-byte Ed25519 key and an age recipient."""

    signing_key: bytes = field(repr=False)
    recipient: str = field(repr=False)

    @property
    def sender_id(self) -> str:
        """The 32 hex digits by which others name this person."""
        return sender_id(self.signing_key)


@dataclass(frozen=True, slots=True)
class Identity:
    """Both secrets and their public half: 32 bytes of Ed25519, and the ASCII line of an age X25519 identity."""

    signing_secret: bytes = field(repr=False)
    sealing_secret: bytes = field(repr=False)
    public: PublicIdentity = field(repr=False)


def sender_id(signing_key: bytes) -> str:
    """Return the first 16 bytes, in hex, of the hash of a public signing key."""
    return hashlib.sha256(SENDER_CONTEXT + signing_key).hexdigest()[:32]


def generate_identity() -> Identity:
    """Return a new identity from the system's random source."""
    return restore_identity(primitives.new_signing_secret(), primitives.new_sealing_secret())


def restore_identity(signing_secret: bytes, sealing_secret: bytes) -> Identity:
    """Return the identity of two secrets that the vault kept."""
    public = PublicIdentity(primitives.signing_public(signing_secret), primitives.sealing_public(sealing_secret))
    return Identity(signing_secret, sealing_secret, public)
