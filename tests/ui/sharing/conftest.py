"""A page of sharing over a vault with citizens who said yes, no, or were not asked, and people to send to."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from exit_desktop.domain.courses import Course, Sharing
from exit_desktop.services.desk import Desk
from exit_desktop.ui.files.file_dialog import FileDialog
from exit_desktop.ui.session import Session
from exit_desktop.ui.sharing.page import SharingPage
from exit_desktop.vault.courses import write_course
from support.courses import make_contact, make_course
from support.sharing_people import NOW, Person


@pytest.fixture
def coordinator(tmp_path: Path) -> Person:
    """The coordinator, whose card came as a file."""
    return Person(tmp_path, "KOORD")


@pytest.fixture
def citizens(desk: Desk) -> dict[str, Course]:
    """Four citizens: two share, one does not, one was not asked."""
    wishes = {"Mågen": Sharing.FULL, "Rav": Sharing.CODED, "Birk": Sharing.NOTHING, "Syren": Sharing.NOT_ASKED}
    made = {}
    with desk.vault.writing() as connection:
        for number, (alias, sharing) in enumerate(wishes.items(), 1):
            contacts = (make_contact(number * 10),)
            course = replace(make_course(alias, number), sharing=sharing, contacts=contacts)
            made[alias] = write_course(connection, None, course, NOW)
    return made


@pytest.fixture
def page(session: Session, citizens: dict[str, Course], qtbot: QtBot) -> SharingPage:
    """The page, shown, its preview read."""
    made = SharingPage(session)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    qtbot.waitUntil(lambda: not session.jobs.busy)
    return made


@pytest.fixture
def told(session: Session) -> list[str]:
    """What the window was told to say, in order."""
    heard: list[str] = []
    session.told.connect(lambda message: heard.append(message.text))
    return heard


@pytest.fixture
def name_file(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """Answer the next file dialogs with a path."""

    def name(path: Path) -> None:
        def write(dialog: FileDialog) -> None:
            dialog.name.setText(str(path))
            dialog.act.click()

        monkeypatch.setattr(FileDialog, "exec", write)

    return name
