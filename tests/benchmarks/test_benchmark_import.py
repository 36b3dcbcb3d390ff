"""500 packages with 10,000 courses are taken in: how long, whether twice as many take twice as long, how much memory.

Repeat: `BENCHMARKS=full python -m pytest -m benchmark tests/benchmarks/test_benchmark_import.py`. A course has seven
readings, three forms each time they are due, and more than sixty contacts: some 55 KB of text.
"""

import resource
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from benchmarks.conftest import FULL
from benchmarks.measuring import Table
from exit_desktop.exchange.cards import CardFacts, CardRole, card_words, read_card, write_card
from exit_desktop.exchange.coded import CodedCourse, code_course
from exit_desktop.exchange.identity import Identity, generate_identity
from exit_desktop.services.courses import list_courses, load_course
from exit_desktop.services.desk import Desk
from exit_desktop.services.receiving import Outcome, import_packages
from exit_desktop.services.sharing import confirm_card, own_identity
from support.many_packages import full_course, write_packages

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(900)]
PACKAGES = 500 if FULL else 20
COURSES = 20


def confirmed_sender(desk: Desk) -> Identity:
    sender = generate_identity()
    card = write_card(sender, CardFacts(CardRole.WORKER, "K9", True, datetime(2026, 11, 20, tzinfo=UTC)))
    confirm_card(desk, card, " ".join(card_words(read_card(card))))
    return sender


def largest_course(desk: Desk) -> CodedCourse:
    courses = (load_course(desk, row.course_id) for row in list_courses(desk))
    largest = max(courses, key=lambda course: len(course.contacts) + 20 * len(course.submissions))
    return full_course(code_course(largest, desk.catalogue, "K9", "Byen"))


def test_many_packages_are_taken_in(table: Table, desk_of: Callable[[int], Desk], tmp_path: Path) -> None:
    desk = desk_of(12)
    made = write_packages(
        tmp_path, confirmed_sender(desk), own_identity(desk).public, largest_course(desk), (PACKAGES, COURSES)
    )
    paths, begun = list(made), time.perf_counter()
    marks = [time.process_time()]
    taken = import_packages(desk, paths, lambda: None, lambda *_: marks.append(time.process_time()))
    whole = time.perf_counter() - begun
    assert {one.outcome for one in taken} == {Outcome.ACCEPTED}
    ours, half = marks[-1] - marks[0], marks[PACKAGES // 2] - marks[0]
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    what = f"import of {PACKAGES} packages, {PACKAGES * COURSES} courses"
    table.tell(what, whole, None, f"60 s for 10,000 (peak {memory:.0f} MB, below 500)", "s")
    table.tell("of it on the processor, beside twice the first half", ours, half * 2, "1.0 is linear", "s")
    again = time.perf_counter()
    import_packages(desk, paths, lambda: None, lambda *_: None)
    table.tell("the same once more: all already here", time.perf_counter() - again, None, "-", "s")
