"""A window that makes backups by a clock that a test moves, and a copy that can be held up half way."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from exit_desktop.services import backups, courses
from exit_desktop.services.practice import PracticeVault
from exit_desktop.ui.backups.keeper import Keeper
from exit_desktop.ui.frame import Frame
from exit_desktop.vault import backing, copied_pages
from support.open_window import Opened, dozen, open_window
from support.seconds import Seconds, seconds

__all__ = ["dozen", "seconds"]


@pytest.fixture
def opened(frame: Frame, dozen: PracticeVault, tmp_path: Path, seconds: Seconds) -> Iterator[Opened]:
    """The open window, its vault backed up already."""
    frame.seconds = seconds
    with open_window(frame, dozen, tmp_path / "copy") as made:
        backups.back_up(made.work.session.vault, frame.clock.now_utc())
        made.work.session.changed.emit("backup", "")
        yield made


def keeper_of(opened: Opened) -> Keeper:
    """Return who makes the backups of this window."""
    found = opened.work.session.findChild(Keeper)
    assert isinstance(found, Keeper)
    return found


def write(opened: Opened, times: int = 1) -> None:
    """Change something about a citizen, and tell the window."""
    session = opened.work.session
    for turn in range(times):
        course_id = courses.list_courses(session.desk)[0].course_id
        course = courses.load_course(session.desk, course_id)
        language = "en" if course.citizen.language != "en" else "da"
        courses.change_citizen(session.desk, course, f"{course.citizen.alias}{turn}"[:40], language)
        session.changed.emit("citizen", course_id)


def count(opened: Opened) -> int:
    """Return how many backups lie beside the vault."""
    return len(backups.list_backups(opened.work.session.vault.folder))


@dataclass
class Gate:
    """Holds a copy up between its first look and its first page."""

    reached: Event = field(default_factory=Event)
    open: Event = field(default_factory=Event)


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    """A gate that every copy comes to."""
    made, copy_pages = Gate(), copied_pages.copy_pages

    def held(*values: Any) -> None:  # Any: handed on as they are
        made.reached.set()
        made.open.wait(10)
        copy_pages(*values)

    monkeypatch.setattr(backing, "copy_pages", held)
    yield made
    made.open.set()
