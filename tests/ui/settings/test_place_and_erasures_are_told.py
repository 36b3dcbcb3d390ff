"""The page of safety tells where the vault lies, what was erased here, and offers to finish what was cut off."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from exit_desktop.services.desk import Desk
from exit_desktop.services.erasing import ErasedLine, Reason
from exit_desktop.services.places import Risk, Warned
from exit_desktop.system.language import Texts
from exit_desktop.ui.backups.safety_rows import backup_rows
from exit_desktop.ui.session import Session
from exit_desktop.ui.settings import place_teller
from exit_desktop.ui.settings.erased_teller import erased_row, erased_words
from exit_desktop.ui.settings.place_teller import PlaceTeller
from exit_desktop.ui.settings.safety_page import SafetyPage
from exit_desktop.vault.erased_rows import PENDING_NAME, note_erased
from support.window_reading import words_in_sight

CLOUD = (Warned(Risk.CLOUD, "Dropbox"),)


@pytest.fixture
def real(session: Session, monkeypatch: pytest.MonkeyPatch) -> Session:
    """A session at a vault that is not for practice, in a folder that a cloud service copies."""
    monkeypatch.setattr(place_teller, "look_at_folder", lambda _folder: CLOUD)
    monkeypatch.setattr(type(session.vault), "practice", False)
    return session


def looked(session: Session, qtbot: QtBot) -> PlaceTeller:
    over = QWidget()
    qtbot.addWidget(over)
    made = PlaceTeller(session, over)
    with qtbot.waitSignal(made.changed):
        made.look()
    return made


def test_a_folder_that_a_cloud_copies_wants_another_place(real: Session, qtbot: QtBot) -> None:
    row = looked(real, qtbot).row()
    assert "Dropbox copies this folder" in row.state and row.wants and row.act_text == "Another place"


def test_a_place_that_was_read_about_wants_nothing_and_can_still_be_left(
    real: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(place_teller, "is_place_accepted", lambda _desk, warned: warned == CLOUD)
    row = looked(real, qtbot).row()
    assert "Dropbox" in row.state and not row.wants and row.act is not None


def test_a_good_place_is_named(session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(place_teller, "look_at_folder", lambda _folder: ())
    row = looked(session, qtbot).row()
    # Between two folders the line may be broken: a path has no spaces.
    assert "/\u200b" in row.state and str(session.vault.folder) in row.state.replace("\u200b", "")
    assert not row.wants and row.act is None


def test_what_was_erased_is_told_by_reason_and_month(t: Texts) -> None:
    lines = tuple(ErasedLine("2026-11", reason) for reason in (Reason.WISH, Reason.RETENTION, Reason.WISH))
    assert erased_words((), t) == "Nothing so far."
    assert erased_words(lines, t) == (
        "2 courses on the citizens' wish. 1 course that had been kept long enough. "
        "Last in November 2026. Nothing else is kept of them."
    )


def test_an_erasure_that_was_cut_off_can_be_finished(session: Session, desk: Desk, qtbot: QtBot) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    (Path(desk.vault.folder) / PENDING_NAME).write_bytes(b"0\n")
    with desk.vault.writing() as connection:
        note_erased(connection, ErasedLine("2026-11", Reason.WISH))
    row = erased_row(session, over)
    assert "cut off" in row.state and row.wants and row.act_text == "Finish it now"


def test_the_page_tells_of_both(session: Session, qtbot: QtBot) -> None:
    page = SafetyPage(session)
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.place.changed):
        page.show()
    assert "Where the vault lies" in words_in_sight(page) and "What was erased" in words_in_sight(page)


def test_no_backup_is_said_without_a_number(session: Session, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    told = [tell().state for tell in backup_rows(session, page)]
    assert any("No backup lies beside the vault yet." in state for state in told)
