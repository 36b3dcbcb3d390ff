"""Sofie's course from the first talk to the last day, without a mouse: she finishes school, finds work and moves."""

from pathlib import Path

import pytest

from support import asking, journey
from support.asking import Answers
from support.journey import Step, Told, Worker, worker_at_screen

ALIAS = "Sofie 20"
AREAS = ["School and work", "Money", "How I feel", "Habits"]
WISH = "Jeg vil være færdig med skolen til sommer."
FIRST = Answers(areas="6433145682", who5="21321", rest="2j13")
MIDDLE = Answers(areas="7564356789", who5="33322", rest="2j3")
LAST = Answers(areas="8897778999", who5="43443", rest="1nnb")


@pytest.mark.window
@pytest.mark.timeout(300)
def test_sofies_whole_course_with_the_keyboard_alone(tmp_path: Path) -> None:
    journey.make_empty_practice(tmp_path / "data")
    with worker_at_screen(tmp_path, keyboard_alone=True) as worker:
        meet(worker)
        begin(worker)
        plan(worker)
        go_on_to_phase_2(worker)
        go_on_to_phase_3(worker)
        close(worker)
        find_everything_again(worker)


def meet(worker: Worker) -> None:
    """The first talk, before anything is agreed."""
    journey.come_to_work(worker, "2025-01-06")
    journey.register(worker, ALIAS)
    journey.write_contact(worker, Told("Henvist fra sit uddannelsessted. Vil gerne blive færdig.", minutes="45"))
    worker.sees_words("Orientation")
    worker.sees(worker.t.plural("{count} talk", "{count} talks", 1))


def begin(worker: Worker) -> None:
    """Two weeks later she says yes."""
    journey.on_day(worker, "2025-01-20", ALIAS)
    journey.take_step(worker, "Start the course …")
    journey.confirm(worker, "Start the course")
    worker.sees(f"{worker.t('Phase 1')} · {worker.t('day {day}', day=1)}")
    asking.take_reading(worker, FIRST)
    worker.sees_words("Made")


def plan(worker: Worker) -> None:
    """What it is about, and the first things to do, on a paper of her own."""
    journey.choose_areas(worker, AREAS)
    journey.plan_step(worker, Step(AREAS[0], WISH, "Tale med vejlederen om fraværet", "3.2.2025"))
    journey.plan_step(worker, Step(AREAS[3], "Jeg vil ryge mindre hash.", "Følges til misbrugscentret", "17.2.2025"))
    paper = journey.save_plan(worker)
    for words in (WISH, "Tale med vejlederen om fraværet", "3. februar", journey.CONTACT_LINE):
        assert words in paper
    for telling in (ALIAS, "prostitution", "Exit", "CTI", "sex", "misbrug i", "K7"):
        assert telling not in paper


def go_on_to_phase_2(worker: Worker) -> None:
    """Four months of coffee before the psychologist."""
    journey.on_day(worker, "2025-05-20", ALIAS)
    journey.write_contact(worker, Told("Ringede sammen til psykologen.", kind="Phone", date="11.2.2025", minutes="30"))
    journey.write_contact(
        worker, Told("Kaffe før psykologen. Hun ringer selv fra nu af.", date="2.4.2025", minutes="1:15")
    )
    asking.take_reading(worker, MIDDLE)
    journey.go_on(worker, "Phase 2")


def go_on_to_phase_3(worker: Worker) -> None:
    """School is done, there is work, and she moves in with her boyfriend."""
    journey.on_day(worker, "2025-09-22", ALIAS)
    journey.write_milestone(worker, "Job or education", "Fuldtidsarbejde", "1.7.2025")
    journey.write_milestone(worker, "Moved", "Flyttet sammen med kæresten", "1.9.2025")
    journey.go_on(worker, "Phase 3")
    worker.sees("Fuldtidsarbejde")


def close(worker: Worker) -> None:
    """A year is over, and it ran its time."""
    journey.on_day(worker, "2026-01-20", ALIAS)
    asking.take_reading(worker, LAST)
    journey.begin_closing(worker)
    worker.sees_words("The course has run its time.")
    journey.confirm(worker, "Close the course")
    worker.sees_words("Closed")


def find_everything_again(worker: Worker) -> None:
    """The next day it all stands there."""
    journey.on_day(worker, "2026-01-21", ALIAS)
    for words in ("Fuldtidsarbejde", "Flyttet sammen med kæresten", worker.t("Substantial progress")):
        worker.sees(words)
    journey.open_tab(worker, "Contacts")
    for words in ("Henvist fra sit uddannelsessted.", "Ringede sammen til psykologen.", "Hun ringer selv fra nu af."):
        worker.sees(words)
    journey.open_tab(worker, "Plan")
    worker.sees(WISH)
