"""Amanda's anonymous course, from the very first start; the power goes twice, and nothing is lost."""

import time
from pathlib import Path

import pytest

from support import asking, journey, opening
from support.asking import Answers
from support.journey import Step, Told, Worker, worker_at_screen

ALIAS = "Amanda 24"
HALF_WRITTEN = "Hun vil gerne se sin søn oftere, og vi aftalte at"
WISH = "Jeg vil have fast samvær med min søn."
ANSWERS = Answers(areas="5543323452", who5="21222", rest="2j4")
# From the last key to the power cut: drafts promise two seconds.
POWER_LASTS = 2.0


@pytest.mark.window
@pytest.mark.timeout(300)
def test_amandas_course_outlives_two_power_cuts(tmp_path: Path) -> None:
    with worker_at_screen(tmp_path) as worker:
        passphrase = opening.first_start(worker, code="K7", town="Odense")
        meet(worker)
        lose_power_in_a_note(worker, passphrase)
        begin(worker)
        lose_power_in_a_reading(worker, passphrase)
        plan(worker)
        lock_and_unlock(worker, passphrase)


def meet(worker: Worker) -> None:
    """She comes through an NGO and wants to stand in no case anywhere."""
    journey.register(worker, ALIAS)
    journey.open_tab(worker, "Details")
    worker.press("Anonymous course", "check box")
    worker.screen.find(worker.t("anonymous"), "label")
    journey.choose_in_box(worker, "How the citizen came to you", "An NGO")
    journey.write_contact(worker, Told("Kom gennem Reden. Taler om sin søn."))


def lose_power_in_a_note(worker: Worker, passphrase: str) -> None:
    """Two seconds after the last key of a note that was never added, the machine dies."""
    journey.begin_contact(worker)
    worker.write("Note", HALF_WRITTEN)
    time.sleep(POWER_LASTS)
    worker.screen.kill()
    opening.come_back_and_unlock(worker, passphrase)
    journey.open_course(worker, ALIAS)
    worker.screen.find(worker.t("anonymous"), "label")
    journey.open_tab(worker, "Contacts")
    worker.sees("Kom gennem Reden. Taler om sin søn.")
    assert worker.screen.find(worker.t("Note"), "text").text == HALF_WRITTEN
    worker.hands.go_into(worker.t("Note"), "text")
    worker.screen.key("ctrl+End")
    worker.screen.type(" ringe til kommunen.")
    whole = f"{HALF_WRITTEN} ringe til kommunen."
    # A person sees the last letter before she goes on; X hands a shortcut on before what was typed just now.
    worker.screen.wait_for(lambda: worker.screen.find(worker.t("Note"), "text").text == whole, "the whole note")
    worker.screen.key("ctrl+Return")
    worker.sees(whole)


def begin(worker: Worker) -> None:
    """She says yes."""
    journey.take_step(worker, "Start the course …")
    journey.confirm(worker, "Start the course")


def lose_power_in_a_reading(worker: Worker, passphrase: str) -> None:
    """The machine dies again with the stars filled in and well-being half done."""
    asking.begin_reading(worker)
    worker.screen.type(ANSWERS.areas + ANSWERS.who5[:3])
    worker.sees(asking.part_done(worker, asking.WHO5, 3, 5))
    worker.screen.kill()
    opening.come_back_and_unlock(worker, passphrase)
    journey.open_course(worker, ALIAS)
    asking.begin_reading(worker, "Go on with the reading")
    worker.sees(asking.part_done(worker, asking.LIFE, 10, 10))
    worker.hands.press(asking.part_done(worker, asking.WHO5, 3, 5), "check box")
    asking.type_in(worker)
    worker.screen.type(ANSWERS.who5 + ANSWERS.rest)
    worker.screen.key("Return")
    asking.finish_reading(worker)


def plan(worker: Worker) -> None:
    """Her plan is about her son and about school; the paper says nothing else."""
    journey.choose_areas(worker, ["People around me", "School and work", "Habits"])
    journey.plan_step(worker, Step("People around me", WISH, "Tale med familieafdelingen", "1/12"))
    paper = journey.save_plan(worker)
    assert WISH in paper
    for telling in (ALIAS, "Reden", "anonym", "prostitution", "CTI"):
        assert telling not in paper


def lock_and_unlock(worker: Worker, passphrase: str) -> None:
    """Behind the lock there is nothing of her; after it everything."""
    worker.screen.key("ctrl+l")
    worker.screen.find(worker.t("Locked"), "label")
    shown = worker.screen.texts()
    for words in (ALIAS, WISH, "Reden"):
        assert words not in shown
    opening.unlock(worker, passphrase)
    worker.sees(ALIAS)
