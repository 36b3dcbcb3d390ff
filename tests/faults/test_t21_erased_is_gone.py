"""T21: after an erasure no word of the citizen stands in any page, free or used, of any file of the vault.

The part that exists: backups, receipts and the coordinator's copy come with them.
"""

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest

from exit_desktop.instruments.catalogue import Catalogue
from exit_desktop.services import drafts
from exit_desktop.services.contacts import delete_contact
from exit_desktop.services.courses import delete_citizen_course, list_courses, load_course
from exit_desktop.services.desk import Desk, keep_instruments
from exit_desktop.services.safety import save_safety_note
from exit_desktop.services.vaults import Founding, create_vault
from exit_desktop.system.clock import Clock
from exit_desktop.system.resources import resource_folder
from exit_desktop.vault import opening
from exit_desktop.vault.courses import write_course
from faults.figures import Figures, tries
from faults.planted import CANARY, clear_pages, planted_courses
from support.canary import files_with
from support.vault_making import NOW, PASSPHRASE, WORKER


def work_there(folder: Path) -> Desk:
    """Return a desk at a vault full of planted words, in every field, the bin, a draft and a safety note."""
    made = create_vault(folder, PASSPHRASE, WORKER, Founding(NOW, practice=True))
    clock = Clock(date(2026, 11, 23), time(12, 0))
    desk = Desk(made.vault, clock, "K7", Catalogue(resource_folder("instruments")))
    for course in planted_courses(tries(6, 60), made.vault.uid):
        with made.vault.writing() as connection:
            keep_instruments(connection, desk.catalogue, None, course)
            write_course(connection, None, course, NOW)
        drafts.keep_draft(made.vault, f"note/{course.id}", f"{CANARY} half", NOW)
        save_safety_note(desk, course, f"{CANARY} dog")
        here = load_course(desk, course.id)
        if here.contacts:
            delete_contact(desk, here, here.contacts[0].id)
    return desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = work_there(tmp_path / "v")
    yield made
    made.vault.close()


def words_in(desk: Desk) -> int:
    """Count the planted word in every page, the log brought into the file."""
    desk.vault.checkpoint()
    return sum(pages.count(CANARY.encode()) for pages in clear_pages(desk.vault).values())


def erase_all(desk: Desk) -> int:
    """Erase everybody; return how many courses there were."""
    rows = list_courses(desk)
    for row in rows:
        delete_citizen_course(desk, load_course(desk, row.course_id))
    return len(rows)


def left_without_overwriting(folder: Path) -> int:
    """The control: the engine told not to overwrite what is deleted."""
    careless = tuple(one.replace("secure_delete = ON", "secure_delete = OFF") for one in opening._SETTINGS)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opening, "_SETTINGS", careless)
        desk = work_there(folder)
        erase_all(desk)
        left = words_in(desk)
        desk.vault.close()
    return left


def test_no_word_of_the_erased_is_left_in_any_page(desk: Desk, tmp_path: Path, figures: Figures) -> None:
    before, erased, left = words_in(desk), erase_all(desk), words_in(desk)
    control = left_without_overwriting(tmp_path / "control")
    desk.vault.close()
    what = f"words left of {erased} erased courses, in all pages"
    figures("T21", what, before, left, f"secure_delete off: {control} left")
    assert before > 100 and control > 0
    assert left == 0
    assert files_with([CANARY], tmp_path / "v") == []
