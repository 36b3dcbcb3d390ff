"""What waits for a card leads to it; a lost computer is withdrawn; a card that follows another says so."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from exit_desktop.services.desk import Desk
from exit_desktop.services.receiving import Succession
from exit_desktop.services.sharing import confirm_card, list_cards
from exit_desktop.ui.sharing.page import SharingPage, SharingTab
from exit_desktop.ui.widgets.asking import AskingDialog
from support.fake_receiving import FakeReceiving, taken, waiting
from support.sharing_people import Person
from support.window_reading import first, words_in_sight
from ui.receiving.conftest import OpenPage, Wait


def page_with_card(open_page: OpenPage, tab: SharingTab, person: Person) -> SharingPage:
    """A page whose vault holds somebody's card, not confirmed."""
    page = open_page(tab)
    page.other_cards.add_file(person.file)
    return page


def test_what_waits_leads_to_the_words_of_its_card(open_page: OpenPage, fake: FakeReceiving, tmp_path: Path) -> None:
    person = Person(tmp_path, "B9")
    fake.waiting = [waiting(1, "B9", person.identity.public.sender_id)]
    page = page_with_card(open_page, SharingTab.RECEIVED, person)
    page.received.acts.card.click()
    assert page.tabs.currentIndex() == SharingTab.CARDS
    assert page.other_cards.entries[0].words.hasFocus()


def test_what_waited_is_taken_in_and_told_once_the_card_is_confirmed(
    open_page: OpenPage, fake: FakeReceiving, tmp_path: Path, wait: Wait
) -> None:
    person = Person(tmp_path, "B9")
    fake.waiting = [waiting(1, "B9", person.identity.public.sender_id)]
    fake.released = [taken("", number=1), taken("", number=2)]
    page = page_with_card(open_page, SharingTab.CARDS, person)
    page.other_cards.entries[0].words.setText(person.words)
    page.other_cards.entries[0].confirm.click()
    wait()
    assert (fake.acts, page.tabs.currentIndex()) == (["release"], SharingTab.RECEIVED)
    assert page.received._summary.text() == "2 packages taken in."


def test_a_confirmed_card_with_nothing_waiting_leads_nowhere(open_page: OpenPage, tmp_path: Path, wait: Wait) -> None:
    person = Person(tmp_path, "B9")
    page = page_with_card(open_page, SharingTab.CARDS, person)
    page.other_cards.entries[0].words.setText(person.words)
    QTest.keyClick(page.other_cards.entries[0].words, Qt.Key.Key_Return)
    wait()
    assert page.tabs.currentIndex() == SharingTab.CARDS


def test_a_lost_computer_is_withdrawn_after_its_consequence_was_named(
    open_page: OpenPage, fake: FakeReceiving, desk: Desk, tmp_path: Path
) -> None:
    person = Person(tmp_path, "B9")
    confirm_card(desk, person.file.read_bytes(), person.words)
    page = open_page(SharingTab.CARDS)
    page.other_cards.entries[0]._withdraw.click()
    dialog = first(page.window(), AskingDialog)
    assert "What you have already stays." in words_in_sight(dialog)
    dialog.act.click()
    assert fake.acts == ["revoke"]


def test_a_card_nobody_confirmed_cannot_be_withdrawn(open_page: OpenPage, desk: Desk, tmp_path: Path) -> None:
    page = page_with_card(open_page, SharingTab.CARDS, Person(tmp_path, "B9"))
    assert not page.other_cards.entries[0]._withdraw.isVisible()


def test_a_card_signed_by_the_old_one_says_so_and_asks_for_its_words(
    open_page: OpenPage, fake: FakeReceiving, desk: Desk, tmp_path: Path
) -> None:
    fake.follows = Succession("ab" * 16, "B9", older_confirmed=True)
    page = page_with_card(open_page, SharingTab.CARDS, Person(tmp_path, "B9"))
    entry = page.other_cards.entries[0]
    assert "This card is signed by the card of B9 that you confirmed, and takes its place" in words_in_sight(entry)
    assert entry.words.isVisibleTo(entry)
    assert list_cards(desk)[0].confirmed_at is None
