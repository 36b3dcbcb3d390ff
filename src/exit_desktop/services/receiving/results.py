"""What is told of packages that came, of what waits, of conflicts and of receipts; nothing here is a file or a row."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path

from exit_desktop.errors import Failure
from exit_desktop.exchange.receipt_codes import CodeSays
from exit_desktop.exchange.units import ReceiptOutcome, TombstoneReason, UnitKind

__all__ = ["CodeSays", "ReceiptOutcome", "TombstoneReason", "UnitKind"]


class Outcome(StrEnum):
    """What became of one package file."""

    ACCEPTED = "accepted"
    ALREADY_HERE = "already_here"
    CONFLICT = "conflict"
    WAITING = "waiting"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Taken:
    """One package file and what became of it; `file` is its name without a folder ("" for one that waited here).

    `taken`, `already`, `conflicts`, `forgotten` count courses, `enquiries` those taken of enquiries, `receipts` answers
    to packages sent from here. `missing` are numbers of this sender's numbering that have not come (at most 50).
    """

    file: str = field(repr=False)
    outcome: Outcome
    sender_code: str = field(default="", repr=False)
    number: int | None = None
    taken: int = 0
    already: int = 0
    conflicts: int = 0
    forgotten: int = 0
    enquiries: int = 0
    receipts: int = 0
    missing: tuple[int, ...] = ()
    practice: bool = False
    reason: Failure | None = None


@dataclass(frozen=True, slots=True)
class ReceivedPackage:
    """A package that was taken in; `id` is for this vault only. `answerable`: it holds something to give a receipt for.

    `outcome` is ACCEPTED or CONFLICT, as it was when the package came; `receipt_given_at` is UTC.
    """

    id: int
    sender: str
    sender_code: str = field(repr=False)
    practice: bool
    number: int
    made_on: date
    received_at: datetime
    outcome: Outcome
    taken: int
    already: int
    conflicts: int
    forgotten: int
    enquiries: int
    receipts: int
    answerable: bool
    receipt_given_at: datetime | None


@dataclass(frozen=True, slots=True)
class WaitingPackage:
    """A package that waits, sealed as it came, until its sender is confirmed; `code` is "" without their card."""

    id: int
    sender: str
    code: str = field(repr=False)
    has_card: bool
    received_at: datetime
    size: int


@dataclass(frozen=True, slots=True)
class ConflictSide:
    """One of two writings that claim the same place."""

    sender_code: str = field(repr=False)
    package: int
    made_on: date
    ownership: int
    revision: int
    kind: UnitKind


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two writings of one course or enquiry of which neither is newer; `here` is held and counted until somebody
    chooses. `name` is the alias, or the code that stands for it. `differences` are path, value here, value there."""

    here_id: int
    other_id: int
    name: str = field(repr=False)
    here: ConflictSide
    other: ConflictSide
    differences: tuple[tuple[str, str, str], ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class MissingNumbers:
    """Which numbers of a sender's newest numbering have not come here (at most 50), up to the highest that has."""

    sender: str
    sender_code: str = field(repr=False)
    numbers: tuple[int, ...]
    highest: int


@dataclass(frozen=True, slots=True)
class CourseThere:
    """What one coordinator has of a course that was sent: the newest revision sent, the newest they said they have.

    `outcome` is what they said of that one. `missing`: the newest one sent is not confirmed. `changed_since`: the
    course here is newer than what was sent.
    """

    alias: str = field(repr=False)
    course_id: str
    receiver: str
    receiver_code: str = field(repr=False)
    sent_revision: int
    sent_on: date
    has_revision: int | None
    confirmed_on: date | None
    outcome: ReceiptOutcome | None
    missing: bool
    changed_since: bool


@dataclass(frozen=True, slots=True)
class UnansweredPackage:
    """A package sent from here without a receipt."""

    id: int
    receiver: str
    receiver_code: str = field(repr=False)
    number: int
    sent_on: date
    units: int


@dataclass(frozen=True, slots=True)
class CalledBack:
    """Something called back from a receiver: deleted, or no longer shared; `forgotten_on` when they said it is gone."""

    receiver: str
    receiver_code: str = field(repr=False)
    reason: TombstoneReason
    called_on: date
    forgotten_on: date | None


@dataclass(frozen=True, slots=True)
class CoordinatorHas:
    """What those who were sent packages from here have, as their receipts say."""

    courses: tuple[CourseThere, ...]
    unanswered: tuple[UnansweredPackage, ...]
    called_back: tuple[CalledBack, ...]


@dataclass(frozen=True, slots=True)
class CodeTaken:
    """The package of one's own that a receipt code answers, and what the code says of it."""

    receiver_code: str = field(repr=False)
    number: int
    sent_on: date
    says: CodeSays


@dataclass(frozen=True, slots=True)
class Succession:
    """A card signed by an older one: whose it was. Once the words are typed, the older card is withdrawn."""

    older_sender: str
    older_code: str = field(repr=False)
    older_confirmed: bool


@dataclass(frozen=True, slots=True)
class WrittenReceipt:
    """A receipt file, and for whom it is."""

    path: Path = field(repr=False)
    receiver: str
    receiver_code: str = field(repr=False)
    packages: int
