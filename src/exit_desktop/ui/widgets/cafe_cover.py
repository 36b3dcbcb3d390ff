"""Keeps a page out of sight in café view, where somebody may look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from exit_desktop.ui.widgets.labels import muted

if TYPE_CHECKING:
    from exit_desktop.ui.session import Session


class CafeCover(QStackedWidget):
    """Shows `page`, or in café view a sentence in its place."""

    def __init__(self, session: Session, page: QWidget) -> None:
        super().__init__()
        self._session, self._page, self._words = session, page, muted(session.theme)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.addWidget(page)
        self.addWidget(self._words)
        session.cafe_changed.connect(self._settle)
        self.retranslate()
        self._settle()

    @property
    def covered(self) -> bool:
        """Whether the page is out of sight."""
        return self.currentWidget() is self._words

    def take_focus(self) -> None:
        """Put the keyboard on the sentence."""
        self._words.setFocus()

    def retranslate(self) -> None:
        """Speak the language in force."""
        self._words.setText(self._session.t("Café view hides this page. F8 shows it again."))

    def _settle(self) -> None:
        self.setCurrentWidget(self._words if self._session.cafe else self._page)
        if self._session.cafe and self.isVisible():
            self._words.setFocus()
