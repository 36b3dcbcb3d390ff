"""What can be done about the chosen line of what came: compare, tell the code, take the card, delete unopened."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from exit_desktop.errors import Failure
from exit_desktop.services import receiving
from exit_desktop.services.receiving import Conflict, ReceivedPackage, WaitingPackage
from exit_desktop.ui.receiving.code_dialog import CodeDialog
from exit_desktop.ui.receiving.conflict_dialog import ConflictDialog
from exit_desktop.ui.widgets.asking import AskingDialog
from exit_desktop.ui.widgets.buttons import Button
from exit_desktop.ui.widgets.flow import FlowLayout

if TYPE_CHECKING:
    from exit_desktop.ui.receiving.line_list import LineList
    from exit_desktop.ui.session import Session


class PackageActs(QWidget):
    """Buttons for the chosen line; `card_wanted(sender)`, `receipt_wanted(package id)`, `done` after a change."""

    card_wanted = Signal(str)
    receipt_wanted = Signal(int)
    done = Signal()

    def __init__(self, session: Session, lines: LineList) -> None:
        super().__init__()
        self._session, self._lines = session, lines
        self.see, self.code, self.again, self.card, self.let_go = (Button() for _ in range(5))
        line = FlowLayout(self, session.theme.px(8))
        for button in (self.see, self.code, self.again, self.card, self.let_go):
            line.addWidget(button)
        self.again.clicked.connect(self._want_receipt)
        self.see.clicked.connect(self._compare)
        self.code.clicked.connect(self._tell_code)
        self.card.clicked.connect(self._want_card)
        self.let_go.clicked.connect(self._ask_to_let_go)
        lines.chosen_changed.connect(self.offer)
        lines.opened.connect(self._do_first)
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self._session.t
        self.see.setText(t("See the two side by side …"))
        self.let_go.setText(t("Delete it unopened …"))
        self.code.setText(t("Code for the telephone …"))
        self.again.setText(t("Save its receipt again …"))
        self.offer()

    def offer(self) -> None:
        """Offer what can be done about the chosen line; a button that goes hands the keyboard to the list."""
        about, t = self._about(), self._session.t
        for button, offered in self._offers():
            if button.hasFocus() and not offered:
                self._lines.setFocus()
            button.setVisible(offered)
        confirm = isinstance(about, WaitingPackage) and about.has_card
        self.card.setText(t("Confirm the card …") if confirm else t("Take the sender's card …"))
        self.setVisible(any(offered for _, offered in self._offers()))

    def _about(self) -> object:
        line = self._lines.chosen
        return line.about if line is not None else None

    def _offers(self) -> tuple[tuple[Button, bool], ...]:
        about = self._about()
        waits = isinstance(about, WaitingPackage)
        answerable = isinstance(about, ReceivedPackage) and about.answerable
        return (
            (self.see, isinstance(about, Conflict)),
            (self.code, answerable),
            # What was sent may have been lost.
            (self.again, answerable and isinstance(about, ReceivedPackage) and about.receipt_given_at is not None),
            (self.card, waits),
            (self.let_go, waits),
        )

    def _do_first(self) -> None:
        first = next((button for button, offered in self._offers() if offered), None)
        if first is not None:
            first.click()

    def _want_receipt(self) -> None:
        about = self._about()
        if isinstance(about, ReceivedPackage):
            self.receipt_wanted.emit(about.id)

    def _want_card(self) -> None:
        about = self._about()
        if isinstance(about, WaitingPackage):
            self.card_wanted.emit(about.sender if about.has_card else "")

    def _ask_to_let_go(self) -> None:
        about, t = self._about(), self._session.t
        if not isinstance(about, WaitingPackage):
            return
        words = (
            t("Delete the package, unopened?"),
            t("Nothing in it comes in. If it is wanted after all, the sender has to send it again."),
            t("Delete the package"),
        )
        dialog = AskingDialog(self, self._session, words)
        dialog.agreed.connect(partial(self._do, lambda: receiving.drop_waiting(self._session.desk, about.id)))
        dialog.open()

    def _compare(self) -> None:
        about = self._about()
        if isinstance(about, Conflict):
            dialog = ConflictDialog(self, self._session, about)
            dialog.settled.connect(partial(self._settle, about))
            dialog.open()

    def _settle(self, conflict: Conflict, keep_other: bool) -> None:
        self._do(lambda: receiving.choose_in_conflict(self._session.desk, conflict, keep_other))

    def _tell_code(self) -> None:
        about = self._about()
        if not isinstance(about, ReceivedPackage):
            return
        try:
            code = receiving.receipt_code(self._session.desk, about.id)
        except Failure as failure:
            self._session.tell(failure)
            return
        CodeDialog(self, self._session, about, code).open()
        self.done.emit()

    def _do(self, act: Callable[[], None]) -> None:
        try:
            act()
        except Failure as failure:
            self._session.tell(failure)
        self._lines.setFocus()
        self.done.emit()
