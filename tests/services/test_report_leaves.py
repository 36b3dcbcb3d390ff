"""What leaves of a report: only protected figures, the same each time, and nothing to be had from two of them."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from exit_desktop.errors import ReportOfPartOfAQuarter
from exit_desktop.evaluation.choices import ReportChoices
from exit_desktop.services.courses import delete_citizen_course, list_courses, load_course
from exit_desktop.services.desk import Desk
from exit_desktop.services.practice import PracticeVault, make_practice_vault
from exit_desktop.services.released import report_document, report_to_leave
from exit_desktop.services.sitting import sit_down
from exit_desktop.services.vaults import unlock_vault
from exit_desktop.system.clock import Clock
from exit_desktop.system.resources import resource_folder

TODAY = date(2026, 11, 23)
ALL = ReportChoices(on=TODAY)


def go_on() -> None:
    """Nobody stops it."""


@pytest.fixture(scope="module")
def vaults(tmp_path_factory: pytest.TempPathFactory) -> dict[int, PracticeVault]:
    """A vault with thirty citizens and one with three, to be copied."""
    folder, now = tmp_path_factory.mktemp("report"), datetime(2026, 11, 23, 11, tzinfo=UTC)
    return {count: make_practice_vault(folder / f"v{count}", count, 3, TODAY, now) for count in (30, 3)}


def desk_of(made: PracticeVault, folder: Path) -> Iterator[Desk]:
    vault = unlock_vault(Path(shutil.copytree(made.vault, folder / "v")), made.passphrase)
    instruments = resource_folder("instruments")
    yield sit_down(vault, Clock(TODAY), (instruments, instruments))
    vault.close()


@pytest.fixture
def desk(vaults: dict[int, PracticeVault], tmp_path: Path) -> Iterator[Desk]:
    """A vault with thirty citizens."""
    yield from desk_of(vaults[30], tmp_path)


@pytest.fixture
def few(vaults: dict[int, PracticeVault], tmp_path: Path) -> Iterator[Desk]:
    """A vault with three."""
    yield from desk_of(vaults[3], tmp_path)


def numbers(document: Any) -> dict[tuple[str, str, int, str], int]:  # JSON as it comes
    """Return every number of people that is told exactly, by table, row, column and what it counts."""
    return {
        (table["table"], row["row"], column, what): cell[what]
        for table in document["tables"]
        for row in table["rows"]
        for column, cell in enumerate(row["cells"])
        for what in ("count", "answered", "missing")
        if isinstance(cell.get(what), int)
    }


def remembered(desk: Desk) -> int:
    with desk.vault.reading() as connection:
        return int(connection.execute("SELECT count(*) FROM released_table").fetchone()[0])


def test_no_number_of_one_to_four_leaves(desk: Desk) -> None:
    told = numbers(report_document(desk, ALL, go_on))
    assert sum(number > 4 for number in told.values()) > 50
    assert [where for where, number in told.items() if 0 < number < 5] == []


def test_the_same_report_again_tells_the_same_and_is_remembered_once(desk: Desk) -> None:
    first, second = (json.dumps(report_document(desk, ALL, go_on)) for _ in range(2))
    assert first == second
    assert remembered(desk) == 1


def test_two_reports_do_not_tell_of_the_one_who_went_between(desk: Desk) -> None:
    before = numbers(report_document(desk, ALL, go_on))
    delete_citizen_course(desk, load_course(desk, list_courses(desk)[-1].course_id))
    after = numbers(report_document(desk, ALL, go_on))
    steps = {after[where] - before[where] for where in before.keys() & after.keys()}
    assert [step for step in steps if 0 < abs(step) < 5] == []


def test_what_is_only_looked_at_is_not_remembered(desk: Desk) -> None:
    report_to_leave(desk, ALL, go_on)
    assert remembered(desk) == 0


def test_a_report_that_leaves_stands_in_the_usage_log(desk: Desk) -> None:
    report_document(desk, ALL, go_on)
    with desk.vault.reading() as connection:
        last = connection.execute("SELECT act, kind FROM usage_log ORDER BY id DESC LIMIT 1").fetchone()
    assert last == ("exported", "report")


def test_three_courses_say_why_the_report_is_empty(few: Desk) -> None:
    assert report_document(few, ALL, go_on)["empty"] == "too_few_people"


def test_a_part_of_a_quarter_is_refused(few: Desk) -> None:
    whole = replace(ALL, first=date(2026, 4, 1), last=date(2026, 6, 30))
    report_document(few, whole, go_on)
    for part in (replace(whole, first=date(2026, 5, 1)), replace(whole, last=date(2026, 6, 29))):
        with pytest.raises(ReportOfPartOfAQuarter):
            report_document(few, part, go_on)
