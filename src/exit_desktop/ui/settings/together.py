"""How the worker takes the machine back from together mode."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QRadioButton

from exit_desktop.errors import Failure
from exit_desktop.services.settings import LeaveBy, read_leave_by, save_leave_by
from exit_desktop.system.language import mark
from exit_desktop.ui.widgets.labels import muted
from exit_desktop.ui.widgets.panels import Panel

if TYPE_CHECKING:
    from exit_desktop.ui.session import Session

WAYS = {
    LeaveBy.HELD_KEY: mark("Hold Esc, or the ring, for 2 seconds"),
    LeaveBy.PASSPHRASE: mark("Type the passphrase"),
}


class TogetherPanel(Panel):
    """Two ways; the choice works at once."""

    def __init__(self, session: Session) -> None:
        super().__init__(session.theme)
        self._session = session
        self._why = muted(session.theme)
        self.body.addWidget(self._why)
        self.ways = {way: QRadioButton() for way in WAYS}
        chosen = read_leave_by(session.desk)
        for way, button in self.ways.items():
            button.setChecked(way is chosen)
            button.clicked.connect(partial(self._use, way))
            self.body.addWidget(button)
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self._session.t
        self.set_heading(t("Together mode"))
        self._why.setText(
            t("The citizen answers a reading full screen. This is how you take the computer back to the course.")
        )
        for way, button in self.ways.items():
            button.setText(t(WAYS[way]))

    def _use(self, way: LeaveBy, _checked: bool = False) -> None:
        try:
            save_leave_by(self._session.desk, way)
        except Failure as failure:
            self._session.tell(failure)
