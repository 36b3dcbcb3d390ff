"""Receipts: saved as files, or told by telephone; the code stands large and is said letter by letter."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from exit_desktop.services.receiving import WrittenReceipt
from exit_desktop.services.sending import HeldCard
from exit_desktop.ui.files.place_dialog import PlaceDialog
from exit_desktop.ui.receiving.code_dialog import CodeDialog
from exit_desktop.ui.sharing.page import SharingTab
from support.fake_receiving import CODE, FakeReceiving, package
from support.window_reading import first, words_in_sight
from ui.receiving.conftest import OpenPage, Wait


@pytest.fixture(autouse=True)
def _senders_are_confirmed(monkeypatch: pytest.MonkeyPatch) -> None:
    card = HeldCard("ab" * 16, b"", "worker", "K7", False, "2026-11-20", "2026-11-20")
    monkeypatch.setattr("exit_desktop.ui.receiving.received_lines.list_cards", lambda _desk: (card,))


def test_a_sender_who_is_not_trusted_any_more_is_not_answered(
    open_page: OpenPage, fake: FakeReceiving, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("exit_desktop.ui.receiving.received_lines.list_cards", lambda _desk: ())
    fake.packages = [package(3)]
    page = open_page(SharingTab.RECEIVED)
    assert "Save receipts …" not in words_in_sight(page.received)


def test_a_receipt_that_was_lost_is_saved_again(
    open_page: OpenPage, fake: FakeReceiving, wait: Wait, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    fake.packages = [package(7, given=True)]
    monkeypatch.setattr(PlaceDialog, "exec", lambda dialog: dialog.take(tmp_path))
    open_page(SharingTab.RECEIVED).received.acts.again.click()
    wait()
    assert fake.acts == [f"receipts in {tmp_path.name} for (7,)"]


def test_how_many_have_had_none_is_told(open_page: OpenPage, fake: FakeReceiving) -> None:
    fake.packages = [package(3), package(2), package(1, given=True)]
    page = open_page(SharingTab.RECEIVED)
    assert "2 packages have had no receipt." in words_in_sight(page.received)


def test_nothing_is_offered_where_each_has_had_its_own(open_page: OpenPage, fake: FakeReceiving) -> None:
    fake.packages = [package(1, given=True), package(2, receipts=1, taken=0)]
    page = open_page(SharingTab.RECEIVED)
    assert "Save receipts …" not in words_in_sight(page.received)


def test_saved_receipts_say_which_is_for_whom(
    open_page: OpenPage, fake: FakeReceiving, wait: Wait, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    fake.packages, fake.receipts = [package(1)], [WrittenReceipt(tmp_path / "pakke-9.forloeb", "ab" * 16, "K7", 2)]
    monkeypatch.setattr(PlaceDialog, "exec", lambda dialog: dialog.take(tmp_path))
    page = open_page(SharingTab.RECEIVED)
    page.received.offer.save.click()
    wait()
    line = page.received.list.lines.line(0)
    assert line is not None
    assert line.spoken == "Receipt for K7. Saved as pakke-9.forloeb · answers 2 packages"


def test_enter_on_a_package_shows_its_code_large(open_page: OpenPage, fake: FakeReceiving) -> None:
    fake.packages = [package(12)]
    page = open_page(SharingTab.RECEIVED)
    QTest.keyClick(page.received.list, Qt.Key.Key_Return)
    dialog = first(page.window(), CodeDialog)
    assert dialog.code.text() == CODE
    assert dialog.code.font().pointSizeF() > 25


def test_the_code_is_said_letter_by_letter(open_page: OpenPage, fake: FakeReceiving) -> None:
    fake.packages = [package(12)]
    page = open_page(SharingTab.RECEIVED)
    page.received.acts.code.click()
    assert first(page.window(), CodeDialog).code.accessibleName().startswith("7 K 3 M")


def test_a_receipt_that_came_is_not_answered(open_page: OpenPage, fake: FakeReceiving) -> None:
    fake.packages = [package(2, receipts=1, taken=0)]
    page = open_page(SharingTab.RECEIVED)
    assert not page.received.acts.isVisible()
