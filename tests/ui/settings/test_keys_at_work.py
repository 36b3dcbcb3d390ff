"""A key dialog at work stays until the work is done, and what comes of it is told; a lock closes it all the same."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from exit_desktop import errors
from exit_desktop.services.backups import list_backups
from exit_desktop.services.older_keys import count_opened_by_others
from exit_desktop.ui.backups.safety_rows import backup_rows
from exit_desktop.ui.lock_reason import LockReason
from exit_desktop.ui.session import Session
from exit_desktop.ui.settings.key_dialogs import KeyDialog, SheetSteps
from exit_desktop.ui.settings.keys import KeysPanel
from exit_desktop.ui.settings.sheet_proof import SheetProof
from exit_desktop.ui.start.sheet_pages import GroupsPage
from exit_desktop.ui.start.sheet_words import SheetWords
from exit_desktop.ui.telling import Message
from exit_desktop.ui.widgets.buttons import Button, PrimaryButton
from exit_desktop.ui.work_services import ask_about_sheet
from exit_desktop.vault.access import by_sheet
from exit_desktop.vault.open_vault import Vault
from support.vault_making import PASSPHRASE, Template
from support.window_reading import first, words_in_sight


@pytest.fixture
def panel(session: Session, qtbot: QtBot) -> Iterator[KeysPanel]:
    """The part of the page that the dialogs begin at; nothing rises in it unseen."""
    made = KeysPanel(session)
    qtbot.addWidget(made)
    made.show()
    with qtbot.capture_exceptions() as risen:
        yield made
    assert risen == []


def press(parent: QWidget, text: str) -> None:
    next(one for one in parent.findChildren(Button) if one.text() == text).click()


def begin(panel: KeysPanel, act: str, *typed: str) -> KeyDialog:
    """Open one of the dialogs, type into its fields from the first on, and press its act."""
    press(panel, act)
    dialog = first(panel, KeyDialog)
    for field, text in zip(dialog.findChildren(QLineEdit), typed, strict=False):
        QTest.keyClicks(field, text)
    dialog.allow(True)
    first(dialog, PrimaryButton).click()
    return dialog


def wait(session: Session, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not session.jobs.busy, timeout=20_000)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def lock(session: Session, panel: KeysPanel) -> None:
    """Do to the dialogs what a lock does."""
    session.locked.emit(LockReason.ASKED)
    for dialog in panel.findChildren(KeyDialog):
        dialog.reject()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_escape_waits_for_the_work_and_hears_what_went_wrong(session: Session, panel: KeysPanel, qtbot: QtBot) -> None:
    dialog = begin(panel, "Renew the keys", "falsk adgang her")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    dialog.close()
    wait(session, qtbot)
    assert "not the passphrase" in words_in_sight(dialog)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_escape_does_not_lose_the_new_sheet(session: Session, panel: KeysPanel, qtbot: QtBot) -> None:
    dialog = begin(panel, "New recovery sheet")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    wait(session, qtbot)
    assert panel.findChildren(SheetSteps)


@pytest.mark.parametrize(("act", "typed"), [("Renew the keys", "falsk adgang her"), ("New recovery sheet", "")])
def test_a_lock_closes_a_dialog_at_work(session: Session, panel: KeysPanel, qtbot: QtBot, act: str, typed: str) -> None:
    begin(panel, act, typed)
    lock(session, panel)
    wait(session, qtbot)
    assert not [one for one in panel.findChildren(KeyDialog) if one.isVisible()]


def test_a_lock_while_the_sheet_is_being_printed_is_no_fault(
    session: Session, panel: KeysPanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(panel, "New recovery sheet")
    wait(session, qtbot)

    def printed(*_: object) -> bool:
        lock(session, panel)
        return True

    monkeypatch.setattr("exit_desktop.ui.start.sheet_paper.print_sheet", printed)
    first(panel, SheetSteps).sheet.print_wanted.emit()
    assert not [one for one in panel.findChildren(KeyDialog) if one.isVisible()]


def renew_with_a_sheet(panel: KeysPanel) -> KeyDialog:
    """Ask for new keys with a new sheet, and return the dialog in which that was asked."""
    press(panel, "Renew the keys")
    first(panel, QCheckBox).setChecked(True)
    dialog = first(panel, KeyDialog)
    QTest.keyClicks(first(dialog, QLineEdit), PASSPHRASE)
    first(dialog, PrimaryButton).click()
    return dialog


def test_giving_up_the_new_sheet_leaves_no_backup_of_the_old_keys(
    session: Session, panel: KeysPanel, qtbot: QtBot
) -> None:
    told: list[Message] = []
    session.told.connect(told.append)
    renew_with_a_sheet(panel)
    wait(session, qtbot)
    assert count_opened_by_others(session.vault)
    QTest.keyClick(first(panel, SheetSteps).window(), Qt.Key.Key_Escape)
    wait(session, qtbot)
    assert "1 older one is removed" in told[0].text and not count_opened_by_others(session.vault)


def test_a_lock_over_the_new_sheet_begins_no_more_work(session: Session, panel: KeysPanel, qtbot: QtBot) -> None:
    renew_with_a_sheet(panel)
    wait(session, qtbot)
    lock(session, panel)
    assert not session.jobs.busy


def test_new_keys_leave_no_backup_that_the_old_ones_open(session: Session, panel: KeysPanel, qtbot: QtBot) -> None:
    told: list[Message] = []
    session.told.connect(told.append)
    begin(panel, "Renew the keys", PASSPHRASE)
    wait(session, qtbot)
    assert "The keys are new." in told[0].text and "1 older one is removed" in told[0].text
    assert len(list_backups(session.vault.folder)) == 1 and not count_opened_by_others(session.vault)


def test_older_backups_that_stay_are_told_and_stand_on_the_page_of_safety(
    session: Session, panel: KeysPanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Message] = []
    session.told.connect(told.append)
    monkeypatch.setattr("exit_desktop.services.older_keys.back_up", _refuse)
    begin(panel, "Renew the keys", PASSPHRASE)
    wait(session, qtbot)
    assert "still there" in told[0].text
    row = backup_rows(session, panel)[0]()
    assert row.wants and "1 older backup" in row.state and row.act_text == "Remove older backups"


def test_new_keys_with_a_new_sheet_say_what_is_done_already(session: Session, panel: KeysPanel, qtbot: QtBot) -> None:
    renew_with_a_sheet(panel)
    wait(session, qtbot)
    assert "The keys are new." in words_in_sight(panel)


def test_a_sheet_that_cannot_be_made_leaves_the_keys(
    session: Session, panel: KeysPanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("exit_desktop.ui.settings.keys.prepare_sheet", _refuse)
    dialog = renew_with_a_sheet(panel)
    wait(session, qtbot)
    assert "The disk is full" in words_in_sight(dialog) and session.vault.keyfile.epoch == 1


def _refuse(*_: object) -> None:
    raise errors.DiskFull


def test_a_proof_that_finds_no_room_is_told_in_its_dialog(
    session: Session, real_template: Template, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = SheetProof(parent, session)
    dialog.open()
    groups = real_template.recovery_key.split("-")
    for field, place in zip(dialog.findChildren(QLineEdit), first(dialog, GroupsPage).typed(), strict=True):
        QTest.keyClicks(field, groups[place - 1])
    monkeypatch.setattr("exit_desktop.vault.worker.save_recovery_proved", _refuse)
    first(dialog, PrimaryButton).click()
    assert "The disk is full" in words_in_sight(dialog)


def test_a_question_that_cannot_be_recorded_is_told_and_waits(
    session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Message] = []
    session.told.connect(told.append)
    parent = QWidget()
    qtbot.addWidget(parent)
    monkeypatch.setattr("exit_desktop.ui.work_services.take_sheet_question", _refuse)
    ask_about_sheet(session, parent)
    assert "The disk is full" in told[0].text and not parent.findChildren(SheetProof)


def test_a_mirror_without_room_is_no_failure_of_the_new_sheet(
    session: Session, panel: KeysPanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = type_back(session, panel, qtbot, monkeypatch)
    by_sheet(kept)(session.vault.keyfile).wipe()


def type_back(session: Session, panel: KeysPanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> str:
    """Ask for a new sheet, save it and type its groups back; return the key on it."""
    kept: list[str] = []

    def save(_parent: QWidget, _frame: object, words: SheetWords) -> bool:
        kept.append(words.recovery_key)
        return True

    monkeypatch.setattr("exit_desktop.ui.start.sheet_paper.save_sheet", save)
    begin(panel, "New recovery sheet")
    wait(session, qtbot)
    press(panel, "Save as PDF")
    dialog = next(one for one in panel.findChildren(KeyDialog) if isinstance(one.content, SheetSteps))
    first(dialog, PrimaryButton).click()
    for field, place in zip(dialog.findChildren(QLineEdit), first(dialog, GroupsPage).typed(), strict=True):
        QTest.keyClicks(field, kept[0].split("-")[place - 1])
    monkeypatch.setattr("exit_desktop.vault.keyfile._heal", lambda *_: None)
    first(dialog, PrimaryButton).click()
    wait(session, qtbot)
    return kept[0]


def test_a_sheet_made_after_one_that_was_given_up_takes_no_backups_away(
    session: Session, panel: KeysPanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    renew_with_a_sheet(panel)
    wait(session, qtbot)
    for dialog in panel.findChildren(KeyDialog):
        dialog.reject()
    wait(session, qtbot)
    before = list_backups(session.vault.folder)
    assert before
    type_back(session, panel, qtbot, monkeypatch)
    assert list_backups(session.vault.folder) == before


def test_keys_that_were_half_renewed_lock_the_vault(
    session: Session, panel: KeysPanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def half(vault: Vault, _passphrase: str) -> None:
        vault.close()
        raise errors.DiskFull

    monkeypatch.setattr("exit_desktop.services.vaults.renew_keys", half)
    with qtbot.waitSignal(session.lock_wanted, timeout=20_000) as wanted:
        begin(panel, "Renew the keys", PASSPHRASE)
        wait(session, qtbot)
    assert wanted.args == [LockReason.KEYS]
