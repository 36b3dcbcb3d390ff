"""Someone who only wanted a talk: it is counted as an enquiry, and what was written is erased when she asks for it."""

from datetime import date
from pathlib import Path

import pytest

from support import journey
from support.journey import Told, Worker, worker_at_screen

ALIAS = "Tjørn"
NOTE = "Vi drak en kop kaffe ved havnen."
PHRASE = "Hun ville bare høre, hvad vi kan."


@pytest.mark.window
@pytest.mark.timeout(240)
def test_an_orientation_that_became_no_course(tmp_path: Path) -> None:
    journey.make_empty_practice(tmp_path / "data")
    with worker_at_screen(tmp_path) as worker:
        talk(worker)
        end_without_starting(worker)
        count_it(worker)
        erase(worker)
        find_only_the_count(worker)


def talk(worker: Worker) -> None:
    """Two talks, a week between them."""
    journey.come_to_work(worker, "2025-05-05")
    journey.register(worker, ALIAS)
    journey.write_contact(worker, Told(NOTE, minutes="45"))
    journey.on_day(worker, "2025-05-12", ALIAS)
    journey.write_contact(worker, Told(PHRASE, minutes="20"))


def end_without_starting(worker: Worker) -> None:
    """No course: a reason, nothing else that must be filled in."""
    journey.take_step(worker, "End without starting …")
    worker.press("Needed advice on one matter only", "check box")
    worker.press("End without starting", "push button")


def count_it(worker: Worker) -> None:
    """The enquiry comes with what is known already; the worker adds how the citizen heard of it."""
    worker.sees_words("Count it as an enquiry")
    worker.sees("Kendt fra orienteringen: Grund.")
    worker.hands.press("På eget initiativ", "check box")
    worker.press("Add the enquiry", "push button")


def erase(worker: Worker) -> None:
    """She does not want to stay in the papers."""
    worker.sees_words("What happens to what was written?")
    worker.press("Next", "push button")
    worker.hands.press(worker.t("Delete {alias}'s course", alias=ALIAS), "push button")
    worker.sees_words("It is erased")
    worker.press("Done", "push button")


def find_only_the_count(worker: Worker) -> None:
    """Killed and started again: one enquiry under Overview, and nobody in the list."""
    worker.screen.kill()
    journey.come_to_work(worker, "2025-05-13")
    worker.screen.key("ctrl+3")
    journey.open_tab(worker, "Enquiries")
    worker.sees(worker.t.date(date(2025, 5, 12)))
    assert not worker.screen.shows(ALIAS, exact=False)
    assert not worker.screen.shows(PHRASE, exact=False)
