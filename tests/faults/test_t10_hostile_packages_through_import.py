"""T10: hostile packages of a confirmed sender through the whole import: refused in words, quickly, nothing changed."""

import json
import random
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from exchange.package_crafting import Crafter, People
from exit_desktop.domain.courses import COURSE_SCHEMA
from exit_desktop.exchange.identity import generate_identity
from exit_desktop.exchange.units import ReceiptOutcome, ReceiptResult, ReceiptUnit, Unit, UnitKind, unit_line
from exit_desktop.services.courses import find_citizen
from exit_desktop.services.receiving import Outcome
from exit_desktop.services.receiving.importing import import_content
from exit_desktop.services.sharing import own_identity
from faults.figures import Figures, tries
from faults.ground import ALIAS, Ground, look_at, open_ground
from faults.merging import Senders, make_senders, make_unit, taken_back
from faults.shim import run_worker
from faults.test_t10_hostile_packages import LONGEST, as_text, bent, broken, ends, mutated, rows_of, signed_and_hostile

MOST_MEMORY = 300
MIB = 1024 * 1024


@pytest.fixture
def senders(ground: Ground, tmp_path: Path) -> Iterator[Senders]:
    desk = open_ground(Path(shutil.copytree(ground.folder, tmp_path / "v")))
    yield make_senders(desk, 1)
    desk.vault.close()


@pytest.fixture
def craft(senders: Senders) -> Crafter:
    """A confirmed sender who knows how to make every kind of unit."""
    luck = random.Random(5)
    some = [make_unit(luck, f"{number:032x}") for number in range(1, 7)]
    answer = ReceiptUnit("cd" * 16, [ReceiptResult("02" * 16, 1, 1, ReceiptOutcome.TAKEN)])
    units = [
        *{unit.kind: unit for unit in some}.values(),
        Unit(UnitKind.COURSE, COURSE_SCHEMA, find_citizen(senders.desk, ALIAS)),
        Unit(UnitKind.RECEIPT, 1, answer),
    ]
    people = People(senders.known[0], own_identity(senders.desk), generate_identity())
    return Crafter(people, [unit_line(unit) for unit in units])


def one_line_bent(craft: Crafter, luck: random.Random) -> bytes:
    """Return a package with a valid seal and signature in which one thing of one unit, or of the header, is odd."""
    if luck.random() < 0.1:
        return signed_and_hostile(craft, luck)
    at = luck.randrange(len(craft.lines))
    unit = json.loads(craft.lines[at])
    # Mostly the body: an odd kind or number ends at once.
    odd = bent(unit, luck) if luck.random() < 0.1 else {**unit, "body": bent(unit["body"], luck)}
    return craft.of_text(craft.text(*craft.lines[:at], as_text(odd), *craft.lines[at + 1 :]))


def taken_in(senders: Senders, package: bytes) -> None:
    """Take a package in and take it back; raise its refusal, or what it changed nevertheless."""
    with taken_back(senders.desk) as connection:
        before = connection.total_changes
        taken = import_content(senders.work, package)
        if taken.outcome is Outcome.REFUSED and connection.total_changes != before:
            raise AssertionError("a refused package changed something")
    if taken.outcome is Outcome.REFUSED and taken.reason is not None:
        raise taken.reason


def trusting(senders: Senders, package: bytes) -> None:
    """The control: an import without the checks of sizes and places behind those of types."""
    with pytest.MonkeyPatch.context() as patch:
        for check in ("coded_course_fits", "course_fits", "enquiry_fits"):
            patch.setattr(f"exit_desktop.services.receiving.staging.{check}", lambda _: True)
        taken_in(senders, package)


@pytest.mark.parametrize("kind", ["bent at random", "validly signed, inside hostile"])
def test_a_hostile_package_changes_nothing(kind: str, senders: Senders, craft: Crafter, figures: Figures) -> None:
    luck, desk = random.Random(20261124), senders.desk
    signed = kind.startswith("validly")
    times = tries(150, 20_000) if signed else tries(200, 100_000)
    before, package = rows_of(desk), craft.of_text(craft.text())
    packages = (one_line_bent(craft, luck) if signed else mutated(package, luck) for _ in range(times))
    ended, longest = ends(desk, packages, lambda _, one: taken_in(senders, one))
    what = f"import of packages {kind}: {times - ended['opened']} refused, longest {longest * 1000:.0f} ms"
    figures("T10", what, times, broken(ended), "see the next line")
    assert (broken(ended), longest < LONGEST) == (0, True), ended
    assert rows_of(desk) == before
    assert look_at(desk)


def test_an_import_that_only_checks_types_breaks(senders: Senders, craft: Crafter, figures: Figures) -> None:
    coded = json.loads(next(line for line in craft.lines if b'"unit":"course_coded"' in line))
    odd: list[dict[str, Any]] = [
        {"wire_id": "../../etc/passwd"},
        {"wire_id": "02" * 15},
        {"revision": 2**64},
        {"ownership": 2**64},
    ]
    hostile = [craft.of_text(as_text({**coded, "body": {**coded["body"], **one}}) + b"\n") for one in odd]
    broke, _ = ends(senders.desk, iter(hostile), lambda _, one: trusting(senders, one))
    ended, _ = ends(senders.desk, iter(hostile), lambda _, one: taken_in(senders, one))
    told = f"without the checks of sizes and places: {broken(broke)} break"
    figures("T10", "import of odd values of the right type", len(odd), broken(ended), told)
    assert (broken(broke), ended) == (len(odd), {"strange_content": len(odd)})


def swollen(craft: Crafter, size: int) -> Iterator[tuple[str, bytes]]:
    """Yield packages that are small outside and large inside."""
    coded = next(line for line in craft.lines if b'"unit":"course_coded"' in line)
    answer = b'{"question":"q","respondent":"citizen","state":"answered","value":"v"}'
    part = b'{"answered_on":null,"answers":[%b],"instrument":"i","sha256":"%b","version":1}'
    sitting = (
        b'"submissions":[{"finished_on":null,"held_on":"2026-11-20","kind":"reading","language":"da",'
        b'"made_by":"together","occasion":null,"parts":[%b]}]'
    )
    few, many = 150_000 // 4, size // len(answer)
    for name, count in (("answers", many), ("answers within the limit", min(few, many))):
        inside = sitting % (part % (b",".join([answer] * count), b"ab" * 32))
        yield name, craft.of_text(coded.replace(b'"submissions":[]', inside) + b"\n")
    body = b'{"body":{"a":%b},"schema":1,"unit":"worker"}\n'
    yield "lists", craft.of_text(body % (b"[" + b"[]," * (size // 3) + b"[]]"))
    yield "depth", craft.of_text(body % (b"[" * (size // 2) + b"]" * (size // 2)))
    yield "a word", craft.of_text(body % (b'"' + b"x" * size + b'"'))
    yield "words", craft.of_text(body % (b'"' + b"x" * (min(size, 60 * MIB) // 4) + b'"') * 4)
    yield "a number", craft.of_text(body % (b"1" * min(size, 15 * MIB)))
    yield "lines", craft.of_text(b"{}\n" * (size // 3))
    stone = b'{"body":{"on":"2026-11-20","ownership":1,"reason":"erased","revision":1,"wire_id":"%032x"},'
    stone += b'"schema":1,"unit":"tombstone"}\n'
    yield "deletions", craft.of_text(b"".join(stone % number for number in range(tries(500, 10_000))))


def test_what_is_large_inside_ends_soon_and_in_little_memory(
    senders: Senders, craft: Crafter, tmp_path: Path, figures: Figures
) -> None:
    files = []
    for name, package in swollen(craft, tries(6, 62) * MIB):
        files.append(tmp_path / name)
        files[-1].write_bytes(package)
    senders.desk.vault.close()
    found = run_worker("large_package_worker.py", tmp_path / "v", *files)
    slowest = max(seconds for _, seconds in found["told"].values())
    refused = sum(ended.startswith("Bundle") for ended, _ in found["told"].values())
    what = f"packages swollen inside: {refused} refused, {found['peak']:.0f} MB, longest {slowest * 1000:.0f} ms"
    figures(
        "T10", what, len(files), int(found["peak"] >= MOST_MEMORY) + int(slowest >= LONGEST), "see the memory tests"
    )
    assert found["peak"] < MOST_MEMORY, found
    assert slowest < LONGEST, found
    assert refused >= len(files) - 2, found
