"""A worker sends, the coordinator takes it in and answers; a course is erased, and that travels and is answered too."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from exit_desktop.domain.courses import Sharing
from exit_desktop.instruments.catalogue import Catalogue
from exit_desktop.services.desk import Desk, commit_course
from exit_desktop.services.passphrases import generate_passphrase
from exit_desktop.services.vaults import Founding, Role, WorkerDetails, create_vault
from exit_desktop.system.clock import Clock
from exit_desktop.system.resources import resource_folder
from support import journey
from support.courses import make_course
from support.journey import Worker, worker_at_screen
from support.two_desks import meet

ALIAS = "Mågen"
DAY = "2026-11-23"


@pytest.mark.window
@pytest.mark.timeout(240)
def test_a_course_travels_is_answered_and_is_deleted(tmp_path: Path) -> None:
    two_who_know_each_other(tmp_path)
    with worker_at_screen(tmp_path / "K7") as worker, worker_at_screen(tmp_path / "KOORD") as coordinator:
        with ThreadPoolExecutor() as hands:
            list(hands.map(come_to_sharing, (worker, coordinator)))
        send(worker, tmp_path / "en.forloeb")
        answer(coordinator, tmp_path / "en.forloeb", "1 forløb taget ind")
        hear(worker, coordinator, "KOORD har version 1")
        erase(worker)
        send(worker, tmp_path / "to.forloeb")
        answer(coordinator, tmp_path / "to.forloeb", "1 forløb slettet")
        hear(worker, coordinator, "Slettet hos KOORD d. 23. november 2026")


def come_to_sharing(worker: Worker) -> None:
    """Start the program and go to the page; both do it at once."""
    journey.come_to_work(worker, DAY)
    worker.screen.key("ctrl+shift+s")


def two_who_know_each_other(folder: Path) -> None:
    """A worker with one course that may be shared, and a coordinator; each has confirmed the other's card."""
    desks = [desk_of(folder / code, code, role) for code, role in (("K7", Role.WORKER), ("KOORD", Role.COORDINATOR))]
    commit_course(desks[0], None, replace(make_course(ALIAS), sharing=Sharing.FULL), "citizen")
    meet(desks[0], desks[1])
    meet(desks[1], desks[0])
    for desk in desks:
        desk.vault.close()


def desk_of(folder: Path, code: str, role: Role) -> Desk:
    """Somebody at a practice vault of their own."""
    data, passphrase = folder / "data", generate_passphrase()
    data.mkdir(parents=True)
    (data / "practice.passphrase.txt").write_text(f"{passphrase}\n", encoding="utf-8")
    founding = Founding(datetime.now(UTC), practice=True)
    vault = create_vault(data / "practice", passphrase, WorkerDetails(code, "Odense", role=role), founding).vault
    return Desk(vault, Clock(date.fromisoformat(DAY)), code, Catalogue(resource_folder("instruments")))


def send(worker: Worker, path: Path) -> None:
    """Seal what may leave into a file."""
    journey.open_tab(worker, "Send")
    worker.press("Seal and save …", "push button")
    worker.write("Name of the file", str(path))
    worker.press("Save here", "push button")
    worker.screen.wait_for(path.exists, "the package")


def answer(coordinator: Worker, package: Path, told: str) -> None:
    """Take the package in and save a receipt for it."""
    take_in(coordinator, package)
    coordinator.sees(told)
    coordinator.press("Save receipts …", "push button")
    coordinator.press("Save here", "push button")
    coordinator.sees(coordinator.t("Receipt for {code}", code="K7"))


def take_in(worker: Worker, path: Path) -> None:
    """Choose a package by where it lies."""
    journey.open_tab(worker, "Received")
    worker.press("Take in packages …", "push button")
    worker.write("Name of the file", str(path))
    worker.press("Take in the chosen", "push button")


def hear(worker: Worker, coordinator: Worker, told: str) -> None:
    """Take the newest receipt in and see what the coordinator has."""
    receipt = max(coordinator.home.glob("*.forloeb"), key=lambda path: path.stat().st_mtime_ns)
    take_in(worker, receipt)
    worker.sees("1 kvittering")
    journey.open_tab(worker, "What they have")
    worker.sees(told)


def erase(worker: Worker) -> None:
    """The citizen wants it gone, here and there."""
    journey.open_course(worker, ALIAS)
    journey.open_tab(worker, "Details")
    worker.press("Delete the course …", "push button")
    worker.press("Next", "push button")
    worker.press(f"Slet {ALIAS}s forløb", "push button")
    worker.sees_words("It is erased")
    worker.press("Done", "push button")
    worker.screen.key("ctrl+shift+s")
