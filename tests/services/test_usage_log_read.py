"""The usage log as it is read: words, filters, an audit without names, a chain that is followed in steps."""

import ast
import csv
import time
from pathlib import Path

import pytest

from architecture.source_reading import PACKAGE, called
from exit_desktop.services import courses
from exit_desktop.services.contacts import record_contact
from exit_desktop.services.desk import Act, Desk, log_use
from exit_desktop.services.usage_log import (
    ActGroup,
    LogFilter,
    LogState,
    check_log,
    read_all_numbers,
    read_log_lines,
    read_names,
    save_log,
)
from exit_desktop.services.usage_words import ACTS, KINDS, LogNames, about_words, act_words, what_words
from exit_desktop.services.vaults import read_log
from exit_desktop.system.language import Texts
from exit_desktop.vault.usage_log import Use, append
from support.courses import make_contact

EN = Texts("en")
WRITERS = {"append_use": 3, "log_use": 2, "commit_course": 3, "record_paper": 2}


def checked(desk: Desk) -> LogState:
    return check_log(desk, lambda _done, _of: None)


def found(desk: Desk, wanted: LogFilter) -> list[tuple[str, str]]:
    return [(line.act, line.kind) for line in read_log_lines(desk, wanted, read_names(desk))]


def test_every_act_and_every_kind_has_everyday_words() -> None:
    texts = [path.read_text("utf-8") for path in PACKAGE.rglob("*.py")]
    trees = [ast.parse(text) for text in texts if any(f"{name}(" in text for name in WRITERS)]
    calls = [(node, called(node)) for tree in trees for node in ast.walk(tree) if called(node) in WRITERS]
    given = {
        argument.value
        for node, name in calls
        if isinstance(node, ast.Call)
        for argument in node.args[WRITERS[name] : WRITERS[name] + 1]
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    }
    assert set(ACTS) == set(Act)
    assert len(given) > 25 and given - set(KINDS) == set()


@pytest.mark.parametrize("act", ["keys_renewed", "restored"])
def test_what_the_vault_writes_by_itself_has_everyday_words_too(act: str) -> None:
    assert act_words(act, EN) != act_words("unheard of", EN)


def test_a_kind_with_numbers_behind_it_is_named() -> None:
    assert what_words("from_file courses=3 readings=4", EN) == "courses from a file"


def test_a_citizen_is_found_by_what_they_are_called_now(desk: Desk) -> None:
    rav = courses.register_citizen(desk, "Rav")
    courses.register_citizen(desk, "Tjald")
    courses.change_citizen(desk, rav, "Ørnefod", "da")
    assert found(desk, LogFilter("oernef")) == [("changed", "citizen"), ("created", "citizen")]
    assert found(desk, LogFilter("rav")) == []


def test_one_kind_of_act_is_shown_alone(desk: Desk) -> None:
    course = courses.register_citizen(desk, "Rav")
    log_use(desk, Act.PRINTED, "plan", course.id)
    log_use(desk, Act.SHOWN, "screen")
    assert found(desk, LogFilter(group=ActGroup.PRINTED)) == [("printed", "plan")]
    assert found(desk, LogFilter(group=ActGroup.SAFETY)) == [("shown", "screen")]


def test_of_an_erased_course_no_name_is_left(desk: Desk) -> None:
    courses.delete_citizen_course(desk, courses.register_citizen(desk, "Rav"))
    names, newest = LogNames({}, read_all_numbers(desk)), read_log(desk.vault)[0]
    assert newest.course_uid is not None
    assert about_words(newest.course_uid.hex(), names, EN) == "a course that has been erased, no. 1"
    assert about_words(newest.course_uid.hex(), read_names(desk), EN) == "a course that has been erased"


def test_a_file_for_an_audit_has_every_line_and_no_name(desk: Desk, tmp_path: Path) -> None:
    course = record_contact(desk, courses.register_citizen(desk, "Kvartsfalk"), make_contact(5))
    log_use(desk, Act.OPENED, "course", course.id)
    path = tmp_path / "log.csv"
    assert save_log(desk, path, LogFilter(), EN) == 3
    rows = list(csv.reader(path.read_text("utf-8-sig").splitlines(), delimiter=";"))
    assert [row[3:] for row in rows[1:]][1:] == [["Changed", "a contact", "no. 1"], ["Opened", "the course", "no. 1"]]
    assert "Kvartsfalk" not in path.read_text("utf-8-sig")
    assert read_log(desk.vault)[0].kind == "usage_log"


def test_a_whole_log_is_whole_and_a_changed_line_is_named(desk: Desk) -> None:
    for _ in range(5):
        log_use(desk, Act.OPENED, "vault")
    assert checked(desk) == LogState(5, None, None)
    with desk.vault.writing() as connection:
        connection.execute("UPDATE usage_log SET act = 'printed' WHERE id = 4")
    assert checked(desk).first_broken == 4


@pytest.mark.parametrize("lines", [499, 500, 501, 1000])
def test_the_chain_is_followed_over_its_steps(desk: Desk, lines: int) -> None:
    with desk.vault.writing() as connection:
        for number in range(lines):
            append(connection, Use("2026-11-23T11:00:00+00:00", "K7", "opened", f"vault {number}"))
    assert checked(desk) == LogState(lines, None, None)


def test_a_hundred_thousand_lines_do_not_keep_anybody_waiting(desk: Desk) -> None:
    with desk.vault.writing() as connection:
        connection.execute(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) INSERT INTO usage_log"
            " SELECT i, '2026-11-23T11:00:00+00:00', 'K7', CASE WHEN i = 1 THEN 'printed' ELSE 'opened' END, 'course',"
            " CAST(printf('%016d', i % 300) AS BLOB), zeroblob(32) FROM n"
        )
    names, begun = read_names(desk), time.perf_counter()
    assert len(read_log_lines(desk, LogFilter(), names)) == 200
    assert time.perf_counter() - begun < 0.1
    begun = time.perf_counter()
    assert [line.number for line in read_log_lines(desk, LogFilter(group=ActGroup.PRINTED), names)] == [1]
    assert time.perf_counter() - begun < 1
