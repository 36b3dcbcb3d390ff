"""Under which name this vault numbers its packages, and on which machine it was last opened.

Two vaults that go on from one state would both send a package 7. So whoever goes on from a copy, or from a backup,
begins a new epoch: a random name of its own, with numbers from 1. Keys have epochs of their own, which leave this
alone.
"""

from typing import TYPE_CHECKING

from exit_desktop.system.ids import new_id

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection


def read_package_epoch(connection: "Connection") -> str:
    """Return the name of the numbering in force: the vault's own id until another one was begun."""
    epoch, uid = connection.execute("SELECT package_epoch, hex(uid) FROM vault").fetchone()
    return str(epoch) or str(uid).lower()


def begin_package_epoch(connection: "Connection") -> str:
    """Number packages from 1 under a new random name, within the caller's transaction; return the name."""
    epoch = new_id()
    connection.execute("UPDATE vault SET package_epoch = :epoch", {"epoch": epoch})
    return epoch


def read_machine(connection: "Connection") -> str:
    """Return the random id of the machine where the vault was last opened; empty where none was noted."""
    return str(connection.execute("SELECT machine FROM vault").fetchone()[0])


def note_machine(connection: "Connection", machine: str) -> None:
    """Note the machine on which the vault is at home from now on."""
    connection.execute("UPDATE vault SET machine = :machine", {"machine": machine})
