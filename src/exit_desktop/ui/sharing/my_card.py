"""The worker's own contact card: eight words large enough to be read out, and the card as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout

from exit_desktop.errors import Failure
from exit_desktop.services.sharing import CardToGive, own_card
from exit_desktop.system.safe_write import write_file
from exit_desktop.ui.files.save_dialog import ask_where
from exit_desktop.ui.theme import Size
from exit_desktop.ui.widgets.buttons import Button
from exit_desktop.ui.widgets.labels import Badge, Label, muted, small
from exit_desktop.ui.widgets.panels import Panel, row

if TYPE_CHECKING:
    from exit_desktop.ui.session import Session

NEUTRAL_CARD_NAME = "kort.txt"
_COLUMNS = 4


class MyCardPanel(Panel):
    """Two lines of four numbered words."""

    def __init__(self, session: Session) -> None:
        super().__init__(session.theme)
        self._session = session
        self._card: CardToGive = own_card(session.desk)
        self._text = muted(session.theme)
        self._practice = Badge(session.theme, clay=True)
        self._words = [Label(session.theme, word, wrap=False) for word in self._card.words]
        self._numbers = [small(session.theme, str(place)) for place in range(1, len(self._words) + 1)]
        self._save = Button()
        self._save.clicked.connect(self._keep)
        grid = QGridLayout()
        grid.setHorizontalSpacing(session.theme.px(22))
        grid.setVerticalSpacing(session.theme.px(4))
        for place, (number, word) in enumerate(zip(self._numbers, self._words, strict=True)):
            grid.addWidget(number, place // _COLUMNS * 2, place % _COLUMNS)
            grid.addWidget(word, place // _COLUMNS * 2 + 1, place % _COLUMNS)
        self.body.addWidget(self._text)
        self.body.addLayout(row(grid, 1))
        self.body.addLayout(row(self._save, self._practice, 1))
        self._practice.setVisible(session.vault.practice)
        session.theme.changed.connect(self._enlarge)
        self._enlarge()
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self._session.t
        self.set_heading(t("My contact card"))
        self._text.setText(
            t(
                "Give the card to the one you share with, as a file. When they have it, read these eight words out to "
                "them, face to face or by phone, so that they know the card is yours. The words are no secret."
            )
        )
        self._save.setText(t("Save the card as a file …"))
        self._practice.setText(t("practice card"))
        for number, word, label in zip(range(1, 9), self._card.words, self._words, strict=False):
            label.setAccessibleName(t("Word {number}: {word}", number=number, word=word))

    def clear(self) -> None:
        """Let the words go."""
        for label in self._words:
            label.clear()
            label.setAccessibleName("")
        self._card = CardToGive(b"", ())

    def _enlarge(self) -> None:
        for label in self._words:
            label.setFont(self._session.theme.font(Size.TITLE, bold=True))

    def _keep(self) -> None:
        t = self._session.t
        path = ask_where(self._session, self, NEUTRAL_CARD_NAME, t("Save the card"))
        if path is None:
            return
        try:
            write_file(path, own_card(self._session.desk).content)
        except Failure as failure:
            self._session.tell(failure)
            return
        self._session.note(t("The card is saved as {name}. Now give it to the one you share with.", name=path.name))
