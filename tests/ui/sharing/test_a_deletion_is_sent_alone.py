"""Whoever erased the only course that was shared can still ask the coordinator to delete it."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from exit_desktop.domain.courses import Sharing
from exit_desktop.services.sharing import set_sharing
from exit_desktop.ui.files.save_dialog import SaveDialog
from exit_desktop.ui.frame import Frame
from exit_desktop.ui.session import Session
from exit_desktop.ui.sharing.page import SharingPage
from exit_desktop.ui.work_services import draft_store
from support.two_desks import Desks, desks
from support.window_reading import words_in_sight

__all__ = ["desks"]


@pytest.fixture
def page(desks: Desks, frame: Frame, qtbot: QtBot) -> SharingPage:
    """The page of a worker whose citizen took the yes back after a package had gone."""
    course = desks.new_course("Birk")
    desks.take(desks.send(course))
    set_sharing(desks.worker, desks.sent_again(course), Sharing.NOTHING)
    session = Session(desks.worker, frame, draft_store(desks.worker))
    made = SharingPage(session)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: not session.jobs.busy)
    return made


def test_what_is_to_be_deleted_is_counted(page: SharingPage) -> None:
    assert "1 course is to be deleted there." in words_in_sight(page.send)


def test_it_is_sealed_and_taken_in(
    page: SharingPage, desks: Desks, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "pakke-2.forloeb"
    monkeypatch.setattr(SaveDialog, "exec", lambda dialog: dialog.take(path))
    page.send._seal.click()
    qtbot.waitUntil(path.exists)
    qtbot.waitUntil(lambda: not page._session.jobs.busy)
    QApplication.processEvents()
    (taken,) = desks.take(path)
    assert taken.forgotten == 1
