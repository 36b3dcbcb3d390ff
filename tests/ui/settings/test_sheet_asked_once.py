"""A sheet that was never typed back is asked for once; afterwards the page of safety offers it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from exit_desktop.services.sheet_proofs import asked_groups, is_recovery_proved
from exit_desktop.ui.session import Session
from exit_desktop.ui.settings.keys import KeysPanel
from exit_desktop.ui.settings.sheet_proof import SheetProof
from exit_desktop.ui.widgets.buttons import PrimaryButton
from exit_desktop.ui.work_services import ask_about_sheet
from support.vault_making import Template
from support.window_reading import first, words_in_sight


def shown(parent: QWidget) -> list[SheetProof]:
    """The questions that are open."""
    return [dialog for dialog in parent.findChildren(SheetProof) if dialog.isVisible()]


def test_it_is_asked_once(session: Session, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    ask_about_sheet(session, parent)
    assert len(shown(parent)) == 1
    shown(parent)[0].reject()
    ask_about_sheet(session, parent)
    assert not shown(parent)


def test_two_right_groups_prove_the_sheet(session: Session, real_template: Template, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    ask_about_sheet(session, parent)
    groups = real_template.recovery_key.split("-")
    for field, place in zip(shown(parent)[0].findChildren(QLineEdit), asked_groups(session.vault), strict=True):
        QTest.keyClicks(field, groups[place - 1])
    first(parent, PrimaryButton).click()
    assert is_recovery_proved(session.vault) and not shown(parent)


def test_the_note_about_a_proved_sheet_goes_by_itself(session: Session, real_template: Template, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog, groups = SheetProof(parent, session), real_template.recovery_key.split("-")
    for field, place in zip(dialog.findChildren(QLineEdit), asked_groups(session.vault), strict=True):
        QTest.keyClicks(field, groups[place - 1])
    with qtbot.waitSignal(session.told) as told:
        first(dialog, PrimaryButton).click()
    assert told.args is not None and told.args[0].passing


def test_enter_in_the_last_group_is_enough(session: Session, real_template: Template, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    ask_about_sheet(session, parent)
    groups, dialog = real_template.recovery_key.split("-"), shown(parent)[0]
    for field, place in zip(dialog.findChildren(QLineEdit), asked_groups(session.vault), strict=True):
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert not is_recovery_proved(session.vault)
        QTest.keyClicks(field, groups[place - 1])
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert is_recovery_proved(session.vault) and not shown(parent)


def test_a_wrong_group_is_told(session: Session, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = SheetProof(parent, session)
    QTest.keyClicks(dialog.findChildren(QLineEdit)[0], "AAAAAAAAAAAA")
    assert "This is not what the sheet says." in words_in_sight(dialog)
    assert not first(dialog, PrimaryButton).isEnabled()


def test_safety_offers_it_until_it_is_done(session: Session, qtbot: QtBot) -> None:
    panel = KeysPanel(session)
    qtbot.addWidget(panel)
    assert "Try the recovery sheet" in words_in_sight(panel)
