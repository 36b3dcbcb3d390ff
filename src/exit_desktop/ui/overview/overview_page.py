"""Overview: what is seen across all citizens, a tab for each; while there is one, no tabs are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from exit_desktop.system.language import mark
from exit_desktop.ui.enquiries.enquiries_tab import EnquiriesTab
from exit_desktop.ui.widgets.labels import title

if TYPE_CHECKING:
    from exit_desktop.ui.session import Session


class OverviewPage(QWidget):
    """Holds the tabs; `retranslate`, `clear` and `take_focus` go on to each of them."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._title = title(session.theme)
        self.enquiries = EnquiriesTab(session)
        # A further tab is a line here.
        self._tabs = ((self.enquiries, mark("Not started")),)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setTabBarAutoHide(True)
        # Tab stops at the bar itself; the frame hands on to it also while it is hidden, and the keyboard stays there.
        self.tabs.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for tab, _ in self._tabs:
            self.tabs.addTab(tab, "")
        column = QVBoxLayout(self)
        space = session.theme.px(26)
        column.setContentsMargins(space, space // 2, space, space // 2)
        column.setSpacing(session.theme.px(6))
        column.addWidget(self._title)
        column.addWidget(self.tabs, 1)
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self._session.t
        self._title.setText(t("Overview"))
        for at, (tab, words) in enumerate(self._tabs):
            self.tabs.setTabText(at, t(words))
            tab.retranslate()

    def clear(self) -> None:
        """Let everything go."""
        for tab, _ in self._tabs:
            tab.clear()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to the tab that is shown."""
        super().focusInEvent(event)
        self._tabs[self.tabs.currentIndex()][0].take_focus()
