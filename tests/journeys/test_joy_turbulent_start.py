"""Joy's course: a turbulent start without home visits, her children first, a pause, and support that goes on after."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from support import asking, giving, journey
from support.asking import Answers
from support.journey import Step, Told, Worker, worker_at_screen

ALIAS = "Joy"
SAFETY = "Ikke alene i hjemmet. Mødes på torvet."
CHILDREN = "Mine to børn skal have et sted at bo, før vi taler om mig."
MISSED = "Ventede på torvet en halv time."
DOCTOR = "Til læge hver måned"
CANARY = "Hun græd over sin søn"
FIRST = Answers(areas="2332421232", who5="11010", rest="2j124")
LAST = Answers(areas="6776765699", who5="22221", rest="2nnb")


@pytest.mark.window
@pytest.mark.timeout(300)
def test_joys_whole_course_up_to_the_package_for_the_coordinator(tmp_path: Path) -> None:
    journey.make_empty_practice(tmp_path / "data")
    with worker_at_screen(tmp_path) as worker:
        meet(worker)
        help_the_children_first(worker)
        rest(worker)
        come_back(worker)
        save_her_sheet(worker)
        share(worker)
        close(worker)
        open_at_the_coordinators(worker)


def meet(worker: Worker) -> None:
    """She may be visited at home by nobody, and often does not come."""
    journey.come_to_work(worker, "2025-02-03")
    journey.register(worker, ALIAS)
    journey.take_step(worker, "Start the course …")
    journey.confirm(worker, "Start the course")
    journey.write_contact(worker, Told(MISSED, outcome="Did not come", minutes="30"))
    journey.open_tab(worker, "Details")
    worker.write("What to know before you go", SAFETY)
    worker.screen.key("Tab")
    journey.open_tab(worker, "Overview")


def help_the_children_first(worker: Worker) -> None:
    """The plan begins with what matters most to her."""
    journey.choose_areas(worker, ["Home", "Habits", "Money"])
    journey.plan_step(worker, Step("Home", CHILDREN, "Ringe til boligselskabet", "10.2.2025"))
    paper = journey.save_plan(worker)
    assert CHILDREN in paper
    assert SAFETY not in paper


def rest(worker: Worker) -> None:
    """Two months later she is in hospital for a while."""
    journey.on_day(worker, "2025-04-07", ALIAS)
    journey.open_tab(worker, "Details")
    worker.sees(SAFETY)
    journey.write_contact(worker, Told(CANARY, date="10.3.2025", minutes="1:00"))
    journey.take_step(worker, "Pause the course …")
    worker.press("Hospital", "check box")
    journey.confirm(worker, "Pause the course")
    worker.sees_words("Pause")


def come_back(worker: Worker) -> None:
    """The pause ends, and the plan moves by its length."""
    journey.on_day(worker, "2025-05-05", ALIAS)
    journey.take_step(worker, "End the pause …")
    worker.press("End the pause", "push button")
    worker.sees_words("Move the planned dates")
    journey.confirm(worker, "Move the dates")
    worker.sees(worker.t.date(date(2026, 3, 3)))
    asking.take_reading(worker, FIRST)
    journey.open_tab(worker, "Plan")
    journey.plan_step(worker, Step("Habits", "Jeg vil holde op med at drikke.", DOCTOR, "2.6.2025"))


def save_her_sheet(worker: Worker) -> None:
    """Her own paper, without the area that she does not want on it."""
    journey.on_day(worker, "2026-03-03", ALIAS)
    journey.go_on(worker, "Phase 2", "1.7.2025")
    journey.go_on(worker, "Phase 3", "3.11.2025")
    asking.take_reading(worker, LAST)
    paper = giving.save_sheet(worker, without="Habits")
    assert worker.t("Money") in paper
    assert worker.t("Habits") not in paper
    assert "depression" not in paper
    assert ALIAS not in paper


def share(worker: Worker) -> None:
    """She says yes to coded: the coordinator gets answers and counts, and no words."""
    card, words = coordinators_card(worker.home)
    journey.open_tab(worker, "Details")
    worker.press("Coded: answers, dates and counts, no words", "radio button")
    giving.keep_card(worker, card, words, "KO1")
    giving.seal_package(worker)


def close(worker: Worker) -> None:
    """The course ends; her doctor goes on."""
    worker.press("Citizens", "check box")
    journey.open_tab(worker, "Plan")
    worker.hands.press(worker.t("Change: {what}", what=DOCTOR), "push button")
    worker.press("Goes on after the course", "check box")
    journey.begin_closing(worker)
    worker.sees_words("The course has run its time.")
    journey.confirm(worker, "Close the course")
    worker.sees_words("Closed")
    journey.go_home(worker)


def open_at_the_coordinators(worker: Worker) -> None:
    """What the coordinator reads holds answers under a code, and nothing that was said."""
    other = at_coordinators(worker.home)
    mine = ["--data-dir", str(worker.data), "--passphrase-file", str(worker.data / "practice.passphrase.txt"), "--json"]
    card = worker.home / "mit-kort.txt"
    told = json.loads(command("card", str(worker.data / "practice"), "--out", str(card), *mine))
    command("confirm", other[1], str(card), "--words", told["words"], *other[2:])
    seen = command("open-bundle", other[1], str(next(worker.home.glob("*.forloeb"))), *other[2:])
    assert "course_coded" in seen
    for words in (ALIAS, CANARY, CHILDREN, SAFETY):
        assert words not in seen


def coordinators_card(home: Path) -> tuple[Path, str]:
    """Return the contact card of a coordinator in another vault, and its eight words."""
    _, vault, *common = at_coordinators(home)
    home.parent.joinpath("their-words.txt").write_text("skovsti kaffe lampe torden brev\n", encoding="utf-8")
    sheet, card = home.parent / "sheet.pdf", home / "kort.txt"
    command("new", vault, "--worker", "KO1", "--role", "coordinator", "--recovery-sheet", str(sheet), *common)
    return card, str(json.loads(command("card", vault, "--out", str(card), *common))["words"])


def at_coordinators(home: Path) -> list[str]:
    """Return the coordinator's folder and vault, and the options of every command on it."""
    place, words = home.parent / "their-data", home.parent / "their-words.txt"
    return [str(place), str(place / "vault"), "--data-dir", str(place), "--passphrase-file", str(words), "--json"]


def command(*arguments: str) -> str:
    """Run a command of the program and return what it says."""
    done = subprocess.run([sys.executable, "-m", "exit_desktop", *arguments], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout
