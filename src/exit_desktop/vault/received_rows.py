"""Rows of packages that came: taken in, or waiting sealed for their sender to be confirmed."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection


@dataclass(frozen=True, slots=True)
class Counts:
    """What became of the units of a package."""

    taken: int = 0
    already: int = 0
    conflicts: int = 0
    forgotten: int = 0
    enquiries: int = 0
    receipts: int = 0


@dataclass(frozen=True, slots=True)
class PackageRow:
    """A package that was taken in; `made_at`, `received_at` and `receipt_given_at` are UTC."""

    bundle: str
    sender: str
    text_sha256: str
    file_sha256: str
    epoch: str
    number: int
    practice: bool
    made_at: str
    received_at: str
    outcome: str = ""
    counts: Counts = Counts()
    answerable: bool = False
    receipt_given_at: str | None = None
    id: int = 0


@dataclass(frozen=True, slots=True)
class ResultRow:
    """What became of one unit: the outcome as a receipt tells it."""

    wire_id: str
    ownership: int
    revision: int
    outcome: str


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """A package that waits; its bytes are read apart."""

    id: int
    sender: str
    received_at: str
    size: int


@dataclass(frozen=True, slots=True)
class WaitingFile:
    """A package that is to wait, as it came."""

    sender: str
    file_sha256: str
    received_at: str
    sealed: bytes = field(repr=False)


def keep_package(connection: "Connection", package: PackageRow) -> int:
    """Write a package that is being taken in; return its row."""
    cursor = connection.execute(
        "INSERT INTO received_bundle (uid, sender, text_sha256, file_sha256, package_epoch, number, practice, made_at,"
        " received_at, outcome, taken, already, conflicts, forgotten, enquiries, receipts, answerable)"
        " VALUES (:uid, :sender, :text, :file, :epoch, :number, :practice, :made_at, :received_at, '', 0, 0, 0, 0, 0,"
        " 0, 0)",
        {
            "uid": bytes.fromhex(package.bundle),
            "sender": package.sender,
            "text": bytes.fromhex(package.text_sha256),
            "file": bytes.fromhex(package.file_sha256),
            "epoch": package.epoch,
            "number": package.number,
            "practice": package.practice,
            "made_at": package.made_at,
            "received_at": package.received_at,
        },
    )
    return int(cursor.lastrowid)


def settle_package(connection: "Connection", package_id: int, outcome: str, counts: Counts, answerable: bool) -> None:
    """Write what became of a package."""
    connection.execute(
        "UPDATE received_bundle SET outcome = :outcome, taken = :taken, already = :already, conflicts = :conflicts,"
        " forgotten = :forgotten, enquiries = :enquiries, receipts = :receipts, answerable = :answerable"
        " WHERE id = :id",
        {
            "id": package_id,
            "outcome": outcome,
            "taken": counts.taken,
            "already": counts.already,
            "conflicts": counts.conflicts,
            "forgotten": counts.forgotten,
            "enquiries": counts.enquiries,
            "receipts": counts.receipts,
            "answerable": answerable,
        },
    )


def keep_results(connection: "Connection", package_id: int, results: Iterable[ResultRow]) -> None:
    """Write what became of each unit of a package."""
    connection.executemany(
        "INSERT INTO received_result VALUES (:bundle, :position, :wire, :ownership, :revision, :outcome)",
        [
            {
                "bundle": package_id,
                "position": position,
                "wire": bytes.fromhex(one.wire_id),
                "ownership": one.ownership,
                "revision": one.revision,
                "outcome": one.outcome,
            }
            for position, one in enumerate(results)
        ],
    )


def read_results(connection: "Connection", package_id: int) -> tuple[ResultRow, ...]:
    """Return what became of each unit of a package, in their order."""
    rows = connection.execute(
        "SELECT hex(wire_uid), ownership, revision, outcome FROM received_result WHERE bundle_id = :id"
        " ORDER BY position",
        {"id": package_id},
    )
    return tuple(ResultRow(row[0].lower(), *row[1:]) for row in rows)


def read_packages(connection: "Connection") -> tuple[PackageRow, ...]:
    """Return the packages that were taken in, the newest first."""
    rows = connection.execute(
        "SELECT hex(uid), sender, hex(text_sha256), hex(file_sha256), package_epoch, number, practice, made_at,"
        " received_at, outcome, taken, already, conflicts, forgotten, enquiries, receipts, answerable,"
        " receipt_given_at, id FROM received_bundle ORDER BY received_at DESC, id DESC"
    )
    return tuple(_package(row) for row in rows)


def find_package(connection: "Connection", package_id: int) -> PackageRow | None:
    """Return one package that was taken in."""
    row = connection.execute(
        "SELECT hex(uid), sender, hex(text_sha256), hex(file_sha256), package_epoch, number, practice, made_at,"
        " received_at, outcome, taken, already, conflicts, forgotten, enquiries, receipts, answerable,"
        " receipt_given_at, id FROM received_bundle WHERE id = :id",
        {"id": package_id},
    ).fetchone()
    return _package(row) if row else None


def find_same_file(connection: "Connection", file_sha256: str) -> int | None:
    """Return the package that came as this very file."""
    row = connection.execute(
        "SELECT id FROM received_bundle WHERE file_sha256 = :file", {"file": bytes.fromhex(file_sha256)}
    ).fetchone()
    return None if row is None else int(row[0])


def find_same_package(connection: "Connection", package: PackageRow) -> int | None:
    """Return the package of the same sender, id and text."""
    row = connection.execute(
        "SELECT id FROM received_bundle WHERE sender = :sender AND uid = :uid AND text_sha256 = :text",
        {
            "sender": package.sender,
            "uid": bytes.fromhex(package.bundle),
            "text": bytes.fromhex(package.text_sha256),
        },
    ).fetchone()
    return None if row is None else int(row[0])


def note_receipts(connection: "Connection", package_ids: Iterable[int], at: str) -> None:
    """Write down that receipts for these packages were written."""
    connection.executemany(
        "UPDATE received_bundle SET receipt_given_at = :at WHERE id = :id",
        [{"at": at, "id": package_id} for package_id in package_ids],
    )


def numbers_seen(connection: "Connection", sender: str, epoch: str) -> list[int]:
    """Return the numbers of a sender's numbering that have come, in order, each once."""
    rows = connection.execute(
        "SELECT DISTINCT number FROM received_bundle WHERE sender = :sender AND package_epoch = :epoch ORDER BY number",
        {"sender": sender, "epoch": epoch},
    )
    return [row[0] for row in rows]


def newest_numberings(connection: "Connection") -> list[tuple[str, str]]:
    """Return each sender with the numbering of the package that they made last."""
    rows = connection.execute(
        "SELECT sender, package_epoch, max(made_at) AS last FROM received_bundle GROUP BY sender, package_epoch"
        " ORDER BY sender, last, package_epoch"
    )
    return list({row[0]: row[1] for row in rows}.items())


def keep_waiting(connection: "Connection", file: WaitingFile) -> None:
    """Let a package wait; the same file once."""
    connection.execute(
        "INSERT INTO waiting_bundle (sender, file_sha256, received_at, size, sealed)"
        " VALUES (:sender, :file, :at, :size, :sealed) ON CONFLICT (file_sha256) DO NOTHING",
        {
            "sender": file.sender,
            "file": bytes.fromhex(file.file_sha256),
            "at": file.received_at,
            "size": len(file.sealed),
            "sealed": file.sealed,
        },
    )


def is_waiting(connection: "Connection", file_sha256: str) -> bool:
    """Return whether this very file waits already."""
    row = connection.execute(
        "SELECT 1 FROM waiting_bundle WHERE file_sha256 = :file", {"file": bytes.fromhex(file_sha256)}
    )
    return row.fetchone() is not None


def room_taken(connection: "Connection") -> tuple[int, int]:
    """Return how many packages wait, and how many bytes they are."""
    row = connection.execute("SELECT count(*), coalesce(sum(size), 0) FROM waiting_bundle").fetchone()
    return int(row[0]), int(row[1])


def read_waiting(connection: "Connection") -> tuple[WaitingRow, ...]:
    """Return the packages that wait, the newest first."""
    rows = connection.execute(
        "SELECT id, sender, received_at, size FROM waiting_bundle ORDER BY received_at DESC, id DESC"
    )
    return tuple(WaitingRow(*row) for row in rows)


def read_sealed(connection: "Connection", package_id: int) -> bytes | None:
    """Return a package that waits, as it came."""
    row = connection.execute("SELECT sealed FROM waiting_bundle WHERE id = :id", {"id": package_id}).fetchone()
    return None if row is None else bytes(row[0])


def forget_waiting(connection: "Connection", package_id: int) -> None:
    """Let a package that waits go."""
    connection.execute("DELETE FROM waiting_bundle WHERE id = :id", {"id": package_id})


def forget_waiting_file(connection: "Connection", file_sha256: str) -> None:
    """Let this very file go, if it waits."""
    connection.execute("DELETE FROM waiting_bundle WHERE file_sha256 = :file", {"file": bytes.fromhex(file_sha256)})


def forget_waiting_of(connection: "Connection", sender: str) -> None:
    """Let all packages of one sender go that wait."""
    connection.execute("DELETE FROM waiting_bundle WHERE sender = :sender", {"sender": sender})


def _package(row: "tuple[object, ...]") -> PackageRow:
    bundle, sender, text, file, epoch, number, practice, made_at, received_at, outcome, *rest = row
    return PackageRow(
        bundle=str(bundle).lower(),
        sender=str(sender),
        text_sha256=str(text).lower(),
        file_sha256=str(file).lower(),
        epoch=str(epoch),
        number=int(str(number)),
        practice=bool(practice),
        made_at=str(made_at),
        received_at=str(received_at),
        outcome=str(outcome),
        counts=Counts(*(int(str(one)) for one in rest[:6])),
        answerable=bool(rest[6]),
        receipt_given_at=None if rest[7] is None else str(rest[7]),
        id=int(str(rest[8])),
    )
