"""The page of safety tells what is known of the disk, and what to do where it is not encrypted or not known."""

import pytest
from pytestqt.qtbot import QtBot

from exit_desktop.services.disk import DiskEncryption, read_noted
from exit_desktop.ui.session import Session
from exit_desktop.ui.settings import disk_teller
from exit_desktop.ui.settings.disk_teller import DiskTeller
from exit_desktop.vault.settings import save_setting


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> list[DiskEncryption]:
    told = [DiskEncryption.ON]
    monkeypatch.setattr(disk_teller, "look_under_vault", lambda _desk: told[0])
    return told


def asked(session: Session, qtbot: QtBot) -> DiskTeller:
    made = DiskTeller(session)
    with qtbot.waitSignal(made.changed):
        made.look()
    return made


def test_while_it_is_asked_nothing_is_claimed(session: Session) -> None:
    assert (DiskTeller(session).row().state, DiskTeller(session).row().wants) == ("Being asked.", False)


def test_an_encrypted_disk_wants_nothing(session: Session, answer: list[DiskEncryption], qtbot: QtBot) -> None:
    row = asked(session, qtbot).row()
    assert "is encrypted by the system too" in row.state and not row.wants and row.act is None


def test_a_disk_that_is_not_comes_with_advice(session: Session, answer: list[DiskEncryption], qtbot: QtBot) -> None:
    answer[0] = DiskEncryption.OFF
    row = asked(session, qtbot).row()
    assert "not encrypted" in row.state and "turn on LUKS" in row.state and row.wants


@pytest.mark.parametrize(
    "kept", ["", "2026-11-23", "f00 2026-11-23", "{uid} 2025-11-20", "{uid} soon", "{uid} 2027-01-01"]
)
def test_a_note_of_another_laptop_or_of_long_ago_does_not_count(session: Session, kept: str) -> None:
    with session.vault.writing() as connection:
        save_setting(connection, "disk_encrypted_noted", kept.format(uid=session.vault.uid))
    assert read_noted(session.desk) is None


def test_unknown_is_said_and_what_was_told_can_be_noted(
    session: Session, answer: list[DiskEncryption], qtbot: QtBot
) -> None:
    answer[0] = DiskEncryption.UNKNOWN
    teller = asked(session, qtbot)
    row = teller.row()
    assert "does not say" in row.state and row.wants and row.act is not None
    row.act()
    assert teller.row().state == "You noted on 23 November 2026 that it is encrypted." and not teller.row().wants
