"""A course that ends early: nobody answers any more, the attempts are work that shows, and she comes back in time."""

from pathlib import Path

import pytest

from support import journey
from support.journey import Told, Worker, worker_at_screen

ALIAS = "Isfugl"
FIRST, AGAIN = "Ventede på banegården.", "Ringede to gange."
BACK = "Hun skrev selv."


@pytest.mark.window
@pytest.mark.timeout(300)
def test_a_course_ends_early_and_is_taken_up_again(tmp_path: Path) -> None:
    journey.make_empty_practice(tmp_path / "data")
    with worker_at_screen(tmp_path) as worker:
        begin(worker)
        try_again(worker)
        close(worker)
        take_up(worker)


def begin(worker: Worker) -> None:
    """A course begins, and the first meeting is missed."""
    journey.come_to_work(worker, "2025-03-03")
    journey.register(worker, ALIAS)
    journey.take_step(worker, "Start the course …")
    journey.confirm(worker, "Start the course")
    journey.write_contact(worker, Told(FIRST, outcome="Did not come", minutes="30"))


def try_again(worker: Worker) -> None:
    """Weeks later the page of the day names her among those it is quiet around, with what was tried."""
    worker.screen.kill()
    journey.come_to_work(worker, "2025-04-14")
    worker.sees_words("no contact yet")
    worker.sees(worker.t.plural("{count} attempt since {date}", "{count} attempts since {date}", 1, date="").strip())
    journey.open_course(worker, ALIAS)
    journey.write_contact(worker, Told(AGAIN, kind="Phone", outcome="No answer", minutes="10"))


def close(worker: Worker) -> None:
    """No sanction, no drop-out: the reason is asked, and the course ends before its time."""
    journey.begin_closing(worker)
    worker.sees_words("The course ends before its time.")
    worker.sees_words("Choose why to go on.")
    worker.press("We lost contact, or the citizen moved", "check box")
    journey.confirm(worker, "Close the course")
    worker.sees_words("Closed")


def take_up(worker: Worker) -> None:
    """Within three months the same course goes on."""
    journey.on_day(worker, "2025-05-05", ALIAS)
    journey.take_step(worker, "Take the course up again …")
    journey.confirm(worker, "Take the course up again")
    worker.sees(f"{worker.t('Phase 1')} · ")
    journey.write_contact(worker, Told(BACK, minutes="45"))
    journey.go_home(worker)
