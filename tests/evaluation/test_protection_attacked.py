"""An attacker who takes all subsets, sums and differences of what was released never recovers a number of 1 to 4."""

import os
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from random import Random

import pytest

from evaluation.protection_attacker import (
    Wanted,
    recovered,
    small_differences,
    small_numbers,
    small_steps,
    what_anybody_knows,
    what_is_told,
)
from evaluation.protection_people import LOOKS, TOWNS, Person, draw_people, report_about
from exit_desktop.evaluation.protection import protect
from exit_desktop.evaluation.protection_forms import ProtectedCell, ProtectedReport, ProtectedTable, Release, Shown
from exit_desktop.evaluation.table import Cell, ExactTable

FULL = os.environ.get("FAULTS") == "full"
STAYED, LEFT, CAME = "stayed", "left", "came"


def primary_only(tables: Sequence[ExactTable], threshold: int) -> ProtectedReport:
    """The control: small numbers are marked, and nothing else is hidden."""

    def shown(value: int) -> Shown:
        return Shown(1, threshold - 1) if 0 < value < threshold else Shown(value, value)

    def seen(cell: Cell) -> ProtectedCell:
        return ProtectedCell(shown(cell.count), shown(cell.answered), shown(cell.missing))

    made = [
        ProtectedTable(
            t.key,
            t.rows_are,
            t.columns_are,
            t.unit,
            t.rows,
            t.columns,
            tuple(tuple(seen(cell) for cell in row) for row in t.cells),
            t.source,
        )
        for t in tables
    ]
    return ProtectedReport(threshold, frozenset(), tuple(made))


def _one_release(seed: int, protected: bool) -> list[str]:
    rng = Random(f"one/{seed}")
    tables = report_about(draw_people(rng, 90))
    threshold = rng.choice((3, 5, 5, 10))
    report = protect(tables, threshold) if protected else primary_only(tables, threshold)
    told = [*what_anybody_knows([STAYED]), *what_is_told(report, [STAYED])]
    wanted = [*small_numbers(tables, [STAYED], threshold), *small_differences(tables, [STAYED], threshold)]
    return recovered(told, wanted)


@pytest.mark.parametrize("block", range(20 if FULL else 2))
def test_nobody_recovers_a_small_number_from_one_report(block: int) -> None:
    for seed in range(block * 100, block * 100 + (100 if FULL else 15)):
        assert not _one_release(seed, protected=True), seed


def test_the_same_attacker_recovers_many_where_only_small_numbers_are_marked() -> None:
    assert sum(bool(_one_release(seed, protected=False)) for seed in range(10)) >= 7


def _two_releases(seed: int, remembered: bool) -> list[str]:
    rng = Random(f"two/{seed}")
    people = draw_people(rng, 90)
    few = rng.choice((1, 1, 2, 3, 6, 20))
    left, stayed = people[: rng.choice((0, few))], people
    stayed = people[len(left) :]
    came = [*draw_people(rng, 30)][: rng.choice((0, few))]
    came = [replace(one, town=rng.choice(("aalborg", "odense"))) for one in came]
    return _attack_two((left, stayed, came), remembered)


def _attack_two(people: tuple[list[Person], list[Person], list[Person]], remembered: bool) -> list[str]:
    left, stayed, came = people
    before, after = report_about([*left, *stayed]), report_about([*stayed, *came])
    first = protect(before)
    second = protect(after, released=[first.release(date(2026, 1, 1))] if remembered else [])
    there = ([STAYED, LEFT], [STAYED, CAME])
    told = [
        *what_anybody_knows([STAYED, LEFT, CAME]),
        *what_is_told(first, there[0]),
        *what_is_told(second, there[1]),
    ]
    wanted = [
        *small_numbers(before, there[0], 5),
        *small_numbers(after, there[1], 5),
        *small_steps(before, after, there, 5),
    ]
    return recovered(told, wanted)


@pytest.mark.parametrize("block", range(20 if FULL else 1))
def test_nobody_recovers_a_small_number_from_two_reports_a_few_courses_apart(block: int) -> None:
    for seed in range(block * 50, block * 50 + (50 if FULL else 8)):
        assert not _two_releases(seed, remembered=True), seed


def test_two_reports_tell_of_the_few_between_where_the_first_is_not_remembered() -> None:
    assert any(_two_releases(seed, remembered=False) for seed in range(6))


def _town_by_town(seed: int, remembered: bool) -> list[str]:
    """Return what follows from a report of each of some towns and then one of all, in any order."""
    rng = Random(f"towns/{seed}")
    people = draw_people(rng, 90)
    scopes = [*((town,) for town in rng.sample(TOWNS, rng.choice((2, 3)))), TOWNS]
    rng.shuffle(scopes)
    released: list[Release] = []
    told, wanted = [*what_anybody_knows([STAYED])], list[Wanted]()
    for scope in scopes:
        tables = report_about([p for p in people if p.town in scope])
        tables = [t for t in tables if t.key not in LOOKS and t.columns == ("all",)]
        report = protect(tables, released=released if remembered else (), scope=frozenset(scope))
        released.append(report.release(date(2026, 1, 1)))
        told += what_is_told(report, [STAYED], scope)
        wanted += small_numbers(tables, [STAYED], 5, scope)
    return recovered(told, wanted)


@pytest.mark.parametrize("block", range(20 if FULL else 1))
def test_nobody_recovers_a_small_number_from_reports_of_single_towns_and_of_all(block: int) -> None:
    for seed in range(block * 50, block * 50 + (50 if FULL else 12)):
        assert not _town_by_town(seed, remembered=True), seed


def test_reports_of_single_towns_tell_of_the_last_one_where_they_are_not_remembered() -> None:
    assert any(_town_by_town(seed, remembered=False) for seed in range(8))
