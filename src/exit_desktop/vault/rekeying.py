"""Gives the files of a vault a new key so that a crash at any step leaves a vault that opens.

Three files change: the key file, the database, the drafts. First `vault.keys.next` is written: the whole next key
file, and the next secret sealed under the old master key, so that every way into the old epoch leads into the new
one. Then each database is re-encrypted in one transaction, then the next key file takes the place of both copies,
then the journal goes. Whoever opens the vault later finds the journal and finishes. With the same master key and new
random bytes in the key file this is also how a file is re-encrypted after an erasure.
"""

import hashlib
import secrets
from contextlib import suppress
from pathlib import Path

import msgspec

from exit_desktop.errors import DiskFull, Failure, KeyFileDamaged, VaultDamaged
from exit_desktop.system.clock import Clock
from exit_desktop.system.safe_write import sync_folder, write_file
from exit_desktop.vault import drafts, keyfile, usage_log
from exit_desktop.vault.engine_failures import engine_failures, file_failures
from exit_desktop.vault.keyfile import NEXT_NAME, KeyFile
from exit_desktop.vault.keys import derive, wipe
from exit_desktop.vault.opening import change_key, open_database
from exit_desktop.vault.slots import Secret, open_under, place_of, seal_under

DATABASE_NAME = "vault.db"


class Journal(msgspec.Struct, frozen=True):
    """What stands in `vault.keys.next`, a SHA-256 line behind it."""

    keyfile: KeyFile
    nonce: bytes
    bridge: bytes


def database_key(keyfile: KeyFile, secret: Secret) -> bytearray:
    """Return the key of the database: without the random bytes in the key file the master key alone opens nothing."""
    return derive(secret.master, "database", keyfile.database_salt)


def drafts_key(keyfile: KeyFile, secret: Secret) -> bytearray:
    """Return the key of the file of drafts."""
    return derive(secret.master, "drafts", keyfile.database_salt)


def log_key(secret: Secret) -> bytearray:
    """Return the key of the usage log's chain."""
    return derive(secret.master, "log")


def begin(folder: Path, old: tuple[KeyFile, Secret], new: tuple[KeyFile, Secret]) -> None:
    """Write the journal; from here on the change can be finished by whoever opens the vault."""
    nonce = secrets.token_bytes(12)
    bridge = seal_under(derive(old[1].master, "bridge"), nonce, new[1], place_of(new[0]).binding("bridge"))
    body = msgspec.json.encode(Journal(new[0], nonce, bridge)) + b"\n"
    path = folder / NEXT_NAME
    try:
        with file_failures():
            write_file(path, body + hashlib.sha256(body).hexdigest().encode())
    except BaseException:
        # Nobody may finish later what was told as not begun.
        with suppress(Failure):
            _drop(path)
        raise


def finish(folder: Path, held: KeyFile, secret: Secret) -> tuple[KeyFile, Secret]:
    """Finish a change that was begun, if any, and return the key file and secret that hold now.

    Raises DiskFull with the journal gone and everything as before, VaultDamaged, KeyFileDamaged.
    """
    path = folder / NEXT_NAME
    next_keys = _next_keys_of(path, held, secret) if path.exists() else None
    if next_keys is None:
        return held, secret
    try:
        _move_database(folder, (held, secret), next_keys)
    except DiskFull:
        if opens(folder / DATABASE_NAME, database_key(held, secret)):
            _drop(path)
        raise
    _move_drafts(folder, (held, secret), next_keys)
    keyfile.write(folder, next_keys[0])
    # From here the new keys hold; a journal that stays, for the disk gives no answer, is dropped at the next opening.
    with suppress(Failure):
        _drop(path)
    secret.wipe()
    return next_keys


def _next_keys_of(path: Path, held: KeyFile, secret: Secret) -> tuple[KeyFile, Secret] | None:
    """Return what a journal leads to; None if it has no more work to do, and then it is dropped."""
    journal = _read_journal(path)
    if journal is not None and not _is_to_be_done(path.parent, journal.keyfile, held, secret):
        return None
    # A broken journal, or one of other keys than these, never touched a database that these still open.
    with suppress(KeyFileDamaged):
        if journal is not None:
            return _next_keys(journal, held, secret)
    _check_old_key_opens(path.parent, held, secret)
    _drop(path)
    return None


def _is_to_be_done(folder: Path, begun: KeyFile, held: KeyFile, secret: Secret) -> bool:
    """Tell whether a journal still has work to do, and drop it if it was done or never reached the database.

    Its generation alone says neither: the database in place does, by the key that opens it.
    """
    if begun.generation > held.generation:
        return True
    if opens(folder / DATABASE_NAME, database_key(held, secret)):
        _drop(folder / NEXT_NAME)
        return False
    # With the journal's own keys in the key file already, the database is damaged: its opening tells that.
    return (begun.epoch, begun.database_salt) != (held.epoch, held.database_salt)


def _next_keys(journal: Journal, held: KeyFile, secret: Secret) -> tuple[KeyFile, Secret]:
    key = derive(secret.master, "bridge")
    new = open_under(key, journal.nonce, journal.bridge, place_of(journal.keyfile).binding("bridge"))
    keyfile.check_mac(journal.keyfile, new.master)
    if journal.keyfile.generation > held.generation:
        return journal.keyfile, new
    # No two key files of one generation may say different things.
    above = msgspec.structs.replace(journal.keyfile, generation=held.generation + 1)
    return keyfile.sign(above, new.master), new


def _move_database(folder: Path, old: tuple[KeyFile, Secret], new: tuple[KeyFile, Secret]) -> None:
    path = folder / DATABASE_NAME
    if not opens(path, database_key(*new)):
        _change(path, database_key(*old), database_key(*new))
    _anchor_log(path, old, new)


def _move_drafts(folder: Path, old: tuple[KeyFile, Secret], new: tuple[KeyFile, Secret]) -> None:
    path = folder / drafts.FILE_NAME
    if not path.exists() or opens(path, drafts_key(*new)):
        return
    if opens(path, drafts_key(*old)):
        _change(path, drafts_key(*old), drafts_key(*new))
    # A file that neither key opens is laid aside when the drafts are opened.


def _change(path: Path, old: bytearray, new: bytearray) -> None:
    old_again = bytearray(old)
    connection = open_database(path, old)
    try:
        with engine_failures():
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            change_key(connection, bytearray(new))
    finally:
        connection.close()
    # The engine keeps silent when it had no room to write the pages and rolled back: only opening tells.
    if opens(path, old_again):
        raise DiskFull
    _check_pages(path, new)


def _check_pages(path: Path, key: bytearray) -> None:
    connection = open_database(path, key)
    try:
        with engine_failures():
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            if connection.execute("PRAGMA cipher_integrity_check").fetchall():
                raise VaultDamaged
    finally:
        connection.close()


def _anchor_log(path: Path, old: tuple[KeyFile, Secret], new: tuple[KeyFile, Secret]) -> None:
    connection = open_database(path, database_key(*new))
    old_key, new_key = log_key(old[1]), log_key(new[1])
    try:
        with engine_failures():
            if connection.execute("SELECT epoch FROM vault").fetchone()[0] >= new[0].epoch:
                return
            connection.execute("BEGIN IMMEDIATE")
            usage_log.anchor_again(connection, old_key, new_key, Clock().now_utc().isoformat(timespec="seconds"))
            connection.execute("UPDATE vault SET epoch = :epoch", {"epoch": new[0].epoch})
            connection.execute("COMMIT")
    finally:
        connection.close()
        wipe(old_key, new_key)


def opens(path: Path, key: bytearray) -> bool:
    """Tell whether the key opens the file; `key` is wiped."""
    try:
        open_database(path, key).close()
    except VaultDamaged:
        return False
    return True


def _check_old_key_opens(folder: Path, held: KeyFile, secret: Secret) -> None:
    if not opens(folder / DATABASE_NAME, database_key(held, secret)):
        raise KeyFileDamaged


def _read_journal(path: Path) -> Journal | None:
    with file_failures():
        body, _, digest = path.read_bytes().rpartition(b"\n")
    body += b"\n"
    if hashlib.sha256(body).hexdigest().encode() != digest:
        return None
    try:
        return msgspec.json.decode(body, type=Journal)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None


def _drop(path: Path) -> None:
    with file_failures():
        path.unlink(missing_ok=True)
        sync_folder(path.parent)
