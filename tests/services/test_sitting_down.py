"""What is over is let go when somebody sits down at the vault."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from exit_desktop.services import contacts, courses
from exit_desktop.services.bin import list_bin
from exit_desktop.services.desk import Desk
from exit_desktop.services.safety import save_safety_note
from exit_desktop.services.sitting import sit_down
from exit_desktop.system.resources import resource_folder
from support.courses import make_contact, uid


def _sit(desk: Desk, days: int) -> Desk:
    later = replace(desk.clock, day=desk.clock.today() + timedelta(days=days))
    return sit_down(desk.vault, later, (resource_folder("instruments"), Path("none")))


def test_the_bin_keeps_for_thirty_days_and_no_longer(desk: Desk) -> None:
    course = contacts.record_contact(desk, courses.register_citizen(desk, "Rav"), make_contact(5))
    course = contacts.delete_contact(desk, course, uid(5))
    assert len(list_bin(_sit(desk, 30), course)) == 1
    assert list_bin(_sit(desk, 31), course) == ()


def test_an_expired_safety_note_is_erased_from_the_file(desk: Desk) -> None:
    course = courses.register_citizen(desk, "Rav")
    save_safety_note(desk, course, "Ring på bagdøren.", desk.clock.today())
    _sit(desk, 1)
    with desk.vault.reading() as connection:
        assert connection.execute("SELECT count(*) FROM safety_note").fetchone()[0] == 0
