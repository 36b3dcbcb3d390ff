"""The key file: which ways lead into the vault, and the random bytes that the database key hangs on.

JSON of at most 16 kB, nothing personal in it, followed by a plain SHA-256 of all before it, which is checked before any
passphrase is tried: a broken file must never be told as a wrong passphrase. A byte-identical mirror stands beside it; a
broken copy is made again from the whole one. The first copy decides: once it is whole, a change holds. A MAC under the
master key, checked once that is known, holds all fields.
"""

import hashlib
import hmac
import secrets
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import msgspec

from exit_desktop.errors import (
    DiskFull,
    Failure,
    FolderNotWritable,
    KeyFileDamaged,
    KeyFileHealed,
    NoVaultHere,
    VaultIsNewer,
)
from exit_desktop.system.safe_write import write_file
from exit_desktop.vault.engine_failures import file_failures
from exit_desktop.vault.keys import Stretch, derive, wipe

FORMAT = 1
LARGEST = 16_384
NAMES = ("vault.keys", "vault.keys.2")
NEXT_NAME = "vault.keys.next"
_DIGEST_LETTERS = 64


class PassphraseSlot(msgspec.Struct, frozen=True):
    """Slot A: the secret wrapped under the stretched passphrase."""

    salt: bytes
    memory_kib: int
    passes: int
    lanes: int
    commitment: bytes
    nonce: bytes
    sealed: bytes

    @property
    def cost(self) -> Stretch:
        """What one try costs."""
        return Stretch(self.memory_kib, self.passes, self.lanes)


class RecipientSlot(msgspec.Struct, frozen=True):
    """Slot B (the sheet) or C (the organisation): the secret sealed to an age recipient."""

    recipient: str
    sealed: bytes


class KeyFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All fields of the key file; `generation` rises with every writing, `epoch` with every new master key."""

    format: int
    vault: str
    practice: bool
    epoch: int
    generation: int
    database_salt: bytes
    passphrase: PassphraseSlot
    sheet: RecipientSlot
    sheet_groups: dict[str, str]
    organisation: RecipientSlot | None = None
    mac: bytes = b""


@dataclass(frozen=True, slots=True)
class Found:
    """The key file of a folder, and whether one copy had to be made again."""

    keyfile: KeyFile
    healed: KeyFileHealed | None


def encode(keyfile: KeyFile) -> bytes:
    """Return the bytes of the file, digest included."""
    body = msgspec.json.format(msgspec.json.encode(keyfile), indent=1) + b"\n"
    return body + hashlib.sha256(body).hexdigest().encode() + b"\n"


def decode(data: bytes) -> KeyFile:
    """Return the key file in `data`; raises KeyFileDamaged, or VaultIsNewer for a format of a later program."""
    body, digest = data[: -_DIGEST_LETTERS - 1], data[-_DIGEST_LETTERS - 1 :]
    if len(data) > LARGEST or digest != hashlib.sha256(body).hexdigest().encode() + b"\n":
        raise KeyFileDamaged
    try:
        known = msgspec.json.decode(body, type=_OnlyFormat)
        if known.format > FORMAT:
            raise VaultIsNewer
        return msgspec.json.decode(body, type=KeyFile)
    except (msgspec.DecodeError, UnicodeDecodeError) as problem:
        raise KeyFileDamaged from problem


def read(folder: Path) -> Found:
    """Return the newest whole copy of the key file and make the other one like it.

    Raises NoVaultHere, KeyFileDamaged when no copy is whole, VaultIsNewer.
    """
    held = [_bytes_of(folder / name) for name in NAMES]
    if not any(held) and not (folder / "vault.db").exists():
        raise NoVaultHere
    whole = {data: keyfile for data in held if data is not None and (keyfile := _whole(data)) is not None}
    if not whole:
        raise KeyFileDamaged
    newest = max(whole, key=lambda data: whole[data].generation)
    broken = [name for name, data in zip(NAMES, held, strict=True) if data not in whole]
    for name, data in zip(NAMES, held, strict=True):
        if data != newest:
            _heal(folder / name, newest)
    return Found(whole[newest], KeyFileHealed() if broken else None)


def peek(folder: Path) -> KeyFile:
    """Return the newest whole copy and write nothing; raises like `read`."""
    held = [data for name in NAMES if (data := _bytes_of(folder / name)) is not None]
    if not held and not (folder / "vault.db").exists():
        raise NoVaultHere
    whole = [keyfile for data in held if (keyfile := _whole(data)) is not None]
    if not whole:
        raise KeyFileDamaged
    return max(whole, key=lambda keyfile: keyfile.generation)


def write(folder: Path, keyfile: KeyFile) -> None:
    """Write both copies, each whole or not at all; the key file holds as soon as the first one stands.

    A mirror that finds no room is made at the next writing or reading. Raises DiskFull, FolderNotWritable with the
    key file of before still in place.
    """
    data = encode(keyfile)
    if decode(data) != keyfile:
        raise KeyFileDamaged
    first, mirror = (folder / name for name in NAMES)
    try:
        with file_failures():
            write_file(first, data)
    except (Failure, OSError):
        # The disk may fail after the file has its name: what stands there is what the next opening will read.
        if _bytes_of(first) != data:
            raise
    _heal(mirror, data)


def copies_agree(folder: Path) -> bool:
    """Tell whether both copies are there, whole and byte-identical."""
    first, second = (_bytes_of(folder / name) for name in NAMES)
    return first is not None and first == second and _whole(first) is not None


def sign(keyfile: KeyFile, master: bytearray) -> KeyFile:
    """Return the key file with its MAC under the master key."""
    return msgspec.structs.replace(keyfile, mac=_mac(keyfile, master))


def check_mac(keyfile: KeyFile, master: bytearray) -> None:
    """Raise KeyFileDamaged unless every field is as it was when the master key signed it."""
    if not hmac.compare_digest(keyfile.mac, _mac(keyfile, master)):
        raise KeyFileDamaged


def later(keyfile: KeyFile, **changes: object) -> KeyFile:
    """Return a changed key file of the next generation, still to be signed."""
    return msgspec.structs.replace(keyfile, generation=keyfile.generation + 1, **changes)


def new_salt() -> bytes:
    """Return 32 random bytes for `database_salt`."""
    return secrets.token_bytes(32)


class _OnlyFormat(msgspec.Struct):
    format: int


def _mac(keyfile: KeyFile, master: bytearray) -> bytes:
    key = derive(master, "slots")
    unsigned = msgspec.json.encode(msgspec.structs.replace(keyfile, mac=b""), order="deterministic")
    try:
        return hmac.new(key, unsigned, hashlib.sha256).digest()
    finally:
        wipe(key)


def _whole(data: bytes) -> KeyFile | None:
    try:
        return decode(data)
    except KeyFileDamaged:
        return None


def _bytes_of(path: Path) -> bytes | None:
    with file_failures():
        try:
            with path.open("rb") as stream:
                return stream.read(LARGEST + 1)
        except FileNotFoundError:
            return None


def _heal(path: Path, data: bytes) -> None:
    # A folder that cannot be written must still open: the whole copy is enough to read.
    with suppress(OSError, DiskFull, FolderNotWritable):
        write_file(path, data)
