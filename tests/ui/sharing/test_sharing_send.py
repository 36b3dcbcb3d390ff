"""Sending: row by row what leaves, what stays and why, and one act that seals."""

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from exit_desktop.services.desk import Desk
from exit_desktop.services.sharing import confirm_card, list_cards
from exit_desktop.ui.jobs import Listeners
from exit_desktop.ui.session import Session
from exit_desktop.ui.sharing.leaving_nodes import Node
from exit_desktop.ui.sharing.page import SharingPage
from support.sharing_people import Person
from support.window_reading import words_in_sight


def lines(page: SharingPage) -> dict[str, str]:
    """The top lines of the tree: what and how it leaves."""
    model = page.send._tree.model
    rows = range(model.rowCount())
    return {str(model.data(model.index(row, 0))): str(model.data(model.index(row, 1))) for row in rows}


def all_rows(node: Node) -> list[tuple[str, str]]:
    """Every raw row beneath a line; the rows of an answer once."""
    if node.rows:
        return list(node.rows)
    return [row for child in node.children for row in all_rows(child)]


@pytest.fixture
def ready(page: SharingPage, desk: Desk, coordinator: Person, session: Session, qtbot: QtBot) -> SharingPage:
    """The page when the coordinator is confirmed."""
    confirm_card(desk, coordinator.file.read_bytes(), coordinator.words)
    page.send.reload()
    qtbot.waitUntil(lambda: not session.jobs.busy)
    return page


def test_without_a_card_the_first_step_is_offered(page: SharingPage) -> None:
    assert "Go to the contact cards" in words_in_sight(page.send)


def test_what_stays_tells_why(page: SharingPage) -> None:
    shown = lines(page)
    assert (shown["Birk"], shown["Syren"]) == ("stays here: does not want to share", "stays here: not asked yet")


def test_what_leaves_tells_how(page: SharingPage) -> None:
    shown = lines(page)
    assert shown["Mågen"].startswith("the whole course") and shown["Rav"].startswith("coded")


def test_every_row_that_leaves_can_be_read(page: SharingPage) -> None:
    preview, model = page.send._preview, page.send._tree.model
    assert preview is not None
    whole = next(one for one in preview.leaving if one.alias == "Mågen")
    node = model.node(model.index(0, 0))
    assert node is not None and sorted(all_rows(node)) == sorted(whole.rows)


def test_the_chosen_line_shows_how_it_is_sent(page: SharingPage) -> None:
    tree = page.send._tree
    index: QModelIndex = tree.model.index(0, 0, tree.model.index(0, 0, tree.model.index(0, 0)))
    tree.view.setCurrentIndex(index)
    assert "anonymous = False" in tree.line.text()


def test_space_takes_a_citizen_out(ready: SharingPage) -> None:
    view = ready.send._tree.view
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert lines(ready)["Mågen"] == "stays here: not chosen"
    assert "1 citizen leaves. 3 stay here." in words_in_sight(ready.send)


def test_with_nobody_ticked_nothing_can_be_sealed(ready: SharingPage) -> None:
    ready.send._tree.model.tick_all(on=False)
    assert not ready.send._seal.isEnabled() and "Nobody is ticked." in words_in_sight(ready.send)


def test_the_name_offered_names_nobody(ready: SharingPage, monkeypatch: pytest.MonkeyPatch) -> None:
    offered: list[str] = []
    monkeypatch.setattr("exit_desktop.ui.sharing.send_tab.ask_where", lambda _s, _p, name, _t: offered.append(name))
    ready.send._seal.click()
    assert offered[0].startswith("pakke-") and offered[0].endswith(".forloeb")


def test_a_sealed_package_holds_nothing_readable(
    ready: SharingPage, session: Session, name_file: Callable[[Path], None], tmp_path: Path, qtbot: QtBot
) -> None:
    name_file(tmp_path / "pakke-1.forloeb")
    ready.send._seal.click()
    qtbot.waitUntil(lambda: not session.jobs.busy)
    content = (tmp_path / "pakke-1.forloeb").read_bytes()
    assert content.startswith(b"age-encryption.org/v1") and "Mågen".encode() not in content


def test_after_sealing_the_next_step_is_told(
    ready: SharingPage, session: Session, name_file: Callable[[Path], None], tmp_path: Path, qtbot: QtBot
) -> None:
    name_file(tmp_path / "pakke-1.forloeb")
    ready.send._seal.click()
    qtbot.waitUntil(lambda: not session.jobs.busy)
    assert "Only KOORD can open it." in words_in_sight(ready.send)


def test_stopping_leaves_no_file(ready: SharingPage, session: Session, tmp_path: Path, qtbot: QtBot) -> None:
    # Something else holds the worker thread until stopping was asked for.
    gate = Event()
    session.jobs.start(lambda _job: gate.wait(10), Listeners(lambda _: None, lambda _: None))
    ready.send._seal_into(tmp_path / "pakke-1.forloeb")
    ready.send._work._ask_to_stop()
    gate.set()
    qtbot.waitUntil(lambda: not session.jobs.busy)
    assert not list(tmp_path.glob("pakke*"))


def test_clear_lets_everything_go(ready: SharingPage, desk: Desk) -> None:
    ready.clear()
    assert not lines(ready) and len(list_cards(desk)) == 1


def test_another_language_reaches_every_line(ready: SharingPage, session: Session) -> None:
    session.t.use("da")
    ready.retranslate()
    assert ready.send._tree.model.rowCount() == 5


def test_while_it_looks_there_is_no_empty_tree(session: Session, citizens: object, qtbot: QtBot) -> None:
    page = SharingPage(session)
    qtbot.addWidget(page)
    page.show()
    assert not page.send._tree.isVisible()
    qtbot.waitUntil(page.send._tree.isVisible)


def test_a_second_visit_does_not_look_anew(ready: SharingPage, session: Session) -> None:
    ready.hide()
    ready.show()
    assert not session.jobs.busy


def test_after_a_stop_it_can_look_again(ready: SharingPage, session: Session, qtbot: QtBot) -> None:
    ready.send._preview = None
    ready.send._say()
    ready.send._again.click()
    qtbot.waitUntil(ready.send._tree.isVisible)
