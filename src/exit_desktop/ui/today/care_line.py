"""One quiet line on Today: a backup elsewhere each week, a trial twice a year; one at a time, put off in one act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from exit_desktop.errors import Failure
from exit_desktop.services.care import Care, care_to_ask, put_off_care
from exit_desktop.system.language import mark
from exit_desktop.ui.widgets.buttons import LinkButton
from exit_desktop.ui.widgets.labels import muted
from exit_desktop.ui.widgets.panels import row

if TYPE_CHECKING:
    from exit_desktop.ui.session import Session

_SAID = {
    Care.BACK_UP_ELSEWHERE: mark("No backup outside this laptop for a week."),
    Care.TRY_RECOVERY: mark("Half a year since you tried whether sheet and backup work."),
}
_ACT = {Care.BACK_UP_ELSEWHERE: mark("Back up to another place"), Care.TRY_RECOVERY: mark("Try it now")}


class CareLine(QWidget):
    """Hidden where nothing is to be asked."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.care: Care | None = None
        self._words, self.act, self.later = muted(session.theme), LinkButton(), LinkButton()
        line = row(self._words, self.act, self.later, spacing=session.theme.px(12))
        line.setStretch(0, 1)
        line.setContentsMargins(0, 0, 0, 0)
        self.setLayout(line)
        self.act.clicked.connect(self._do)
        self.later.clicked.connect(self._put_off)
        self.hide()

    def look(self, discreet: bool) -> None:
        """Ask what is worth doing; nothing is said where others read along."""
        try:
            self.care = None if discreet else care_to_ask(self._session.desk)
        except Failure as failure:
            self._session.tell(failure)
            return
        self.setVisible(self.care is not None)
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self._session.t
        self.later.setText(t("Not this week"))
        if self.care is not None:
            self._words.setText(t(_SAID[self.care]))
            self.act.setText(t(_ACT[self.care]))

    def _do(self) -> None:
        from exit_desktop.ui.backups.copy_dialog import back_up_elsewhere  # noqa: PLC0415 - when it is wanted
        from exit_desktop.ui.backups.trial_dialog import TrialDialog  # noqa: PLC0415 - as above

        if self.care is Care.BACK_UP_ELSEWHERE:
            back_up_elsewhere(self._session, self)
        elif self.care is Care.TRY_RECOVERY:
            TrialDialog(self, self._session).open()

    def _put_off(self) -> None:
        try:
            put_off_care(self._session.desk)
        except Failure as failure:
            self._session.tell(failure)
            return
        self.hide()
