"""Packages of one sender with as many coded courses as are wished, made without a vault of theirs."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from exit_desktop.exchange.bundle import BundleFacts, new_bundle_id
from exit_desktop.exchange.cards import CardRole
from exit_desktop.exchange.coded import CODED_SCHEMA, CodedCourse
from exit_desktop.exchange.identity import Identity, PublicIdentity
from exit_desktop.exchange.sealing import seal_bundle
from exit_desktop.exchange.units import Unit, UnitKind, WorkerUnit, unit_line
from exit_desktop.system.ids import new_code, new_id

MADE = datetime(2026, 11, 22, 10, tzinfo=UTC)
READINGS = 7


def full_course(coded: CodedCourse) -> CodedCourse:
    """Return the course with seven readings, the last of them repeated as often as it takes."""
    readings = [one for one in coded.submissions if one.kind.value == "reading"]
    more = [readings[-1]] * (READINGS - len(readings))
    return replace(coded, submissions=(*coded.submissions, *more))


def write_packages(
    folder: Path, sender: Identity, to: PublicIdentity, like: CodedCourse, sizes: tuple[int, int]
) -> Iterator[Path]:
    """Write so many packages of so many courses each, all alike but for their ids; yield the files."""
    packages, courses = sizes
    worker = WorkerUnit("01" * 16, like.worker, like.project, 2220, CardRole.WORKER, True)
    for number in range(1, packages + 1):
        lines = [unit_line(Unit(UnitKind.WORKER, 1, worker))]
        for _ in range(courses):
            course = replace(like, wire_id=new_id(), wire_code=new_code())
            lines.append(unit_line(Unit(UnitKind.COURSE_CODED, CODED_SCHEMA, course)))
        facts = BundleFacts(new_bundle_id(), "1", number, None, MADE, practice=True)
        path = folder / f"{number:04}.forloeb"
        path.write_bytes(seal_bundle(lines, sender, [to], facts))
        yield path
