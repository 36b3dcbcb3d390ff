"""T18: a planted word in every field of everybody, services used and made to fail: the log tells nothing of it.

That the log of a whole day in the window holds none stands in tests/safety/test_a_day_leaves_no_trace.py.
"""

import logging
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from exit_desktop import errors
from exit_desktop.errors import Failure
from exit_desktop.services import bundles, contacts, drafts, dumps, vaults
from exit_desktop.services.courses import change_citizen, list_courses, load_course, register_citizen
from exit_desktop.services.desk import Desk, keep_instruments
from exit_desktop.services.safety import save_safety_note
from exit_desktop.services.sharing import list_cards
from exit_desktop.system.log import LOG_NAME, note_crash, start_log, stop_log
from exit_desktop.vault.courses import write_course
from faults.figures import Figures, tries
from faults.ground import Ground, open_ground
from faults.planted import CANARY, planted_courses
from support.canary import files_with
from support.courses import make_contact
from support.vault_making import NOW

LINE = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d+ [A-Z]+ [a-z-]+( ([0-9a-f]{32}|[A-Za-z_][\w.]*(:\d+)?|\d+))*")


@dataclass(frozen=True)
class Watched:
    """A vault full of planted words, the log that is kept meanwhile, and one who keeps everything: the control."""

    desk: Desk
    folder: Path
    careless: Path


class Everything(logging.Formatter):
    """Writes whatever it is handed."""

    def format(self, record: logging.LogRecord) -> str:
        return f"{record.msg} {record.args}"


@pytest.fixture
def watched(ground: Ground, tmp_path: Path) -> Iterator[Watched]:
    folder, careless = tmp_path / "log", tmp_path / "careless.log"
    folder.mkdir()
    desk = open_ground(Path(shutil.copytree(ground.folder, tmp_path / "v")))
    everything = logging.FileHandler(careless)
    everything.setFormatter(Everything())
    logging.getLogger(LOG_NAME).addHandler(everything)
    handler = start_log(folder)
    yield Watched(desk, folder, careless)
    logging.getLogger(LOG_NAME).removeHandler(everything)
    everything.close()
    stop_log(handler)
    desk.vault.close()


def use_everything(desk: Desk, folder: Path) -> list[Callable[[], object]]:
    """Plant, and return acts that read, write and fail on what was planted."""
    for course in planted_courses(tries(5, 40), desk.vault.uid):
        with desk.vault.writing() as connection:
            keep_instruments(connection, desk.catalogue, None, course)
            write_course(connection, None, course, NOW)
    here = load_course(desk, list_courses(desk)[-1].course_id)
    too_long = make_contact(77, note=f"{CANARY} " * 10_000)
    return [
        lambda: register_citizen(desk, here.citizen.alias),
        lambda: register_citizen(desk, f"{CANARY} " * 50),
        lambda: change_citizen(desk, here, "Mågen", "da"),
        lambda: contacts.record_contact(desk, here, too_long),
        lambda: save_safety_note(desk, here, f"{CANARY} " * 400),
        lambda: drafts.keep_draft(desk.vault, f"note/{here.id}", f"{CANARY} half", NOW),
        lambda: bundles.preview_export(desk),
        lambda: bundles.open_received(desk, f"{CANARY} is no package".encode()),
        lambda: dumps.load_dump(desk, folder / "wrong.jsonl"),
        lambda: vaults.change_passphrase(desk.vault, f"{CANARY} er forkert", f"{CANARY} er ny og lang nok"),
        lambda: list_cards(desk),
        lambda: load_course(desk, CANARY),
        lambda: [][len(CANARY)],
        lambda: dict.fromkeys("a")[CANARY],
        lambda: int(CANARY),
        lambda: Path(CANARY).read_text(encoding="utf-8"),
    ]


def crash_report(act: Callable[[], object], log: logging.Logger) -> str:
    """Do an act; note its failure as the program does, and as a careless one; return what it says of itself."""
    try:
        act()
    except Failure as failure:
        note_crash(type(failure), failure, failure.__traceback__)
        return f"{failure!r} {failure}"
    except Exception as fault:
        note_crash(type(fault), fault, fault.__traceback__)
        log.error("failed: %s", fault, exc_info=True)
    return ""


@pytest.mark.expects_log
def test_no_planted_word_reaches_the_log(watched: Watched, figures: Figures, capfd: pytest.CaptureFixture[str]) -> None:
    (watched.folder / "wrong.jsonl").write_text(f'{{"unit":"course","body":{{"alias":"{CANARY}"}}}}\n')
    acts = use_everything(watched.desk, watched.folder)
    said = [crash_report(act, logging.getLogger(LOG_NAME)) for act in acts]
    (watched.folder / "wrong.jsonl").unlink()
    lines = (watched.folder / "forloeb.log").read_text().splitlines()
    strange = [line for line in lines if not LINE.fullmatch(line)]
    found = files_with([CANARY], watched.folder)
    control = watched.careless.read_text().count(CANARY)
    what = f"acts on planted words; {len(lines)} lines in the log, each in its form"
    figures("T18", what, len(acts), len(found) + len(strange), f"a log without the filter: {control} words")
    assert control > 0 and len(lines) > len(acts) / 2
    assert (found, strange) == ([], [])
    assert not [one for one in said if CANARY in one]
    assert CANARY not in "".join(capfd.readouterr())


def test_no_failure_says_its_values_of_itself() -> None:
    kinds = [one for one in vars(errors).values() if isinstance(one, type) and issubclass(one, Failure)]
    assert len(kinds) > 50
    assert not [kind for kind in kinds if CANARY in f"{kind(name=CANARY)!r} {kind(name=CANARY)}"]
