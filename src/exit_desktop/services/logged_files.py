"""A file that leaves the vault and the line in the usage log about it: both, or neither."""

from collections.abc import Sequence
from pathlib import Path

from exit_desktop.errors import FolderNotWritable
from exit_desktop.services.desk import Act, Desk, append_use
from exit_desktop.system.safe_write import told, write_file


def write_logged(desk: Desk, path: Path, content: bytes, act: Act, kind: str) -> None:
    """Write a file that the worker named; where its line in the log is refused, the file is taken back.

    One that took the place of an older one stays: the older one cannot be had again, and neither would be left. Raises
    DiskFull, FolderNotWritable.
    """
    stood, written = path.exists(), []
    try:
        with desk.vault.writing() as connection:
            append_use(connection, desk, act, kind)
            write_file(path, content)
            written.append(path)
    except BaseException:
        take_back([] if stood else written)
        raise


def take_back(paths: Sequence[Path]) -> None:
    """Remove files that were written by what did not come to its end."""
    for path in paths:
        try:
            path.unlink(missing_ok=True)
        except OSError as fault:
            raise (told(fault) or FolderNotWritable()) from None
