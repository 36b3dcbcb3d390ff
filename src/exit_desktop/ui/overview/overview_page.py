"""Overview: what is seen across all citizens, a tab for each thing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from exit_desktop.ui.enquiries.enquiries_tab import EnquiriesTab
from exit_desktop.ui.overview.caseload_tab import CaseloadTab
from exit_desktop.ui.overview.method_tab import MethodTab
from exit_desktop.ui.overview.tab_names import TAB_NAMES, OverviewTabId
from exit_desktop.ui.overview.time_tab import TimeTab
from exit_desktop.ui.widgets.labels import muted, title

if TYPE_CHECKING:
    from exit_desktop.ui.session import Session


class OverviewTab(Protocol):
    """What every tab can do."""

    def retranslate(self) -> None:
        """Speak the language in force."""

    def clear(self) -> None:
        """Drop all that is shown."""

    def take_focus(self) -> None:
        """Put the keyboard where the work goes on."""


class OverviewPage(QWidget):
    """Holds the tabs; `retranslate`, `clear` and `take_focus` go on to each of them.

    `opened(course id)` and `method_opened(course id)` lead to a course, `hours_wanted` and `worker_wanted` to pages.
    """

    opened = Signal(str)
    method_opened = Signal(str)
    hours_wanted = Signal()
    worker_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._title, self._hidden = title(session.theme), muted(session.theme)
        self.caseload, self.method = CaseloadTab(session), MethodTab(session)
        self.time, self.enquiries = TimeTab(session), EnquiriesTab(session)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        # Tab stops at the bar itself, which would else be as deaf as what stands for it.
        self.tabs.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.tabs.tabBar().setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for tab, _ in self._tabs():
            self.tabs.addTab(tab, "")
        column = QVBoxLayout(self)
        space = session.theme.px(26)
        column.setContentsMargins(space, space // 2, space, space // 2)
        column.setSpacing(session.theme.px(6))
        column.addWidget(self._title)
        column.addWidget(self._hidden)
        column.addWidget(self.tabs, 1)
        # Takes the room while the tabs are hidden.
        column.addStretch(0)
        self._connect()
        self.set_cafe_view(session.cafe)
        self.retranslate()

    def show_tab(self, tab: OverviewTabId) -> None:
        """Open a tab."""
        self.tabs.setCurrentIndex(list(TAB_NAMES).index(tab))

    def set_cafe_view(self, on: bool) -> None:
        """Hide everyone while somebody may be looking."""
        self._hidden.setVisible(on)
        self.tabs.setVisible(not on)

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self._session.t
        self._title.setText(t("Overview"))
        self.tabs.tabBar().setAccessibleName(t("Overview"))
        self._hidden.setText(t("Café view hides the list. F8 shows it again."))
        for at, (tab, words) in enumerate(self._tabs()):
            self.tabs.setTabText(at, t(words))
            cast("OverviewTab", tab).retranslate()

    def clear(self) -> None:
        """Let everything go."""
        for tab, _ in self._tabs():
            cast("OverviewTab", tab).clear()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to the tab that is shown."""
        super().focusInEvent(event)
        cast("OverviewTab", self.tabs.currentWidget()).take_focus()

    def _tabs(self) -> tuple[tuple[QWidget, str], ...]:
        """Return the tabs in their order, each with its name."""
        return tuple(zip((self.caseload, self.method, self.time, self.enquiries), TAB_NAMES.values(), strict=True))

    def _connect(self) -> None:
        self._session.cafe_changed.connect(self.set_cafe_view)
        self.caseload.opened.connect(self.opened)
        self.caseload.hours_wanted.connect(self.worker_wanted)
        self.method.opened.connect(self.method_opened)
        self.time.hours_wanted.connect(self.hours_wanted)
