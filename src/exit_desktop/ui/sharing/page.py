"""Sharing: send to the coordinator, what they have, what came, contact cards, and everything as open lines."""

from __future__ import annotations

from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFocusEvent
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from exit_desktop.services.vaults import Role, read_worker
from exit_desktop.ui.receiving.received_tab import ReceivedTab
from exit_desktop.ui.receiving.there_tab import ThereTab
from exit_desktop.ui.sharing.my_card import MyCardPanel
from exit_desktop.ui.sharing.open_lines_tab import OpenLinesTab
from exit_desktop.ui.sharing.other_cards import OtherCardsPanel
from exit_desktop.ui.sharing.send_tab import SendTab
from exit_desktop.ui.widgets.cafe_cover import CafeCover
from exit_desktop.ui.widgets.labels import title
from exit_desktop.ui.widgets.panels import scrolled

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

    from exit_desktop.services.desk import Desk
    from exit_desktop.ui.session import Session

# What is written elsewhere and changes what may leave.
_TOUCHING = frozenset(("course", "course_begun", "course_deleted", "citizen", "worker", "loaded", "not_started"))
# What changes what is known of packages that went.
_ANSWERING = frozenset(("course", "course_deleted", "citizen", "exported", "received", "loaded"))


class SharingTab(IntEnum):
    """The tabs in their order."""

    SEND = 0
    THERE = 1
    RECEIVED = 2
    CARDS = 3
    OPEN_LINES = 4


class SharingPage(QWidget):
    """Five tabs, each of which scrolls by itself; files dropped anywhere upon them are taken in as packages."""

    def __init__(self, session: Session, desk: Desk | None = None) -> None:
        super().__init__()
        self._session = session
        self._desk = desk or session.desk
        self._title = title(session.theme)
        self.send, self.there, self.received = SendTab(session), ThereTab(session), ReceivedTab(session)
        self.my_card, self.other_cards = MyCardPanel(session), OtherCardsPanel(session)
        self.open_lines = OpenLinesTab(session)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        for content in (self.send, self.there, self.received, self._cards_leaf(), self.open_lines):
            self.tabs.addTab(self._leaf(content), "")
        column = QVBoxLayout(self)
        space = session.theme.px(26)
        column.setContentsMargins(space, space // 2, space, space // 2)
        self._cover = CafeCover(session, self.tabs)
        column.addWidget(self._title)
        column.addWidget(self._cover, 1)
        self.setAcceptDrops(not session.vault.read_only)
        self._connect()
        self.retranslate()
        worker = read_worker(session.vault)
        if worker is not None and worker.role is Role.COORDINATOR:
            self.show_tab(SharingTab.RECEIVED)

    def show_tab(self, tab: SharingTab) -> None:
        """Show one of the tabs."""
        self.tabs.setCurrentIndex(tab)

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self._session.t
        self._title.setText(t("Sharing"))
        names = (t("Send"), t("What they have"), t("Received"), t("Contact cards"), t("Open lines"))
        for tab, words in enumerate(names):
            self.tabs.setTabText(tab, words)
        for part in (*self._parts(), self._cover):
            part.retranslate()

    def clear(self) -> None:
        """Let everything go."""
        for part in self._parts():
            part.clear()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on."""
        super().focusInEvent(event)
        (self._cover.take_focus if self._cover.covered else self.tabs.setFocus)()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders of this computer."""
        if _paths_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take in the packages that were dropped."""
        paths = _paths_in(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.show_tab(SharingTab.RECEIVED)
            self.received.take_in(paths)

    def _parts(
        self,
    ) -> tuple[SendTab, ThereTab, ReceivedTab, MyCardPanel, OtherCardsPanel, OpenLinesTab]:
        return (self.send, self.there, self.received, self.my_card, self.other_cards, self.open_lines)

    def _connect(self) -> None:
        self.send.cards_wanted.connect(lambda: self.show_tab(SharingTab.CARDS))
        self.there.send_wanted.connect(lambda: self.show_tab(SharingTab.SEND))
        self.received.card_wanted.connect(self._lead_to_card)
        self.other_cards.cards_changed.connect(self.send.reload)
        self.other_cards.cards_changed.connect(self.received.reload)
        self.other_cards.confirmed.connect(self._take_in_what_waited)
        self._session.changed.connect(self._follow)

    def _follow(self, kind: str, _id: str) -> None:
        if kind in _TOUCHING:
            self.send.reload()
        if kind in _ANSWERING:
            self.there.reload()
        if kind == "worker":
            self.received.retranslate()

    def _lead_to_card(self, sender: str) -> None:
        self.show_tab(SharingTab.CARDS)
        self.other_cards.lead_to(sender)

    def _take_in_what_waited(self, sender: str) -> None:
        if self.received.release(sender):
            self.show_tab(SharingTab.RECEIVED)

    def _cards_leaf(self) -> QWidget:
        leaf = QWidget()
        column = QVBoxLayout(leaf)
        column.setContentsMargins(0, self._session.theme.px(14), 0, 0)
        column.setSpacing(self._session.theme.px(14))
        column.addWidget(self.my_card)
        column.addWidget(self.other_cards)
        column.addStretch(1)
        return leaf

    def _leaf(self, content: QWidget) -> QWidget:
        content.setMaximumWidth(self._session.theme.px(820 if content is not self.send else 1100))
        leaf = QWidget()
        column = QVBoxLayout(leaf)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(content)
        return scrolled(leaf)


def _paths_in(dropped: QMimeData) -> tuple[Path, ...]:
    """Return the files and folders of this computer among what is dragged."""
    return tuple(Path(one.toLocalFile()) for one in dropped.urls() if one.isLocalFile())
