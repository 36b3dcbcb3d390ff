"""Three people who know each other, a package between them, and a way to craft validly signed oddities."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import msgspec
import pytest

from exchange.package_crafting import Crafter, People
from exit_desktop.exchange.bundle import BundleFacts
from exit_desktop.exchange.cards import CardRole
from exit_desktop.exchange.identity import generate_identity
from exit_desktop.exchange.sealing import seal_bundle
from exit_desktop.exchange.units import TombstoneReason, TombstoneUnit, Unit, UnitKind, WorkerUnit, unit_line

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def people() -> People:
    return People(generate_identity(), generate_identity(), generate_identity())


@pytest.fixture(scope="session")
def facts() -> BundleFacts:
    return BundleFacts(bundle="ab" * 16, epoch="1", number=3, previous="cd" * 32, created=NOON)


@pytest.fixture(scope="session")
def sample_units() -> list[Unit]:
    worker = WorkerUnit("01" * 16, "Æ-7", "Byen", 2220, CardRole.WORKER, False)
    gone = TombstoneUnit("02" * 16, 1, 9, date(2026, 11, 20), TombstoneReason.ERASED)
    return [Unit(UnitKind.WORKER, 1, worker), Unit(UnitKind.TOMBSTONE, 1, gone)]


@pytest.fixture(scope="session")
def package(people: People, facts: BundleFacts, sample_units: list[Unit]) -> bytes:
    return seal_bundle(sample_units, people.anna, [people.bo.public], facts)


@pytest.fixture(scope="session")
def craft(people: People, sample_units: list[Unit]) -> Crafter:
    return Crafter(people, [unit_line(unit) for unit in sample_units])


@pytest.fixture(scope="session")
def raw_line() -> Callable[..., bytes]:
    def line(kind: str, body: object, schema: int = 1) -> bytes:
        return msgspec.json.encode({"unit": kind, "schema": schema, "body": body}, order="sorted")

    return line
