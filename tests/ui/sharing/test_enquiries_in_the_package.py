"""Enquiries have a line of their own among what leaves, with a tick that leaves them out."""

from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from exit_desktop.domain.courses import Sharing
from exit_desktop.services.courses import register_citizen
from exit_desktop.services.not_started import record_enquiry
from exit_desktop.services.sending import confirm_held_card, keep_seen_card, list_cards, see_card
from exit_desktop.services.sharing import set_sharing
from exit_desktop.ui.session import Session
from exit_desktop.ui.sharing.page import SharingPage
from support.courses import TODAY
from support.enquiries import HELPED_ON, about
from support.sharing_people import Person
from support.window_reading import words_in_sight


@pytest.fixture
def page(session: Session, qtbot: QtBot, tmp_path: Path) -> SharingPage:
    """The page with a coordinator, a citizen who shares and two enquiries."""
    desk, coordinator = session.desk, Person(tmp_path, "K1", practice=True)
    keep_seen_card(desk, see_card(coordinator.file))
    confirm_held_card(desk, list_cards(desk)[0], coordinator.words)
    set_sharing(desk, register_citizen(desk, "Havet"), Sharing.CODED)
    for answers in (HELPED_ON, (about("gender", "man"),)):
        record_enquiry(desk, TODAY, answers)
    page = SharingPage(session)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: "citizen leaves" in words_in_sight(page.send), timeout=10000)
    return page


def row(page: SharingPage) -> QModelIndex:
    """The line of the enquiries."""
    model = page.send._tree.model
    lines = [model.index(at, 0) for at in range(model.rowCount())]
    return next(line for line in lines if "enquiries" in str(line.data()))


def test_they_stand_in_one_line_that_says_what_goes(page: SharingPage) -> None:
    assert row(page).data() == "2 enquiries without a course"
    assert row(page).siblingAtColumn(1).data() == "counted answers only"
    assert "1 citizen leaves. 2 enquiries without a course go along." in words_in_sight(page.send)


def test_each_is_its_month_with_its_answers_beneath(page: SharingPage) -> None:
    model = page.send._tree.model
    month = model.index(0, 0, row(page))
    assert month.data() == "November 2026"
    told = {model.index(at, 0, month).data(): model.index(at, 1, month).data() for at in range(model.rowCount(month))}
    assert told["Form"] == "Not started"
    assert "Which gender?" in told
    assert not any("2026-11-23" in str(words) or "my view" in str(name) for name, words in told.items())


def test_a_tick_leaves_them_out(page: SharingPage) -> None:
    page.send._tree.model.setData(row(page), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert "go along" not in words_in_sight(page.send)
    assert "1 citizen leaves." in words_in_sight(page.send)
    assert row(page).siblingAtColumn(1).data() == "stays here: not chosen"


def sealed_units(page: SharingPage, path: Path, qtbot: QtBot) -> int:
    """Seal what is ticked into a file and return how many units went."""
    page.send._seal_into(path)
    qtbot.waitUntil(path.exists, timeout=10000)
    qtbot.waitUntil(lambda: not page.send._work.busy, timeout=10000)
    with page.send._desk.vault.reading() as connection:
        return int(connection.execute("SELECT units FROM sent_bundle ORDER BY id DESC LIMIT 1").fetchone()[0])


def test_what_is_sealed_is_what_was_ticked(page: SharingPage, tmp_path: Path, qtbot: QtBot) -> None:
    assert sealed_units(page, tmp_path / "all.forloeb", qtbot) == 4
    page.send._look()
    qtbot.waitUntil(lambda: not page.send._work.busy, timeout=10000)
    page.send._tree.model.setData(row(page), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert sealed_units(page, tmp_path / "some.forloeb", qtbot) == 2
