"""Two writings stand side by side until a person chooses; nothing is overwritten before."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from exit_desktop.ui.receiving.conflict_dialog import ConflictDialog
from exit_desktop.ui.sharing.page import SharingPage, SharingTab
from support.fake_receiving import FakeReceiving, conflict
from support.window_reading import first, words_in_sight
from ui.receiving.conftest import OpenPage, Wait


@pytest.fixture
def page(open_page: OpenPage, fake: FakeReceiving) -> SharingPage:
    """A page with one conflict."""
    fake.conflicts = [
        conflict(differences=[("contacts[3].note", "Om husleje.", ""), ("calendar.pauses.reason", "", "hospital")])
    ]
    return open_page(SharingTab.RECEIVED)


@pytest.fixture
def dialog(page: SharingPage) -> ConflictDialog:
    """The two side by side."""
    page.received.acts.see.click()
    return first(page.window(), ConflictDialog)


def test_who_and_when_stand_side_by_side(dialog: ConflictDialog) -> None:
    shown = words_in_sight(dialog)
    told = ("K7, package 4", "made 10 November 2026", "K7, package 6", "made 18 November 2026", "version 14")
    assert [words for words in told if words not in shown] == []


def test_what_differs_is_said_in_words(dialog: ConflictDialog) -> None:
    rows = [[cell.text() for at in range(3) if (cell := dialog.table.item(row, at))] for row in range(2)]
    assert rows == [["Contact 3 · Note", "Om husleje.", "–"], ["Pause · Why", "–", "Hospital"]]


def test_enter_in_haste_changes_nothing(dialog: ConflictDialog, fake: FakeReceiving) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert fake.acts == []


@pytest.mark.parametrize(("button", "act"), [("keep", "keep the first"), ("take", "take the second")])
def test_the_choice_is_the_person_s(
    dialog: ConflictDialog, fake: FakeReceiving, wait: Wait, button: str, act: str
) -> None:
    getattr(dialog, button).click()
    wait()
    assert fake.acts == [act]


def test_a_settled_conflict_leaves_the_list(page: SharingPage, dialog: ConflictDialog, wait: Wait) -> None:
    dialog.take.click()
    wait()
    assert page.received.list.lines.rowCount() == 0
