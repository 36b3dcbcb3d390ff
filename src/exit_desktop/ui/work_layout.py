"""Where everything stands in the work area: practice bar, rail, list and pages, and the one line that tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from exit_desktop.ui.list_drawer import ListAndPages
from exit_desktop.ui.messages import MessageBar
from exit_desktop.ui.rail import Rail
from exit_desktop.ui.screen_guard.strip import SeenStrip
from exit_desktop.ui.widgets.labels import Label, small

if TYPE_CHECKING:
    from exit_desktop.ui.session import Session


class WorkLayout:
    """Lays the parts out in `area`, which owns them."""

    def __init__(self, area: QWidget, session: Session) -> None:
        self._t = session.t
        self.rail, self.middle = Rail(session.theme, session.t), ListAndPages(session.theme)
        self.messages = MessageBar(session.t)
        self.cafe = small(session.theme)
        self.cafe.setContentsMargins(18, 2, 18, 4)
        self.cafe.hide()
        self._practice = Label(session.theme, "", "heading")
        self._reading = Label(session.theme, "", "heading")
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addWidget(self.rail)
        across.addWidget(self.middle, 1)
        down = QVBoxLayout(area)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(_bar(self._practice, shown=session.vault.practice))
        down.addWidget(_bar(self._reading, shown=session.vault.read_only))
        self.seen = SeenStrip(session)
        down.addWidget(self.seen)
        down.addLayout(across, 1)
        down.addWidget(self.cafe)
        down.addWidget(self.messages)
        self._name_signs()

    def retranslate(self) -> None:
        """Speak the language in force."""
        self._name_signs()
        self.seen.retranslate()
        self.rail.retranslate()
        self.messages.retranslate()

    def _name_signs(self) -> None:
        self.cafe.setText(self._t("Café view: F8 ends it."))
        self._practice.setText(self._t("Practice: everyone here is invented."))
        self._reading.setText(
            self._t("Only for reading: this disk cannot be written. Nothing can be changed, and no use is logged.")
        )


def _bar(words: QLabel, shown: bool) -> QFrame:
    bar = QFrame()
    bar.setProperty("kind", "practice")
    line = QHBoxLayout(bar)
    line.setContentsMargins(18, 3, 18, 3)
    line.addWidget(words)
    bar.setHidden(not shown)
    return bar
