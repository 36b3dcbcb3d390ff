"""A dump carries everything that a worker wrote, and a load takes it in once, line by line or not at all."""

import base64
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from exit_desktop.domain.contacts import WorkEntry
from exit_desktop.domain.courses import Course, Sharing
from exit_desktop.domain.directory import AnonymousAccess, Service
from exit_desktop.domain.plans import FocusArea
from exit_desktop.errors import DumpLineNewer, DumpLineWrong, InstrumentDiffers, InstrumentMissing
from exit_desktop.instruments.catalogue import Catalogue
from exit_desktop.services import courses, readings
from exit_desktop.services.desk import Desk
from exit_desktop.services.dumps import LoadCounts, dump_vault, load_dump
from exit_desktop.services.sharing import set_sharing
from exit_desktop.services.vaults import NewVault
from exit_desktop.system.clock import Clock
from exit_desktop.system.resources import resource_folder
from exit_desktop.vault.course_contacts import read_work_hours, write_work_entry
from exit_desktop.vault.courses import write_course
from exit_desktop.vault.instruments import keep_instrument, read_instruments
from exit_desktop.vault.service_rows import read_services, write_service
from support.courses import TODAY, make_contact, make_course, make_plan, uid

Edit = Callable[[dict[str, object]], None]


@pytest.fixture
def other_desk(practice: NewVault, clock: Clock) -> Desk:
    """A desk at another vault, with nothing in it."""
    return Desk(practice.vault, clock, "P1", Catalogue(resource_folder("instruments")))


SERVICE = Service(
    uid(77),
    "Klinikken",
    "doctor",
    "lægen",
    area=FocusArea.PHYSICAL_HEALTH,
    anonymous=AnonymousAccess.YES,
    checked_on=TODAY,
)


@pytest.fixture
def course(desk: Desk) -> Course:
    """A course with a plan, a contact and a reading that was begun."""
    now = desk.clock.now_utc()
    with desk.vault.writing() as connection:
        full = replace(make_course(), contacts=(make_contact(40),), plans=(make_plan(),))
        written = write_course(connection, None, full, now)
        write_service(connection, SERVICE)
        write_work_entry(connection, WorkEntry(uid(78), TODAY, "meeting", 90))
    return readings.begin_reading(desk, written, TODAY)[0]


@pytest.fixture
def dump(desk: Desk, course: Course, tmp_path: Path) -> Path:
    """A dump of a vault with that course."""
    dump_vault(desk, tmp_path / "x.jsonl")
    return tmp_path / "x.jsonl"


def edited(dump: Path, edit: Edit, unit: str = "course") -> Path:
    """Change the first line of a kind by hand."""
    lines = [json.loads(line) for line in dump.read_text("utf-8").splitlines()]
    edit(next(line for line in lines if line["unit"] == unit))
    dump.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    return dump


def body_of(line: dict[str, object]) -> dict[str, object]:
    body = line["body"]
    assert isinstance(body, dict)
    return body


def test_everything_comes_along_and_has_a_new_owner(other_desk: Desk, course: Course, dump: Path) -> None:
    assert load_dump(other_desk, dump) == LoadCounts(added=1)
    loaded = courses.load_course(other_desk, course.id)
    assert loaded == replace(course, owner=other_desk.vault.uid, ownership=course.ownership + 1)


def test_services_and_own_hours_come_along(other_desk: Desk, dump: Path) -> None:
    load_dump(other_desk, dump)
    with other_desk.vault.reading() as connection:
        assert read_services(connection) == (SERVICE,)
        assert [entry.minutes for entry in read_work_hours(connection)] == [90]


def test_a_second_load_changes_nothing(other_desk: Desk, course: Course, dump: Path) -> None:
    load_dump(other_desk, dump)
    before = courses.load_course(other_desk, course.id)
    assert load_dump(other_desk, dump) == LoadCounts(already_here=1)
    assert courses.load_course(other_desk, course.id) == before


def test_a_dump_changes_nothing_where_it_came_from(desk: Desk, dump: Path) -> None:
    assert load_dump(desk, dump) == LoadCounts(already_here=1)


def test_a_newer_local_course_stays(desk: Desk, course: Course, dump: Path) -> None:
    after = set_sharing(desk, course, Sharing.CODED)
    assert load_dump(desk, dump) == LoadCounts(kept_newer=1)
    assert courses.load_course(desk, course.id) == after


def test_a_local_change_of_a_service_stays(desk: Desk, dump: Path) -> None:
    with desk.vault.writing() as connection:
        write_service(connection, Service(uid(77), "Klinikken", "læge", "doktoren"))
    load_dump(desk, dump)
    with desk.vault.reading() as connection:
        assert read_services(connection)[0].paper_name == "doktoren"


def test_a_line_edited_by_hand_is_taken_as_it_stands(other_desk: Desk, course: Course, dump: Path) -> None:
    edited(dump, lambda line: body_of(line).update(citizen={"id": course.citizen.id, "alias": "Ler"}))
    load_dump(other_desk, dump)
    assert courses.find_citizen(other_desk, "ler").citizen.language == "da"


def test_an_edited_line_with_a_higher_revision_replaces(desk: Desk, course: Course, dump: Path) -> None:
    edited(dump, lambda line: body_of(line).update(revision=course.revision + 1, contacts=[]))
    assert load_dump(desk, dump) == LoadCounts(replaced=1)
    assert courses.load_course(desk, course.id).contacts == ()


def test_a_shared_course_that_was_loaded_can_be_called_back(
    desk: Desk, other_desk: Desk, course: Course, tmp_path: Path
) -> None:
    set_sharing(desk, course, Sharing.CODED)
    dump_vault(desk, tmp_path / "shared")
    load_dump(other_desk, tmp_path / "shared")
    loaded = courses.load_course(other_desk, course.id)
    assert set_sharing(other_desk, loaded, Sharing.NOTHING).wire_id != loaded.wire_id


def test_a_taken_alias_is_changed_and_counted(other_desk: Desk, course: Course, dump: Path) -> None:
    courses.register_citizen(other_desk, course.citizen.alias.upper())
    assert load_dump(other_desk, dump) == LoadCounts(added=1, renamed=1)
    assert courses.load_course(other_desk, course.id).citizen.alias == "Mågen-2"


def _misspelt(line: dict[str, object]) -> None:
    body_of(line)["contcats"] = []


def _bad_id(line: dict[str, object]) -> None:
    body_of(line)["wire_id"] = "1234"


def _bad_date(line: dict[str, object]) -> None:
    body_of(line)["calendar"] = {"orientation_on": "31. juni"}


def _long_alias(line: dict[str, object]) -> None:
    body_of(line)["citizen"] = {"id": uid(5), "alias": "x" * 41}


def _no_part(line: dict[str, object]) -> None:
    submissions = body_of(line)["submissions"]
    assert isinstance(submissions, list)
    submissions[0]["answers"] = [{"instrument": "nix", "version": 1, "question": "a"}]


@pytest.mark.parametrize("edit", [_misspelt, _bad_id, _bad_date, _long_alias, _no_part])
def test_a_broken_line_is_named_and_nothing_is_loaded(other_desk: Desk, dump: Path, edit: Edit) -> None:
    number = len(edited(dump, edit).read_text("utf-8").splitlines())
    with pytest.raises(DumpLineWrong) as refused:
        load_dump(other_desk, dump)
    assert refused.value.values == {"line": number}
    with other_desk.vault.reading() as connection:
        assert (read_services(connection), courses.list_courses(other_desk)) == ((), [])


def test_an_id_that_another_course_has_is_a_broken_line(other_desk: Desk, dump: Path) -> None:
    line = next(line for line in dump.read_text("utf-8").splitlines() if '"unit":"course"' in line)
    twin = json.loads(line)
    twin["body"].update(id=uid(1), wire_id=uid(2), citizen={"id": uid(3), "alias": "Ler"})
    dump.write_text(line + "\n" + json.dumps(twin) + "\n", "utf-8")
    with pytest.raises(DumpLineWrong) as refused:
        load_dump(other_desk, dump)
    assert refused.value.values == {"line": 2}


@pytest.mark.parametrize("text", ["{", "[]", '{"unit":"course"}', '{"unit":"course","schema":1,"body":7}', "\x00"])
def test_what_is_no_line_is_named(other_desk: Desk, tmp_path: Path, text: str) -> None:
    (tmp_path / "y").write_text(f"\n{text}\n", "utf-8")
    with pytest.raises(DumpLineWrong) as refused:
        load_dump(other_desk, tmp_path / "y")
    assert refused.value.values == {"line": 2}


@pytest.mark.parametrize(("field", "value"), [("schema", 99), ("unit", "weather")])
def test_a_newer_line_is_refused_by_name(other_desk: Desk, dump: Path, field: str, value: object) -> None:
    edited(dump, lambda line: line.update({field: value}))
    with pytest.raises(DumpLineNewer):
        load_dump(other_desk, dump)
    assert courses.list_courses(other_desk) == []


def test_a_broken_definition_is_a_broken_line(other_desk: Desk, dump: Path) -> None:
    edited(dump, lambda line: body_of(line).update(definition="bm9wZQ=="), "instrument")
    with pytest.raises(DumpLineWrong) as refused:
        load_dump(other_desk, dump)
    assert refused.value.values == {"line": 2}


def _with_definition(dump: Path, change: Callable[[str], str]) -> Path:
    def edit(line: dict[str, object]) -> None:
        body = body_of(line)
        definition = base64.b64decode(str(body["definition"])).decode()
        body["definition"] = base64.b64encode(change(definition).encode()).decode()

    return edited(dump, edit, "instrument")


def test_a_form_that_means_something_else_under_its_version_is_refused(desk: Desk, dump: Path) -> None:
    other = _with_definition(dump, lambda text: text.replace("maximum: 10", "maximum: 9"))
    with pytest.raises(InstrumentDiffers):
        load_dump(desk, other)


def test_a_form_in_other_words_is_taken_and_the_held_words_stay(desk: Desk, dump: Path) -> None:
    with desk.vault.reading() as connection:
        before = read_instruments(connection)
    load_dump(desk, _with_definition(dump, lambda text: text.replace("Ten sides", "Ten parts")))
    with desk.vault.reading() as connection:
        assert read_instruments(connection) == before


def test_a_version_is_never_kept_with_other_bytes(desk: Desk) -> None:
    with desk.vault.writing() as connection:
        keep_instrument(connection, "who5", 1, b"1" * 32, b"one")
        with pytest.raises(InstrumentDiffers):
            keep_instrument(connection, "who5", 1, b"2" * 32, b"two")


def test_a_load_that_fails_leaves_no_form_at_hand(other_desk: Desk, dump: Path) -> None:
    newer = _with_definition(dump, lambda text: text.replace("version: 1", "version: 9", 1))
    edited(newer, lambda line: body_of(line).update(version=9), "instrument")
    edited(newer, _bad_id)
    with pytest.raises(DumpLineWrong):
        load_dump(other_desk, newer)
    for name in other_desk.catalogue.ids():
        with pytest.raises(InstrumentMissing):
            other_desk.catalogue.get(name, 9)


def _closing(**other: object) -> dict[str, object]:
    return {"id": uid(79), "on": "2026-09-01", "kind": "early", "reason": "other", **other}


def _step(phase: int, on: str) -> dict[str, object]:
    return {"id": uid(80 + phase), "to_phase": phase, "on": on}


@pytest.mark.parametrize(
    "other",
    [
        {"start": "9998-12-31"},
        {"start": "0001-01-01"},
        {"orientation_on": "0206-06-01"},
        {"pauses": [{"id": uid(81), "from_on": "2026-09-01", "until_on": "9999-12-31", "reason": "other"}]},
        {"replans": [{"id": uid(82), "made_on": "2026-09-01", "from_on": "2026-09-01", "days": 9_999_999}]},
        {"replans": [{"id": uid(82), "made_on": "2026-09-01", "from_on": "2100-01-01", "days": -9_999_999}]},
        {"closings": [_closing(reason=None)]},
        {"closings": [_closing(kind="not_started")]},
        {"closings": [_closing(on="9999-12-31")]},
        {"closings": [_closing(reopened_on="2026-08-31")]},
        {"closings": [_closing(kind="full")], "start": None},
        {"transitions": [_step(3, "2026-09-01")]},
        {"transitions": [_step(2, "2026-09-01"), _step(2, "2026-09-02")]},
        {"transitions": [_step(2, "2026-09-02"), _step(3, "2026-09-01")]},
        {"transitions": [_step(2, "2026-07-01")]},
        {"transitions": [_step(2, "2026-09-01")], "start": None},
    ],
)
def test_a_calendar_that_no_worker_could_have_made_is_refused_by_its_line(
    other_desk: Desk, dump: Path, other: dict[str, object]
) -> None:
    edited(dump, lambda line: body_of(line)["calendar"].update(other))  # type: ignore[attr-defined]  # a dict of JSON
    number = next(at for at, line in enumerate(dump.read_text("utf-8").splitlines(), 1) if '"course"' in line)
    with pytest.raises(DumpLineWrong) as refused:
        load_dump(other_desk, dump)
    assert refused.value.values == {"line": number}


@pytest.mark.parametrize(
    "other",
    [
        {"transitions": [_step(3, "2026-09-02"), _step(2, "2026-09-01")]},
        {"closings": [_closing()]},
        {"closings": [_closing(kind="full", reason=None)]},
        {"closings": [_closing(kind="not_started", on="2026-06-20", reopened_on="2026-06-30")]},
        {"closings": [_closing(kind="not_started")], "start": None},
    ],
)
def test_a_calendar_that_a_worker_could_have_made_comes_in(
    other_desk: Desk, dump: Path, other: dict[str, object]
) -> None:
    edited(dump, lambda line: body_of(line)["calendar"].update(other))  # type: ignore[attr-defined]  # a dict of JSON
    assert load_dump(other_desk, dump).added == 1


@pytest.mark.parametrize(
    "other",
    [
        {"network": [{"id": uid(61), "role": " "}]},
        {"retention": {"on": "9999-12-31"}},
        {"milestones": [{"id": uid(62), "on": "0026-01-01", "kind": "moved"}]},
    ],
)
def test_a_course_that_no_field_would_take_is_refused(other_desk: Desk, dump: Path, other: dict[str, object]) -> None:
    with pytest.raises(DumpLineWrong):
        load_dump(other_desk, edited(dump, lambda line: body_of(line).update(other)))


@pytest.mark.parametrize(
    "other", [{"name": "", "kind": " "}, {"name": "n" * 300_000}, {"note": "n" * 4_001}, {"checked_on": "0001-01-01"}]
)
def test_a_service_that_no_field_would_take_is_refused(other_desk: Desk, dump: Path, other: dict[str, object]) -> None:
    with pytest.raises(DumpLineWrong):
        load_dump(other_desk, edited(dump, lambda line: body_of(line).update(other), "service"))


def test_a_loaded_service_is_as_one_that_was_written(other_desk: Desk, dump: Path) -> None:
    load_dump(other_desk, edited(dump, lambda line: body_of(line).update(name=" A\x0b B ", kind="Læge"), "service"))
    with other_desk.vault.reading() as connection:
        assert [(one.name, one.kind) for one in read_services(connection)] == [("A B", "doctor")]
