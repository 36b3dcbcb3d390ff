"""T21: after an erasure no word of the citizen stands in any page of any file of the vault, or of its backups.

The coordinator's copy comes with the coordinator.
"""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from exit_desktop.errors import BackupsNotRemoved
from exit_desktop.instruments.catalogue import Catalogue
from exit_desktop.services import backups, drafts
from exit_desktop.services.contacts import delete_contact
from exit_desktop.services.courses import delete_citizen_course, list_courses, load_course
from exit_desktop.services.desk import Desk, keep_instruments
from exit_desktop.services.erasing import Reason, erase_course, list_erased
from exit_desktop.services.safety import save_safety_note
from exit_desktop.services.vaults import Founding, create_vault
from exit_desktop.system.clock import Clock
from exit_desktop.system.resources import resource_folder
from exit_desktop.vault import keyfile, opening
from exit_desktop.vault.backing import backup_key
from exit_desktop.vault.courses import write_course
from faults.figures import Figures, tries
from faults.planted import CANARY, clear_pages, clear_pages_of, planted_courses
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


def words_in_backups(desk: Desk) -> int:
    """Count the planted word in every page of every backup beside the vault."""
    secret = desk.vault.secret_copy()
    folders = [one.folder for one in backups.list_backups(desk.vault.folder)]
    keys = {one / "vault.db": bytes(backup_key(keyfile.peek(one), secret)) for one in folders}
    secret.wipe()
    return sum(clear_pages_of(path, key).count(CANARY.encode()) for path, key in keys.items())


def erase_one_after_another(desk: Desk) -> int:
    """Erase everybody, the last one to the last backup on their wish; return how many there were."""
    rows = list_courses(desk)
    for row in rows[:-1]:
        delete_citizen_course(desk, load_course(desk, row.course_id), Reason.RETENTION)
    erase_course(desk, load_course(desk, rows[-1].course_id), Reason.WISH)
    return len(rows)


def left_with_backups_kept(folder: Path) -> int:
    """The control: everything but the older backups."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(backups, "remove_older", lambda *_: 0)
        desk = work_there(folder)
        backups.back_up(desk.vault, NOW - timedelta(days=1))
        with suppress(BackupsNotRemoved):
            erase_one_after_another(desk)
        left = words_in_backups(desk)
        desk.vault.close()
    return left


def test_no_word_is_left_in_any_backup_beside_the_vault(desk: Desk, tmp_path: Path, figures: Figures) -> None:
    backups.back_up(desk.vault, NOW - timedelta(days=1))
    before, salt = words_in_backups(desk), desk.vault.keyfile.database_salt
    erased, left = erase_one_after_another(desk), words_in_backups(desk) + words_in(desk)
    control = left_with_backups_kept(tmp_path / "control")
    what = f"words left of {erased} erased courses, in the vault and its backups"
    figures("T21", what, before, left, f"older backups kept: {control} left")
    assert before > 100 and control > 0 and left == 0
    assert desk.vault.keyfile.database_salt != salt
    assert [line.reason for line in list_erased(desk)] == [Reason.WISH, *[Reason.RETENTION] * (erased - 1)]
    desk.vault.close()
    assert files_with([CANARY], tmp_path / "v") == []
