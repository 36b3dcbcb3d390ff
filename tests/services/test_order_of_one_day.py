"""What happened twice on one day keeps its order, here, in a dump and where the dump is loaded."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from exit_desktop.domain.answers import Answer
from exit_desktop.domain.calendar import Occasion, Replan
from exit_desktop.domain.courses import Course
from exit_desktop.domain.submissions import finished_readings
from exit_desktop.instruments.catalogue import Catalogue
from exit_desktop.services import courses, readings
from exit_desktop.services.desk import Desk
from exit_desktop.services.dumps import dump_vault, load_dump
from exit_desktop.services.scores import read_scores
from exit_desktop.services.vaults import NewVault
from exit_desktop.system.clock import Clock
from exit_desktop.system.resources import resource_folder
from exit_desktop.vault.courses import write_course
from support.courses import TODAY, make_course, uid


@pytest.fixture
def other_desk(practice: NewVault, clock: Clock) -> Desk:
    """A desk at another vault, with nothing in it."""
    return Desk(practice.vault, clock, "P1", Catalogue(resource_folder("instruments")))


def _written(desk: Desk, before: Course | None, after: Course) -> Course:
    with desk.vault.writing() as connection:
        return write_course(connection, before, after, desk.clock.now_utc())


def _ids(desk: Desk, course: Course) -> list[int]:
    return [int(one.id, 16) for one in courses.load_course(desk, course.id).calendar.replans]


def _with_replans(course: Course, *numbers: int) -> Course:
    replans = tuple(Replan(uid(number), TODAY, TODAY, number) for number in numbers)
    return replace(course, calendar=replace(course.calendar, replans=replans))


@pytest.mark.parametrize("order", [(7, 3, 5), (5, 3, 7), (3, 7, 5)])
def test_replans_of_one_day_keep_the_order_they_were_given(desk: Desk, order: tuple[int, ...]) -> None:
    first = _written(desk, None, _with_replans(make_course(), 5))
    second = _written(desk, first, _with_replans(first, *order))
    assert _ids(desk, second) == list(order)


def test_a_load_keeps_the_order_of_replans_that_are_partly_here(desk: Desk, other_desk: Desk, tmp_path: Path) -> None:
    here = _written(desk, None, _with_replans(make_course(), 5))
    dump_vault(desk, tmp_path / "a")
    load_dump(other_desk, tmp_path / "a")
    _written(desk, here, replace(_with_replans(here, 7, 5, 3), ownership=9))
    dump_vault(desk, tmp_path / "b")
    load_dump(other_desk, tmp_path / "b")
    assert _ids(other_desk, here) == [7, 5, 3]


def _reading(desk: Desk, course: Course, value: int) -> Course:
    course, new = readings.begin_reading(desk, course, TODAY, Occasion.M04)
    keys = [question.key for question in desk.catalogue.get("who5").questions]
    answers = [Answer(instrument="who5", version=1, question=key, value=value) for key in keys]
    return readings.finish_reading(desk, readings.save_answers(desk, course, new, answers), new)


@pytest.fixture(params=[(8, 1), (1, 8)], ids=["falling", "rising"])
def _ids_in_turn(request: pytest.FixtureRequest) -> Iterator[None]:
    """Give the two readings ids in both orders: an id tells nothing about which came first."""
    numbers = iter(request.param)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("exit_desktop.services.readings.new_id", lambda: uid(next(numbers)))
        yield


@pytest.mark.usefixtures("_ids_in_turn")
def test_of_two_readings_of_one_day_the_later_one_counts_everywhere(
    desk: Desk, other_desk: Desk, tmp_path: Path
) -> None:
    course = courses.start_course(desk, courses.register_citizen(desk, "Rav"), date(2026, 7, 2))
    course = _reading(desk, _reading(desk, course, 1), 4)
    dump_vault(desk, tmp_path / "a")
    load_dump(other_desk, tmp_path / "a")
    for seat in (desk, other_desk):
        found = courses.load_course(seat, course.id)
        assert [one.raw for one in read_scores(seat.catalogue, found).wellbeing] == [20]


@pytest.mark.usefixtures("_ids_in_turn")
def test_a_dump_lists_readings_of_one_day_in_their_order(desk: Desk, tmp_path: Path) -> None:
    course = courses.start_course(desk, courses.register_citizen(desk, "Rav"), date(2026, 7, 2))
    course = _reading(desk, _reading(desk, course, 1), 4)
    dump_vault(desk, tmp_path / "a")
    lines = map(json.loads, (tmp_path / "a").read_text("utf-8").splitlines())
    document = next(line["body"] for line in lines if line["unit"] == "course")
    assert [s["id"] for s in document["submissions"]] == [s.id for s in finished_readings(course.submissions)]
