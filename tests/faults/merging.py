"""Random histories of packages from several senders, and what a vault holds after them, for T11."""

import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from exit_desktop.domain.courses import CameThrough, TargetGroup
from exit_desktop.exchange.bundle import BundleFacts
from exit_desktop.exchange.cards import CardFacts, CardRole, card_words, read_card, write_card
from exit_desktop.exchange.coded import CODED_SCHEMA, CodedCourse
from exit_desktop.exchange.coded_not_started import NOT_STARTED_SCHEMA, CodedEnquiry
from exit_desktop.exchange.identity import Identity, generate_identity
from exit_desktop.exchange.sealing import seal_bundle
from exit_desktop.exchange.units import TombstoneReason, TombstoneUnit, Unit, UnitKind, WorkerUnit
from exit_desktop.services.desk import Desk
from exit_desktop.services.receiving.importing import Importing, begin_import, import_content
from exit_desktop.services.sharing import confirm_card, own_identity

MADE = datetime(2026, 11, 22, 10, tzinfo=UTC)


class _Over(Exception):
    """Ends a trial, and takes back what it wrote."""


@dataclass(frozen=True)
class Senders:
    """Those whom the vault has confirmed."""

    desk: Desk
    known: tuple[Identity, ...]
    work: Importing


def make_senders(desk: Desk, count: int) -> Senders:
    """Let the vault confirm some senders."""
    known = tuple(generate_identity() for _ in range(count))
    for number, sender in enumerate(known):
        card = write_card(sender, CardFacts(CardRole.WORKER, f"K{number}", True, MADE))
        confirm_card(desk, card, " ".join(card_words(read_card(card))))
    return Senders(desk, known, begin_import(desk))


def make_history(senders: Senders, luck: random.Random) -> list[bytes]:
    """Return packages: few courses, few numbers, so that ties, tombstones, forks and handovers come often."""
    wires = [f"{luck.getrandbits(128):032x}" for _ in range(luck.randint(1, 3))]
    return [make_package(senders, luck, wires, number) for number in range(1, luck.randint(3, 7))]


def make_package(senders: Senders, luck: random.Random, wires: Sequence[str], number: int) -> bytes:
    """Return one package of one sender, in one of two numberings."""
    worker = WorkerUnit("01" * 16, luck.choice("ÆØ"), "Byen", luck.choice((1110, 2220)), CardRole.WORKER, True)
    units = [Unit(UnitKind.WORKER, 1, worker)]
    units += [make_unit(luck, luck.choice(wires)) for _ in range(luck.randint(1, 3))]
    bundle, created = f"{luck.getrandbits(128):032x}", MADE + timedelta(hours=luck.randrange(3))
    facts = BundleFacts(bundle, luck.choice("ab"), number, None, created, practice=True)
    return seal_bundle(units, luck.choice(senders.known), [own_identity(senders.desk).public], facts)


_COURSE = CodedCourse(
    wire_id="00" * 16,
    wire_code="",
    worker="K",
    project="By",
    ownership=1,
    revision=1,
    anonymous=False,
    came_through=CameThrough.NGO,
    target_group=TargetGroup.INSIDE,
    orientation_on=MADE.date(),
    start=None,
    phase_months=4,
)


def make_unit(luck: random.Random, wire: str) -> Unit:
    """Return one writing of a course, or that it is gone."""
    ownership, revision, kind = luck.choice((1, 1, 1, 2)), luck.randint(1, 3), luck.random()
    if kind < 0.25:
        stone = TombstoneUnit(wire, ownership, revision, MADE.date(), luck.choice(list(TombstoneReason)))
        return Unit(UnitKind.TOMBSTONE, 1, stone)
    if kind < 0.35:
        enquiry = CodedEnquiry(wire, revision, "K", "By", "2026-11", "not_started", 1, "ab" * 32, ())
        return Unit(UnitKind.NOT_STARTED, NOT_STARTED_SCHEMA, enquiry)
    code = luck.choice(("AAAA-2222", "BBBB-3333"))
    course = replace(_COURSE, wire_id=wire, wire_code=code, ownership=ownership, revision=revision)
    return Unit(UnitKind.COURSE_CODED, CODED_SCHEMA, course)


def held_after(senders: Senders, packages: Sequence[bytes]) -> list[Any]:
    """Return what a vault holds after these packages in this order; the vault itself is left as it was."""
    with taken_back(senders.desk) as connection:
        for package in packages:
            import_content(senders.work, package)
        return [
            sorted(connection.execute("SELECT wire_uid, line, ownership, revision, sha256, kind FROM held_course")),
            sorted(connection.execute("SELECT * FROM held_worker")),
            sorted(connection.execute("SELECT uid, sender, package_epoch, number FROM received_bundle")),
            # Of those in conflict the first that came is held; without a conflict it is the only one.
            connection.execute("SELECT count(DISTINCT wire_uid) FROM held_course WHERE place <> 'gone'").fetchone(),
            connection.execute("SELECT count(*) FROM held_course WHERE place = 'held'").fetchone(),
            sorted(
                connection.execute(
                    "SELECT wire_uid, sha256 FROM held_course WHERE place = 'held' AND wire_uid NOT IN"
                    " (SELECT wire_uid FROM held_course WHERE place = 'other')"
                )
            ),
        ]


@contextmanager
def taken_back(desk: Desk) -> Iterator[Any]:
    """Give the writer, and take back in the end whatever was written."""
    with suppress(_Over), desk.vault.writing() as connection:
        yield connection
        raise _Over


def orders_of(luck: random.Random, packages: Sequence[bytes]) -> Iterator[list[bytes]]:
    """Yield the packages in other orders: shuffled, repeated, some left out and sent later."""
    yield list(reversed(packages))
    yield luck.sample(list(packages), len(packages))
    again = [*packages, *luck.choices(packages, k=len(packages))]
    yield luck.sample(again, len(again))
    first = [one for one in packages if luck.random() < 0.5]
    yield [*first, *packages]


def make_course_package(senders: Senders, number: int, courses: int) -> bytes:
    """Return a package of the first sender with so many courses that nobody sent before."""
    luck = random.Random(number)
    units = [
        Unit(UnitKind.COURSE_CODED, CODED_SCHEMA, replace(_COURSE, wire_id=f"{luck.getrandbits(128):032x}"))
        for _ in range(courses)
    ]
    facts = BundleFacts(f"{luck.getrandbits(128):032x}", "a", number, None, MADE, practice=True)
    return seal_bundle(units, senders.known[0], [own_identity(senders.desk).public], facts)
