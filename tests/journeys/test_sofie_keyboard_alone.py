"""Sofie's course from the first talk to the last day, without a mouse: she finishes school, finds work and moves."""

from pathlib import Path

import pytest

from support import journey
from support.journey import Answers, Told, Worker, worker_at_screen

ALIAS = "Sofie 20"
AREAS = ["School and work", "Money", "How I feel", "Habits"]


@pytest.mark.window
def test_sofies_whole_course_with_the_keyboard_alone(tmp_path: Path) -> None:
    journey.make_empty_practice(tmp_path / "data")
    with worker_at_screen(tmp_path, keyboard_alone=True) as worker:
        meet(worker)


def meet(worker: Worker) -> None:
    """The first talk, before anything is agreed."""
    journey.come_to_work(worker, "2025-01-06")
    journey.register(worker, ALIAS)
    note = "Henvist fra sit uddannelsessted. Vil gerne blive færdig."
    journey.write_contact(worker, Told(note, minutes="45"))
    journey.take_step(worker, "Start the course …")
    journey.confirm(worker, "Start the course")
    journey.take_reading(worker, Answers("6453735652", "21321", "2j13"))
