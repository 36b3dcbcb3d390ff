"""Twelve months: the start was written wrong, a pause moves what is planned, each phase comes when its gate is read."""

from datetime import date
from pathlib import Path

import pytest

from support import journey
from support.journey import Told, Worker, worker_at_screen

ALIAS = "Rødhals"
WHY = "Vi mødtes først en uge senere."
NOTE = "Gik en tur langs åen."


@pytest.mark.window
@pytest.mark.timeout(300)
def test_a_whole_course_with_another_start_and_a_pause(tmp_path: Path) -> None:
    journey.make_empty_practice(tmp_path / "data")
    with worker_at_screen(tmp_path) as worker:
        begin(worker)
        rest(worker)
        come_back(worker)
        end(worker)


def begin(worker: Worker) -> None:
    """The start date is written wrong, and every planned date follows the right one."""
    journey.come_to_work(worker, "2025-02-10")
    journey.register(worker, ALIAS)
    journey.take_step(worker, "Start the course …")
    worker.write("Start date", "3.2.2025")
    journey.confirm(worker, "Start the course")
    worker.sees(worker.t.date(date(2026, 2, 3)))
    journey.take_step(worker, "Correct the start date …")
    worker.write("It really started", "10.2.2025")
    worker.write("What was wrong", WHY)
    journey.confirm(worker, "Correct the start date")
    worker.sees(worker.t.date(date(2026, 2, 10)))
    journey.write_contact(worker, Told(NOTE, minutes="1:00"))


def rest(worker: Worker) -> None:
    """In the spring she cannot be there for a while; nothing is due meanwhile."""
    journey.on_day(worker, "2025-05-12", ALIAS)
    journey.take_step(worker, "Pause the course …")
    worker.press("Hospital", "check box")
    journey.confirm(worker, "Pause the course")
    worker.sees_words("Pause")


def come_back(worker: Worker) -> None:
    """Four weeks later what is planned moves by four weeks."""
    journey.on_day(worker, "2025-06-09", ALIAS)
    journey.take_step(worker, "End the pause …")
    worker.press("End the pause", "push button")
    journey.confirm(worker, "Move the dates")
    worker.sees(worker.t.date(date(2026, 3, 10)))


def end(worker: Worker) -> None:
    """After the year it has run its time, with every change kept where it can be read."""
    journey.on_day(worker, "2026-03-10", ALIAS)
    journey.go_on(worker, "Phase 2", "8.7.2025")
    journey.go_on(worker, "Phase 3", "8.11.2025")
    journey.begin_closing(worker)
    worker.sees_words("The course has run its time.")
    journey.confirm(worker, "Close the course")
    worker.screen.kill()
    journey.on_day(worker, "2026-03-11", ALIAS)
    worker.sees_words("Closed")
    journey.open_tab(worker, "Details")
    worker.sees(WHY)
