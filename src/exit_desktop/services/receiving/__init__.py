"""Packages that come: verified, taken in, answered; what waits, what is in conflict, and whom nobody trusts any more.

A package is opened in memory, its signature is checked before anything in it is read, and all of it is checked before
anything of it is kept: then one transaction takes it in, or nothing. In whatever order packages come, and however
often, what is held in the end is the same.
"""

from exit_desktop.services.receiving.answers import take_receipt_code, what_coordinator_has
from exit_desktop.services.receiving.conflicts import choose_in_conflict, list_conflicts
from exit_desktop.services.receiving.importing import (
    find_packages,
    import_packages,
    list_received,
    missing_numbers,
)
from exit_desktop.services.receiving.receipts import receipt_code, write_receipts
from exit_desktop.services.receiving.releasing import release_waiting
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
from exit_desktop.services.receiving.trust import revoke_sender, succession_of
from exit_desktop.services.receiving.waiting import drop_waiting, list_waiting

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
    "choose_in_conflict",
    "drop_waiting",
    "find_packages",
    "import_packages",
    "list_conflicts",
    "list_received",
    "list_waiting",
    "missing_numbers",
    "receipt_code",
    "release_waiting",
    "revoke_sender",
    "succession_of",
    "take_receipt_code",
    "what_coordinator_has",
    "write_receipts",
]
