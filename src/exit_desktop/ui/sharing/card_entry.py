"""One card of somebody else: who, in what state, a place for the eight words, ways to let it go or withdraw it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from exit_desktop.errors import Failure
from exit_desktop.services.sending import HeldCard, confirm_held_card
from exit_desktop.ui.sharing.card_words import ROLES, card_state, succession_words
from exit_desktop.ui.telling import announce, sentence_of
from exit_desktop.ui.widgets.buttons import Button, LinkButton
from exit_desktop.ui.widgets.fields import FormRow, TextLine
from exit_desktop.ui.widgets.labels import Badge, Label, heading, muted, small, wants
from exit_desktop.ui.widgets.panels import row, rule

if TYPE_CHECKING:
    from exit_desktop.services.receiving import Succession
    from exit_desktop.ui.session import Session


class CardEntry(QWidget):
    """`confirmed(sender)` when the words were right; `remove_wanted(card)`, `withdraw_wanted(card)` ask for an end."""

    confirmed = Signal(str)
    remove_wanted = Signal(object)
    withdraw_wanted = Signal(object)

    def __init__(self, session: Session, card: HeldCard, follows: Succession | None = None) -> None:
        super().__init__()
        self._session, self.card, self._follows = session, card, follows
        theme = session.theme
        self._code = heading(theme, card.code)
        self._code.setWordWrap(False)
        self._role = muted(theme)
        self._practice = Badge(theme, clay=True)
        self._practice.setVisible(card.practice)
        self._instead = Label(theme)
        self._instead.setVisible(follows is not None)
        waits = card.confirmed_at is None and card.revoked_at is None
        self._state = small(theme) if card.confirmed_at and not card.revoked_at else wants(theme)
        self.words = TextLine(most=300)
        self.words.returnPressed.connect(self._confirm)
        self._words_row = FormRow(theme, self.words)
        self._words_row.setVisible(waits)
        self.confirm, self._remove, self._withdraw = Button(), LinkButton(), LinkButton()
        self.confirm.setVisible(waits)
        self.confirm.clicked.connect(self._confirm)
        self._remove.clicked.connect(lambda: self.remove_wanted.emit(self.card))
        # A card that nobody confirmed is trusted with nothing that could be withdrawn.
        self._withdraw.setVisible(card.confirmed_at is not None and card.revoked_at is None)
        self._withdraw.clicked.connect(lambda: self.withdraw_wanted.emit(self.card))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(rule())
        head = row(self._code, self._role, self._practice, self._remove)
        head.setStretch(1, 1)
        column.addLayout(head)
        state = row(self._state, self._withdraw)
        state.setStretch(0, 1)
        column.addLayout(state)
        for part in (self._instead, self._words_row):
            column.addWidget(part)
        column.addLayout(row(self.confirm, 1))
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the language in force."""
        t, code = self._session.t, self.card.code
        self._role.setText(t(ROLES[self.card.role]))
        self._practice.setText(t("practice card"))
        self._state.setText(card_state(self.card, t))
        self._words_row.set_words(t("The eight words"), t("Capitals, commas and spaces do not matter."))
        self.words.setAccessibleName(t("The eight words of {code}", code=code))
        self.confirm.setText(t("Confirm the card"))
        self.confirm.setAccessibleName(t("Confirm the card of {code}", code=code))
        if self._follows is not None:
            self._instead.setText(succession_words(self._follows, t))
        self._withdraw.setText(t("Lost or stolen …"))
        self._withdraw.setAccessibleName(t("The computer of {code} is lost or stolen …", code=code))
        self._remove.setText(t("Remove"))
        self._remove.setAccessibleName(t("Remove the card of {code}", code=code))
        self.setAccessibleName(code)

    def _confirm(self) -> None:
        if not self.words.text().strip():
            self.words.setFocus()
            return
        try:
            confirm_held_card(self._session.desk, self.card, self.words.text())
        except Failure as failure:
            sentence = sentence_of(failure, self._session.t)
            self._words_row.set_fault(sentence)
            announce(self.words, sentence)
            self.words.setFocus()
            return
        self.confirmed.emit(self.card.sender)
