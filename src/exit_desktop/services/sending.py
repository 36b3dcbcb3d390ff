"""Files that go between people: what the window shows of a card or a package, and files written all or not at all."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from exit_desktop.errors import Failure, mark
from exit_desktop.exchange.bundle import neutral_file_name
from exit_desktop.exchange.cards import MAX_CARD, read_card
from exit_desktop.exchange.units import UnitKind
from exit_desktop.services.bundles import (
    ExportPreview,
    Leaving,
    Receiver,
    Staying,
    StaysReason,
    export_bundle,
)
from exit_desktop.services.desk import Desk
from exit_desktop.services.dumps import LoadCounts, dump_vault, load_dump
from exit_desktop.services.logged_files import take_back
from exit_desktop.services.sharing import confirm_card, confirmed_card, list_cards, remove_card, take_card
from exit_desktop.system.safe_write import write_file
from exit_desktop.vault.cards import HeldCard

__all__ = [
    "ExportPreview",
    "HeldCard",
    "Leaving",
    "LoadCounts",
    "Receiver",
    "Staying",
    "StaysReason",
    "UnitKind",
    "list_cards",
    "neutral_file_name",
    "remove_card",
]

# Raises when the worker, or a lock, wants the work to stop.
Checkpoint = Callable[[], None]


class FileUnreadable(Failure):
    """A file that the worker chose could not be read."""

    sentence = mark("The file could not be read. Copy it to this computer, then choose it again.")


@dataclass(frozen=True, slots=True)
class SeenCard:
    """What a card file says before it is kept: it is whole and signed, and nobody has confirmed it yet."""

    sender: str
    content: bytes = field(repr=False)
    role: str
    code: str = field(repr=False)
    practice: bool


def see_card(path: Path) -> SeenCard:
    """Read a card file without keeping it. Raises CardRejected, FileUnreadable."""
    content = _read(path, MAX_CARD)
    card = read_card(content)
    return SeenCard(card.sender_id, content, card.facts.role, card.facts.code, card.facts.practice)


def keep_seen_card(desk: Desk, seen: SeenCard) -> None:
    """Keep a card that was looked at, not yet confirmed. Raises OwnCard."""
    take_card(desk, seen.content)


def confirm_held_card(desk: Desk, held: HeldCard, typed: str) -> None:
    """Confirm a card that is kept here by the words that its owner reads out. Raises WordsDiffer."""
    confirm_card(desk, held.card, typed)


def seal_to_file(
    desk: Desk, to: HeldCard, chosen: Sequence[str] | None, path: Path, checkpoint: Checkpoint
) -> tuple[Path, ...]:
    """Seal the chosen courses and enquiries (None: all that may leave) to a confirmed card and write the named file.

    Further packages stand beside it.
    What cannot be written, or is stopped, leaves no file and no trace. Raises CardNotConfirmed, NothingMayLeave,
    NothingToSend, DiskFull, FolderNotWritable and what the checkpoint raises.
    """
    written: list[Path] = []
    try:
        with desk.vault.writing():
            packages = export_bundle(desk, confirmed_card(desk, to.card), chosen)
            for number, package in enumerate(packages, 1):
                checkpoint()
                target = path if number == 1 else _free_name(path, number)
                write_file(target, package.content)
                written.append(target)
    except BaseException:
        take_back(written)
        raise
    return tuple(written)


def dump_to_file(desk: Desk, path: Path, checkpoint: Checkpoint) -> int:
    """Write everything in clear text to a file; return the number of lines. Stopped, it leaves no file."""
    checkpoint()
    count = dump_vault(desk, path)
    try:
        checkpoint()
    except BaseException:
        take_back([path])
        raise
    return count


def load_from_file(desk: Desk, path: Path, checkpoint: Checkpoint) -> LoadCounts:
    """Load a dump, all of it or nothing. Raises DumpLineWrong, DumpLineNewer, FileUnreadable."""
    if not path.is_file():
        raise FileUnreadable
    with desk.catalogue.trial(), desk.vault.writing():
        try:
            counts = load_dump(desk, path)
        except OSError:
            raise FileUnreadable from None
        checkpoint()
    return counts


def _read(path: Path, most: int) -> bytes:
    """Return the file, or one byte more than allowed of a larger one, which its reader then refuses."""
    try:
        with path.open("rb") as stream:
            return stream.read(most + 1)
    except OSError:
        raise FileUnreadable from None


def _free_name(path: Path, number: int) -> Path:
    """Return a name for a further package where nothing stands yet."""
    while (target := path.with_stem(f"{path.stem}-{number}")).exists():
        number += 1
    return target
