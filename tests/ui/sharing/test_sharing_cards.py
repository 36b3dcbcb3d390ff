"""My card to read out, and the cards of others: taken, confirmed by words, let go."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from exit_desktop.exchange.cards import card_words, read_card
from exit_desktop.services.desk import Desk
from exit_desktop.services.sharing import list_cards, own_card
from exit_desktop.ui.sharing.page import SharingPage, SharingTab
from exit_desktop.ui.widgets.asking import AskingDialog
from support.sharing_people import Person
from support.window_reading import words_in_sight


def dialog_of(page: SharingPage) -> AskingDialog:
    """The question that is asked just now."""
    found = page.window().findChild(AskingDialog)
    assert isinstance(found, AskingDialog)
    return found


def test_my_eight_words_are_shown(page: SharingPage, desk: Desk) -> None:
    page.show_tab(SharingTab.CARDS)
    shown = words_in_sight(page.my_card)
    assert all(word in shown for word in own_card(desk).words)


def test_my_card_is_saved_under_the_name_given(
    page: SharingPage, desk: Desk, name_file: Callable[[Path], None], tmp_path: Path
) -> None:
    name_file(tmp_path / "kort.txt")
    page.my_card._save.click()
    assert card_words(read_card((tmp_path / "kort.txt").read_bytes())) == own_card(desk).words


def test_the_right_words_confirm_whatever_the_capitals(page: SharingPage, desk: Desk, coordinator: Person) -> None:
    page.other_cards.add_file(coordinator.file)
    entry = page.other_cards.entries[0]
    entry.words.setText(coordinator.words.upper().replace(" ", ",  "))
    QTest.keyClick(entry.words, Qt.Key.Key_Return)
    assert list_cards(desk)[0].confirmed_at


def test_wrong_words_are_told_in_one_sentence(page: SharingPage, desk: Desk, coordinator: Person) -> None:
    page.other_cards.add_file(coordinator.file)
    entry = page.other_cards.entries[0]
    entry.words.setText("hest hest hest")
    entry.confirm.click()
    assert "Those are not the card's words." in words_in_sight(entry)


def test_a_file_that_is_no_card_is_refused(page: SharingPage, tmp_path: Path, told: list[str]) -> None:
    (tmp_path / "x.txt").write_text("hej")
    page.other_cards.add_file(tmp_path / "x.txt")
    assert told == ["This file is not a contact card. Choose the file that you were given as one."]


def test_a_file_that_went_away_is_told(page: SharingPage, tmp_path: Path, told: list[str]) -> None:
    page.other_cards.add_file(tmp_path / "gone.txt")
    assert told == ["The file could not be read. Copy it to this computer, then choose it again."]


def test_a_real_vault_asks_about_a_practice_card(page: SharingPage, desk: Desk, tmp_path: Path) -> None:
    page.other_cards.add_file(Person(tmp_path, "ØVE", practice=True).file)
    assert not list_cards(desk)
    dialog_of(page).act.click()
    assert [card.practice for card in list_cards(desk)] == [True]


def test_a_practice_card_may_be_left(page: SharingPage, desk: Desk, tmp_path: Path) -> None:
    page.other_cards.add_file(Person(tmp_path, "ØVE", practice=True).file)
    dialog_of(page).back.click()
    assert not list_cards(desk)


def test_a_card_is_removed_after_its_consequence_was_named(page: SharingPage, desk: Desk, coordinator: Person) -> None:
    page.other_cards.add_file(coordinator.file)
    page.other_cards.entries[0]._remove.click()
    assert "neither send to KOORD" in words_in_sight(dialog_of(page))
    dialog_of(page).act.click()
    assert not list_cards(desk)
