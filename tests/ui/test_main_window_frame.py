"""The window around the screens: opening, going about, locking, speaking another language."""

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from exit_desktop.errors import DiskFull
from exit_desktop.services.vaults import NewVault
from exit_desktop.system.language import Language
from exit_desktop.ui.frame import Frame
from exit_desktop.ui.lock_reason import LockReason
from exit_desktop.ui.main_window import MainWindow
from exit_desktop.ui.shortcuts import ACTS, ActId
from exit_desktop.ui.start.chooser import VaultChoice
from exit_desktop.ui.start.start_area import StartArea, StartWith
from exit_desktop.ui.work_area import WorkArea
from support.vault_making import PASSPHRASE
from support.window_reading import first, words_in_sight


@pytest.fixture
def window(frame: Frame, practice: NewVault, qtbot: QtBot) -> Iterator[MainWindow]:
    folder = practice.vault.folder
    practice.vault.close()
    made = MainWindow(frame, StartArea(frame, StartWith((VaultChoice(folder, "Odense", practice=True),))))
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    yield made
    made.lock(LockReason.ASKED)


def open_vault(window: MainWindow, qtbot: QtBot) -> WorkArea:
    """Type the passphrase and wait for the work area."""
    QTest.keyClicks(first(window.start.unlock, QLineEdit), PASSPHRASE)
    with qtbot.waitSignal(window.shown_work, timeout=20000):
        QTest.keyClick(first(window.start.unlock, QLineEdit), Qt.Key.Key_Return)
    assert window.work is not None
    # The offscreen platform lets go of a window whose page changes; a real one does not.
    with qtbot.waitActive(window):
        window.activateWindow()
    return window.work


def test_the_field_takes_keys_at_once(window: MainWindow, qtbot: QtBot) -> None:
    assert window.focusWidget() is first(window.start.unlock, QLineEdit)


def test_passphrase_opens_the_work_area(window: MainWindow, qtbot: QtBot) -> None:
    open_vault(window, qtbot)
    assert "Citizens" in words_in_sight(window)


def test_practice_is_told_all_the_time(window: MainWindow, qtbot: QtBot) -> None:
    open_vault(window, qtbot)
    assert "Practice" in words_in_sight(window)


def test_title_names_nobody(window: MainWindow, qtbot: QtBot) -> None:
    open_vault(window, qtbot)
    assert window.windowTitle() == "Forløb"


def test_one_key_locks_and_says_why(window: MainWindow, qtbot: QtBot) -> None:
    open_vault(window, qtbot)
    with qtbot.waitSignal(window.was_locked):
        QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert "because you asked for it" in words_in_sight(window)


def test_lock_closes_the_vault_and_leaves_no_work_area(window: MainWindow, qtbot: QtBot) -> None:
    vault = open_vault(window, qtbot).session.vault
    window.lock(LockReason.IDLE)
    qtbot.waitUntil(lambda: not window.findChildren(WorkArea))
    gc.collect()
    assert not vault.is_open


def test_idle_time_locks(window: MainWindow, qtbot: QtBot) -> None:
    work = open_vault(window, qtbot)
    with qtbot.waitSignal(window.was_locked):
        work.presence.idle.gone.emit()
    assert "nobody had touched" in words_in_sight(window)


def test_lock_during_unlock_gives_it_up(window: MainWindow, frame: Frame, qtbot: QtBot) -> None:
    QTest.keyClicks(first(window.start.unlock, QLineEdit), PASSPHRASE)
    QTest.keyClick(first(window.start.unlock, QLineEdit), Qt.Key.Key_Return)
    window.lock(LockReason.ASKED)
    qtbot.waitUntil(lambda: not frame.jobs.busy, timeout=20000)
    assert window.work is None


def test_lock_closes_an_open_dialog(window: MainWindow, qtbot: QtBot) -> None:
    work = open_vault(window, qtbot)
    work.acts.action(ActId.GO_TO).trigger()
    window.lock(LockReason.IDLE)
    assert "Citizens" not in words_in_sight(window)


def test_other_language_is_spoken_at_once(window: MainWindow, frame: Frame, qtbot: QtBot) -> None:
    heard: list[bool] = []
    work = open_vault(window, qtbot)
    work.session.language_changed.connect(lambda: heard.append(True))
    frame.use_language(Language.DANISH)
    assert (heard, frame.t.language, frame.preferences.language) == ([True], "da", Language.DANISH)


def test_failure_is_told_in_one_place(window: MainWindow, qtbot: QtBot) -> None:
    work = open_vault(window, qtbot)
    work.session.tell(DiskFull())
    assert "The disk is full" in words_in_sight(window)


@pytest.mark.parametrize("place", [ActId.HELP, ActId.SAFETY])
def test_every_place_of_the_rail_opens(window: MainWindow, qtbot: QtBot, place: ActId) -> None:
    work = open_vault(window, qtbot)
    work.acts.action(place).trigger()
    assert {ActId.HELP: "About", ActId.SAFETY: "Change passphrase"}[place] in words_in_sight(window)


def test_every_control_has_a_name_for_a_screen_reader(window: MainWindow, qtbot: QtBot) -> None:
    work = open_vault(window, qtbot)
    for place in (ActId.HELP, ActId.SAFETY):
        work.acts.action(place).trigger()
    buttons = [button for button in window.findChildren(QPushButton) if button.isVisible()]
    fields = [field for field in window.findChildren(QLineEdit) if field.isVisible() and field.focusPolicy()]
    nameless: list[QWidget] = [button for button in buttons if not (button.accessibleName() or button.text())]
    # The field inside a spin box is named by its box.
    nameless += [field for field in fields if not (field.accessibleName() or named_by_parent(field))]
    assert not nameless


def named_by_parent(field: QWidget) -> bool:
    """Whether the box around a field has a name."""
    box = field.parentWidget()
    return box is not None and bool(box.accessibleName())


def test_narrow_window_folds_the_list(window: MainWindow, qtbot: QtBot) -> None:
    work = open_vault(window, qtbot)
    work.acts.action(ActId.HELP).trigger()
    window.resize(1280, 720)
    wide = work.list_shown
    window.resize(1000, 720)
    assert (wide, work.list_shown) == (True, False)


def test_narrow_window_gives_its_room_to_the_day_and_one_key_brings_the_list(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1000, 720)
    work = open_vault(window, qtbot)
    assert not work.list_shown
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert work.list_shown
    assert isinstance(window.focusWidget(), QLineEdit)


def test_no_two_acts_share_their_keys() -> None:
    keys = [act.keys for act in ACTS]
    assert len(keys) == len(set(keys))
