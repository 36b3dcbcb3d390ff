"""The random id of this machine for this user, kept beside the counters: tells whether a vault was at home elsewhere.

It says nothing about the machine, and leaves it only inside an encrypted vault.
"""

from contextlib import suppress
from pathlib import Path

from exit_desktop.errors import Failure
from exit_desktop.system.ids import new_id
from exit_desktop.system.safe_write import write_file

FILE_NAME = "machine"
_LETTERS = 32


def machine_id(folder: Path) -> str:
    """Return the id kept in `folder`, made at first use; empty where it can neither be read nor kept."""
    path = folder / FILE_NAME
    found = _read(path)
    if found:
        return found
    made = new_id()
    with suppress(Failure, OSError):
        write_file(path, made.encode())
        return made
    return ""


def _read(path: Path) -> str:
    try:
        text = path.read_bytes()[: _LETTERS + 1].decode("ascii", "replace")
    except OSError:
        return ""
    return text if len(text) == _LETTERS and all(one in "0123456789abcdef" for one in text) else ""
