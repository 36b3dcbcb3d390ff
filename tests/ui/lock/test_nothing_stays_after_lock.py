"""After a lock no widget but the lock page, no course, no connection and no key is left, wherever the worker was."""

import gc
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from exit_desktop.domain.courses import Course
from exit_desktop.services.courses import list_courses
from exit_desktop.ui.frame import Frame
from exit_desktop.ui.jobs import Job, Listeners
from exit_desktop.ui.main_window import MainWindow
from exit_desktop.ui.work_area import WorkArea
from exit_desktop.vault.open_vault import Vault
from support.open_window import Opened, dozen, opened, wait_for_jobs
from support.places_to_go import BARE_TABS, DIALOGS, PAGES, STATES, TABS, Place, Way, settle
from support.receiving_places import ASKING, FULL
from support.window_keys import press_soon

__all__ = ["dozen", "opened"]


def go_through(places: tuple[Place, ...]) -> Way:
    """Go to several places one after the other."""

    def go(work: WorkArea) -> QWidget:
        for place in places:
            place.go(work)
        return work.window()

    return go


# What came, and what others have, with a dialog over it.
CAME = Place("came", go_through((*FULL, *ASKING)))
ALL_PAGES = Place("pages", go_through((*PAGES, *BARE_TABS)))
at_every_place = pytest.mark.parametrize(
    "place", [ALL_PAGES, CAME, *TABS, *STATES, *DIALOGS], ids=lambda place: place.name
)


def lock(opened: Opened, frame: Frame, qtbot: QtBot) -> None:
    """Press Ctrl+L in whatever is in front, and wait until all is quiet."""
    front = QApplication.activeModalWidget() or opened.window
    # The offscreen platform lets go of a window whose page changes; a real one does not.
    with qtbot.waitActive(front):
        front.activateWindow()
    with qtbot.waitSignal(opened.window.was_locked):
        press_soon(front, "Ctrl+L")
    wait_for_jobs(frame, qtbot.waitUntil)
    settle()
    gc.collect()
    settle()


def strangers(window: MainWindow) -> set[str]:
    """Every living widget of the window that is no part of its start pages."""
    home = {window, window.centralWidget(), window.start}
    others = [one for one in QApplication.allWidgets() if not (one in home or window.start.isAncestorOf(one))]
    return {type(one).__name__ for one in others if of_this_program(one, window)}


def of_this_program(widget: QWidget, window: MainWindow) -> bool:
    return widget.window() is window or type(widget).__module__.startswith("exit_desktop")


def open_files(folder: Path) -> set[str]:
    """Which files of a folder this process has open."""
    links = [link.readlink() for link in Path("/proc/self/fd").iterdir() if link.is_symlink()]
    return {f"open file {one.name}" for one in links if one.is_relative_to(folder)}


def alive(ids: set[str]) -> set[str]:
    """What the interpreter still holds of a vault with these courses."""
    gc.collect()
    found = gc.get_objects()
    return {"course" for one in found if isinstance(one, Course) and one.id in ids}


def keys_of(vault: Vault) -> list[bytearray]:
    """Every buffer in which an open vault holds a key."""
    secret = vault._secret
    vault.derived_key("test")
    return [secret.master, secret.lasting, vault._log_key, *vault._derived.values()]


@at_every_place
def test_nothing_of_the_vault_stays(place: Place, opened: Opened, frame: Frame, qtbot: QtBot) -> None:
    ids = {row.course_id for row in list_courses(opened.work.session.desk)}
    folder = opened.work.session.vault.folder
    place.go(opened.work)
    window = opened.window
    lock(opened, frame, qtbot)
    assert strangers(window) | alive(ids) | open_files(folder) == set()


def test_the_check_sees_what_is_open(opened: Opened) -> None:
    TABS[0].go(opened.work)
    ids = {row.course_id for row in list_courses(opened.work.session.desk)}
    seen = strangers(opened.window) | alive(ids) | open_files(opened.work.session.vault.folder)
    assert {"CoursePage", "OverviewTab", "course", "open file vault.db"} <= seen


def test_every_key_is_wiped(opened: Opened, frame: Frame, qtbot: QtBot) -> None:
    keys = keys_of(opened.work.session.vault)
    assert all(any(key) for key in keys)
    lock(opened, frame, qtbot)
    assert not any(any(key) for key in keys)


def test_lock_does_not_wait_for_a_job(opened: Opened, frame: Frame, qtbot: QtBot) -> None:
    ended: list[object] = []
    begun = Event()

    def work(job: Job) -> str:
        begun.set()
        while not job.stopped:
            pass
        return "done"

    frame.jobs.start(work, Listeners(ended.append, lambda failure: ended.append(type(failure).__name__)))
    # One that had not begun would only be told as stopped.
    qtbot.waitUntil(begun.is_set)
    vault = opened.work.session.vault
    lock(opened, frame, qtbot)
    assert (ended, vault.is_open) == (["StoppedTooLate"], False)


@pytest.mark.window
def test_copied_case_text_leaves_the_clipboard(opened: Opened, frame: Frame, qtbot: QtBot) -> None:
    QApplication.clipboard().setText("Hun bor hos en veninde")
    lock(opened, frame, qtbot)
    assert QApplication.clipboard().text() == ""


def test_the_passphrase_does_not_stay_in_its_field(opened: Opened, frame: Frame, qtbot: QtBot) -> None:
    lock(opened, frame, qtbot)
    assert [field.text() for field in opened.window.start.findChildren(QLineEdit)] == [""]
