"""What is known of the disk under the vault: what the system tells, or else what the worker was told and noted."""

from datetime import date, timedelta

from exit_desktop.services.desk import Desk
from exit_desktop.system.disk_encryption import DiskEncryption, look_at_disk
from exit_desktop.vault.settings import read_setting, save_setting

__all__ = ["DiskEncryption"]

HOLDS_FOR = timedelta(days=365)
_NOTED = "disk_encrypted_noted"


def look_under_vault(desk: Desk) -> DiskEncryption:
    """Return what the system tells of the disk on which this vault stands."""
    return look_at_disk(desk.vault.folder)


def read_noted(desk: Desk) -> date | None:
    """Return when the worker noted that the disk is encrypted; None if never, in another vault, or a year ago."""
    with desk.vault.reading() as connection:
        noted = read_setting(connection, _NOTED) or ""
    vault, _, day = noted.partition(" ")
    try:
        on = date.fromisoformat(day)
    except ValueError:
        return None
    return on if vault == desk.vault.uid and timedelta(0) <= desk.clock.today() - on < HOLDS_FOR else None


def note_encrypted(desk: Desk) -> None:
    """Note that whoever looks after this laptop says that its disk is encrypted."""
    with desk.vault.writing() as connection:
        # Settings go along in a dump; what was said of this laptop does not hold for the next one.
        save_setting(connection, _NOTED, f"{desk.vault.uid} {desk.clock.today().isoformat()}")
