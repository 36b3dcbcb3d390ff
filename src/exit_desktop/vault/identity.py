"""The worker's own two secrets: one signs what is sent, one opens what is received. Kept inside the vault only."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection


@dataclass(frozen=True, slots=True)
class Identity:
    """An Ed25519 secret key (32 bytes) and an age X25519 secret key in age's own writing."""

    sign_secret: bytes = field(repr=False)
    age_secret: str = field(repr=False)
    created_at: str


def make_identity(created_at: str) -> Identity:
    """Return new random keys."""
    import pyrage  # noqa: PLC0415 - at first use
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # noqa: PLC0415

    return Identity(
        sign_secret=Ed25519PrivateKey.generate().private_bytes_raw(),
        age_secret=str(pyrage.x25519.Identity.generate()),
        created_at=created_at,
    )


def save_identity(connection: "Connection", identity: Identity) -> None:
    """Put the keys in the place of any earlier ones."""
    connection.execute(
        """INSERT INTO identity (id, sign_secret, age_secret, created_at) VALUES (1, :sign, :age, :at)
           ON CONFLICT (id) DO UPDATE SET sign_secret = :sign, age_secret = :age, created_at = :at""",
        {"sign": identity.sign_secret, "age": identity.age_secret, "at": identity.created_at},
    )


def read_identity(connection: "Connection") -> Identity | None:
    """Return the keys of this vault."""
    row = connection.execute("SELECT sign_secret, age_secret, created_at FROM identity").fetchone()
    return Identity(*row) if row else None


def replace_identity(connection: "Connection", identity: Identity) -> None:
    """Put new keys in force; the ones before them are kept, to open what is still on its way."""
    connection.execute(
        "INSERT INTO former_identity (sign_secret, age_secret, created_at)"
        " SELECT sign_secret, age_secret, created_at FROM identity"
    )
    save_identity(connection, identity)


def read_former_identities(connection: "Connection") -> tuple[Identity, ...]:
    """Return the keys that were replaced, the newest first."""
    rows = connection.execute("SELECT sign_secret, age_secret, created_at FROM former_identity ORDER BY id DESC")
    return tuple(Identity(*row) for row in rows)
