"""Help: the guide, guidance for the work, the keyboard shortcuts, and what the program is and stands on."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QTextBrowser, QVBoxLayout, QWidget

from exit_desktop import __version__
from exit_desktop.system.resources import resource_folder
from exit_desktop.ui.guidance.guidance_page import GuidancePage
from exit_desktop.ui.help.shortcuts_sheet import shortcuts_sheet
from exit_desktop.ui.widgets.cafe_cover import CafeCover
from exit_desktop.ui.widgets.labels import Label, muted, title
from exit_desktop.ui.widgets.panels import scrolled

if TYPE_CHECKING:
    from exit_desktop.ui.session import Session
    from exit_desktop.ui.shortcuts import Acts


# At 100 %: lines of 45-75 letters, as in a book.
_READING_WIDTH = 560


class HelpTab(IntEnum):
    """The tabs in their order."""

    GUIDE = 0
    GUIDANCE = 1
    SHORTCUTS = 2
    ABOUT = 3


class HelpPage(QWidget):
    """Four tabs; the guide is left out where it is missing."""

    def __init__(self, session: Session, acts: Acts) -> None:
        super().__init__()
        self._session, self._acts = session, acts
        self._title = title(session.theme)
        self._guide = QTextBrowser()
        self._guide.setOpenLinks(False)
        self._guide.setMaximumWidth(session.theme.px(_READING_WIDTH))
        self.guidance = GuidancePage(session)
        self._cover = CafeCover(session, self.guidance)
        self._tabs = QTabWidget()
        self._tabs.setDocumentMode(True)
        column = QVBoxLayout(self)
        space = session.theme.px(26)
        column.setContentsMargins(space, space // 2, space, space // 2)
        column.addWidget(self._title)
        column.addWidget(self._tabs)
        self.setFocusProxy(self._tabs)
        self.retranslate()

    def show_tab(self, tab: HelpTab) -> None:
        """Show one of the tabs."""
        self._tabs.setCurrentIndex(tab)

    def retranslate(self) -> None:
        """Write every tab anew in the language in force."""
        t = self._session.t
        now = max(0, self._tabs.currentIndex())
        self._title.setText(t("Help"))
        self._guide.setAccessibleName(t("Guide"))
        self._guide.setMarkdown(read_guide(t.language) or t("The guide is not here yet."))
        while self._tabs.count() > HelpTab.SHORTCUTS:
            self._tabs.removeTab(HelpTab.SHORTCUTS)
        if not self._tabs.count():
            self._tabs.addTab(self._beside_room(self._guide), "")
            self._tabs.addTab(self._cover, "")
        self._tabs.setTabText(HelpTab.GUIDE, t("Guide"))
        self._tabs.setTabText(HelpTab.GUIDANCE, t("About the work"))
        self.guidance.retranslate()
        self._cover.retranslate()
        self._tabs.addTab(self._leaf(shortcuts_sheet(self._acts, self._session.theme, t)), t("Keyboard shortcuts"))
        self._tabs.addTab(self._leaf(self._about()), t("About"))
        self._tabs.setCurrentIndex(now)

    def clear(self) -> None:
        """Nothing here tells of anyone."""

    def _leaf(self, content: QWidget) -> QWidget:
        leaf = QWidget()
        leaf.setMaximumWidth(self._session.theme.px(_READING_WIDTH))
        column = QVBoxLayout(leaf)
        column.addWidget(content)
        column.addStretch(1)
        return scrolled(leaf)

    def _beside_room(self, content: QWidget) -> QWidget:
        """Return a place in which the content keeps to the left, as wide as it may be."""
        place = QWidget()
        across = QHBoxLayout(place)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(content, 100)
        across.addStretch(1)
        return place

    def _about(self) -> QWidget:
        t, theme = self._session.t, self._session.theme
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addWidget(Label(theme, t("Forløb, version {version}", version=__version__), "heading"))
        for words in (
            t("Follow a course of support on one laptop, without a network, in one encrypted file."),
            t(
                "The life situation follows the structure of the measurement described by SFI in 2015. Outcomes Star "
                "is Triangle's; this program is neither approved by them nor a Star."
            ),
            t("WHO-5: World Health Organization 2024, licence CC BY-NC-SA 3.0 IGO, in its Danish and English wording."),
            t(
                "The window is made with Qt and PySide6 under the GNU LGPL version 3; you may replace them by other "
                "versions. The typefaces are Inter, Noto and DejaVu under open licences."
            ),
            t("The program sends nothing anywhere. What you print or hand over leaves only when you do it."),
        ):
            column.addWidget(muted(theme, words))
        return page


def read_guide(language: str) -> str:
    """Return the guide in a language as Markdown; empty where it is missing."""
    path = resource_folder("docs") / f"guide.{language}.md"
    return path.read_text(encoding="utf-8") if path.exists() else ""
