"""Killed two seconds after the last key, the program shows every half-written text in its field at the next start."""

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from exit_desktop.services.practice import PracticeVault
from support.hands import wait_for_cursor
from support.journey import Worker, begin_contact, come_to_work, open_course, open_tab, worker_at_screen
from support.open_window import dozen

__all__ = ["dozen"]
pytestmark = [pytest.mark.window, pytest.mark.slow, pytest.mark.timeout(150)]
DAY = "2026-11-23"
# In phase three, with a plan and a log: the same people each time, since the seed is.
CITIZEN = "Muslingen"
# What security.md promises: a half-written text is at most this old in its file.
PROMISED_SECONDS = 2.0
WISH, CONTACT, ALIAS = "at kunne sove om natten", "vi ringede sammen", "Svalen i gavlen"
ACTIVITY, CHANGED, SAID = "gaa en tur ved vandet", " og aftalte en ny tid", "hun sover bedre nu"


@pytest.fixture
def worker(tmp_path: Path, dozen: PracticeVault) -> Iterator[Worker]:
    """A worker at the practice vault."""
    with worker_at_screen(tmp_path, language="en") as made:
        made.data.mkdir(mode=0o700)
        shutil.copytree(dozen.vault, made.data / "practice")
        (made.data / "practice.passphrase.txt").write_text(f"{dozen.passphrase}\n", encoding="utf-8")
        come_to_work(made, DAY)
        yield made


def die_and_come_back(worker: Worker) -> None:
    """Be killed as soon as the promise holds, and start again."""
    # The promise is about time itself: there is nothing on the screen to wait for.
    time.sleep(PROMISED_SECONDS)
    worker.screen.kill()
    come_to_work(worker, DAY)


def type_at_end(worker: Worker, name: str, text: str) -> None:
    """Go into a field with the keyboard and write behind what stands there."""
    worker.hands.go_into(worker.t(name), "text")
    worker.screen.key("ctrl+End")
    write(worker, name, text)


def write(worker: Worker, name: str, text: str) -> None:
    """Type where the keyboard is and see it there: with a screen reader a chord may overtake the last letters."""
    worker.screen.type(text)
    holds(worker, worker.t(name), text)


def type_anew(worker: Worker, adding: str, name: str, text: str) -> None:
    """Press what adds a line, wait until its field has the keyboard, as a worker sees the cursor there, and write."""
    worker.press(adding, "push button")
    there = lambda: (here := worker.screen.focused(wait=0.1)) and here.name == worker.t(name) and not here.text  # noqa: E731
    worker.screen.wait_for(there, f"the cursor in {name!r}")
    write(worker, name, text)


def holds(worker: Worker, name: str, text: str) -> None:
    """Wait until a field of that name shows a text."""
    fields = lambda: [node.text for node in worker.screen.tree() if node.name == name and text in node.text]  # noqa: E731
    worker.screen.wait_for(fields, f"{text!r} in {name!r}")


def test_what_is_new_and_half_written_waits_in_its_fields(worker: Worker) -> None:
    open_course(worker, CITIZEN)
    open_tab(worker, "Plan")
    type_anew(worker, "Add a wish", "What the citizen wishes, in their own words", WISH)
    type_anew(worker, "Add an activity", "What is to be done", ACTIVITY)
    begin_contact(worker)
    type_at_end(worker, "Note", CONTACT)
    worker.screen.key("ctrl+n")
    wait_for_cursor(worker.screen, worker.t("What does the citizen want to be called here?"))
    worker.screen.type(ALIAS)
    die_and_come_back(worker)
    worker.screen.key("ctrl+n")
    holds(worker, worker.t("What does the citizen want to be called here?"), ALIAS)
    open_course(worker, CITIZEN)
    begin_contact(worker)
    holds(worker, worker.t("Note"), CONTACT)
    open_tab(worker, "Plan")
    holds(worker, worker.t("What the citizen wishes, in their own words"), WISH)
    holds(worker, worker.t("What is to be done"), ACTIVITY)


def test_a_change_to_a_contact_of_the_log_waits_in_its_field(worker: Worker) -> None:
    open_course(worker, CITIZEN)
    open_tab(worker, "Contacts")
    line = worker.screen.find(worker.t("Took place"), exact=False, within=worker.t("Contact log")).name
    worker.hands.press(line)
    type_at_end(worker, "Note", CHANGED)
    die_and_come_back(worker)
    open_course(worker, CITIZEN)
    open_tab(worker, "Contacts")
    holds(worker, worker.t("Note"), CHANGED)


def test_a_note_of_a_reading_waits_in_its_field(worker: Worker) -> None:
    open_course(worker, CITIZEN)
    open_tab(worker, "Readings")
    worker.press("Begin a reading", "push button")
    type_at_end(worker, "Note", SAID)
    die_and_come_back(worker)
    open_course(worker, CITIZEN)
    open_tab(worker, "Readings")
    worker.press("Go on with the reading", "push button")
    holds(worker, worker.t("Note"), SAID)
