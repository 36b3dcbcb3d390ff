"""The end of a course with the handover in it, over two days: what is missing is written, or why; then the paper."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from exit_desktop.instruments.catalogue import Catalogue
from exit_desktop.services.desk import Desk, commit_course
from exit_desktop.services.passphrases import generate_passphrase
from exit_desktop.services.vaults import Founding, WorkerDetails, create_vault
from exit_desktop.system.clock import Clock
from exit_desktop.system.resources import resource_folder
from support import journey
from support.gates import before_end
from support.journey import Worker, worker_at_screen

ALIAS = "Mågen"
PLAN = "Læge hver måned. Ring til din søster."
ACTOR = "din bostøtte"
WHY = "Det gør jeg i morgen."


@pytest.mark.window
@pytest.mark.timeout(240)
def test_a_course_ends_with_a_handover(tmp_path: Path) -> None:
    course_before_its_end(tmp_path / "data")
    with worker_at_screen(tmp_path) as worker:
        write_what_is_missing(worker)
        stop_for_today(worker)
        close(worker)
        print_the_paper(worker)


def course_before_its_end(data: Path) -> None:
    """A practice vault with one course: a year old, the last reading made, the handover half done."""
    data.mkdir(parents=True)
    passphrase, details = generate_passphrase(), WorkerDetails("K7", "Odense", contact_line=journey.CONTACT_LINE)
    founding = Founding(datetime.now(UTC), practice=True)
    vault = create_vault(data / "practice", passphrase, details, founding).vault
    whole = before_end()
    handover = replace(whole.handover, long_term_plan="", responsible_actor="")
    course = replace(whole, handover=handover, submissions=whole.submissions[:-1])
    desk = Desk(vault, Clock(date(2026, 11, 30)), "K7", Catalogue(resource_folder("instruments")))
    commit_course(desk, None, course, "citizen")
    vault.close()
    (data / "practice.passphrase.txt").write_text(f"{passphrase}\n", encoding="utf-8")


def write_what_is_missing(worker: Worker) -> None:
    """The page says what is not there; each link opens it, and a line above leads back."""
    journey.come_to_work(worker, "2026-12-08")
    journey.open_course(worker, ALIAS)
    journey.take_step(worker, "Close the course …")
    worker.sees_words("In place: {met} of {all}", met=2, all=6)
    write_behind(worker, "There is a plan for the time afterwards.", PLAN)
    write_behind(worker, "It is said who is responsible afterwards.", ACTOR)
    worker.sees_words("In place: {met} of {all}", met=4, all=6)


def write_behind(worker: Worker, step: str, text: str) -> None:
    """Open what a step is about, write it where the keyboard stands, and come back."""
    number = {"There": 5, "It": 6}[step.split(maxsplit=1)[0]]
    worker.screen.find(worker.t("{number}. {step}", number=number, step=worker.t(step)))
    worker.press("Open it", "push button", step)
    worker.screen.find(worker.t("Back to the end of the course"), "push button")
    worker.screen.type(text)
    worker.press("Back to the end of the course", "push button")


def stop_for_today(worker: Worker) -> None:
    """She writes why the form waits, goes home, and finds it the next day."""
    worker.write("If not, why not", WHY, within="The closing form is filled in.")
    worker.press("To the course", "push button")
    journey.on_day(worker, "2026-12-09", ALIAS)
    journey.take_step(worker, "Close the course …")
    worker.sees(WHY)
    worker.sees_words("the reason is written")


def close(worker: Worker) -> None:
    """Nothing is locked: the course is closed, and the page says until when it is kept."""
    worker.press("Close the course …", "push button")
    worker.sees_words("The course has run its time.")
    journey.confirm(worker, "Close the course")
    until = worker.t.date(date(2027, 12, 9))
    worker.sees_words("It stays locked in here until {date}. Then the page Today asks you to erase it.", date=until)


def print_the_paper(worker: Worker) -> None:
    """The citizen takes along what was agreed and who to call."""
    worker.press("See the paper", "push button")
    paper = journey.save_paper(worker, "herfra.pdf", first_time=True)
    for words in (PLAN, ACTOR, "søster", "112", "12 34 56 78"):
        assert words in paper
    assert ALIAS not in paper
    journey.go_home(worker)
