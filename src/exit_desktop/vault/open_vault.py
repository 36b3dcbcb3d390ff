"""An open vault: one writer, one reader, the drafts, and the keys that are wiped when it closes.

The writer belongs to whoever holds its lock: a job for as long as it runs, else whoever writes for one transaction. The
reader serves everyone else, so that a screen never waits for a job.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from exit_desktop.errors import DraftsLost, Failure, KeyFileDamaged, VaultIsNewer
from exit_desktop.vault import keyfile as keyfiles
from exit_desktop.vault import rekeying, usage_log
from exit_desktop.vault.backing import Source, back_up_before_migration, open_live
from exit_desktop.vault.commit_counter import Counters
from exit_desktop.vault.copying import Copying, Holding
from exit_desktop.vault.drafts import Drafts, open_drafts
from exit_desktop.vault.engine_failures import engine_failures
from exit_desktop.vault.keyfile import KeyFile
from exit_desktop.vault.keys import derive, wipe
from exit_desktop.vault.migrations import SCHEMA_VERSION, migrate, schema_version
from exit_desktop.vault.opening import open_database, roll_back
from exit_desktop.vault.slots import Secret

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection


class Vault:
    """A vault that is open; `close()` forgets everything. Safe to use from several threads."""

    def __init__(self, folder: Path, keys: tuple[KeyFile, Secret], holding: Holding) -> None:
        """Open the files of `folder`; raises VaultDamaged, VaultIsNewer, KeyFileDamaged, DiskFull and the like."""
        self.folder = folder
        self.notices: list[Failure] = []
        self._keyfile, self._secret = keys
        self._holding = holding
        self._writer_lock = threading.RLock()
        self._reader_lock = threading.RLock()
        # Taken before the two above, never inside them.
        self._keyfile_lock = threading.RLock()
        self._owner: int | None = None
        self._writing = self._spoiled = self._reading = False
        self._writer: Connection | None = None
        self._reader: Connection | None = None
        self._drafts: Drafts | None = None
        self._derived: dict[str, bytearray] = {}
        self._copying = Copying()
        self._counters = Counters(folder, holding.outside)
        try:
            self._connect()
            self._check_belonging()
            self.notices += self._counters.told(self.commit_number())
        except BaseException:
            self._disconnect()
            raise

    @property
    def uid(self) -> str:
        """The vault's random id, 32 hex digits."""
        return self._keyfile.vault

    @property
    def practice(self) -> bool:
        """Whether the people in it are invented."""
        return self._keyfile.practice

    @property
    def keyfile(self) -> KeyFile:
        """The key file that holds now."""
        return self._keyfile

    @property
    def is_open(self) -> bool:
        """Whether `close()` has not been called."""
        return self._writer is not None

    @contextmanager
    def reading(self) -> Iterator["Connection"]:
        """Give a connection that sees one state of the vault for as long as the block lasts."""
        if self._owner == threading.get_ident():
            with engine_failures():
                yield self._held(self._writer)
            return
        with self._reader_lock, engine_failures():
            connection, outermost = self._held(self._reader), not self._reading
            if outermost:
                connection.execute("BEGIN")
                self._reading = True
            try:
                yield connection
            finally:
                if outermost:
                    self._reading = False
                    roll_back(connection)

    @contextmanager
    def writing(self) -> Iterator["Connection"]:
        """Give the writer in a transaction: committed at the end of the block, rolled back by any exception.

        A block inside another joins it; when the inner one fails the whole is rolled back.
        """
        with self.job(), engine_failures():
            connection = self._held(self._writer)
            if self._writing:
                with self._spoiling():
                    yield connection
                return
            connection.execute("BEGIN IMMEDIATE")
            self._writing, self._spoiled = True, False
            try:
                yield connection
                number = self._commit(connection)
            except BaseException:
                roll_back(connection)
                raise
            finally:
                self._writing = False
            self._counters.keep(number)

    def commit_number(self) -> int:
        """Return the number of the last commit."""
        with self.reading() as connection:
            return int(connection.execute("SELECT commit_number FROM vault").fetchone()[0])

    @contextmanager
    def copying(self) -> Iterator[Source]:
        """Give what a copy is made from, while everybody works on. Raises BackupStopped once the vault is closed."""
        with self._copying:
            self._copying.check()
            secret = self.secret_copy()
            try:
                yield Source(self.folder, self._keyfile, secret, self._copying.check)
            finally:
                secret.wipe()

    @contextmanager
    def job(self) -> Iterator[None]:
        """Hold the writer for a whole job; other threads read meanwhile, and wait if they write."""
        with self._writer_lock:
            before, self._owner = self._owner, threading.get_ident()
            try:
                yield
            finally:
                self._owner = before

    def drafts(self) -> Drafts:
        """Return the file of unfinished texts, opened at first use."""
        with self._reader_lock:
            self._held(self._writer)
            if self._drafts is None:
                self._drafts, lost = open_drafts(self.folder, rekeying.drafts_key(self._keyfile, self._secret))
                self.notices += [DraftsLost()] if lost else []
            return self._drafts

    def derived_key(self, purpose: str) -> bytearray:
        """Return the 32-byte key of one purpose; it stays the same when keys are renewed and is wiped at close."""
        self._held(self._writer)
        if purpose not in self._derived:
            self._derived[purpose] = derive(self._secret.lasting, f"purpose/{purpose}")
        return self._derived[purpose]

    def checkpoint(self) -> bool:
        """Empty the write-ahead logs into the files; False when the writer is in use and it was left for later."""
        if not self._writer_lock.acquire(blocking=False):
            return False
        try:
            if self._drafts is not None:
                self._drafts.checkpoint()
            with engine_failures():
                writer = self._held(self._writer)
                if self._copying.under_way:
                    # To empty the log would wait for the copy that reads from it.
                    writer.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
                    return False
                row = writer.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
                return bool(row[0] == 0)
        finally:
            self._writer_lock.release()

    def secret_copy(self) -> Secret:
        """Return a copy of the secret for sealing it anew; the caller wipes it."""
        self._held(self._writer)
        return self._secret.copy()

    def replace_keyfile(self, change: Callable[[KeyFile, Secret], KeyFile]) -> None:
        """Let what `change` makes of the key file hold from now on. Raises DiskFull, FolderNotWritable, as it was."""
        with self._changing_keys() as (held, secret):
            changed = change(held, secret)
            with self._writer_lock:
                self._check_in_force(held)
                keyfiles.write(self.folder, changed)
                self._keyfile = changed

    def replace_keys(self, change: Callable[[KeyFile, Secret], tuple[KeyFile, Secret]]) -> None:
        """Re-encrypt the files for what `change` makes of key file and secret. Raises DiskFull, all as before."""
        with self._changing_keys() as (held, old):
            changed, new = change(held, old)
            try:
                with self._copying, self._writer_lock, self._reader_lock:
                    self._check_in_force(held)
                    self._encrypt_for(changed, new)
            finally:
                new.wipe()

    def _encrypt_for(self, keyfile: KeyFile, secret: Secret) -> None:
        rekeying.begin(self.folder, (self._keyfile, self._secret), (keyfile, secret))
        self._disconnect(keep_secret=True)
        try:
            self._keyfile, self._secret = rekeying.finish(self.folder, self._keyfile, self._secret)
        except BaseException:
            self._secret.wipe() if (self.folder / keyfiles.NEXT_NAME).exists() else self._connect()
            raise
        self._connect()

    @contextmanager
    def _changing_keys(self) -> Iterator[tuple[KeyFile, Secret]]:
        # From reading to writing in one hand: of two changes that overlap, the later would undo the earlier.
        with self._keyfile_lock:
            secret = self.secret_copy()
            try:
                yield self._keyfile, secret
            finally:
                secret.wipe()

    def _check_in_force(self, held: KeyFile) -> None:
        self._held(self._writer)  # closed meanwhile: the secret is wiped, the folder given back
        if held is not self._keyfile:
            raise RuntimeError("the key file was changed inside a change of it")

    def close(self) -> None:
        """Empty the write-ahead log, close every connection, wipe every key, give the folder back. Twice is no harm."""
        self._copying.end()
        with self._writer_lock, self._reader_lock:
            if self._writer is not None:
                with suppress(Failure):
                    self.checkpoint()
            self._disconnect()
            self._holding.lock.release()

    def _connect(self) -> None:
        path = self.folder / rekeying.DATABASE_NAME
        self._log_key = rekeying.log_key(self._secret)
        writer = self._writer = open_live(Source(self.folder, self._keyfile, self._secret))
        with engine_failures():
            if schema_version(writer) > SCHEMA_VERSION:
                raise VaultIsNewer
            if 0 < schema_version(writer) < SCHEMA_VERSION:
                back_up_before_migration(Source(self.folder, self._keyfile, self._secret))
            migrate(writer)
            reader = self._reader = open_database(path, rekeying.database_key(self._keyfile, self._secret))
            reader.execute("PRAGMA query_only = ON")
            for connection in (writer, reader):
                usage_log.offer_mac(connection, self._log_key)

    def _check_belonging(self) -> None:
        with self.reading() as connection:
            row = connection.execute("SELECT uid, practice FROM vault").fetchone()
        if row != (bytes.fromhex(self.uid), int(self.practice)):
            raise KeyFileDamaged

    def _commit(self, connection: "Connection") -> int:
        if self._spoiled:
            raise RuntimeError("a transaction inside this one failed")
        row = connection.execute(
            "UPDATE vault SET commit_number = commit_number + 1 RETURNING commit_number"
        ).fetchone()
        connection.execute("COMMIT")
        return int(row[0])

    @contextmanager
    def _spoiling(self) -> Iterator[None]:
        try:
            yield
        except BaseException:
            self._spoiled = True
            raise

    def _held(self, connection: "Connection | None") -> "Connection":
        if connection is None:
            raise RuntimeError("the vault is closed")
        return connection

    def _disconnect(self, keep_secret: bool = False) -> None:
        if self._drafts is not None:
            with suppress(Failure):
                self._drafts.close()
        for connection in (self._reader, self._writer):
            if connection is not None:
                connection.close()
        self._drafts = self._reader = self._writer = None
        wipe(self._log_key)
        if not keep_secret:
            self._secret.wipe()
            wipe(*self._derived.values())
            self._derived.clear()
            self._counters.close()
