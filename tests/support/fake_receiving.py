"""Stands in for what takes packages in, so that the window is tried alone: answers from lists, writes down acts."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from time import monotonic, sleep

import pytest

from exit_desktop.errors import Failure
from exit_desktop.exchange.faults import BundleDamaged
from exit_desktop.services import receiving
from exit_desktop.services.desk import Desk
from exit_desktop.services.receiving import (
    CodeTaken,
    Conflict,
    ConflictSide,
    CoordinatorHas,
    MissingNumbers,
    Outcome,
    ReceivedPackage,
    Succession,
    Taken,
    UnitKind,
    WaitingPackage,
    WrittenReceipt,
)

AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
LONGEST_PAUSE_S = 5.0
CODE = "7K3M-Q2PX-9TZA"


def package(number: int, code: str = "K7", *, given: bool = False, **counts: int) -> ReceivedPackage:
    """A package that was taken in."""
    known = {"taken": 9, "already": 0, "conflicts": 0, "forgotten": 0, "enquiries": 0, "receipts": 0, **counts}
    return ReceivedPackage(
        id=number,
        sender="ab" * 16,
        sender_code=code,
        practice=False,
        number=number,
        made_on=date(2026, 11, 20),
        received_at=AT,
        outcome=Outcome.CONFLICT if known["conflicts"] else Outcome.ACCEPTED,
        answerable=not known["receipts"],
        receipt_given_at=AT if given else None,
        **known,
    )


def waiting(number: int, code: str = "", sender: str = "cd" * 16) -> WaitingPackage:
    """A package that waits; with a code its sender's card is here, not confirmed."""
    return WaitingPackage(number, sender, code, bool(code), AT, 65536)


def conflict(name: str = "Mågen", differences: Sequence[tuple[str, str, str]] = ()) -> Conflict:
    """Two writings of one course."""
    here = ConflictSide("K7", 4, date(2026, 11, 10), 1, 14, UnitKind.COURSE)
    other = ConflictSide("K7", 6, date(2026, 11, 18), 1, 14, UnitKind.COURSE)
    return Conflict(1, 2, name, here, other, tuple(differences) or (("contacts[3].note", "Vi talte om husleje.", ""),))


def taken(file: str, outcome: Outcome = Outcome.ACCEPTED, number: int = 1, courses: int = 0) -> Taken:
    """What became of a file."""
    if outcome is Outcome.REFUSED:
        return Taken(file, outcome, reason=BundleDamaged())
    code = "" if outcome is Outcome.WAITING else "K7"
    return Taken(file, outcome, code, number if code else None, courses)


@dataclass
class FakeReceiving:
    """What the services would answer; `acts` is what was asked of them."""

    packages: list[ReceivedPackage] = field(default_factory=list)
    waiting: list[WaitingPackage] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    missing: list[MissingNumbers] = field(default_factory=list)
    told: list[Taken] = field(default_factory=list)
    released: list[Taken] = field(default_factory=list)
    receipts: list[WrittenReceipt] = field(default_factory=list)
    there: CoordinatorHas = field(default_factory=lambda: CoordinatorHas((), (), ()))
    code_answer: CodeTaken | Failure | None = None
    follows: Succession | None = None
    acts: list[str] = field(default_factory=list)
    pause_after: int = 0
    """After so many packages it waits to be stopped."""

    def install(self, patch: Callable[[object, str, object], None]) -> None:
        """Take the place of the services."""
        for name in (
            "find_packages",
            "import_packages",
            "list_received",
            "list_waiting",
            "release_waiting",
            "drop_waiting",
            "list_conflicts",
            "choose_in_conflict",
            "missing_numbers",
            "write_receipts",
            "receipt_code",
            "what_coordinator_has",
            "take_receipt_code",
            "succession_of",
            "revoke_sender",
        ):
            patch(receiving, name, getattr(self, f"_{name}"))

    def _find_packages(self, paths: Iterable[Path]) -> tuple[Path, ...]:
        self.acts.append("find " + ", ".join(path.name for path in paths))
        return tuple(Path(one.file) for one in self.told)

    def _import_packages(
        self,
        _desk: Desk,
        paths: Sequence[Path],
        checkpoint: Callable[[], None],
        told: Callable[[int, int, Taken], None],
    ) -> tuple[Taken, ...]:
        for done, one in enumerate(self.told, 1):
            checkpoint()
            told(done, len(paths), one)
            until = monotonic() + LONGEST_PAUSE_S
            while done == self.pause_after and monotonic() < until:
                checkpoint()
                sleep(0.002)
        return tuple(self.told)

    def _list_received(self, _desk: Desk) -> tuple[ReceivedPackage, ...]:
        return tuple(self.packages)

    def _list_waiting(self, _desk: Desk) -> tuple[WaitingPackage, ...]:
        return tuple(self.waiting)

    def _release_waiting(self, _desk: Desk, sender: str) -> tuple[Taken, ...]:
        self.acts.append("release")
        self.waiting = [one for one in self.waiting if one.sender != sender]
        return tuple(self.released)

    def _drop_waiting(self, _desk: Desk, package_id: int) -> None:
        self.acts.append(f"drop {package_id}")
        self.waiting = [one for one in self.waiting if one.id != package_id]

    def _list_conflicts(self, _desk: Desk) -> tuple[Conflict, ...]:
        return tuple(self.conflicts)

    def _choose_in_conflict(self, _desk: Desk, chosen: Conflict, keep_other: bool) -> None:
        self.acts.append("take the second" if keep_other else "keep the first")
        self.conflicts.remove(chosen)

    def _missing_numbers(self, _desk: Desk) -> tuple[MissingNumbers, ...]:
        return tuple(self.missing)

    def _write_receipts(
        self, _desk: Desk, folder: Path, checkpoint: Callable[[], None], chosen: Sequence[int] | None = None
    ) -> tuple[WrittenReceipt, ...]:
        checkpoint()
        self.acts.append(f"receipts in {folder.name}" + (f" for {chosen}" if chosen else ""))
        return tuple(self.receipts)

    def _receipt_code(self, _desk: Desk, package_id: int) -> str:
        self.acts.append(f"code of {package_id}")
        return CODE

    def _what_coordinator_has(self, _desk: Desk) -> CoordinatorHas:
        return self.there

    def _take_receipt_code(self, _desk: Desk, typed: str) -> CodeTaken:
        self.acts.append(f"typed {typed}")
        if isinstance(self.code_answer, Failure):
            raise self.code_answer
        assert self.code_answer is not None
        return self.code_answer

    def _succession_of(self, _desk: Desk, _card: bytes) -> Succession | None:
        return self.follows

    def _revoke_sender(self, _desk: Desk, _sender: str) -> None:
        self.acts.append("revoke")


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> FakeReceiving:
    """Services that answer from lists."""
    made = FakeReceiving()
    made.install(monkeypatch.setattr)
    return made
