"""A whole day in the real window, watched by strace: what was written is found nowhere in clear, nothing calls out,
and no file is made but where it belongs.
"""

import base64
import json
import re
import subprocess
import sys
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from faults.figures import Figures
from support.canary import files_with
from support.hands import Keyboard, wait_for_cursor
from support.journey import (
    Told,
    Worker,
    choose_areas,
    come_to_work,
    make_empty_practice,
    pdf_words,
    register,
    save_plan,
    worker_at_screen,
    write_contact,
)
from support.sharing_people import Person
from support.traced import Watch, called_sockets, internet_calls, made_files, strace_command

pytestmark = [pytest.mark.window, pytest.mark.slow, pytest.mark.timeout(240)]

ALIAS = "Kvartsfalk"
NOTE = "hun drak sort kaffe med perlehyacint"
WISH = "sove hele natten som et murmeldyr"
HALF = "halvskrevet om turkisblad og"
CANARIES = (ALIAS, NOTE, WISH, HALF)
DAY = "2026-11-23"
# The screen, the session's bus, and the bus over which a screen reader hears.
LOCAL = re.compile(r"@?/tmp/\.X11-unix/X\d+|@?/(tmp|run|var/run)/.*dbus.*|.*/at-spi/bus[_\d]*|.*/run/bus")


@dataclass
class Day:
    """What the day left behind."""

    folder: Path
    worker: Worker
    watch: Watch
    titles: str = ""
    words_back: list[str] = field(default_factory=list)
    refused: int = 0

    @property
    def home(self) -> Path:
        """Where the worker saves on purpose."""
        return self.worker.home

    def in_the_dark(self) -> list[Path]:
        """Every folder in which nothing may stand in clear."""
        return [self.worker.data, self.folder / "temp", self.folder / "run", self.folder / "xdg"]


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Day]:
    """The whole day, once."""
    folder = tmp_path_factory.mktemp("day")
    with worker_at_screen(folder, language="en") as worker:
        worker.screen.environment.update(closed_world(folder))
        made = Day(folder, worker, Watch(worker.screen, folder))
        made.watch.take_over()
        make_empty_practice(worker.data)
        write_by_window(made)
        kill_and_reopen(made)
        send_by_commands(made)
        yield made


def closed_world(folder: Path) -> dict[str, str]:
    """Folders of this run for everything that a program may look for."""
    names = {"TMPDIR": "temp", "XDG_RUNTIME_DIR": "run"}
    names |= {f"XDG_{kind}_HOME": f"xdg/{kind.lower()}" for kind in ("DATA", "CONFIG", "STATE", "CACHE")}
    for name in names.values():
        (folder / name).mkdir(parents=True, mode=0o700)
    return {key: str(folder / name) for key, name in names.items()} | {"PYTHONDONTWRITEBYTECODE": "1"}


def write_by_window(day: Day) -> None:
    """A new citizen, a contact, a plan with a wish, a paper, and something half-written."""
    worker = day.worker
    come_to_work(worker, DAY)
    register(worker, ALIAS)
    write_contact(worker, Told(NOTE))
    choose_areas(worker, ["Money"])
    Keyboard(worker.screen).write(worker.t("What the citizen wishes, in their own words"), WISH)
    worker.screen.key("ctrl+Return")
    worker.sees(WISH)
    save_plan(worker)
    worker.screen.key("ctrl+shift+n")
    worker.write("Note", HALF)
    day.titles = all_titles(worker)
    worker.screen.key("ctrl+l")
    worker.sees_words("Locked")
    day.titles += all_titles(worker)


def kill_and_reopen(day: Day) -> None:
    """Open again, write on, be killed, come back."""
    worker = day.worker
    wait_for_cursor(worker.screen, worker.t("Passphrase"))
    worker.screen.type((worker.data / "practice.passphrase.txt").read_text(encoding="utf-8").strip())
    worker.screen.key("Return")
    worker.sees(HALF)
    worker.screen.kill()
    come_to_work(worker, DAY)
    assert worker.screen.quit() == 0


def send_by_commands(day: Day) -> None:
    """Seal bundles, coded and full, and be refused a dump that was not asked for plainly."""
    other = Person(day.home, "K9", practice=True)
    run(day, "confirm", str(other.file), "--words", other.words)
    for level in ("coded", "full"):
        run(day, "sharing", ALIAS, level)
        run(day, "export", "--to", str(other.file), "--out", str(day.worker.data / f"{level}.forloeb"))
    day.refused = run(day, "dump", "--out", str(day.worker.data / "lines.jsonl"), fine=False)
    run(day, "dump", "--out", str(day.home / "lines.jsonl"), "--clear-text")


def run(day: Day, command: str, *words: str, fine: bool = True) -> int:
    """Run a command on the day's vault."""
    data = day.worker.data
    asked = [sys.executable, "-m", "exit_desktop", "--data-dir", str(data), "--language", "en", command]
    asked += [str(data / "practice"), *words, "--passphrase-file", str(data / "practice.passphrase.txt")]
    ended = subprocess.run(asked, env=day.worker.screen.environment, capture_output=True, text=True, timeout=60)
    assert (ended.returncode == 0) is fine, ended.stderr
    return ended.returncode


def all_titles(worker: Worker) -> str:
    """Every name that the X server knows for a window, as a task bar or another program would read it."""
    found = subprocess.run(
        ["xwininfo", "-root", "-tree"], env=worker.screen.environment, capture_output=True, text=True, check=True
    )
    return found.stdout


def test_what_was_written_stands_nowhere_in_clear(day: Day, figures: Figures) -> None:
    files = [path for folder in day.in_the_dark() for path in folder.rglob("*") if path.is_file()]
    found = files_with(CANARIES, *day.in_the_dark())
    control = len(files_with(CANARIES, day.home))
    figures(
        "T7", "files after a day with a kill, in every encoding", len(files), len(found), f"a dump: {control} found"
    )
    assert control == 1
    assert found == []


def test_what_is_saved_on_purpose_is_found(day: Day) -> None:
    assert [path.name for path in files_with(CANARIES, day.home)] == ["lines.jsonl"]
    assert WISH in pdf_words(day.home / "min-plan.pdf")


@pytest.mark.parametrize(
    "hide",
    [
        str.encode,
        lambda text: text.encode("utf-16-le"),
        lambda text: b"ab" + text.encode().hex().encode(),
        lambda text: base64.b64encode(b"ab" + text.encode() + b"cde"),
        lambda text: b"PDF stream " + zlib.compress(text.encode()) + b" endstream",
        lambda text: json.dumps({"note": text}).encode(),
    ],
    ids=["utf-8", "utf-16", "hex", "base64", "deflated", "json"],
)
def test_the_search_finds_what_is_hidden_badly(hide, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]  # str -> bytes
    (tmp_path / "left").write_bytes(b"\x00\x01" * 50 + hide(NOTE) + b"\xff" * 50)
    assert files_with(CANARIES, tmp_path)


def test_the_system_s_own_temp_folders_hold_nothing(day: Day) -> None:
    outside = {path for trace in day.watch.traces for path in made_files(trace)}
    there = [
        path for path in outside if path.is_file() and path.is_relative_to("/tmp") and day.folder not in path.parents
    ]
    assert [path for path in (*there, *(p for p in outside if p.is_relative_to("/var/tmp")))] == []


def test_no_title_tells_a_word(day: Day) -> None:
    assert "Forløb" in day.titles
    assert not [word for word in CANARIES if word in day.titles]


def test_a_dump_is_refused_until_it_is_asked_for_plainly(day: Day) -> None:
    assert (day.refused != 0, (day.worker.data / "lines.jsonl").exists()) == (True, False)


def test_no_internet_socket_is_asked_for(day: Day) -> None:
    assert len(day.watch.traces) == 2
    assert [line for trace in day.watch.traces for line in internet_calls(trace)] == []


def test_nothing_is_called_but_the_display_and_the_bus(day: Day, tmp_path: Path, figures: Figures) -> None:
    called = [who for trace in day.watch.traces for who in called_sockets(trace)]
    strange = [who for who in called if not LOCAL.fullmatch(who)]
    code = f"import socket; socket.socket(socket.AF_UNIX).connect_ex({str(tmp_path / 'stray')!r})"
    subprocess.run(strace_command(tmp_path / "trace", sys.executable, "-c", code), check=True, timeout=30)
    control = [who for who in called_sockets(tmp_path / "trace") if not LOCAL.fullmatch(who)]
    figures(
        "T24", "calls to a socket in a day: display, bus", len(called), len(strange), f"a stray: {len(control)} seen"
    )
    assert len(called) > 1 and len(control) == 1
    assert strange == []


def test_an_internet_socket_would_be_seen(tmp_path: Path) -> None:
    code = "import socket; socket.socket(socket.AF_INET6).close()"
    subprocess.run(strace_command(tmp_path / "trace", sys.executable, "-c", code), check=True, timeout=30)
    assert internet_calls(tmp_path / "trace")


def test_no_file_is_made_but_where_it_belongs(day: Day) -> None:
    # The data folder, the runtime folder, and beside the paper that the worker named.
    places = (day.worker.data, day.folder / "run", Path("/dev/null"))
    made = {path for trace in day.watch.traces for path in made_files(trace)}
    papers = {path for path in made if path.parent == day.home and "min-plan.pdf" in path.name}
    assert {path for path in made - papers if not any(path.is_relative_to(place) for place in places)} == set()


def test_a_stray_file_would_be_seen(tmp_path: Path) -> None:
    code = f"open({str(tmp_path / 'stray')!r}, 'w').close()"
    subprocess.run(strace_command(tmp_path / "trace", sys.executable, "-B", "-c", code), check=True, timeout=30)
    assert tmp_path / "stray" in made_files(tmp_path / "trace")


def test_everything_of_the_run_stays_in_its_folder(day: Day) -> None:
    assert [path for path in (day.folder / "xdg").rglob("*") if path.is_file()] == []


def test_no_list_of_recent_files_and_no_thumbnail_tells_of_the_paper(day: Day) -> None:
    told = [path for path in day.home.rglob("*") if path.is_file()]
    assert sorted(path.name for path in told) == ["K9.txt", "lines.jsonl", "min-plan.pdf"]
