"""The list of words that could tell a stranger, from a paper, what the programme is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exit_desktop.errors import Failure
from exit_desktop.services.giveaway import read_words, save_words, shipped_words
from exit_desktop.ui.messages import announce
from exit_desktop.ui.widgets.buttons import Button, LinkButton
from exit_desktop.ui.widgets.fields import FormRow, TextArea
from exit_desktop.ui.widgets.labels import Label, muted
from exit_desktop.ui.widgets.panels import Panel, row

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from exit_desktop.ui.session import Session


class GiveawayWordsPanel(Panel):
    """The list to write in, saved when the field is left, and a way to have the first words back beside one's own.

    The words say what the programme is: they are folded away at each visit, so that nobody beside reads them.
    """

    def __init__(self, session: Session) -> None:
        super().__init__(session.theme)
        self._session, self._folded = session, True
        self._why, self._said = muted(session.theme), Label(session.theme)
        self.words = TextArea(session.theme, lines=5, most=8)
        self._row = FormRow(session.theme, self.words)
        self.unfold, self.back = Button(), LinkButton()
        self.body.addWidget(self._why)
        self.body.addWidget(self._row)
        line = row(self._said, self.back, self.unfold)
        line.setStretch(0, 1)
        self.body.addLayout(line)
        self.words.left.connect(self._save)
        self.words.finished.connect(self._finish)
        self.back.clicked.connect(self._bring_back)
        self.unfold.clicked.connect(self._turn)
        session.locked.connect(self._leave)
        self.retranslate()
        self._show(read_words(session.desk))
        self._fold(True)

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self._session.t
        self.set_heading(t("Words that give away on paper"))
        self._why.setText(
            t(
                "Where one of these stands in a text, you are shown the line before it is printed: as it is, left out, "
                "or other words found with the citizen. Nothing is changed by itself."
            )
        )
        self._row.set_words(
            t("One word or phrase a line"), t("A star stands for any letters: klinik* also finds klinikken.")
        )
        self.back.setText(t("Bring back the words from the start"))
        self._name_fold()
        self._count()

    def clear(self) -> None:
        """Show nothing any more."""
        self.words.set_saved("")
        self._fold(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Fold the words away until they are asked for again."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._fold(True)

    def _turn(self) -> None:
        self._fold(not self._folded)
        if not self._folded:
            self.words.setFocus()

    def _fold(self, folded: bool) -> None:
        self._folded = folded
        self._row.setVisible(not folded)
        self._name_fold()
        self._count()

    def _name_fold(self) -> None:
        t = self._session.t
        self.unfold.setText(t("Show the words") if self._folded else t("Hide the words"))

    def _show(self, words: tuple[str, ...]) -> None:
        self.words.set_saved("\n".join(words))
        self._count()

    def _count(self) -> None:
        words = {line.strip().casefold() for line in self.words.text().splitlines() if line.strip()}
        self._said.setText(
            self._session.t.plural("{count} word on the list.", "{count} words on the list.", len(words))
        )
        self.back.setVisible(not self._folded and not words.issuperset(shipped_words()))

    def _save(self, text: str) -> None:
        self._keep(tuple(text.splitlines()))

    def _finish(self) -> None:
        self._save(self.words.text())

    def _leave(self) -> None:
        """Keep what is being written when the window locks."""
        if self.words.text() != "\n".join(read_words(self._session.desk)):
            self._save(self.words.text())

    def _bring_back(self) -> None:
        self._keep((*self.words.text().splitlines(), *shipped_words()))
        self.words.setFocus()

    def _keep(self, lines: tuple[str, ...]) -> None:
        desk = self._session.desk
        try:
            save_words(desk, lines)
        except Failure as failure:
            self._session.tell(failure)
            return
        self._show(read_words(desk))
        announce(self, self._said.text())
