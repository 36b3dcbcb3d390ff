"""The contact cards of others: take one from a file, confirm it by its words, withdraw it, let it go."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from exit_desktop.errors import Failure
from exit_desktop.services import receiving
from exit_desktop.services.sending import HeldCard, SeenCard, keep_seen_card, list_cards, remove_card, see_card
from exit_desktop.services.vaults import Role, read_worker
from exit_desktop.ui.files.open_dialog import ask_which
from exit_desktop.ui.sharing.card_entry import CardEntry
from exit_desktop.ui.widgets.asking import AskingDialog
from exit_desktop.ui.widgets.buttons import Button
from exit_desktop.ui.widgets.labels import muted
from exit_desktop.ui.widgets.panels import Panel, clear_layout, row

if TYPE_CHECKING:
    from exit_desktop.services.receiving import Succession
    from exit_desktop.ui.session import Session


class OtherCardsPanel(Panel):
    """`cards_changed` when one came, was confirmed or went; `confirmed(sender)` when its words were typed."""

    cards_changed = Signal()
    confirmed = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__(session.theme)
        self._session = session
        self._text = muted(session.theme)
        self._add = Button()
        self._add.clicked.connect(self._choose)
        self._entries: list[CardEntry] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(session.theme.px(12))
        self.body.addWidget(self._text)
        self.body.addLayout(row(self._add, 1))
        self.body.addLayout(self._list)
        self.reload()
        self.retranslate()

    @property
    def entries(self) -> tuple[CardEntry, ...]:
        """The cards as they are shown."""
        return tuple(self._entries)

    def reload(self) -> None:
        """Show the cards that are kept, those that wait for their words first."""
        clear_layout(self._list)
        cards = sorted(list_cards(self._session.desk), key=lambda card: card.confirmed_at is not None)
        self._entries = [CardEntry(self._session, card, self._follows(card)) for card in cards]
        for entry in self._entries:
            entry.confirmed.connect(self._tell_confirmed)
            entry.remove_wanted.connect(self._ask_to_remove)
            entry.withdraw_wanted.connect(self._ask_to_withdraw)
            self._list.addWidget(entry)
        self._say()

    def retranslate(self) -> None:
        """Speak the language in force."""
        self.set_heading(self._session.t("Contact cards from others"))
        self._add.setText(self._session.t("Add a card from a file …"))
        for entry in self._entries:
            entry.retranslate()
        self._say()

    def clear(self) -> None:
        """Let everything go."""
        self._entries = []
        clear_layout(self._list)

    def lead_to(self, sender: str) -> None:
        """Put the keyboard where the words of a card are typed; without that card, ask for its file."""
        entry = next((one for one in self._entries if one.card.sender == sender), None)
        if entry is None:
            self._choose()
        else:
            entry.words.setFocus()

    def add_file(self, path: Path) -> None:
        """Take the card of a file; in a real vault a practice card is told of first."""
        try:
            seen = see_card(path)
        except Failure as failure:
            self._session.tell(failure)
            return
        known = any(card.sender == seen.sender for card in list_cards(self._session.desk))
        if seen.practice and not self._session.vault.practice and not known:
            self._ask_about_practice(seen)
        else:
            self._keep(seen)

    def _follows(self, card: HeldCard) -> Succession | None:
        if card.confirmed_at is not None or card.revoked_at is not None:
            return None
        return receiving.succession_of(self._session.desk, card.card)

    def _say(self) -> None:
        t = self._session.t
        none = t("No card yet. Ask the one you share with for theirs: a small file, sent by e-mail or on a USB stick.")
        some = t("You can only send to someone whose words you have heard and typed here.")
        self._text.setText(some if self._entries else none)

    def _choose(self) -> None:
        path = ask_which(self._session, self, ".txt", self._session.t("Add a contact card"))
        if path is not None:
            self.add_file(path)

    def _ask_about_practice(self, seen: SeenCard) -> None:
        t = self._session.t
        words = (
            t("This is a practice card"),
            t("It belongs to a vault with invented citizens. What you send to it leaves your real vault all the same."),
            t("Keep the practice card"),
        )
        dialog = AskingDialog(self, self._session, words)
        dialog.agreed.connect(lambda: self._keep(seen))
        dialog.open()

    def _keep(self, seen: SeenCard) -> None:
        try:
            keep_seen_card(self._session.desk, seen)
        except Failure as failure:
            self._session.tell(failure)
            return
        self.reload()
        self.cards_changed.emit()
        entry = next((one for one in self._entries if one.card.sender == seen.sender), None)
        if entry is not None and not entry.card.confirmed_at:
            entry.words.setFocus()

    def _tell_confirmed(self, sender: str) -> None:
        self.reload()
        self.cards_changed.emit()
        self._session.note(self._session.t("The card is confirmed. You can now send to its owner."))
        self._add.setFocus()
        self.confirmed.emit(sender)

    def _ask_to_withdraw(self, card: object) -> None:
        held, t = cast("HeldCard", card), self._session.t
        words = (
            t("Trust nothing more from this card of {code}?", code=held.code),
            t(
                "Do this when the computer is lost or stolen, or somebody else may have its keys. Nothing more that is "
                "made with it is taken in, and nothing is sent to it. What you have already stays. It cannot be "
                "undone: {code} makes a new card, and you confirm it by its words.",
                code=held.code,
            ),
            t("Withdraw the card"),
        )
        dialog = AskingDialog(self, self._session, words)
        dialog.agreed.connect(lambda: self._withdraw(held))
        dialog.open()

    def _withdraw(self, card: HeldCard) -> None:
        try:
            receiving.revoke_sender(self._session.desk, card.sender)
        except Failure as failure:
            self._session.tell(failure)
            return
        self.reload()
        self.cards_changed.emit()
        t, worker = self._session.t, read_worker(self._session.vault)
        said = t("The card of {code} is withdrawn. Ask for a new one by telephone.", code=card.code)
        if worker is not None and worker.role is Role.COORDINATOR:
            said = t(
                "The card of {code} is withdrawn. Your own card tells it to the others: save it anew, and give it to "
                "them.",
                code=card.code,
            )
        self._session.note(said)
        self._add.setFocus()

    def _ask_to_remove(self, card: object) -> None:
        held, t = cast("HeldCard", card), self._session.t
        words = (
            t("Remove the card of {code}?", code=held.code),
            t(
                "You can then neither send to {code} nor open what comes from there, until you have the card again.",
                code=held.code,
            ),
            t("Remove the card"),
        )
        dialog = AskingDialog(self, self._session, words)
        dialog.agreed.connect(lambda: self._remove(held))
        dialog.open()

    def _remove(self, card: HeldCard) -> None:
        try:
            remove_card(self._session.desk, card.sender)
        except Failure as failure:
            self._session.tell(failure)
            return
        self.reload()
        self.cards_changed.emit()
        self._add.setFocus()
