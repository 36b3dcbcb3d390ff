"""The page of safety takes words to watch and words that give away on paper."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from exit_desktop.services.desk import Desk
from exit_desktop.services.giveaway import read_words, save_words, shipped_words
from exit_desktop.services.name_guard import check_text, count_guarded, guard_words
from exit_desktop.ui.lock_reason import LockReason
from exit_desktop.ui.session import Session
from exit_desktop.ui.settings.giveaway_words import GiveawayWordsPanel
from exit_desktop.ui.settings.guarded_words import GuardedWordsPanel
from exit_desktop.ui.settings.key_dialogs import KeyDialog
from support.window_reading import words_in_sight


def test_a_word_is_watched_by_enter_and_not_shown_again(session: Session, desk: Desk, qtbot: QtBot) -> None:
    panel = GuardedWordsPanel(session)
    qtbot.addWidget(panel)
    QTest.keyClicks(panel.words, "Rosengren")
    QTest.keyClick(panel.words, Qt.Key.Key_Return)
    assert "1 word is watched." in words_in_sight(panel) and not panel.words.text()
    assert check_text(desk, "Hos Rosengren i dag")


def test_words_are_forgotten_after_a_question(session: Session, desk: Desk, qtbot: QtBot) -> None:
    guard_words(desk, "Mette Holm")
    panel = GuardedWordsPanel(session)
    qtbot.addWidget(panel)
    panel.forget.click()
    dialog = panel.window().findChild(KeyDialog)
    assert isinstance(dialog, KeyDialog) and count_guarded(desk) == 2
    next(button for button in dialog.findChildren(QPushButton) if button.text() == "Forget all words").click()
    assert count_guarded(desk) == 0 and "No word is watched yet." in words_in_sight(panel)


def test_the_list_is_kept_by_ctrl_enter(session: Session, desk: Desk, qtbot: QtBot) -> None:
    panel = GiveawayWordsPanel(session)
    qtbot.addWidget(panel)
    panel.words.setPlainText("skat\nSkur*")
    QTest.keyClick(panel.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert read_words(desk) == ("skat", "skur*") and "2 words on the list." in words_in_sight(panel)


def test_the_first_words_come_back_beside_own_ones(session: Session, desk: Desk, qtbot: QtBot) -> None:
    save_words(desk, ["skur*"])
    panel = GiveawayWordsPanel(session)
    qtbot.addWidget(panel)
    panel.back.click()
    assert read_words(desk) == ("skur*", *shipped_words())


def test_what_is_being_written_is_kept_at_lock_and_then_gone(session: Session, desk: Desk, qtbot: QtBot) -> None:
    panel = GiveawayWordsPanel(session)
    qtbot.addWidget(panel)
    panel.words.setPlainText("skur*")
    session.locked.emit(LockReason.ASKED)
    panel.clear()
    assert read_words(desk) == ("skur*",) and not panel.words.text()


def test_the_words_are_not_in_sight_until_they_are_asked_for(session: Session, desk: Desk, qtbot: QtBot) -> None:
    save_words(desk, ["skur*"])
    panel = GiveawayWordsPanel(session)
    qtbot.addWidget(panel)
    panel.show()
    assert not panel.words.isVisible() and "1 word on the list." in words_in_sight(panel)
    panel.unfold.click()
    assert panel.words.isVisible() and panel.unfold.text() == "Hide the words"


@pytest.mark.parametrize("leave", [QWidget.hide, GiveawayWordsPanel.clear])
def test_the_words_are_folded_away_again(
    session: Session, qtbot: QtBot, leave: Callable[[GiveawayWordsPanel], None]
) -> None:
    panel = GiveawayWordsPanel(session)
    qtbot.addWidget(panel)
    panel.show()
    panel.unfold.click()
    leave(panel)
    panel.show()
    assert not panel.words.isVisible() and panel.unfold.text() == "Show the words"
