"""The ground on which the faults happen: a practice vault with citizens, notes, a draft and a coordinator's card."""

import hashlib
from dataclasses import dataclass, field
from datetime import date, time
from pathlib import Path

from exit_desktop.domain.courses import Course, Sharing
from exit_desktop.instruments.catalogue import Catalogue
from exit_desktop.services import drafts, vaults
from exit_desktop.services.contacts import record_contact
from exit_desktop.services.courses import find_citizen, list_courses, load_course, register_citizen
from exit_desktop.services.desk import Desk
from exit_desktop.services.sharing import confirm_card, set_sharing, take_card
from exit_desktop.system.clock import Clock
from exit_desktop.system.ids import new_id
from exit_desktop.system.resources import resource_folder
from exit_desktop.vault import access
from exit_desktop.vault.keys import Stretch
from support.courses import make_contact
from support.sharing_people import Person
from support.vault_making import NOW, PASSPHRASE, WORKER

OTHER = "vinter skjorte pelikan trappe morgenrød"
ALIAS = "Mågen"
DRAFT = "Halvskrevet om æbletræet og"
NOTES = 6
# Disks are tried here, not passphrases: to stretch one as practice does would take half of the long run.
QUICK = Stretch(64, 1, 1)
_CATALOGUE = Catalogue(resource_folder("instruments"))


@dataclass(frozen=True)
class Ground:
    """A closed vault to copy, its recovery key, and a coordinator to send to."""

    folder: Path
    recovery_key: str = field(repr=False)
    to: Person


def desk_at(vault: vaults.Vault) -> Desk:
    """Return a desk on 23 November 2026."""
    return Desk(vault, Clock(date(2026, 11, 23), time(12, 0)), "K7", _CATALOGUE)


def stretch_quickly() -> None:
    """Let new passphrases of practice vaults cost next to nothing; for processes of their own."""
    access.usual_cost = lambda practice: QUICK


def make_ground(folder: Path) -> Ground:
    """Make the vault in `folder`/ground; its passphrase costs next to nothing."""
    folder.mkdir(parents=True, exist_ok=True)
    before = access.usual_cost
    stretch_quickly()
    try:
        made = vaults.create_vault(folder / "ground", PASSPHRASE, WORKER, vaults.Founding(NOW, practice=True))
    finally:
        access.usual_cost = before
    desk = desk_at(made.vault)
    other = Person(folder, "K9", practice=True)
    course = register_citizen(desk, ALIAS)
    for number in range(NOTES):
        course = add_note(desk, course, number)
    set_sharing(desk, course, Sharing.FULL)
    take_card(desk, other.file.read_bytes())
    confirm_card(desk, other.file.read_bytes(), other.words)
    drafts.keep_draft(made.vault, "here", DRAFT, NOW)
    made.vault.close()
    return Ground(made.vault.folder, made.recovery_key, other)


def add_note(desk: Desk, course: Course, number: int) -> Course:
    """Write contact number `number`; its note carries its own digest, and every fifth is long."""
    return record_contact(desk, course, make_contact(0, id=new_id(), note=note_of(number)))


def note_of(number: int) -> str:
    """Return a note that shows whether it is whole."""
    body = f"{number} " + "blåbærgrød og fløde " * (1400 if number % 5 == 4 else 4)
    return f"{body}|{hashlib.sha256(body.encode()).hexdigest()}"


def numbers_of(desk: Desk, course: Course) -> list[int]:
    """Return the numbers of the notes of a course in order; fails when one is not whole."""
    notes = [contact.note for contact in load_course(desk, course.id).contacts]
    numbers = sorted(int(note.split(" ", 1)[0]) for note in notes)
    assert all(note == note_of(int(note.split(" ", 1)[0])) for note in notes), "a note is not whole"
    return numbers


def open_ground(folder: Path, passphrase: str = PASSPHRASE) -> Desk:
    """Open a copy of the ground."""
    return desk_at(vaults.unlock_vault(folder, passphrase))


def look_at(desk: Desk) -> list[int]:
    """Check the whole vault, its worker and every course in it; return the numbers of the citizen's notes."""
    report = vaults.check_vault(desk.vault)
    assert report.ok, f"the vault is not whole: {report.findings}"
    assert vaults.read_worker(desk.vault) == WORKER, "the worker is gone"
    for row in list_courses(desk):
        load_course(desk, row.course_id)
    return numbers_of(desk, find_citizen(desk, ALIAS))
