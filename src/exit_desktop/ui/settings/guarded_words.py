"""Words that the worker wants to be told of when one stands in a text: a real name, a street."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exit_desktop.errors import Failure
from exit_desktop.services.name_guard import count_guarded, forget_guarded, guard_words
from exit_desktop.ui.messages import announce
from exit_desktop.ui.settings.key_dialogs import KeyDialog
from exit_desktop.ui.widgets.buttons import Button, LinkButton
from exit_desktop.ui.widgets.fields import FormRow, TextLine
from exit_desktop.ui.widgets.labels import Label, muted
from exit_desktop.ui.widgets.panels import Panel, row

if TYPE_CHECKING:
    from exit_desktop.ui.session import Session


class GuardedWordsPanel(Panel):
    """A field that takes words in and never shows them again, how many there are, and a way to let all of them go."""

    def __init__(self, session: Session) -> None:
        super().__init__(session.theme)
        self._session = session
        self._dialog: KeyDialog | None = None
        self._why, self._said = muted(session.theme), Label(session.theme)
        self.words = TextLine(most=120)
        self._row = FormRow(session.theme, self.words)
        self.add, self.forget = Button(), LinkButton()
        for part in (self._why, self._row):
            self.body.addWidget(part)
        self.body.addLayout(row(self.add, 1))
        line = row(self._said, self.forget)
        line.setStretch(0, 1)
        self.body.addLayout(line)
        self.words.returnPressed.connect(self._watch)
        self.add.clicked.connect(self._watch)
        self.forget.clicked.connect(self._ask)
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self._session.t
        self.set_heading(t("Words to watch"))
        self._why.setText(
            t(
                "A name or a place that should not stand in your notes. When you write it, a line beneath the field "
                "tells you. The words themselves are not kept, only a mark that knows them again, so they are never "
                "shown here."
            )
        )
        self._row.set_words(t("A word, or several"), t("A first name and a surname are watched each by itself."))
        self.add.setText(t("Watch"))
        self.forget.setText(t("Forget them all …"))
        self._count()

    def clear(self) -> None:
        """Let go of what is being typed."""
        self.words.clear()

    def _count(self) -> None:
        count, t = count_guarded(self._session.desk), self._session.t
        words = t.plural("{count} word is watched.", "{count} words are watched.", count)
        self._said.setText(words if count else t("No word is watched yet."))
        self.forget.setVisible(count > 0)

    def _watch(self) -> None:
        if not self.words.text().strip():
            self.words.setFocus()
            return
        try:
            guard_words(self._session.desk, self.words.text())
        except Failure as failure:
            self._session.tell(failure)
            return
        self.words.clear()
        self._count()
        self.words.setFocus()
        announce(self, self._said.text())

    def _ask(self) -> None:
        t = self._session.t
        text = muted(self._session.theme, t("They cannot be shown or brought back. You would have to write them anew."))
        dialog = KeyDialog(self.window(), self._session, text)
        dialog.set_words(t("Watch no word any more?"), "", t("Forget all words"), t("Keep them"))
        dialog.asked.connect(self._forget)
        self._dialog = dialog
        dialog.open()

    def _forget(self) -> None:
        dialog = self._dialog
        if dialog is None:
            return
        try:
            forget_guarded(self._session.desk)
        except Failure as failure:
            dialog.tell(failure)
            return
        dialog.accept()
        self._dialog = None
        self._count()
        self.words.setFocus()
        announce(self, self._said.text())
