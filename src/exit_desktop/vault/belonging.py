"""What tells, when a vault is opened, that it is not the folder last used here: keys, missing rows, another machine."""

from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from exit_desktop.errors import Failure, FolderFromElsewhere, KeyFileDamaged
from exit_desktop.vault.engine_failures import engine_failures
from exit_desktop.vault.package_epoch import begin_package_epoch, note_machine, read_machine

if TYPE_CHECKING:
    from exit_desktop.vault.commit_counter import Counters
    from exit_desktop.vault.keyfile import KeyFile
    from exit_desktop.vault.open_vault import Vault
    from exit_desktop.vault.rows import Connection


def check_belonging(connection: "Connection", keyfile: "KeyFile") -> None:
    """Raise KeyFileDamaged unless database and key file are of one vault."""
    row = connection.execute("SELECT uid, practice FROM vault").fetchone()
    if row != (bytes.fromhex(keyfile.vault), int(keyfile.practice)):
        raise KeyFileDamaged


def read_made_at(connection: "Connection") -> datetime:
    """Return when the vault was made (UTC)."""
    return datetime.fromisoformat(connection.execute("SELECT created_at FROM vault").fetchone()[0])


def other_machine(connection: "Connection", machine: str, counters: "Counters") -> list[Failure]:
    """Return what is told where the vault was last at home on another machine; note this one where none is noted.

    A vault that was never opened here although it has been worked in has no number kept outside of it.
    """
    noted = read_machine(connection)
    if not machine or noted == machine:
        return []
    commits = connection.execute("SELECT commit_number FROM vault").fetchone()[0]
    if noted or (commits and not counters.kept_outside()):
        return [FolderFromElsewhere()]
    # Not worth a refusal: the next opening notes it.
    with suppress(Failure), engine_failures():
        note_machine(connection, machine)
    return []


def is_from_elsewhere(vault: "Vault") -> bool:
    """Return whether the vault was at home on another machine, and nobody has said yet that it was moved or copied."""
    if vault.read_only or vault.practice or not vault.machine:
        return False
    with vault.reading() as connection:
        return read_machine(connection) != vault.machine


def be_at_home(vault: "Vault", copied: bool) -> None:
    """Let the vault be at home on this machine from now on; a copy numbers its packages anew."""
    with vault.writing() as connection:
        if copied:
            begin_package_epoch(connection)
        note_machine(connection, vault.machine)
