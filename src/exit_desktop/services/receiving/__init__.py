"""Packages that come: verified, taken in, answered; what waits, what is in conflict, and whom nobody trusts any more.

A package is opened in memory, its signature is checked before anything in it is read, and all of it is checked before
anything of it is kept: then one transaction takes it in, or nothing. In whatever order packages come, and however
often, what is held in the end is the same.
"""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from exit_desktop.services.desk import Desk
from exit_desktop.services.receiving.results import (
    CalledBack,
    CodeSays,
    CodeTaken,
    Conflict,
    ConflictSide,
    CoordinatorHas,
    CourseThere,
    MissingNumbers,
    Outcome,
    ReceiptOutcome,
    ReceivedPackage,
    Succession,
    Taken,
    TombstoneReason,
    UnansweredPackage,
    UnitKind,
    WaitingPackage,
    WrittenReceipt,
)

__all__ = [
    "CalledBack",
    "CodeSays",
    "CodeTaken",
    "Conflict",
    "ConflictSide",
    "CoordinatorHas",
    "CourseThere",
    "MissingNumbers",
    "Outcome",
    "ReceiptOutcome",
    "ReceivedPackage",
    "Succession",
    "Taken",
    "TombstoneReason",
    "UnansweredPackage",
    "UnitKind",
    "WaitingPackage",
    "WrittenReceipt",
]


def find_packages(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return the files among `paths` and the .forloeb files directly inside folders, in order, each once."""
    raise NotImplementedError


def import_packages(
    desk: Desk,
    paths: Sequence[Path],
    checkpoint: Callable[[], None],
    told: Callable[[int, int, Taken], None],
) -> tuple[Taken, ...]:
    """Take in each package in a transaction of its own; call `told(done, of, taken)` after each.

    A package that cannot be taken is a `Taken` with REFUSED and the reason. What was taken in stays when a later one is
    stopped. Raises what the checkpoint raises, DiskFull, OnlyForReading.
    """
    raise NotImplementedError


def list_received(desk: Desk) -> tuple[ReceivedPackage, ...]:
    """Return the packages that were taken in, the newest first."""
    raise NotImplementedError


def list_waiting(desk: Desk) -> tuple[WaitingPackage, ...]:
    """Return the packages that wait for their sender to be confirmed, the newest first."""
    raise NotImplementedError


def release_waiting(desk: Desk, sender: str) -> tuple[Taken, ...]:
    """Take in what waited from a sender who is confirmed now; what proves wrong is refused and let go."""
    raise NotImplementedError


def drop_waiting(desk: Desk, package_id: int) -> None:
    """Let a package that waits go, unopened."""
    raise NotImplementedError


def list_conflicts(desk: Desk) -> tuple[Conflict, ...]:
    """Return the conflicts that nobody has settled."""
    raise NotImplementedError


def choose_in_conflict(desk: Desk, conflict: Conflict, keep_other: bool) -> None:
    """Hold on to one of the two; the other is set aside and no conflict any more. Raises NotPossibleNow if gone."""
    raise NotImplementedError


def missing_numbers(desk: Desk) -> tuple[MissingNumbers, ...]:
    """Return the senders of whose newest numbering some packages have not come."""
    raise NotImplementedError


def write_receipts(desk: Desk, folder: Path, checkpoint: Callable[[], None]) -> tuple[WrittenReceipt, ...]:
    """Write one receipt file for each sender with packages that have none yet; all of them or, stopped, nothing.

    Raises NothingToReceipt, DiskFull, FolderNotWritable.
    """
    raise NotImplementedError


def receipt_code(desk: Desk, package_id: int) -> str:
    """Return the short code, like 7K3M-Q2PX-9TZA, that tells the sender by phone that a package came."""
    raise NotImplementedError


def what_coordinator_has(desk: Desk) -> CoordinatorHas:
    """Return what was sent from here, and what those who got it said that they have."""
    raise NotImplementedError


def take_receipt_code(desk: Desk, typed: str) -> CodeTaken:
    """Write down that the package with this code came, and that all of it was taken if the code says so.

    Raises ReceiptCodeMistyped, ReceiptCodeUnknown.
    """
    raise NotImplementedError


def succession_of(desk: Desk, card: bytes) -> Succession | None:
    """Return whose place a card takes, if it says so and the older card is here. Raises CardRejected."""
    raise NotImplementedError


def revoke_sender(desk: Desk, sender: str) -> None:
    """Withdraw trust in a sender for good: nothing more of theirs is taken; what is held stays.

    A coordinator's next card tells it to the others.
    """
    raise NotImplementedError
