"""The page of safety: a new recovery sheet takes the old one's place when it was typed back."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from exit_desktop import errors
from exit_desktop.ui.session import Session
from exit_desktop.ui.settings.key_dialogs import KeyDialog, SheetSteps
from exit_desktop.ui.settings.keys import KeysPanel
from exit_desktop.ui.start.sheet_words import SheetWords
from exit_desktop.ui.widgets.buttons import Button, PrimaryButton
from exit_desktop.vault.access import by_sheet
from support.vault_making import Template
from support.window_reading import first, words_in_sight


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The recovery keys that were saved as a sheet."""
    keys: list[str] = []

    def save(_parent: QWidget, _frame: object, words: SheetWords) -> bool:
        keys.append(words.recovery_key)
        return True

    monkeypatch.setattr("exit_desktop.ui.start.sheet_paper.save_sheet", save)
    return keys


def button(parent: QWidget, text: str) -> Button:
    return next(one for one in parent.findChildren(Button) if one.text() == text)


@contextmanager
def full_disk() -> Iterator[None]:
    """Let no key file be written."""

    def refuse(*_: object) -> None:
        raise errors.DiskFull

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("exit_desktop.vault.keyfile.write_file", refuse)
        yield


def is_valid(session: Session, recovery_key: str) -> bool:
    try:
        by_sheet(recovery_key)(session.vault.keyfile).wipe()
    except errors.WrongRecoveryKey:
        return False
    return True


@pytest.fixture
def panel(session: Session, qtbot: QtBot) -> KeysPanel:
    """The part of the page that it begins at."""
    made = KeysPanel(session)
    qtbot.addWidget(made)
    made.show()
    return made


def ask_for_sheet(panel: KeysPanel, qtbot: QtBot) -> KeyDialog:
    """Press "New recovery sheet" and go on to the dialog that offers it."""
    button(panel, "New recovery sheet").click()
    first(panel, PrimaryButton).click()
    qtbot.waitUntil(lambda: bool(panel.findChildren(SheetSteps)))
    return next(one for one in panel.findChildren(KeyDialog) if isinstance(one.content, SheetSteps))


def test_a_sheet_given_up_leaves_the_old_one(
    session: Session, real_template: Template, kept: list[str], panel: KeysPanel, qtbot: QtBot
) -> None:
    dialog = ask_for_sheet(panel, qtbot)
    button(dialog, "Save as PDF").click()
    button(dialog, "Cancel").click()
    assert (is_valid(session, real_template.recovery_key), is_valid(session, kept[0])) == (True, False)


def prove(dialog: KeyDialog, recovery_key: str) -> None:
    """Go on and type the groups asked for."""
    first(dialog, PrimaryButton).click()
    steps = dialog.content
    assert isinstance(steps, SheetSteps)
    for field, place in zip(steps.groups.findChildren(QLineEdit), steps.groups.typed(), strict=True):
        QTest.keyClicks(field, recovery_key.split("-")[place - 1])
    first(dialog, PrimaryButton).click()


def test_a_sheet_typed_back_is_in_force(
    session: Session, real_template: Template, kept: list[str], panel: KeysPanel, qtbot: QtBot
) -> None:
    dialog = ask_for_sheet(panel, qtbot)
    button(dialog, "Save as PDF").click()
    prove(dialog, kept[0])
    qtbot.waitUntil(lambda: not session.jobs.busy)
    assert (is_valid(session, real_template.recovery_key), is_valid(session, kept[0])) == (False, True)


def test_a_full_disk_is_told_and_the_old_sheet_stays(
    session: Session, real_template: Template, kept: list[str], panel: KeysPanel, qtbot: QtBot
) -> None:
    dialog = ask_for_sheet(panel, qtbot)
    button(dialog, "Save as PDF").click()
    with full_disk():
        prove(dialog, kept[0])
        qtbot.waitUntil(lambda: not session.jobs.busy)
    assert "The disk is full" in words_in_sight(dialog)
    assert is_valid(session, real_template.recovery_key)
