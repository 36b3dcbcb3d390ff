"""A page of sharing over services that answer from lists."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from exit_desktop.services.desk import Desk
from exit_desktop.services.settings import change_worker
from exit_desktop.services.vaults import Role, WorkerDetails
from exit_desktop.ui.session import Session
from exit_desktop.ui.sharing.page import SharingPage, SharingTab
from support.fake_receiving import FakeReceiving, fake

__all__ = ["fake"]
Wait = Callable[[], None]
OpenPage = Callable[[SharingTab], SharingPage]


@pytest.fixture
def wait(session: Session, qtbot: QtBot) -> Wait:
    """Wait until the worker thread rests."""

    def rest() -> None:
        # What comes after a piece of work begins a turn of the loop later.
        for _ in range(3):
            qtbot.waitUntil(lambda: not session.jobs.busy)
            QApplication.processEvents()

    return rest


@pytest.fixture
def coordinates(desk: Desk) -> None:
    """The vault is a coordinator's."""
    change_worker(desk, WorkerDetails("KOORD", "Odense", role=Role.COORDINATOR))


@pytest.fixture
def open_page(session: Session, fake: FakeReceiving, qtbot: QtBot, wait: Wait) -> OpenPage:
    """Show a tab of the page, what it tells read."""

    def open_it(tab: SharingTab) -> SharingPage:
        made = SharingPage(session)
        qtbot.addWidget(made)
        made.resize(1000, 700)
        made.show_tab(tab)
        made.show()
        wait()
        return made

    return open_it


@pytest.fixture
def told(session: Session) -> list[str]:
    """What the window was told to say, in order."""
    heard: list[str] = []
    session.told.connect(lambda message: heard.append(message.text))
    return heard
