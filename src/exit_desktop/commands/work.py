"""What every command works with: the wish, the words, the clock, files in and out, and a desk at an open vault."""

import getpass
import sys
import warnings
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from exit_desktop.commands.refusals import (
    FileNotReadable,
    FileNotWritable,
    FileStandsThere,
    InsideTheVault,
    NobodyToAsk,
    NoFolderForFile,
    NotPlainText,
    NotTheSame,
    TodayOnlyInPractice,
)
from exit_desktop.services.telling import sentence_of
from exit_desktop.system.clock import Clock
from exit_desktop.system.language import Texts
from exit_desktop.system.paths import Places, find_places
from exit_desktop.system.preferences import read_preferences
from exit_desktop.system.resources import resource_folder
from exit_desktop.system.safe_write import write_file

if TYPE_CHECKING:
    from exit_desktop.services.desk import Desk
    from exit_desktop.services.vaults import Vault


@dataclass(frozen=True, slots=True)
class Work:
    """One command being run."""

    wish: Namespace
    t: Texts
    places: Places
    clock: Clock

    @property
    def folder(self) -> Path:
        """The folder of the vault."""
        return Path(self.wish.vault).expanduser().absolute()

    @property
    def counters(self) -> Path:
        """Where the number of each vault's last commit is kept, outside the vault."""
        return self.places.settings_dir / "counters"


def begin_work(wish: Namespace, t: Texts) -> Work:
    """Return the work of a command; the settings' language holds unless the command line names one."""
    places = find_places(wish.data_dir)
    if wish.language is None:
        t.use(read_preferences(places.preferences).language)
    return Work(wish, t, places, Clock(wish.today))


@contextmanager
def open_vault(work: Work, passphrase: str | None = None) -> "Iterator[Vault]":
    """Unlock the vault for one command; what the opening noticed is said on stderr."""
    from exit_desktop.services.vaults import unlock_vault  # noqa: PLC0415 - a refusal before it needs no database

    vault = unlock_vault(work.folder, read_passphrase(work) if passphrase is None else passphrase, work.counters)
    try:
        tell_notices(work, vault)
        yield vault
    finally:
        vault.close()


@contextmanager
def at_desk(work: Work) -> "Iterator[Desk]":
    """Unlock the vault and sit down at it."""
    from exit_desktop.services.sitting import sit_down  # noqa: PLC0415 - see above

    with open_vault(work) as vault:
        yield sit_down(vault, work.clock, (resource_folder("instruments"), work.places.data_dir / "instruments"))


def tell_notices(work: Work, vault: "Vault") -> None:
    """Say what was noticed at the opening, a sentence each."""
    for notice in vault.notices:
        say_aside(sentence_of(notice, work.t))


def say_aside(sentence: str) -> None:
    """Say something beside the answer."""
    print(sentence, file=sys.stderr)


def refuse_other_day(work: Work) -> None:
    """Refuse --today on a real vault, and any vault that cannot be opened, before a passphrase is asked for."""
    from exit_desktop.services.vaults import read_vault_header  # noqa: PLC0415 - see above

    header = read_vault_header(work.folder)
    if header.problem is not None:
        raise header.problem
    if work.wish.today is not None and not header.practice:
        raise TodayOnlyInPractice


def read_passphrase(work: Work) -> str:
    """Return the passphrase from its file, or ask for it, once it is known that there is a vault to open."""
    refuse_other_day(work)
    return ask_passphrase(work)


def ask_passphrase(work: Work) -> str:
    """Return the passphrase from its file, or ask for it."""
    if work.wish.passphrase_file is not None:
        return read_line(work.wish.passphrase_file)
    return _ask(work.t("Passphrase: "))


def read_new_passphrase(work: Work, file: Path | None) -> str:
    """Return a new passphrase from its file, or ask for it twice."""
    if file is not None:
        return read_line(file)
    first = _ask(work.t("New passphrase: "))
    if first != _ask(work.t("New passphrase, once more: ")):
        raise NotTheSame
    return first


def _ask(prompt: str) -> str:
    with warnings.catch_warnings():
        # Without a terminal getpass would read the words from a pipe and show them.
        warnings.simplefilter("error", getpass.GetPassWarning)
        try:
            return getpass.getpass(prompt)
        except (getpass.GetPassWarning, EOFError):
            raise NobodyToAsk from None


def read_line(path: Path) -> str:
    """Return the text of a file in UTF-8 without its last line end."""
    try:
        text = read_bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NotPlainText(file=path.name) from None
    return text.removesuffix("\n").removesuffix("\r")


def read_bytes(path: Path) -> bytes:
    """Return what a file holds. Raises FileNotReadable."""
    try:
        return path.read_bytes()
    except OSError:
        raise FileNotReadable(file=path.name) from None


def check_out(work: Work, path: Path, keep_old: bool) -> Path:
    """Return where a file is to be written; `keep_old` refuses to write over one unless --force was said."""
    place = path.expanduser().absolute()
    vault = getattr(work.wish, "vault", None)
    if vault is not None and place.resolve().is_relative_to(work.folder.resolve()):
        raise InsideTheVault
    if not place.parent.is_dir():
        raise NoFolderForFile(file=place.name)
    if place.is_dir():
        raise FileNotWritable(file=place.name)
    if keep_old and place.exists() and not work.wish.force:
        raise FileStandsThere(file=place.name)
    return place


def write_out(path: Path, content: bytes) -> None:
    """Write a file whole, for its owner only. Raises DiskFull, FileNotWritable."""
    from exit_desktop.errors import FolderNotWritable  # noqa: PLC0415 - its own words are about the vault's folder

    try:
        write_file(path, content)
    except (FolderNotWritable, IsADirectoryError, NotADirectoryError):
        raise FileNotWritable(file=path.name) from None
