"""A unit is exactly what was agreed, or it is refused with the number of its line."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from exit_desktop.exchange.faults import BundleNewerUnit, BundleRejected, BundleStrangeContent
from exit_desktop.exchange.units import BASIC_FORMS, Unit, UnitForm, UnitKind, parse_line, read_unit, unit_line

GONE = {"wire_id": "02" * 16, "ownership": 1, "revision": 9, "on": "2026-11-20", "reason": "erased"}
RESULT = {"wire_id": "02" * 16, "ownership": 1, "revision": 9, "outcome": "taken"}


def refused(line: bytes) -> str:
    with pytest.raises(BundleRejected) as fault:
        read_unit(parse_line(line, 4))
    return fault.value.code


def test_every_sample_comes_back(sample_units: list[Unit]) -> None:
    assert [read_unit(parse_line(unit_line(unit), 1)) for unit in sample_units] == sample_units


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("tombstone", GONE | {"extra": 1}),
        ("tombstone", GONE | {"revision": 0}),
        ("tombstone", GONE | {"revision": "9"}),
        ("tombstone", GONE | {"revision": 2**70}),
        ("tombstone", GONE | {"on": "2026-13-01"}),
        ("tombstone", GONE | {"reason": "because"}),
        ("tombstone", GONE | {"wire_id": "02" * 16 + "\n"}),
        ("tombstone", {}),
        ("receipt", {"bundle": "ab" * 16, "results": [RESULT | {"name": "x"}]}),
        ("receipt", {"bundle": "ab" * 16, "results": [[]]}),
        ("receipt", {"bundle": "ab" * 16, "results": None}),
        ("parcel", {}),
    ],
)
def test_a_body_out_of_order_is_refused(raw_line: Callable[..., bytes], kind: str, body: object) -> None:
    assert refused(raw_line(kind, body)) == "strange_content"


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"[]",
        b"\xff",
        b'{"body":{},"schema":1}',
        b'{"body":[],"schema":1,"unit":"worker"}',
        b'{"body":{},"schema":0,"unit":"worker"}',
        b'{"body":{},"schema":1,"unit":"worker" }',
        b'{"body":{},"more":1,"schema":1,"unit":"worker"}',
        b'{"body":{},"schema":1,"unit":"worker","unit":"worker"}',
        b'{"body":' + b'{"a":' * 5000 + b"1" + b"}" * 5000 + b',"schema":1,"unit":"worker"}',
    ],
)
def test_a_line_out_of_order_is_refused(line: bytes) -> None:
    assert refused(line) == "strange_content"


def test_the_line_is_named(raw_line: Callable[..., bytes]) -> None:
    with pytest.raises(BundleStrangeContent) as fault:
        read_unit(parse_line(raw_line("tombstone", {}), 4))
    assert fault.value.values == {"line": 4}


def test_a_higher_schema_is_refused_by_name(raw_line: Callable[..., bytes]) -> None:
    with pytest.raises(BundleNewerUnit) as fault:
        read_unit(parse_line(raw_line("tombstone", GONE | {"later": 1}, schema=2), 1))
    assert fault.value.values == {"kind": "tombstone", "version": 2}


def test_a_kind_this_program_cannot_read_yet_is_refused_by_name(raw_line: Callable[..., bytes]) -> None:
    assert refused(raw_line("handover", {})) == "newer_unit"


@dataclass(frozen=True, slots=True)
class LaterNotStarted:
    reason: str
    added_in_two: int = 0


def test_a_lower_schema_is_read_by_a_later_program(raw_line: Callable[..., bytes]) -> None:
    forms = {**BASIC_FORMS, UnitKind.NOT_STARTED: UnitForm(2, LaterNotStarted)}
    unit = read_unit(parse_line(raw_line("not_started", {"reason": "moved"}, schema=1), 1), forms)
    assert unit == Unit(UnitKind.NOT_STARTED, 1, LaterNotStarted("moved"))
