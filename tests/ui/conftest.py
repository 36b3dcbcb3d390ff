"""What tests of the window stand on: a frame in English and a session at an open vault."""

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from exit_desktop.services.desk import Desk
from exit_desktop.system.clock import Clock
from exit_desktop.system.language import Texts
from exit_desktop.system.paths import Places
from exit_desktop.system.preferences import Preferences
from exit_desktop.system.preferences import Theme as Look
from exit_desktop.ui.frame import Frame, Parts
from exit_desktop.ui.jobs import Jobs
from exit_desktop.ui.session import Session
from exit_desktop.ui.theme import Theme
from exit_desktop.ui.work_services import draft_store
from support.course_work import work
from support.courses import desk
from support.vault_making import practice, real_template, vault

__all__ = ["desk", "practice", "real_template", "vault", "work"]


@pytest.fixture(autouse=True)
def _nothing_left_open() -> Iterator[None]:
    """Let every window of a test go with it: the style is put on all that still lives, and that grows slow."""
    # As in the program: what a worker thread throws away may be a part of the window.
    gc.disable()
    yield
    if QApplication.instance() is not None:
        _let_go()
    gc.enable()


def _let_go() -> None:
    # First: while Qt's list of windows is handed to Python, none of them may be thrown away.
    gc.collect()
    for widget in QApplication.topLevelWidgets():
        widget.hide()
        widget.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    # What outlives its test, as templates and catalogues do, is not looked through again a thousand times.
    gc.freeze()


@pytest.fixture
def t() -> Texts:
    """The program's words in English, their source."""
    return Texts("en")


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """Light colours at 100 %."""
    made = Theme(qapp, Look.LIGHT)
    yield made
    # One theme belongs to one application: the next test must not hear of this one.
    made.deleteLater()


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    """The worker thread, ended with the test."""
    made = Jobs()
    yield made
    made.close()


@pytest.fixture
def frame(t: Texts, clock: Clock, theme: Theme, jobs: Jobs, places: Places) -> Frame:
    """What stands from start to end."""
    return Frame(Parts(t, clock, theme, jobs, places, Preferences()))


@pytest.fixture
def session(desk: Desk, frame: Frame) -> Iterator[Session]:
    """A session at an open vault; its drafts stop with the test, before the vault closes under them."""
    made = Session(desk, frame, draft_store(desk))
    yield made
    made.drafts.clear()
