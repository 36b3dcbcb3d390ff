"""A reason written at a gate is kept, changed, taken back, travels, and goes with its course."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from exit_desktop.domain.courses import COURSE_SCHEMA, Course
from exit_desktop.domain.expectations import Expected, Gate
from exit_desktop.errors import TextTooLong
from exit_desktop.exchange.coded import code_course
from exit_desktop.instruments.catalogue import Catalogue
from exit_desktop.services.courses import delete_citizen_course, load_course
from exit_desktop.services.desk import Desk, commit_course
from exit_desktop.services.dumps import dump_vault, load_dump
from exit_desktop.services.gates import LONGEST_REASON, read_gate, write_reason
from exit_desktop.services.undoing import UndoStack, undo_change
from exit_desktop.services.vaults import NewVault
from exit_desktop.system.clock import Clock
from exit_desktop.system.resources import resource_folder
from support.courses import TODAY
from support.gates import before_two

WORDS = "Hun var på Østerbro hele måneden 🌿\nog ville ikke."
Write = Callable[..., Course]


@pytest.fixture
def course(desk: Desk) -> Course:
    """A course before phase 2, without a network."""
    return commit_course(desk, None, replace(before_two(), network=()), "citizen")


@pytest.fixture
def write(desk: Desk) -> Write:
    """Writes why there is no network yet."""

    def reason(course: Course, words: str) -> Course:
        return write_reason(desk, course, Gate.TO_TWO, Expected.NETWORK_BEGUN, words)

    return reason


def told(desk: Desk, course: Course) -> str:
    """Return the reason that stands at the gate."""
    found = next(one for one in read_gate(desk, course, Gate.TO_TWO) if one.expected is Expected.NETWORK_BEGUN)
    return found.reason.words if found.reason else ""


def test_it_stands_there_the_next_day(desk: Desk, course: Course, write: Write) -> None:
    write(course, f"  {WORDS}\n")
    again = load_course(desk, course.id)
    assert (told(desk, again), again.gate_reasons[0].written_on) == (WORDS, TODAY)


def test_other_words_take_its_place_and_none_takes_it_away(desk: Desk, course: Course, write: Write) -> None:
    changed = write(write(course, WORDS), "Noget andet")
    assert [one.words for one in changed.gate_reasons] == ["Noget andet"]
    assert write(changed, " \n").gate_reasons == load_course(desk, course.id).gate_reasons == ()


def test_the_same_words_write_nothing(course: Course, write: Write) -> None:
    first = write(course, WORDS)
    assert write(first, WORDS) is first


def test_what_is_too_long_is_refused(course: Course, write: Write) -> None:
    assert write(course, "æ" * LONGEST_REASON).gate_reasons
    with pytest.raises(TextTooLong):
        write(course, "æ" * (LONGEST_REASON + 1))


def test_undo_takes_it_back(desk: Desk, course: Course, write: Write) -> None:
    stack, after = UndoStack(), write(course, WORDS)
    stack.keep(course, after)
    assert undo_change(desk, after, stack).gate_reasons == load_course(desk, course.id).gate_reasons == ()


def test_it_is_dumped_and_loaded(desk: Desk, course: Course, write: Write, practice: NewVault, tmp_path: Path) -> None:
    write(course, WORDS)
    dump_vault(desk, tmp_path / "x.jsonl")
    other = Desk(practice.vault, desk.clock, "P1", Catalogue(resource_folder("instruments")))
    load_dump(other, tmp_path / "x.jsonl")
    assert told(other, load_course(other, course.id)) == WORDS


def test_a_dump_from_before_there_were_reasons_is_loaded(desk: Desk, course: Course, tmp_path: Path) -> None:
    dump_vault(desk, tmp_path / "x.jsonl")
    lines = (tmp_path / "x.jsonl").read_text("utf-8").splitlines()
    units = [json.loads(line) for line in lines]
    (unit,) = (one for one in units if one["unit"] == "course")
    assert unit["body"].pop("gate_reasons") == unit["body"].pop("not_suitable") == []
    assert unit["schema"] == unit["body"]["schema"] == COURSE_SCHEMA > 1
    unit["schema"] = unit["body"]["schema"] = 1
    (tmp_path / "x.jsonl").write_text("\n".join(map(json.dumps, units)), "utf-8")
    delete_citizen_course(desk, course)
    assert load_dump(desk, tmp_path / "x.jsonl").added == 1


def test_no_word_of_it_is_coded(desk: Desk, course: Course, write: Write) -> None:
    assert "Østerbro" not in str(code_course(write(course, WORDS), desk.catalogue, "K7", "Odense"))


def test_it_goes_with_its_course(desk: Desk, course: Course, write: Write, clock: Clock) -> None:
    delete_citizen_course(desk, write(course, WORDS))
    with desk.vault.reading() as connection:
        assert connection.execute("SELECT count(*) FROM gate_reason").fetchone()[0] == 0
