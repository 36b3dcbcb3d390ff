"""Looks through every page of the vault on demand and says what it found."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from exit_desktop.errors import Failure
from exit_desktop.services.vaults import HealthReport, check_vault
from exit_desktop.ui.jobs import Listeners
from exit_desktop.ui.messages import announce, sentence_of
from exit_desktop.ui.widgets.buttons import Button
from exit_desktop.ui.widgets.labels import Label, muted
from exit_desktop.ui.widgets.panels import Panel, row

if TYPE_CHECKING:
    from exit_desktop.ui.session import Session


class HealthPanel(Panel):
    """One button and a sentence."""

    def __init__(self, session: Session) -> None:
        super().__init__(session.theme)
        self._session = session
        self._text, self._said = muted(session.theme), Label(session.theme)
        self._look = Button()
        self._look.clicked.connect(self._examine)
        self._said.hide()
        self.body.addWidget(self._text)
        self.body.addLayout(row(self._look, 1))
        self.body.addWidget(self._said)
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self._session.t
        self.set_heading(t("Is the vault whole?"))
        self._text.setText(t("Reads every page of the file and compares it with its seal."))
        self._look.setText(t("Look now"))
        self._said.hide()

    def _examine(self) -> None:
        self._look.setEnabled(False)
        vault = self._session.vault
        self._session.jobs.start(lambda _: check_vault(vault), Listeners(self._tell, self._failed))

    def _tell(self, report: object) -> None:
        t, found = self._session.t, cast("HealthReport", report)
        size = t.number(max(1, round(sum(size for _, size in found.sizes) / 1024)))
        if found.findings:
            words = t("Something is not as it should be. Restore the newest backup, and keep this folder as it is.")
        else:
            words = t("All is well. {size} kB, saved {count} times.", size=size, count=t.number(found.commits))
        self._say(words)

    def _failed(self, failure: Failure) -> None:
        self._say(sentence_of(failure, self._session.t))

    def _say(self, words: str) -> None:
        self._look.setEnabled(True)
        self._said.setText(words)
        self._said.show()
        announce(self, words)
