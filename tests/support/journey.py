"""What a worker does in the window, act by act, with whichever hands; the words are those on the screen."""

import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from exit_desktop.services.passphrases import generate_passphrase
from exit_desktop.services.vaults import Founding, Role, WorkerDetails, create_vault
from exit_desktop.system.language import Texts
from support.hands import Hands, Keyboard, Mouse, type_and_see, wait_for_cursor
from support.screen import Screen, Seen, own_screen

CONTACT_LINE = "Ring eller skriv: 12 34 56 78"
MENU_ITEMS = 12
WIDE = "1600x1000"


@dataclass
class Worker:
    """Someone at a screen of her own, with a folder for the program's data and one for what she saves."""

    screen: Screen
    hands: Hands
    t: Texts
    data: Path
    home: Path
    days: list[str] = field(default_factory=list)

    def press(self, words: str, role: str = "", within: str = "") -> None:
        """Press what is called so in English."""
        self.hands.press(self.t(words), role, self.t(within) if within else "")

    def write(self, words: str, text: str, within: str = "") -> None:
        """Write into the field that is called so in English."""
        self.hands.write(self.t(words), text, within=self.t(within) if within else "")

    def sees(self, text: str) -> Seen:
        """Wait until a text shows somewhere."""
        return self.screen.find(text, exact=False)

    def sees_words(self, words: str, **values: object) -> Seen:
        """Wait until a sentence of the program shows."""
        return self.sees(self.t(words, **values))

    def sees_not(self, text: str) -> None:
        """Wait until a text shows nowhere any more."""
        self.screen.wait_for(lambda: not self.screen.shows(text, exact=False), f"the end of {text!r}")


@contextmanager
def worker_at_screen(folder: Path, keyboard_alone: bool = False, language: str = "da") -> Iterator[Worker]:
    """Give a worker in front of an empty screen."""
    home = folder / "home"
    home.mkdir()
    with own_screen(folder, WIDE) as screen:
        screen.environment["HOME"] = str(home)
        hands: Hands = Keyboard(screen) if keyboard_alone else Mouse(screen)
        yield Worker(screen, hands, Texts(language), folder / "data", home)


# ---- vaults ----------------------------------------------------------------------------------------------------------


def make_empty_practice(data: Path, code: str = "K7", role: Role = Role.WORKER) -> None:
    """Make a practice vault without anyone in it, where `practice` looks for it."""
    data.mkdir(parents=True, exist_ok=True)
    passphrase = generate_passphrase()
    details = WorkerDetails(code, "Odense", role=role, contact_line=CONTACT_LINE)
    founding = Founding(datetime.now(UTC), practice=True)
    create_vault(data / "practice", passphrase, details, founding).vault.close()
    (data / "practice.passphrase.txt").write_text(f"{passphrase}\n", encoding="utf-8")


def come_to_work(worker: Worker, day: str) -> None:
    """Start the program on the practice vault as on another day, and wait for the list."""
    worker.days.append(day)
    language = worker.t.language
    worker.screen.start("--data-dir", str(worker.data), "--language", language, "--today", day, "practice")
    worker.screen.find(worker.t("Search citizen"), "text")


def go_home(worker: Worker) -> None:
    """Lock and quit with the keys."""
    assert worker.screen.quit() == 0


def on_day(worker: Worker, day: str, alias: str) -> None:
    """Go home, come back on another day and open a citizen's course."""
    if worker.screen.running():
        go_home(worker)
    come_to_work(worker, day)
    open_course(worker, alias)


def pdf_words(path: Path) -> str:
    """Return what stands on a paper, its lines joined."""
    found = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True)
    return re.sub(r"\s+", " ", found.stdout)


# ---- citizens --------------------------------------------------------------------------------------------------------


def register(worker: Worker, alias: str) -> None:
    """Add a citizen with Ctrl+N."""
    worker.screen.key("ctrl+n")
    wait_for_cursor(worker.screen, worker.t("What does the citizen want to be called here?"))
    type_and_see(worker.screen, alias)
    worker.screen.key("Return")
    worker.screen.find(alias, "label")


def open_course(worker: Worker, alias: str) -> None:
    """Go to a citizen through the palette."""
    worker.screen.key("ctrl+k")
    words = worker.t("Go to a citizen, a page or an act")
    wait_for_cursor(worker.screen, words)
    type_and_see(worker.screen, alias)
    worker.screen.key("Return")
    worker.screen.find(alias, "label")


def open_tab(worker: Worker, words: str) -> None:
    """Open a part of the course."""
    worker.press(words, "page tab")


def take_step(worker: Worker, words: str) -> None:
    """Choose a step of the course from its menu."""
    worker.press("The course", "push button")
    for _ in range(MENU_ITEMS):
        worker.screen.key("Down")
        here = worker.screen.focused(wait=0.3)
        if here is not None and here.name == worker.t(words):
            worker.screen.key("Return")
            return
    raise AssertionError(f"the menu of steps does not offer {worker.t(words)!r}")


def go_on(worker: Worker, phase: str, on: str = "") -> None:
    """Record that the course goes on to its next phase, today or on another day, whatever its gate says."""
    take_step(worker, "Go on to the next phase …")
    worker.hands.press(worker.t("Go on to phase {number} …", number=int(phase[-1])), "push button")
    if on:
        worker.write("From", on)
    worker.hands.press(worker.t("Go on to phase {number}", number=int(phase[-1])), "push button")
    worker.sees(f"{worker.t(phase)} · ")


def begin_closing(worker: Worker) -> None:
    """Go to the end of the course and on to its dialog."""
    take_step(worker, "Close the course …")
    worker.press("Close the course …", "push button")


def confirm(worker: Worker, words: str) -> None:
    """Do what a dialog asks about, with the button that says the act."""
    worker.press(words, "push button")
    worker.screen.wait_for(lambda: not _dialog_stands(worker), "the end of the dialog")


def _dialog_stands(worker: Worker) -> bool:
    return worker.screen.shows_role("dialog")


def write_milestone(worker: Worker, kind: str, words: str, on: str) -> None:
    """Write a day that mattered."""
    take_step(worker, "Write a milestone …")
    worker.press(kind, "check box")
    worker.write("In a few words", words)
    worker.write("Date", on, within="Milestone")
    confirm(worker, "Add the milestone")


def choose_in_box(worker: Worker, box: str, words: str) -> None:
    """Choose in a box that folds open, by the first letters."""
    label = worker.screen.find(worker.t(box), "label")
    found = [one for one in worker.screen.tree() if one.role == "combo box" and one.path > label.path]
    worker.hands.go_into(found[0].name, "combo box")
    worker.screen.type(worker.t(words)[:6])
    worker.screen.key("Return")


# ---- contacts --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Told:
    """A contact as it is written; words are the program's English ones."""

    note: str
    kind: str = "Meeting"
    whom: str = "With the citizen"
    outcome: str = ""
    date: str = ""
    minutes: str = ""


def begin_contact(worker: Worker) -> None:
    """Go to the fields of a new contact with the keys."""
    worker.screen.key("ctrl+shift+n")
    worker.screen.find(worker.t("Note"), "text")


def write_contact(worker: Worker, told: Told) -> None:
    """Write a contact and add it with Ctrl+Enter."""
    begin_contact(worker)
    for words in (told.kind, told.whom, told.outcome):
        if words and not is_chosen(worker, words):
            worker.press(words, "check box")
    worker.write("Note", told.note)
    if told.date:
        worker.write("Date", told.date)
    if told.minutes:
        worker.write("Social support", told.minutes)
    worker.screen.key("ctrl+Return")
    worker.sees(told.note)


def is_chosen(worker: Worker, words: str) -> bool:
    """Return whether a chip or box is chosen now."""
    return "checked" in worker.screen.find(worker.t(words), "check box").states


# ---- plan and papers -------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Step:
    """One area of a plan with a wish and what is to be done about it."""

    area: str
    wish: str
    todo: str
    by: str


def choose_areas(worker: Worker, areas: list[str]) -> None:
    """Choose what the plan is about, by the plain words."""
    open_tab(worker, "Plan")
    for area in areas:
        worker.press(area, "check box")


def plan_step(worker: Worker, step: Step) -> None:
    """Write a wish under an area, and what is to be done about it."""
    wish = "What the citizen wishes, in their own words"
    if not worker.screen.shows(worker.t(wish), "text", within=worker.t(step.area)):
        worker.press("Add a wish", "push button", step.area)
    worker.write(wish, step.wish, step.area)
    worker.screen.key("ctrl+Return")
    worker.press("Add an activity", "push button", step.area)
    worker.screen.find(worker.t("What is to be done"), "text", within=worker.t(step.area))
    worker.write("What is to be done", step.todo, step.area)
    worker.write("By when", step.by, step.area)
    worker.screen.key("ctrl+Return")
    worker.screen.wait_for(lambda: worker.screen.shows(step.todo, exact=False), "the activity in the plan")


def save_plan(worker: Worker, first_time: bool = True) -> str:
    """Save the plan as PDF from its preview, where the program offers to; return its words."""
    worker.screen.key("ctrl+p")
    worker.screen.find(worker.t("Save as PDF"), "push button")
    return save_paper(worker, "min-plan.pdf", first_time)


def save_paper(worker: Worker, name: str, first_time: bool) -> str:
    """Save the paper whose preview is open into the worker's folder and return its words."""
    worker.press("Save as PDF", "push button")
    if first_time:
        worker.press("Understood, go on to save", "push button")
    worker.press("Save here", "push button")
    worker.sees_words("Saved as PDF.")
    return pdf_words(worker.home / name)
