"""The ways into a vault: a secret of 64 bytes, sealed once for each of them.

The secret is the master key and, behind it, a lasting key. The master key is new in every epoch and everything in the
files hangs on it; the lasting key stays when keys are renewed (the name guard compares words that are stored nowhere).
Each slot is bound to vault, practice flag, epoch, its own name and its parameters, so that none is moved or weakened.
"""

import hashlib
import hmac
import secrets
from dataclasses import dataclass, field

from exit_desktop.errors import KeyFileDamaged, WrongPassphrase, WrongRecoveryKey
from exit_desktop.vault.keyfile import KeyFile, PassphraseSlot, RecipientSlot
from exit_desktop.vault.keys import KEY_BYTES, Stretch, new_key, overwrite_freed, stretch, wipe
from exit_desktop.vault.recovery import recovery_identity

_TAG_BYTES = 16


@dataclass(frozen=True, slots=True)
class Place:
    """The vault and epoch that a slot belongs to."""

    vault: str
    practice: bool
    epoch: int

    @property
    def number(self) -> str:
        """The short number of the vault, as its recovery sheet has it."""
        return self.vault[:6].upper()

    def binding(self, slot: str, parameters: str = "") -> bytes:
        """Return the associated data of one slot."""
        return f"forloeb/{self.vault}/{self.practice:d}/{self.epoch}/{slot}/{parameters}".encode()


@dataclass(slots=True)
class Secret:
    """What every way in leads to; wiped when the vault closes."""

    master: bytearray = field(repr=False)
    lasting: bytearray = field(repr=False)

    def joined(self) -> bytearray:
        """Return both as one buffer, which the caller wipes."""
        return self.master + self.lasting

    def copy(self) -> "Secret":
        """Return a copy that can be wiped on its own."""
        return Secret(bytearray(self.master), bytearray(self.lasting))

    def wipe(self) -> None:
        """Forget both keys."""
        wipe(self.master, self.lasting)


def place_of(keyfile: KeyFile) -> Place:
    """Return what the slots of this key file are bound to."""
    return Place(keyfile.vault, keyfile.practice, keyfile.epoch)


def new_secret() -> Secret:
    """Return a random secret."""
    return Secret(new_key(), new_key())


def split(joined: bytearray) -> Secret:
    """Return the secret in 64 bytes and wipe them."""
    secret = Secret(joined[:KEY_BYTES], joined[KEY_BYTES:])
    wipe(joined)
    return secret


def seal_with_passphrase(place: Place, secret: Secret, passphrase: str, cost: Stretch) -> PassphraseSlot:
    """Return slot A, opened once again before it is handed out.

    A real vault is never made with less than Argon2id of 256 MiB, 3 passes, 2 lanes: ValueError.
    """
    if not (place.practice or cost.is_strong()):
        raise ValueError("a real vault needs the strong cost")
    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    stretched = stretch(passphrase, salt, cost)
    slot = PassphraseSlot(
        salt=salt,
        memory_kib=cost.memory_kib,
        passes=cost.passes,
        lanes=cost.lanes,
        commitment=bytes(stretched[KEY_BYTES:]),
        nonce=nonce,
        sealed=seal_under(stretched[:KEY_BYTES], nonce, secret, place.binding("A", _parameters(salt, cost))),
    )
    wipe(stretched)
    _must_open_to(secret, open_with_passphrase(place, slot, passphrase))
    return slot


def open_with_passphrase(place: Place, slot: PassphraseSlot, passphrase: str) -> Secret:
    """Return the secret; raises WrongPassphrase, KeyFileDamaged, TooLittleMemory."""
    if not slot.cost.is_bearable() or not (place.practice or slot.cost.is_strong()):
        raise KeyFileDamaged
    stretched = stretch(passphrase, slot.salt, slot.cost)
    try:
        if not hmac.compare_digest(bytes(stretched[KEY_BYTES:]), slot.commitment):
            raise WrongPassphrase
        binding = place.binding("A", _parameters(slot.salt, slot.cost))
        return open_under(stretched[:KEY_BYTES], slot.nonce, slot.sealed, binding)
    finally:
        wipe(stretched)


def seal_to_recipient(place: Place, secret: Secret, recipient: str, slot: str = "B") -> RecipientSlot:
    """Return slot B or C for an age recipient."""
    import pyrage  # noqa: PLC0415 - 10 ms that the unlock page does not need

    joined = secret.joined()
    bound = bytearray(hashlib.sha256(place.binding(slot, recipient)).digest()) + joined
    try:
        sealed = pyrage.encrypt(bytes(bound), [pyrage.x25519.Recipient.from_str(recipient)])
    finally:
        wipe(joined, bound)
        overwrite_freed(len(bound))
    return RecipientSlot(recipient=recipient, sealed=sealed)


def seal_to_sheet(place: Place, secret: Secret, recovery_key: bytearray) -> RecipientSlot:
    """Return slot B for a new sheet, opened once again before it is handed out."""
    recipient = str(recovery_identity(recovery_key, place.vault).to_public())
    slot = seal_to_recipient(place, secret, recipient)
    _must_open_to(secret, open_with_sheet(place, slot, recovery_key))
    return slot


def open_with_sheet(place: Place, slot: RecipientSlot, recovery_key: bytearray) -> Secret:
    """Return the secret; raises WrongRecoveryKey, KeyFileDamaged."""
    import pyrage  # noqa: PLC0415 - as above

    identity = recovery_identity(recovery_key, place.vault)
    if str(identity.to_public()) != slot.recipient:
        raise WrongRecoveryKey(number=place.number)
    try:
        opened = bytearray(pyrage.decrypt(slot.sealed, [identity]))
    except pyrage.DecryptError as problem:
        raise KeyFileDamaged from problem
    overwrite_freed(len(opened))
    bound, joined = opened[:KEY_BYTES], opened[KEY_BYTES:]
    wipe(opened)
    if bound != hashlib.sha256(place.binding("B", slot.recipient)).digest() or len(joined) != 2 * KEY_BYTES:
        raise KeyFileDamaged
    return split(joined)


def seal_under(key: bytearray, nonce: bytes, secret: Secret, binding: bytes) -> bytes:
    """Return the secret under a 32-byte key (ChaCha20-Poly1305)."""
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305  # noqa: PLC0415 - at first use

    joined = secret.joined()
    try:
        return ChaCha20Poly1305(key).encrypt(nonce, joined, binding)
    finally:
        wipe(joined, key)


def open_under(key: bytearray, nonce: bytes, sealed: bytes, binding: bytes) -> Secret:
    """Return the secret sealed by `seal_under`; raises KeyFileDamaged."""
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415 - at first use
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305  # noqa: PLC0415

    if len(sealed) != 2 * KEY_BYTES + _TAG_BYTES:
        raise KeyFileDamaged
    joined = bytearray(2 * KEY_BYTES)
    try:
        ChaCha20Poly1305(key).decrypt_into(nonce, sealed, binding, joined)
    except (InvalidTag, ValueError) as problem:
        raise KeyFileDamaged from problem
    finally:
        wipe(key)
    return split(joined)


def _parameters(salt: bytes, cost: Stretch) -> str:
    return f"argon2id/{cost.memory_kib}/{cost.passes}/{cost.lanes}/{salt.hex()}"


def _must_open_to(secret: Secret, opened: Secret) -> None:
    same = opened == secret
    opened.wipe()
    if not same:
        raise KeyFileDamaged
