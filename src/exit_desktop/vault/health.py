"""The health of a vault, with figures.

The order matters: `integrity_check` first, then the write-ahead log into the file, then `cipher_integrity_check`. Each
finds what the other misses, and the raw check gives false alarms while the log still holds what heals the file.
"""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from exit_desktop.errors import VaultDamaged
from exit_desktop.vault.engine_failures import engine_failures
from exit_desktop.vault.keyfile import NAMES, copies_agree
from exit_desktop.vault.migrations import schema_version
from exit_desktop.vault.usage_log import verify_chain

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection

    from exit_desktop.vault.open_vault import Vault

FILES = ("vault.db", "vault.db-wal", "drafts.db", *NAMES)
_COUNTS = """SELECT
    (SELECT count(*) FROM citizen), (SELECT count(*) FROM course), (SELECT count(*) FROM contact),
    (SELECT count(*) FROM submission), (SELECT count(*) FROM answer), (SELECT count(*) FROM plan_version),
    (SELECT count(*) FROM network_person), (SELECT count(*) FROM bin), (SELECT count(*) FROM usage_log)"""
_COUNTED = (
    "citizen",
    "course",
    "contact",
    "submission",
    "answer",
    "plan_version",
    "network_person",
    "bin",
    "usage_log",
)


class Finding(StrEnum):
    """What can be wrong."""

    DATABASE = "database"
    PAGES = "pages"
    REFERENCES = "references"
    LOG_CHAIN = "log_chain"
    KEY_FILES = "key_files"


@dataclass(frozen=True, slots=True)
class HealthReport:
    """Findings (none: all is well) and figures; sizes in bytes, no rows when the file is damaged."""

    findings: tuple[Finding, ...]
    sizes: tuple[tuple[str, int], ...]
    rows: tuple[tuple[str, int], ...]
    sqlite: str
    cipher: str
    schema: int
    commits: int
    epoch: int
    proved: bool

    @property
    def ok(self) -> bool:
        """Whether nothing was found."""
        return not self.findings


def examine(vault: "Vault") -> HealthReport:
    """Check every page of the vault and count; raises VaultDamaged where it cannot even be counted."""
    with vault.job(), vault.reading() as connection:
        findings = check_pages(connection)
        return _report(vault.folder, connection, findings)


def count_rows(connection: "Connection") -> tuple[tuple[str, int], ...]:
    """Return how many rows there are of what a worker would miss."""
    return tuple(zip(_COUNTED, connection.execute(_COUNTS).fetchone(), strict=True))


def check_pages(connection: "Connection") -> list[Finding]:
    """Return what is wrong with the file itself, every page read twice: as a tree, and as it lies on the disk."""
    findings = []
    if not _is_whole(connection):
        findings.append(Finding.DATABASE)
    with engine_failures():
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        if connection.execute("PRAGMA cipher_integrity_check").fetchall():
            findings.append(Finding.PAGES)
    return findings


def _is_whole(connection: "Connection") -> bool:
    try:
        with engine_failures():
            return bool(connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)])
    except VaultDamaged:
        return False


def _check_content(connection: "Connection") -> list[Finding]:
    findings = []
    if connection.execute("PRAGMA foreign_key_check").fetchone():
        findings.append(Finding.REFERENCES)
    if verify_chain(connection).first_broken is not None:
        findings.append(Finding.LOG_CHAIN)
    return findings


def _report(folder: Path, connection: "Connection", findings: list[Finding]) -> HealthReport:
    commits, epoch, proved = connection.execute("SELECT commit_number, epoch, recovery_proved FROM vault").fetchone()
    # A damaged file is not read further: what it holds can be neither trusted nor counted.
    counts = count_rows(connection) if not findings else ()
    findings += _check_content(connection) if not findings else []
    if not copies_agree(folder):
        findings.append(Finding.KEY_FILES)
    return HealthReport(
        findings=tuple(findings),
        sizes=tuple((name, (folder / name).stat().st_size) for name in FILES if (folder / name).exists()),
        rows=counts,
        sqlite=connection.execute("SELECT sqlite_version()").fetchone()[0],
        cipher=connection.execute("PRAGMA cipher_version").fetchone()[0],
        schema=schema_version(connection),
        commits=commits,
        epoch=epoch,
        proved=bool(proved),
    )
