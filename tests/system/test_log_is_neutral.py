"""Nothing that was said about anyone can reach the log."""

import logging
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from exit_desktop.system.ids import new_id
from exit_desktop.system.log import Event, note, note_crash, start_log, stop_log

CANARY = "Solsikke"


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    handler = start_log(tmp_path)
    yield tmp_path / "forloeb.log"
    stop_log(handler)


def test_an_event_with_its_random_id_is_written(log: Path) -> None:
    course = new_id()
    note(Event.UNLOCKED, course)
    assert f"unlocked {course}" in log.read_text()


@pytest.mark.parametrize(
    "detail", [CANARY, CANARY + " Ø", "a note", "1990-01-01", "x" * 31 + "é", "line\nbreak", "/home/her"]
)
def test_words_in_a_detail_are_dropped_and_counted(log: Path, detail: str) -> None:
    note(Event.DRAFT_KEPT, detail)
    assert "record-dropped" in log.read_text()
    assert detail not in log.read_text()


def test_a_plain_message_is_dropped_whoever_sends_it(log: Path) -> None:
    logging.getLogger("forloeb").info("met %s", CANARY)
    assert CANARY not in log.read_text()
    assert "record-dropped" in log.read_text()


@pytest.mark.expects_log
def test_a_crash_tells_its_type_and_place_without_its_words(log: Path) -> None:
    try:
        raise ValueError(CANARY)
    except ValueError as fault:
        note_crash(ValueError, fault, fault.__traceback__)
    assert "crashed ValueError" in log.read_text()
    assert CANARY not in log.read_text()


@pytest.mark.expects_log
def test_an_exception_handed_to_the_logger_leaves_no_words(log: Path) -> None:
    try:
        raise ValueError(CANARY)
    except ValueError:
        logging.getLogger("forloeb").exception(Event.JOB_FAILED)
    assert CANARY not in log.read_text()


def test_the_log_stays_small(log: Path) -> None:
    for _ in range(4000):
        note(Event.LOCKED, new_id())
    last = new_id()
    note(Event.UNLOCKED, last)
    assert sum(one.stat().st_size for one in log.parent.iterdir()) <= 140_000
    assert log.read_text().endswith(f"unlocked {last}\n")


def test_a_log_that_cannot_be_opened_costs_its_lines_only(tmp_path: Path) -> None:
    (tmp_path / "forloeb.log").mkdir()
    handler = start_log(tmp_path)
    note(Event.STARTED)
    stop_log(handler)
    assert [one.name for one in tmp_path.iterdir()] == ["forloeb.log"]


def test_no_line_is_lost_while_the_older_file_cannot_be_replaced(log: Path) -> None:
    # As under Windows, where another window of the program has the file open.
    (log.parent / "forloeb.log.1" / "in the way").mkdir(parents=True)
    for number in range(3000):
        note(Event.LOCKED, number)
    assert [line.rpartition(" ")[2] for line in log.read_text().splitlines()] == [f"{number}" for number in range(3000)]


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX modes")
def test_only_the_user_can_read_it(log: Path) -> None:
    note(Event.STARTED)
    assert stat.S_IMODE(log.stat().st_mode) == 0o600


def test_what_a_library_says_goes_nowhere(log: Path, capfd: pytest.CaptureFixture[str]) -> None:
    logging.getLogger("a.library").info(CANARY)
    assert CANARY not in capfd.readouterr().err
    assert not log.exists()
