"""What one person seals, the people it is for can read, and it looks neutral from outside."""

import hashlib
import re
import subprocess
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from exchange.package_crafting import People
from exit_desktop.exchange.bundle import BundleFacts, neutral_file_name, new_bundle_id
from exit_desktop.exchange.envelope import inspect_bundle
from exit_desktop.exchange.faults import PackageTooLarge, RecipientsNotPossible
from exit_desktop.exchange.identity import generate_identity
from exit_desktop.exchange.opening import open_bundle
from exit_desktop.exchange.sealing import seal_bundle, split_units
from exit_desktop.exchange.units import Unit, UnitKind


def test_the_recipient_reads_what_was_sent(people: People, package: bytes, sample_units: list[Unit]) -> None:
    opened = open_bundle(package, people.bo, people.known())
    assert list(opened.units()) == sample_units
    assert opened.sender == people.anna.public


def test_the_header_tells_number_time_and_size(people: People, package: bytes, facts: BundleFacts) -> None:
    opened = open_bundle(package, people.bo, people.known())
    assert (opened.header.number, opened.header.prev_sha256, opened.header.n) == (3, facts.previous, 2)
    assert opened.header.created == facts.created
    assert opened.header.len == len(opened.text)


def test_each_of_several_recipients_reads_it(people: People, facts: BundleFacts, sample_units: list[Unit]) -> None:
    data = seal_bundle(sample_units, people.anna, [people.bo.public, people.carl.public], facts)
    assert inspect_bundle(data).keys == 2
    for person in (people.bo, people.carl):
        assert list(open_bundle(data, person, people.known()).units()) == sample_units


def test_a_package_may_be_empty(people: People, facts: BundleFacts) -> None:
    data = seal_bundle([], people.anna, [people.bo.public], facts)
    assert list(open_bundle(data, people.bo, people.known()).units()) == []


def test_ready_lines_travel_unchanged(people: People, facts: BundleFacts) -> None:
    body = msgspec.Raw(b'{"alias":"Sol","revision":4}')
    data = seal_bundle([Unit(UnitKind.COURSE, 1, body)], people.anna, [people.bo.public], facts)
    (line,) = open_bundle(data, people.bo, people.known()).lines()
    assert (line.kind, line.body) == (UnitKind.COURSE, bytes(body))


def test_small_packages_have_one_size_from_outside(
    people: People, facts: BundleFacts, sample_units: list[Unit]
) -> None:
    few = seal_bundle(sample_units[:1], people.anna, [people.bo.public], facts)
    more = seal_bundle(sample_units * 50, people.anna, [people.bo.public], facts)
    # The seal's own header varies a little by chance; the content does not.
    assert abs(len(few) - len(more)) < 1024


def test_the_file_name_tells_nothing() -> None:
    assert re.fullmatch(r"pakke-[0-9a-f]{8}\.forloeb", neutral_file_name())
    assert new_bundle_id() != new_bundle_id()


def test_repr_and_file_hold_nothing_of_the_content(people: People, facts: BundleFacts) -> None:
    unit = Unit(UnitKind.COURSE, 1, {"alias": "CANARY"})
    data = seal_bundle([unit], people.anna, [people.bo.public], facts)
    opened = open_bundle(data, people.bo, people.known())
    assert "CANARY" not in repr(opened) + repr(unit) + repr(list(opened.lines()))
    assert b"CANARY" not in data


def test_the_file_hash_links_to_the_next(people: People, package: bytes) -> None:
    assert open_bundle(package, people.bo, people.known()).file_sha256 == hashlib.sha256(package).hexdigest()


@pytest.mark.parametrize("count", [0, 9])
def test_nobody_or_too_many_people_is_said(people: People, facts: BundleFacts, count: int) -> None:
    crowd = [generate_identity().public for _ in range(count)]
    with pytest.raises(RecipientsNotPossible):
        seal_bundle([], people.anna, crowd, facts)


def test_odd_facts_are_a_fault_of_the_caller(people: People, facts: BundleFacts) -> None:
    with pytest.raises(ValueError, match="out of range"):
        seal_bundle([], people.anna, [people.bo.public], replace(facts, bundle="Sol"))


@pytest.mark.parametrize("line", [b"", b"{}", b'{"body":{},"schema":1,"unit":"course"}\n', b'{"unit":"course"}'])
def test_an_odd_line_is_a_fault_of_the_caller(people: People, facts: BundleFacts, line: bytes) -> None:
    with pytest.raises(ValueError, match="canonical"):
        seal_bundle([line], people.anna, [people.bo.public], facts)


def test_much_text_is_split_in_order() -> None:
    lines = [b"a" * 40, b"b" * 40, b"c" * 10, b"d" * 99]
    assert split_units(lines, limit=100) == [lines[:3], lines[3:]]


def test_one_course_beyond_the_limit_is_refused() -> None:
    with pytest.raises(PackageTooLarge):
        split_units([b"a" * 100], limit=100)


def test_text_beyond_the_limit_is_not_sealed(people: People, facts: BundleFacts) -> None:
    half = Unit(UnitKind.COURSE, 1, {"note": "x" * (17 * 1024 * 1024)})
    with pytest.raises(PackageTooLarge):
        seal_bundle([half, half], people.anna, [people.bo.public], facts)


def test_a_stock_age_opens_the_outer_layer(people: People, package: bytes, tmp_path: Path) -> None:
    identity = tmp_path / "identity.txt"
    identity.write_bytes(people.bo.sealing_secret + b"\n")
    content = subprocess.run(["age", "-d", "-i", str(identity)], input=package, capture_output=True, check=True).stdout
    assert content.startswith(b"FORLOEB1")
    assert len(content) == 65536
