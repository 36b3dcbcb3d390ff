"""Packages are taken in from files and drops, each is told in a line, and a stop says what stays."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from exit_desktop.services.receiving import MissingNumbers, Outcome, Taken
from exit_desktop.ui.sharing.page import SharingPage, SharingTab
from exit_desktop.ui.widgets.asking import AskingDialog
from support.fake_receiving import FakeReceiving, package, taken, waiting
from support.window_reading import words_in_sight
from ui.receiving.conftest import OpenPage, Wait

FOLDER = (Path("post"),)


def lines(page: SharingPage) -> list[str]:
    """The list as a screen reader reads it out."""
    model = page.received.list.lines
    return [str(model.index(at, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for at in range(model.rowCount())]


def test_a_coordinator_comes_to_what_came(open_page: OpenPage, coordinates: None, fake: FakeReceiving) -> None:
    page = open_page(SharingTab.SEND)
    assert SharingPage(page._session).tabs.currentIndex() == SharingTab.RECEIVED


def test_an_empty_place_says_what_it_is_for(open_page: OpenPage, coordinates: None) -> None:
    page = open_page(SharingTab.RECEIVED)
    assert "Swap contact cards with your workers first" in words_in_sight(page.received)


def test_a_worker_is_told_of_receipts(open_page: OpenPage) -> None:
    page = open_page(SharingTab.RECEIVED)
    assert "a receipt comes back" in words_in_sight(page.received)


def test_what_became_of_the_packages_is_told_in_words(open_page: OpenPage, fake: FakeReceiving, wait: Wait) -> None:
    outcomes = (Outcome.ACCEPTED, Outcome.ACCEPTED, Outcome.ALREADY_HERE, Outcome.WAITING, Outcome.REFUSED)
    fake.told = [taken(f"{one}.forloeb", one) for one in outcomes]
    page = open_page(SharingTab.RECEIVED)
    page.received.take_in(FOLDER)
    wait()
    summary = "2 packages taken in. 1 was taken in before. 1 waits for its sender's card. 1 could not be used."
    assert page.received._summary.text() == summary


def test_a_refused_file_stays_in_sight_with_its_reason(open_page: OpenPage, fake: FakeReceiving, wait: Wait) -> None:
    fake.told = [taken("pakke-1.forloeb", Outcome.REFUSED)]
    page = open_page(SharingTab.RECEIVED)
    page.received.take_in(FOLDER)
    wait()
    assert lines(page)[0].startswith("pakke-1.forloeb. The package was damaged on the way, and nothing in it is used.")


def test_every_package_is_a_line_with_its_counts(open_page: OpenPage, fake: FakeReceiving) -> None:
    fake.packages = [package(12, already=1), package(11, given=True, taken=1)]
    page = open_page(SharingTab.RECEIVED)
    assert lines(page) == [
        "K7, package 12. 9 courses taken in · 1 was here already · came 22 November 2026 · no receipt yet",
        "K7, package 11. 1 course taken in · came 22 November 2026 · receipt given 22 November 2026",
    ]


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ((4,), "Package 4 is missing"),
        ((4, 6), "Packages 4, 6 are missing"),
        (tuple(range(1, 30)), "Packages 1, 2, 3, 4, 5, 6, 7, 8 and more are missing"),
    ],
)
def test_gaps_are_told(open_page: OpenPage, fake: FakeReceiving, numbers: tuple[int, ...], words: str) -> None:
    fake.missing = [MissingNumbers("ab" * 16, "K7", numbers, 30)]
    assert lines(open_page(SharingTab.RECEIVED))[0].endswith(words)


def test_practice_is_told(open_page: OpenPage, fake: FakeReceiving, wait: Wait) -> None:
    fake.told = [Taken("p.forloeb", Outcome.ALREADY_HERE, "K7", 3, practice=True)]
    page = open_page(SharingTab.RECEIVED)
    page.received.take_in(FOLDER)
    wait()
    assert lines(page)[0].startswith("K7, package 3. practice. ")


def test_a_drop_anywhere_on_the_page_takes_the_files_in(
    open_page: OpenPage, fake: FakeReceiving, wait: Wait, tmp_path: Path
) -> None:
    fake.told = [taken("pakke-1.forloeb")]
    page, dragged = open_page(SharingTab.CARDS), QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(tmp_path / "pakke-1.forloeb"))])
    held = (Qt.DropAction.CopyAction, dragged, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(page.other_cards, QDragEnterEvent(QPointF(9, 9), *held))
    QApplication.sendEvent(page.other_cards, QDropEvent(QPointF(9, 9), *held))
    wait()
    assert (page.tabs.currentIndex(), fake.acts) == (SharingTab.RECEIVED, ["find pakke-1.forloeb"])


def test_a_stop_says_what_stays(open_page: OpenPage, fake: FakeReceiving, wait: Wait) -> None:
    fake.told = [taken(f"{number}.forloeb", number=number) for number in (1, 2, 3)]
    page = open_page(SharingTab.RECEIVED)
    page.received.taking.came.connect(lambda _: page.received._work._ask_to_stop())
    fake.pause_after = 1
    page.received.take_in(FOLDER)
    wait()
    assert page.received._summary.text() == "Stopped. 1 package taken in. 2 were not opened."


def test_what_waits_can_be_deleted_unopened(open_page: OpenPage, fake: FakeReceiving, wait: Wait) -> None:
    fake.waiting = [waiting(5)]
    page = open_page(SharingTab.RECEIVED)
    page.received.acts.let_go.click()
    dialog = page.window().findChild(AskingDialog)
    assert isinstance(dialog, AskingDialog)
    dialog.act.click()
    wait()
    assert (fake.acts, lines(page)) == (["drop 5"], [])


def test_five_hundred_packages_are_shown_at_once(open_page: OpenPage, fake: FakeReceiving) -> None:
    fake.packages = [package(number) for number in range(500, 0, -1)]
    page = open_page(SharingTab.RECEIVED)
    assert len(page.received.list.findChildren(type(page))) == 0
    assert len(lines(page)) == 500


def test_a_lock_in_the_middle_leaves_nothing_in_sight(
    open_page: OpenPage, fake: FakeReceiving, wait: Wait, told: list[str], qtbot: QtBot
) -> None:
    fake.told, fake.pause_after = [taken("1.forloeb"), taken("2.forloeb", number=2)], 1
    page = open_page(SharingTab.RECEIVED)
    with qtbot.waitSignal(page.received.taking.came):
        page.received.take_in(FOLDER)
    page.clear()
    wait()
    assert (lines(page), page.received._summary.text(), told) == ([], "", [])


def test_a_second_drop_waits_its_turn(open_page: OpenPage, fake: FakeReceiving, wait: Wait) -> None:
    fake.told = [taken("1.forloeb")]
    page = open_page(SharingTab.RECEIVED)
    page.received.take_in((Path("en"),))
    page.received.take_in((Path("to"),))
    wait()
    wait()
    assert fake.acts == ["find en", "find to"]
