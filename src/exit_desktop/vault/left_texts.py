"""Seals texts that a full disk did not take at the lock: they wait in memory, and the keys of the vault open them."""

import secrets
from collections.abc import Mapping
from typing import TYPE_CHECKING

import msgspec

from exit_desktop.vault.keys import derive, wipe
from exit_desktop.vault.open_vault import Vault

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

_NONCE_BYTES = 12


def seal_texts(vault: Vault, texts: Mapping[str, str]) -> bytes:
    """Return texts by their places, sealed under a key of the open vault."""
    nonce = secrets.token_bytes(_NONCE_BYTES)
    key = _key(vault)
    try:
        return nonce + _cipher(key).encrypt(nonce, msgspec.json.encode(dict(texts)), vault.uid.encode())
    finally:
        wipe(key)


def open_texts(vault: Vault, sealed: bytes) -> dict[str, str]:
    """Return what was sealed; nothing where it is of another vault."""
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415 - at first use

    key, nonce = _key(vault), sealed[:_NONCE_BYTES]
    try:
        clear = _cipher(key).decrypt(nonce, sealed[_NONCE_BYTES:], vault.uid.encode())
    except InvalidTag:
        return {}
    finally:
        wipe(key)
    return msgspec.json.decode(clear, type=dict[str, str])


def _cipher(key: bytearray) -> "ChaCha20Poly1305":
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305  # noqa: PLC0415 - at first use

    return ChaCha20Poly1305(key)


def _key(vault: Vault) -> bytearray:
    secret = vault.secret_copy()
    try:
        # The lasting key: it is the same when the keys are renewed in between.
        return derive(secret.lasting, "left-texts")
    finally:
        secret.wipe()
