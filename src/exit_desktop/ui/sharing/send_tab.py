"""Sends to a coordinator: to whom, exactly what, and one act that seals and saves."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from exit_desktop.services.bundles import A_COORDINATOR, preview_export
from exit_desktop.services.courses import list_courses
from exit_desktop.services.not_started import list_enquiries
from exit_desktop.services.sending import (
    ExportPreview,
    HeldCard,
    Receiver,
    list_cards,
    neutral_file_name,
    seal_to_file,
)
from exit_desktop.ui.files.save_dialog import ask_where
from exit_desktop.ui.sharing.card_words import card_line
from exit_desktop.ui.sharing.leaving_tree import LeavingTree
from exit_desktop.ui.sharing.send_words import only_to_delete, summary_words, why_not_words
from exit_desktop.ui.widgets.buttons import Button, LinkButton, PrimaryButton
from exit_desktop.ui.widgets.fields import FormRow
from exit_desktop.ui.widgets.labels import Label, wants
from exit_desktop.ui.widgets.panels import QuietPanel, row
from exit_desktop.ui.widgets.unturned import PickBox
from exit_desktop.ui.widgets.work_bar import WorkBar

if TYPE_CHECKING:
    from pathlib import Path

    from exit_desktop.ui.jobs import Job
    from exit_desktop.ui.session import Session


class SendTab(QWidget):
    """`cards_wanted` leads to the cards when none is confirmed."""

    cards_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self._desk = session, session.desk
        self._cards: list[HeldCard] = []
        self._preview: ExportPreview | None = None
        self._saved: tuple[Path, ...] = ()
        self._saved_for = ""
        self._looked_for = A_COORDINATOR
        self._stale = True
        self._build()
        self._lay_out()
        self._connect()
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self._session.t
        self._first_button.setText(t("Go to the contact cards"))
        self._all.setText(t("Tick all"))
        self._none.setText(t("Tick none"))
        self._again.setText(t("Look again"))
        self._seal.setText(t("Seal and save …"))
        self._work.retranslate()
        self._tree.retranslate()
        self._fill_cards()
        self._say()

    def clear(self) -> None:
        """Let everything go."""
        self._work.clear()
        self._tree.clear()
        self._preview = None
        self._cards = []
        self._looked_for = A_COORDINATOR
        self._to.clear()
        self._summary.clear()
        self._after.clear()

    def reload(self) -> None:
        """Look anew, now or when this is next seen."""
        self._stale = True
        if self.isVisible():
            self._look()

    def showEvent(self, event: QShowEvent) -> None:
        """Look at what may leave when this is first seen, or something has changed since."""
        super().showEvent(event)
        if self._stale:
            self._look()

    def _build(self) -> None:
        theme = self._session.theme
        self._first, self._first_words = QuietPanel(theme), Label(theme)
        self._first_button = Button()
        self._first.body.addWidget(self._first_words)
        self._first.body.addLayout(row(self._first_button, 1))
        self._to = PickBox()
        self._to_row = FormRow(theme, self._to)
        self._summary = Label(theme)
        self._all, self._none, self._again = LinkButton(), LinkButton(), Button()
        self._tree = LeavingTree(self._session)
        self._why_not = wants(theme)
        self._seal = PrimaryButton()
        self._after_panel, self._after = QuietPanel(theme), Label(theme)
        self._after_panel.body.addWidget(self._after)
        self._work = WorkBar(self._session)

    def _lay_out(self) -> None:
        theme = self._session.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(14), 0, 0)
        column.setSpacing(theme.px(10))
        column.addWidget(self._first)
        column.addWidget(self._to_row)
        head = row(self._summary, self._all, self._none)
        head.setStretch(0, 1)
        column.addLayout(head)
        column.addWidget(self._tree, 1)
        column.addWidget(self._work)
        column.addLayout(row(self._again, 1))
        column.addWidget(self._after_panel)
        column.addWidget(self._why_not)
        column.addLayout(row(self._seal, 1))
        # Takes the room while there is no tree; beside one, the tree takes all of it.
        column.addStretch(0)

    def _connect(self) -> None:
        self._first_button.clicked.connect(self.cards_wanted)
        self._all.clicked.connect(lambda: self._tree.model.tick_all(on=True))
        self._again.clicked.connect(self._look)
        self._none.clicked.connect(lambda: self._tree.model.tick_all(on=False))
        self._tree.chosen_changed.connect(self._choose_otherwise)
        self._to.currentIndexChanged.connect(self._send_to_another)
        self._seal.clicked.connect(self._ask_where)
        self._work.ended.connect(self._say)

    def _look(self) -> None:
        self._fill_cards()
        if self._work.busy:
            return
        self._stale = False
        self._looked_for = self._receiver()
        desk, to, words = self._desk, self._looked_for, self._session.t("Looking at what may leave")

        def work(job: Job) -> object:
            preview = preview_export(desk, to=to)
            job.report(1, 1, words)
            return preview

        self._work.start(words, work, self._show)
        self._say()

    def _show(self, preview: object) -> None:
        if self._receiver() != self._looked_for:
            self._look()
        else:
            self._preview = cast("ExportPreview", preview)
            self._tree.show_preview(self._preview)
            self._say()

    def _fill_cards(self) -> None:
        chosen = self._chosen_card()
        held = list_cards(self._desk)
        self._cards = [card for card in held if card.confirmed_at and not card.revoked_at]
        self._to.blockSignals(True)
        self._to.clear()
        self._to.addItems([card_line(card, self._session.t) for card in self._cards])
        places = [place for place, card in enumerate(self._cards) if chosen and card.sender == chosen.sender]
        if self._cards:
            self._to.setCurrentIndex(places[0] if places else self._likeliest())
        self._to.blockSignals(False)
        self._say_first(any(not card.confirmed_at for card in held))

    def _likeliest(self) -> int:
        return next((place for place, card in enumerate(self._cards) if card.role == "coordinator"), 0)

    def _chosen_card(self) -> HeldCard | None:
        place = self._to.currentIndex()
        return self._cards[place] if 0 <= place < len(self._cards) else None

    def _say_first(self, some_unconfirmed: bool) -> None:
        t = self._session.t
        unconfirmed = t("A card waits for its eight words. Call its owner, and type the words that they read out.")
        none = t("First swap contact cards with your coordinator. Then what you send can be opened by them alone.")
        self._first_words.setText(unconfirmed if some_unconfirmed else none)
        self._first.setVisible(not self._cards)
        self._to_row.setVisible(bool(self._cards))
        self._say()

    def _say(self) -> None:
        """Tell what the ticks come to, and why sealing is not possible where it is not."""
        preview, t = self._preview, self._session.t
        self._to_row.set_words(t("To"), self._whom_words())
        ready = preview is not None
        self._tree.setVisible(ready)
        self._again.setVisible(not ready and not self._work.busy)
        self._all.setVisible(ready)
        self._none.setVisible(ready)
        why = why_not_words(preview, self._tree.model, self._looked_for, t) if preview and self._cards else ""
        self._why_not.setText(why)
        self._why_not.setVisible(bool(why) and bool(self._cards))
        self._seal.setVisible(bool(self._cards) and ready)
        self._seal.setEnabled(ready and bool(self._cards) and not why and not self._work.busy)
        self._summary.setText(summary_words(preview, self._tree.model, t) if preview else "")
        words = (
            t("Saved: {names}. Send it by e-mail or on a USB stick.", names=", ".join(p.name for p in self._saved)),
            t("Only {code} can open it. For everyone else there is nothing to read in it.", code=self._saved_for),
        )
        self._after.setText(" ".join(words))
        self._after_panel.setVisible(bool(self._saved))

    def _receiver(self) -> Receiver:
        card = self._chosen_card()
        return A_COORDINATOR if card is None else Receiver(card.role, card.code, card.sender)

    def _whom_words(self) -> str:
        to = self._receiver()
        if to.coordinates:
            return ""
        return self._session.t(
            "{code} is not a coordinator. A citizen is sent only with a yes to “{code}”, written under Details.",
            code=to.code,
        )

    def _send_to_another(self) -> None:
        if self._receiver() != self._looked_for:
            # What may go to one may not go to another.
            self._preview = None
            self._look()
        self._choose_otherwise()

    def _choose_otherwise(self) -> None:
        self._saved = ()
        self._say()

    def _ask_where(self) -> None:
        path = ask_where(self._session, self, neutral_file_name(), self._session.t("Save the package"))
        if path is not None:
            self._seal_into(path)

    def _seal_into(self, path: Path) -> None:
        card, desk = self._chosen_card(), self._desk
        if card is None or self._preview is None:
            return
        chosen = None if only_to_delete(self._preview) else self._chosen_ids()
        words = self._session.t("Sealing the package")
        self._saved_for = card.code

        def work(job: Job) -> object:
            return seal_to_file(desk, card, chosen, path, lambda: job.report(0, 0, words))

        self._work.start(words, work, self._tell_saved)
        self._say()

    def _chosen_ids(self) -> list[str]:
        ticked = set(self._tree.model.ticked)
        chosen = [line.course_id for line in list_courses(self._desk) if line.alias in ticked]
        if self._tree.model.with_enquiries:
            chosen += [enquiry.id for enquiry in list_enquiries(self._desk)]
        return chosen

    def _tell_saved(self, paths: object) -> None:
        self._saved = cast("tuple[Path, ...]", paths)
        # Plans that left are fast now: what is shown here is read anew the next time.
        self._stale = True
        self._say()
        self._session.changed.emit("exported", "")
        self._session.note(self._session.t("The package is sealed and saved."))
