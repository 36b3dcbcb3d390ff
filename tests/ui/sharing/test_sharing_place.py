"""Where sharing stands in the window, and that a keyboard and a screen reader get through it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from exit_desktop.services.desk import Desk
from exit_desktop.services.sharing import confirm_card
from exit_desktop.ui.session import Session
from exit_desktop.ui.sharing.page import SharingPage, SharingTab
from exit_desktop.ui.shortcuts import ActId, Acts
from exit_desktop.ui.work_pages import make_page
from support.sharing_people import Person
from support.window_reading import words_in_sight


def test_the_rail_leads_to_sharing(session: Session, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    made = make_page(ActId.SHARING, session, Acts(window, {ActId.BRING_IN: window.show}, session.t))
    qtbot.addWidget(made)
    assert isinstance(made, SharingPage)


def test_tab_leads_from_the_person_to_the_seal(
    page: SharingPage, session: Session, desk: Desk, coordinator: Person, qtbot: QtBot
) -> None:
    confirm_card(desk, coordinator.file.read_bytes(), coordinator.words)
    page.send.reload()
    qtbot.waitUntil(lambda: not session.jobs.busy)
    with qtbot.waitActive(page):
        page.activateWindow()
    page.send._to.setFocus()
    met = []
    for _ in range(5):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        met.append(QApplication.focusWidget())
    send = page.send
    assert met == [send._all, send._none, send._tree.view, send._tree.line, send._seal]


def test_everything_that_can_be_touched_has_a_name(page: SharingPage, coordinator: Person) -> None:
    page.other_cards.add_file(coordinator.file)
    nameless: list[QWidget] = []
    for tab in SharingTab:
        page.show_tab(tab)
        touched = [part for part in page.findChildren(QWidget) if part.isVisible() and part.focusPolicy()]
        buttons = [
            one for one in touched if isinstance(one, QAbstractButton) and not (one.text() or one.accessibleName())
        ]
        kinds = (QLineEdit, QComboBox, QTreeView)
        nameless += [*buttons, *(one for one in touched if isinstance(one, kinds) and not one.accessibleName())]
    assert not nameless


def test_cafe_view_hides_who_is_sent(page: SharingPage, session: Session) -> None:
    session.set_cafe_view(True)
    assert "Café view hides this page." in words_in_sight(page)
    assert not page.tabs.isVisible()


def test_the_keyboard_comes_to_the_tabs(page: SharingPage, qtbot: QtBot) -> None:
    with qtbot.waitActive(page):
        page.activateWindow()
    page.setFocus()
    assert page.tabs.tabBar().hasFocus() or page.tabs.hasFocus()
