"""The page over real services: a package taken in at a coordinator's, its receipt at the worker's."""

from collections.abc import Iterator
from contextlib import contextmanager

from pytestqt.qtbot import QtBot

from exit_desktop.domain.courses import Sharing
from exit_desktop.services.courses import change_citizen
from exit_desktop.services.desk import Desk
from exit_desktop.services.sending import list_cards, remove_card
from exit_desktop.services.sharing import own_card
from exit_desktop.ui.frame import Frame
from exit_desktop.ui.receiving.conflict_dialog import ConflictDialog
from exit_desktop.ui.session import Session
from exit_desktop.ui.sharing.page import SharingPage, SharingTab
from exit_desktop.ui.work_services import draft_store
from support.two_desks import Desks, desks
from support.window_reading import first

__all__ = ["desks"]


@contextmanager
def page_at(desk: Desk, frame: Frame, qtbot: QtBot, tab: SharingTab) -> Iterator[SharingPage]:
    """The page at a desk."""
    session = Session(desk, frame, draft_store(desk))
    page = SharingPage(session)
    qtbot.addWidget(page)
    page.show_tab(tab)
    page.show()
    qtbot.waitUntil(lambda: not session.jobs.busy)
    yield page
    page.clear()
    session.drafts.clear()


def line(page: SharingPage, tab: SharingTab) -> str:
    """The first line of the list on a tab."""
    shown = (page.received if tab is SharingTab.RECEIVED else page.there).list.lines.line(0)
    return shown.spoken if shown is not None else ""


def test_there_and_back(desks: Desks, frame: Frame, qtbot: QtBot) -> None:
    package = desks.send(desks.new_course("Birk"))
    with page_at(desks.coordinator, frame, qtbot, SharingTab.RECEIVED) as page:
        page.received.take_in((package,))
        qtbot.waitUntil(lambda: line(page, SharingTab.RECEIVED).startswith("K1, package 1. 1 course taken in · came"))
        (desks.folder / "svar").mkdir()
        page.received.save_receipts(desks.folder / "svar")
        qtbot.waitUntil(lambda: line(page, SharingTab.RECEIVED).startswith("Receipt for K1"))
    with page_at(desks.worker, frame, qtbot, SharingTab.RECEIVED) as page:
        page.received.take_in((desks.folder / "svar",))
        qtbot.waitUntil(lambda: "1 receipt" in line(page, SharingTab.RECEIVED))
        page.show_tab(SharingTab.THERE)
        qtbot.waitUntil(lambda: line(page, SharingTab.THERE).startswith("Birk. K2 has version 1, said"))


def test_what_waited_comes_in_with_the_words_of_its_card(desks: Desks, frame: Frame, qtbot: QtBot) -> None:
    package, card = desks.send(desks.new_course("Birk")), own_card(desks.worker)
    (desks.folder / "kort.txt").write_bytes(card.content)
    remove_card(desks.coordinator, list_cards(desks.coordinator)[0].sender)
    with page_at(desks.coordinator, frame, qtbot, SharingTab.RECEIVED) as page:
        page.received.take_in((package,))
        qtbot.waitUntil(lambda: line(page, SharingTab.RECEIVED).endswith("Waits for its sender's contact card"))
        page.other_cards.add_file(desks.folder / "kort.txt")
        page.other_cards.entries[0].words.setText(" ".join(card.words))
        page.other_cards.entries[0].confirm.click()
        qtbot.waitUntil(lambda: line(page, SharingTab.RECEIVED).startswith("K1, package 1. 1 course taken in · came"))
        assert page.received._summary.text() == "1 package taken in."


def test_two_writings_are_settled_by_a_person(desks: Desks, frame: Frame, qtbot: QtBot) -> None:
    changed = change_citizen(desks.worker, desks.new_course(sharing=Sharing.FULL), "Lind", "da")
    desks.take(desks.send(changed))
    with desks.worker.vault.writing() as connection:
        connection.execute("UPDATE citizen SET alias = 'Eg', alias_key = 'eg'")
    desks.take(desks.send(changed))
    with page_at(desks.coordinator, frame, qtbot, SharingTab.RECEIVED) as page:
        qtbot.waitUntil(lambda: "choose one of them" in line(page, SharingTab.RECEIVED))
        page.received.acts.see.click()
        dialog = first(page.window(), ConflictDialog)
        shown = [cell.text() for column in range(3) if (cell := dialog.table.item(0, column))]
        assert shown == ["Citizen id", "Lind", "Eg"]
        dialog.take.click()
        qtbot.waitUntil(lambda: line(page, SharingTab.RECEIVED).startswith("K1, package"))
