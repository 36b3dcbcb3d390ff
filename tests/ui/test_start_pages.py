"""From the start of the program to an open vault, and from a lock back to it."""

from datetime import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from exit_desktop.errors import WrongPassphrase
from exit_desktop.system.language import Texts
from exit_desktop.ui.lock_reason import LockReason
from exit_desktop.ui.start.backoff import delay_after
from exit_desktop.ui.start.ceremony import CeremonyPage, Proof, Step
from exit_desktop.ui.start.lock_words import Locked
from exit_desktop.ui.start.passphrase_page import PassphrasePage
from exit_desktop.ui.start.recover import RecoverPage
from exit_desktop.ui.start.unlock import UnlockPage
from exit_desktop.ui.theme import Theme
from exit_desktop.ui.widgets.buttons import PrimaryButton
from support.ceremony_page import RULES, ceremony
from support.window_reading import first, words_in_sight

__all__ = ["ceremony"]


@pytest.fixture
def unlock(theme: Theme, t: Texts, qtbot: QtBot) -> UnlockPage:
    page = UnlockPage(theme, t)
    qtbot.addWidget(page)
    page.show_vault("Odense", practice=False, others=False)
    page.show()
    return page


@pytest.mark.parametrize(("wrong", "seconds"), list(enumerate([0, 0, 0, 0, 2, 4, 8, 16, 30, 30])))
def test_waiting_grows_to_thirty_seconds(wrong: int, seconds: int) -> None:
    assert delay_after(wrong) == seconds


def test_enter_tries_what_is_typed(unlock: UnlockPage, qtbot: QtBot) -> None:
    field = first(unlock, QLineEdit)
    QTest.keyClicks(field, "hest lampe")
    with qtbot.waitSignal(unlock.tried) as tried:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert tried.args == ["hest lampe"]


def test_wrong_passphrase_is_said_with_the_way_out(unlock: UnlockPage) -> None:
    unlock.tell(WrongPassphrase())
    assert "not the passphrase of this vault" in words_in_sight(unlock)


def test_fourth_wrong_try_waits(unlock: UnlockPage) -> None:
    for _ in range(4):
        unlock.tell(WrongPassphrase())
    assert "Wait 2 seconds." in words_in_sight(unlock)
    assert not first(unlock, PrimaryButton).isEnabled()


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        (LockReason.ASKED, "because you asked for it"),
        (LockReason.IDLE, "for 7 minutes"),
        (LockReason.FAULT, "went wrong"),
    ],
)
def test_lock_says_why_and_since_when(unlock: UnlockPage, reason: LockReason, words: str) -> None:
    unlock.show_locked(Locked(reason, time(14, 32), 7))
    assert words in words_in_sight(unlock)
    assert "14:32" in words_in_sight(unlock)


def test_caps_lock_is_noticed(unlock: UnlockPage, qtbot: QtBot) -> None:
    QTest.keyClicks(first(unlock, QLineEdit), "A")
    assert "Caps Lock is on." in words_in_sight(unlock)


def test_opening_forgets_what_was_typed(unlock: UnlockPage, qtbot: QtBot) -> None:
    QTest.keyClicks(first(unlock, QLineEdit), "hest")
    unlock.opened()
    assert first(unlock, QLineEdit).text() == ""


def test_own_words_are_judged_while_written(theme: Theme, t: Texts, qtbot: QtBot) -> None:
    page = PassphrasePage(theme, t, RULES)
    qtbot.addWidget(page)
    page.show()
    page.use_own_words(True)
    QTest.keyClicks(first(page, QLineEdit), "kort")
    qtbot.waitUntil(lambda: "Too short." in words_in_sight(page))
    assert not page.good


def test_first_start_asks_for_a_code_before_it_goes_on(ceremony: CeremonyPage, qtbot: QtBot) -> None:
    button = first(ceremony, PrimaryButton)
    assert not button.isEnabled()
    QTest.keyClicks(first(ceremony, QLineEdit), "K7")
    button.click()
    assert ceremony.step is Step.PASSPHRASE


def test_sheet_must_be_kept_before_the_groups(ceremony: CeremonyPage) -> None:
    ceremony.show_sheet(Proof((2, 5), lambda _place, text: text == "ABCDE"))
    assert not first(ceremony, PrimaryButton).isEnabled()
    ceremony.set_sheet_kept()
    assert first(ceremony, PrimaryButton).isEnabled()


@pytest.mark.parametrize(("typed", "opens"), [("ABCDE", True), ("ABCDF", False)])
def test_only_the_right_groups_open(ceremony: CeremonyPage, qtbot: QtBot, typed: str, opens: bool) -> None:
    ceremony.show_sheet(Proof((2, 5), lambda _place, text: text == "ABCDE"))
    ceremony.set_sheet_kept()
    first(ceremony, PrimaryButton).click()
    for field in ceremony.groups.findChildren(QLineEdit):
        QTest.keyClicks(field, typed)
    assert first(ceremony, PrimaryButton).isEnabled() is opens


def test_practice_says_where_its_passphrase_stands(unlock: UnlockPage) -> None:
    unlock.show_words_file("practice.passphrase.txt")
    assert "practice.passphrase.txt" in words_in_sight(unlock)


def test_escape_leads_back_from_the_sheet(theme: Theme, t: Texts, qtbot: QtBot) -> None:
    page = RecoverPage(theme, t, RULES)
    qtbot.addWidget(page)
    page.show()
    with qtbot.waitSignal(page.left):
        QTest.keyClick(page._key, Qt.Key.Key_Escape)
