"""A reading in together mode, in English and with the keyboard alone: half of it one day, the rest the next."""

from pathlib import Path

import pytest

from support import asking, journey
from support.journey import Worker, worker_at_screen

ALIAS = "Amara"
FIRST_DAY = "64331"
NEXT_DAY = "45682"
WELL_BEING = "21321"
MONEY = "How is it going with your money?"
LAST = "Within the last month, have you thought about being paid for a sexual service?"
MOST_STOPS = 30
END = "That was the last question."


@pytest.mark.window
@pytest.mark.timeout(240)
def test_a_reading_together_over_two_days(tmp_path: Path) -> None:
    journey.make_empty_practice(tmp_path / "data")
    with worker_at_screen(tmp_path, keyboard_alone=True, language="en") as worker:
        hand_over(worker)
        answer_some(worker)
        try_to_leave(worker)
        go_home_halfway(worker)
        answer_the_rest(worker)
        finish(worker)


def hand_over(worker: Worker) -> None:
    """The worker begins a reading and gives the screen to the citizen, who chooses the language."""
    journey.come_to_work(worker, "2025-03-03")
    journey.register(worker, ALIAS)
    journey.take_step(worker, "Start the course …")
    journey.confirm(worker, "Start the course")
    journey.open_tab(worker, "Readings")
    worker.press("Begin a reading", "push button")
    worker.screen.find("Stop here for today", "push button")
    worker.screen.key("F11")
    worker.screen.find("English", "radio button")
    choose_english(worker)
    worker.sees("How is it going with the drive and strength for what you want?")


def answer_some(worker: Worker) -> None:
    """One number, Enter, the next."""
    answer(worker, FIRST_DAY)
    worker.sees("6 of 17")
    worker.screen.key("Left", "Left", "Left")
    worker.sees(MONEY)
    assert "checked" in worker.screen.find("3", "radio button").states


def try_to_leave(worker: Worker) -> None:
    """No key of the worker's window does anything here."""
    worker.screen.key("ctrl+k", "ctrl+f", "ctrl+n", "F1", "ctrl+q")
    worker.sees(MONEY)
    assert not worker.screen.shows(ALIAS, exact=False)
    assert not worker.screen.shows("Go to a citizen, a page or an act")


def go_home_halfway(worker: Worker) -> None:
    """The worker takes the screen back with a held key, and stops for today."""
    take_back(worker, "Stop here for today")
    journey.on_day(worker, "2025-03-04", ALIAS)
    journey.open_tab(worker, "Readings")
    worker.press("Go on with the reading", "push button")
    worker.screen.find("Stop here for today", "push button")
    worker.screen.key("F11")
    worker.sees("How is it going with your physical health?")


def answer_the_rest(worker: Worker) -> None:
    """Areas, well-being, the goal, and what was asked last; then the end in words."""
    answer(worker, NEXT_DAY + WELL_BEING)
    worker.sees("What would you like from this course right now?")
    answer(worker, "22")
    worker.sees(LAST)
    answer(worker, "2")
    worker.sees(END)
    worker.sees("This is how it looks today.")


def finish(worker: Worker) -> None:
    """Back at the course, the worker says that the reading is done."""
    take_back(worker, "Everything has been asked.")
    asking.finish_reading(worker)
    worker.sees("Made")


def choose_english(worker: Worker) -> None:
    """Tab back to the languages, which are one stop, and choose with the arrows."""
    for _ in range(MOST_STOPS):
        if is_on(worker, "English") or is_on(worker, "Dansk"):
            break
        worker.screen.key("shift+Tab")
    if not is_on(worker, "English"):
        worker.screen.key("Down")
    worker.screen.wait_for(lambda: is_on(worker, "English"), "the keyboard on English")
    worker.screen.key("space")


def is_on(worker: Worker, words: str) -> bool:
    """Return whether the keyboard is on what is called so."""
    here = worker.screen.focused(wait=0.2)
    return here is not None and here.name == words


def answer(worker: Worker, keys: str) -> None:
    """One key for each question, then Enter."""
    for key in keys:
        worker.screen.key(key, "Return")


def take_back(worker: Worker, words: str) -> None:
    """Hold Esc until the course is there again."""
    with worker.screen.held("Escape"):
        worker.sees(words)
