"""Two idle seconds after a change the write-ahead log is emptied into the vault."""

from pytestqt.qtbot import QtBot

from exit_desktop.services import contacts, courses
from exit_desktop.ui.course.work import CourseWork
from support.courses import make_contact


def test_the_log_is_empty_two_seconds_after_a_change(work: CourseWork, qtbot: QtBot) -> None:
    log = work.desk.vault.folder / "vault.db-wal"
    work.change(lambda desk, course: contacts.record_contact(desk, course, make_contact(5)))
    assert log.stat().st_size > 0
    qtbot.waitUntil(lambda: log.stat().st_size == 0, timeout=6000)
    assert courses.load_course(work.desk, work.course.id if work.course else "").contacts
