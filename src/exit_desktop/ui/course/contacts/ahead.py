"""The quiet hint at a contact that is said to have been, on a day that is still to come."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from exit_desktop.ui.session import Session
from exit_desktop.ui.widgets.buttons import LinkButton
from exit_desktop.ui.widgets.flow import FlowLayout
from exit_desktop.ui.widgets.labels import Label


class AheadHint(QWidget):
    """Says how far away the day is and offers an appointment instead: `wanted`. It stops nothing."""

    wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._days = 0
        self._words, self.link = Label(session.theme, kind="small", wrap=False), LinkButton()
        line = FlowLayout(self, session.theme.px(8), centred=True)
        line.addWidget(self._words)
        line.addWidget(self.link)
        self.link.clicked.connect(self.wanted)
        self.retranslate()
        self.hide()

    def look(self, on: date | None, held: bool) -> None:
        """Show the hint where a contact that took place has a day to come."""
        self._days = (on - self._session.today()).days if on is not None and held else 0
        self.retranslate()
        self.setVisible(self._days > 0)

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self._session.t
        self._words.setText(
            t.plural("That is not until tomorrow.", "That is not until {count} days from now.", self._days)
        )
        self.link.setText(t("Make it an appointment instead"))
