"""Sharing: send to the coordinator, contact cards, packages that came, and everything as open lines."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from exit_desktop.ui.sharing.my_card import MyCardPanel
from exit_desktop.ui.sharing.open_lines_tab import OpenLinesTab
from exit_desktop.ui.sharing.other_cards import OtherCardsPanel
from exit_desktop.ui.sharing.received_tab import ReceivedTab
from exit_desktop.ui.sharing.send_tab import SendTab
from exit_desktop.ui.widgets.labels import title
from exit_desktop.ui.widgets.panels import scrolled

if TYPE_CHECKING:
    from exit_desktop.services.desk import Desk
    from exit_desktop.ui.session import Session

# What is written elsewhere and changes what may leave.
_TOUCHING = frozenset(("course", "course_begun", "course_deleted", "citizen", "worker", "loaded", "not_started"))


class SharingTab(IntEnum):
    """The tabs in their order."""

    SEND = 0
    CARDS = 1
    RECEIVED = 2
    OPEN_LINES = 3


class SharingPage(QWidget):
    """Four tabs, each of which scrolls by itself."""

    def __init__(self, session: Session, desk: Desk | None = None) -> None:
        super().__init__()
        self._session = session
        self._desk = desk or session.desk
        self._title = title(session.theme)
        self.send, self.received, self.open_lines = SendTab(session), ReceivedTab(session), OpenLinesTab(session)
        self.my_card, self.other_cards = MyCardPanel(session), OtherCardsPanel(session)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        for content in (self.send, self._cards_leaf(), self.received, self.open_lines):
            self.tabs.addTab(self._leaf(content), "")
        column = QVBoxLayout(self)
        space = session.theme.px(26)
        column.setContentsMargins(space, space // 2, space, space // 2)
        column.addWidget(self._title)
        column.addWidget(self.tabs)
        self.setFocusProxy(self.tabs)
        self.send.cards_wanted.connect(lambda: self.show_tab(SharingTab.CARDS))
        self.other_cards.cards_changed.connect(self.send.reload)
        session.changed.connect(self._follow)
        self.retranslate()

    def show_tab(self, tab: SharingTab) -> None:
        """Show one of the tabs."""
        self.tabs.setCurrentIndex(tab)

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self._session.t
        self._title.setText(t("Sharing"))
        for tab, words in enumerate((t("Send"), t("Contact cards"), t("Received"), t("Open lines"))):
            self.tabs.setTabText(tab, words)
        for part in (self.send, self.my_card, self.other_cards, self.received, self.open_lines):
            part.retranslate()

    def clear(self) -> None:
        """Let everything go."""
        for part in (self.send, self.my_card, self.other_cards, self.received, self.open_lines):
            part.clear()

    def _follow(self, kind: str, _id: str) -> None:
        if kind in _TOUCHING:
            self.send.reload()

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
