"""T8: a real CUPS queue of the tests' own. What a paper leaves behind before and after the purge.

The control is the same queue without the purge: there everything that was printed is still there.
"""

import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from exit_desktop.paper.record import Entry, RecordPaper, RecordSection, Row, print_record
from exit_desktop.system.language import Texts
from faults.figures import FULL, Figures, tries
from faults.print_system import QUEUE, WORKER, PrintSystem, cups_daemon, print_system
from support.canary import holds
from support.courses import TODAY
from support.traced import called_sockets, internet_calls, strace_command

pytestmark = pytest.mark.skipif(cups_daemon() is None, reason="needs cupsd (package cups-daemon)")
ALIAS, WORDS = "Kvartsfalk", "sove hele natten som et murmeldyr"
NEUTRAL = "Forløb"
# Who the user is, of the C library; and the bus, on which CUPS' own library looks for printers.
OF_THE_SYSTEM = re.compile(r"/(var/)?run/(nscd/socket|dbus/system_bus_socket)")


@pytest.fixture(scope="module")
def started() -> Iterator[PrintSystem]:
    # The name of a socket may have a hundred characters; a folder of pytest has more.
    folder = Path(tempfile.mkdtemp(prefix="queue-"))
    with print_system(folder) as system:
        yield system
    shutil.rmtree(folder)


@pytest.fixture
def queue(started: PrintSystem) -> PrintSystem:
    """The queue, with nothing in it."""
    started.run("cancel", "-a", "-x", QUEUE)
    for log in (started.folder / "log").iterdir():
        log.write_bytes(b"")
    return started


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A paper with a citizen's words, under a name that tells."""
    section = RecordSection("", "", (Entry(ALIAS, (Row(WORDS),)),))
    path = tmp_path_factory.mktemp("paper") / f"{ALIAS}.pdf"
    path.write_bytes(print_record(RecordPaper("Notes", TODAY, sections=(section,)), Texts("en")))
    return path


def told(queue: PrintSystem) -> bytes:
    """What the print system wrote down about its jobs."""
    logs = b"".join(path.read_bytes() for path in (queue.folder / "log").iterdir())
    return logs + b"".join(path.read_bytes() for path in queue.kept() if path.name.startswith("c"))


def test_after_the_purge_nothing_of_the_paper_is_left(queue: PrintSystem, paper: Path, figures: Figures) -> None:
    papers = tries(2, 20)
    left = queue.work("print", QUEUE, str(paper), str(papers)).split()
    queue.wait_for("completed", papers)
    control = queue.kept()
    assert queue.work("purge") == f"{papers} 0 0"
    left += [path.name for path in (queue.folder / "temp").iterdir()]
    found = len(left) + len(queue.kept())
    figures(
        "T8",
        "papers on a real print queue, purged: files left in temp and spool",
        papers,
        found,
        f"not purged: {len(control)} there",
    )
    assert len([path for path in control if path.name.startswith("d")]) == papers
    assert (left, queue.kept()) == ([], [])


def test_what_waits_is_not_taken_from_the_printer(queue: PrintSystem, paper: Path) -> None:
    queue.run("cupsdisable", QUEUE)
    queue.work("print", QUEUE, str(paper))
    queue.wait_for("not-completed", 1)
    assert queue.work("purge") == "0 1 0"
    queue.run("cupsenable", QUEUE)
    queue.wait_for("completed", 1)
    assert queue.work("purge") == "1 0 0"


def test_printing_calls_nobody_but_the_local_print_system(
    queue: PrintSystem, paper: Path, tmp_path: Path, figures: Figures
) -> None:
    trace = tmp_path / "trace"
    queue.run(*strace_command(trace, sys.executable, str(WORKER), "print", QUEUE, str(paper)))
    called = called_sockets(trace)
    here = called.count(str(queue.folder / "cups.sock"))
    strange = [who for who in called if who != str(queue.folder / "cups.sock") and not OF_THE_SYSTEM.fullmatch(who)]
    figures("T24", "calls while printing: the local print system", len(called), len(strange), f"{here} of them seen")
    assert here > 0
    assert strange == [] and internet_calls(trace) == []


def test_papers_of_other_programs_stay(queue: PrintSystem, paper: Path) -> None:
    queue.run("lp", "-d", QUEUE, "-t", "Noget andet", str(paper))
    queue.wait_for("completed", 1)
    assert queue.work("purge") == "0 0 0"
    assert [path for path in queue.kept() if path.name.startswith("d")]


def test_the_queue_is_told_nothing_but_a_neutral_name(queue: PrintSystem, paper: Path) -> None:
    queue.work("print", QUEUE, str(paper))
    queue.wait_for("completed", 1)
    assert NEUTRAL.encode() in told(queue)
    assert not holds(told(queue), (ALIAS, WORDS))


def test_a_telling_name_would_be_seen(queue: PrintSystem, paper: Path) -> None:
    queue.run("lp", "-d", QUEUE, str(paper))
    queue.wait_for("completed", 1)
    assert holds(told(queue), (ALIAS,))


@pytest.mark.skipif(not FULL, reason="the long run")
def test_a_system_that_keeps_nothing_has_nothing(paper: Path) -> None:
    folder = Path(tempfile.mkdtemp(prefix="queue-"))
    with print_system(folder, "PreserveJobFiles No\nPreserveJobHistory No\n") as system:
        system.work("print", QUEUE, str(paper))
        system.wait_for("not-completed", 0)
        assert system.kept() == []
    shutil.rmtree(folder)
