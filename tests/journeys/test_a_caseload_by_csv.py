"""A team changes over from another system: the caseload comes in from two files, each row with its fate first."""

from datetime import date
from pathlib import Path

import pytest

from support import journey
from support.journey import Worker, worker_at_screen

DAY = "2026-11-23"
CASELOAD = (
    "Kaldenavn;Sprog;Første kontakt;Startdato;Fase 2 fra;Sidste møde;Næste møde;Næste møde kl;Anonym;Telefon\r\n"
    "Tjald;dansk;4.6.2026;2.7.2026;2.11.2026;16.11.2026;30.11.2026;14.30;nej;\r\n"
    "Rørvig;engelsk;;1.9.2026;;;1.11.2026;;ja;20 30 40 50\r\n"
    "Svale;dansk;;2.7.2026;1.5.2026;;;;;\r\n"
)
READINGS = (
    "Kaldenavn;Dato;Anledning;Motivation;Egenomsorg;Økonomi;Netværk;Alkohol og stoffer;Fysisk helbred;"
    "Psykisk helbred;Tid;Bolig;Kriminalitet\r\n"
    "Tjald;2.7.2026;start;3;4;2;5;8;6;4;5;7;9\r\n"
)


@pytest.mark.window
@pytest.mark.timeout(240)
def test_a_caseload_comes_in_from_two_files(tmp_path: Path) -> None:
    journey.make_empty_practice(tmp_path / "data")
    with worker_at_screen(tmp_path) as worker:
        # As a Danish spreadsheet saves it.
        (worker.home / "caseload.csv").write_bytes(CASELOAD.encode("cp1252"))
        (worker.home / "tal.csv").write_bytes(READINGS.encode("utf-8-sig"))
        journey.come_to_work(worker, DAY)
        choose(worker, "Choose a file …", "caseload.csv")
        see_each_fate(worker)
        choose(worker, "Choose one more file …", "tal.csv")
        bring_in(worker)
        find_everything(worker)
        worker.screen.kill()
        journey.come_to_work(worker, DAY)
        find_everything(worker)


def choose(worker: Worker, words: str, name: str) -> None:
    """Choose a file; from the empty list the first time."""
    if not worker.screen.shows(worker.t(words)):
        worker.screen.key("ctrl+1")
        worker.hands.press(worker.t("Bring in courses from a file …"), "push button")
    worker.press(words, "push button")
    worker.hands.press(name, "list item")
    worker.press("Open the file", "push button")


def see_each_fate(worker: Worker) -> None:
    """One comes in, one with something to know, one stays out; nothing is written yet."""
    t = worker.t
    past = t("the next meeting on {date} has passed and is left out", date=t.date(date(2026, 11, 1)))
    phone = t("“{column}” is not read, as it may tell who it is", column="Telefon")
    early = t("{phase} on {date} lies before what came before it", phase=t("phase 2"), date=t.date(date(2026, 5, 1)))
    worker.sees(t("Stays out: {why}.", why=early))
    worker.sees(t("Comes in, but {why}.", why=f"{past}; {phone}"))
    worker.sees(t("Comes in."))
    worker.sees(t.plural("{count} course comes in.", "{count} courses come in.", 2))


def bring_in(worker: Worker) -> None:
    """The button says how many."""
    worker.sees(worker.t.plural("{count} earlier reading comes in.", "{count} earlier readings come in.", 1))
    worker.hands.press(worker.t.plural("Bring in {count} course", "Bring in {count} courses", 2), "push button")
    worker.sees(worker.t.plural("{count} course has come in.", "{count} courses have come in.", 2))


def find_everything(worker: Worker) -> None:
    """The course stands where it stood, its first reading is on the star, and who stayed out is not here."""
    journey.open_course(worker, "Tjald")
    worker.sees(f"{worker.t('Phase 2')} · ")
    worker.sees("Alkohol og stoffer: 8")
    assert not worker.screen.shows("Svale", exact=False)
