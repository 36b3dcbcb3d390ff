"""The fields of one contact, for writing a new one, planning one and changing one in the log."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from exit_desktop.domain.contacts import Contact, ContactKind, ContactState, Party, PlaceKind
from exit_desktop.services.labels import CONTACT_KINDS, CONTACT_STATES, PARTIES, PLACES
from exit_desktop.ui.course.contacts.ahead import AheadHint
from exit_desktop.ui.course.contacts.form_state import FormState, FormUse, has_place, settled, states_of
from exit_desktop.ui.widgets.choices import ChipRow, Choice, fill_flow
from exit_desktop.ui.widgets.fields import DateField, TextArea, TextLine
from exit_desktop.ui.widgets.flow import FlowLayout
from exit_desktop.ui.widgets.guard_line import GuardLine
from exit_desktop.ui.widgets.in_sight import bring_into_sight
from exit_desktop.ui.widgets.labels import wants
from exit_desktop.ui.widgets.short_fields import MinutesRow, Named, TimeField

if TYPE_CHECKING:
    from exit_desktop.ui.session import Session


class ContactForm(QWidget):
    """`edited` at every change, `left` when a field was left or a choice made, `finished` on Ctrl+Enter."""

    edited = Signal()
    left = Signal()
    finished = Signal()

    def __init__(self, session: Session, use: FormUse) -> None:
        super().__init__()
        self._session, self.t, self._use = session, session.t, use
        self._folded = False
        self._make_fields()
        self._build()
        self._connect()
        self.retranslate()
        self._suit()

    def state(self) -> FormState:
        """Return what stands in the fields."""
        return FormState(
            on=self.on.text(),
            at=self.at.text(),
            kind=self.kind.value,
            party=self.party.value,
            state=self.outcome.value,
            place=self.place.value or PlaceKind.NONE,
            place_words=self.place_words.text(),
            with_whom=self.with_whom.text(),
            minutes={kind: text for kind, text in self.minutes.texts().items() if text},
            note=self.note.text(),
        )

    def show_state(self, state: FormState) -> None:
        """Put texts back as they were typed; they count as not saved."""
        with QSignalBlocker(self):
            self.on.setText(state.on)
            self.at.setText(state.at)
            self._choose(state.kind, state.party, state.state)
            self.place.set_value(state.place)
            self.place_words.setText(state.place_words)
            self.with_whom.setText(state.with_whom)
            self.minutes.set_texts(state.minutes)
            if self.note.text() != state.note:
                self.note.setPlainText(state.note)
            self._suit()

    def empty(self, contact: Contact) -> None:
        """Begin anew with the values of `contact`, whatever is being written."""
        with QSignalBlocker(self):
            self.on.set_value(contact.on)
            self.at.set_value(contact.at)
            self.note.set_saved("")
            self.place_words.set_saved("")
            self.with_whom.set_saved("")
            self.minutes.set_value(())
            self.place.set_value(contact.place)
            self._choose(contact.kind, contact.party, contact.state)
            for line in self._guards:
                line.forget()
            self._say("")
            self._suit()

    def fold(self, folded: bool) -> None:
        """Show only how it took place, or all fields; a click on a chip is then the beginning of a contact."""
        self._folded = folded
        if folded:
            self.kind.choose_none()
        self._suit()

    def show_contact(self, contact: Contact) -> None:
        """Show a contact that is kept; a field that is being written in is left alone."""
        with QSignalBlocker(self):
            self._choose(contact.kind, contact.party, contact.state)
            self.place.set_value(contact.place)
            for field, text in ((self.place_words, contact.place_words), (self.with_whom, contact.with_whom)):
                if not field.hasFocus():
                    field.set_saved(text)
            if not self.note.hasFocus() and self.note.text() != contact.note:
                self.note.set_saved(contact.note)
            if not self.on.hasFocus():
                self.on.set_value(contact.on)
            if not self.at.hasFocus():
                self.at.set_value(contact.at)
            if not self.minutes.writing:
                self.minutes.set_value(contact.minutes)
            self._suit()

    def read(self, base: Contact) -> Contact | None:
        """Return `base` with what stands in the fields; None if a field cannot be read, which is then told under it."""
        on, minutes = self.on.value, self.minutes.value
        self._say(self._fault_words())
        if on is None or minutes is None or not self.at.readable:
            return None
        kind, placed = self.kind.value, has_place(self.kind.value)
        state = settled(self.outcome.value, kind, self.party.value)
        return replace(
            base,
            on=on,
            at=self.at.value,
            kind=kind,
            party=self.party.value,
            state=state,
            place=(self.place.value or PlaceKind.NONE) if placed else PlaceKind.NONE,
            place_words=self.place_words.text().strip() if placed else "",
            with_whom=self.with_whom.text().strip(),
            minutes=() if state is ContactState.PLANNED else minutes,
            note=self.note.text().rstrip(),
        )

    def go_to_fault(self) -> None:
        """Put the keyboard into the first field that cannot be read, with the words about it in sight."""
        unread = self.on if self.on.value is None else self.minutes.unreadable if self.at.readable else self.at
        if unread is not None:
            unread.setFocus()
            unread.selectAll()
            bring_into_sight(self._fault)

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self.t
        for row, name in ((self.kind, t("Kind")), (self.party, t("With whom")), (self.outcome, t("What became of it"))):
            row.retranslate()
            row.name(name)
        self.ahead.retranslate()
        self.place.retranslate()
        self.minutes.retranslate()
        self._on.set_name(t("Date"))
        self._at.set_name(t("Time"))
        self._place.set_name(t("Place"))
        self._place_words.set_name(t("Where"))
        self._with_whom.set_name(t("Who was there"))
        self.with_whom.setPlaceholderText(t("Roles, not names"))
        self.note.setAccessibleName(t("Note"))
        self.note.setPlaceholderText(t("What do we agree on?") if self._planning else t("What happened?"))

    @property
    def _planning(self) -> bool:
        return self._use is FormUse.PLAN

    def _make_fields(self) -> None:
        session, theme = self._session, self._session.theme
        self.kind = ChipRow(self.t, CONTACT_KINDS, theme.px(6))
        self.party = ChipRow(self.t, PARTIES, theme.px(6))
        self.outcome = ChipRow(self.t, CONTACT_STATES, theme.px(6))
        self.on, self.at = DateField(session.today(), session.today()), TimeField(self.t)
        self.place = Choice(self.t, {kind: PLACES[kind] for kind in (PlaceKind.NONE, *PLACES)})
        self.place_words, self.with_whom = TextLine(), TextLine()
        self.note = TextArea(theme, lines=2 if self._planning else 3)
        self.minutes, self.ahead = MinutesRow(theme, self.t), AheadHint(session)
        self._on, self._at, self._place, self._place_words, self._with_whom = (
            Named(theme, field) for field in (self.on, self.at, self.place, self.place_words, self.with_whom)
        )
        for part in (self._on, self._at, self._place, self._place_words, self._with_whom):
            # The flow takes only those that are wanted; a part of nobody would outlive the lock.
            part.setParent(self)
        self._guards = [GuardLine(session, field) for field in (self.note, self.place_words, self.with_whom)]
        self._fault = wants(theme)
        self._fault.hide()
        theme.changed.connect(self._fit)
        self._fit()

    def _build(self) -> None:
        theme = self._session.theme
        self._details = QWidget()
        self._flow = FlowLayout(self._details, theme.px(12))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        note, place, whom = self._guards
        for part in (self.kind, self.party, self.outcome, self.note, note, self._details):
            column.addWidget(part)
        for part in (self.ahead, place, whom, self.minutes, self._fault):
            column.addWidget(part)
        self._order()

    def _order(self) -> None:
        """Let Tab go as the fields are read; the flow takes some of them in later than others."""
        order = (self.note, self.on, self.at, self.place, self.place_words, self.with_whom)
        for one, following in pairwise(order):
            QWidget.setTabOrder(one, following)

    def _connect(self) -> None:
        for row in (self.kind, self.party, self.outcome):
            row.chosen.connect(self._chose)
        self.place.currentIndexChanged.connect(self._placed)
        for field in (self.on, self.at, self.place_words, self.with_whom):
            field.textChanged.connect(self.edited)
        self.note.textChanged.connect(self.edited)
        self.on.textChanged.connect(self._look_ahead)
        self.ahead.wanted.connect(self._make_appointment)
        self.minutes.edited.connect(self.edited)
        for leaving in (self.on.editingFinished, self.at.editingFinished, self.minutes.left):
            leaving.connect(self.left)
        for text in (self.place_words, self.with_whom, self.note):
            text.left.connect(self.left)
        self.note.finished.connect(self.finished)

    def _choose(self, kind: ContactKind, party: Party, state: ContactState) -> None:
        self.kind.set_value(kind)
        self.party.set_value(party)
        self.outcome.set_value(state)

    def _chose(self) -> None:
        self.outcome.set_value(settled(self.outcome.value, self.kind.value, self.party.value))
        self._suit()
        self.edited.emit()
        self.left.emit()

    def _make_appointment(self) -> None:
        self.note.setFocus()
        self.outcome.offer((ContactState.PLANNED, *states_of(self.kind.value, self.party.value)))
        self.outcome.set_value(ContactState.PLANNED)
        self._chose()

    def _look_ahead(self) -> None:
        asked = not self._planning and not self._folded
        self.ahead.look(self.on.value, asked and self.outcome.value is ContactState.HELD and self._may_be_planned)

    @property
    def _may_be_planned(self) -> bool:
        return bool(states_of(self.kind.value, self.party.value))

    def _placed(self, _index: int) -> None:
        self._suit()
        self.edited.emit()
        self.left.emit()

    def _suit(self) -> None:
        """Show the fields that such a contact has; folded, only how it took place."""
        placed, open_ = has_place(self.kind.value), not self._folded
        planned = (ContactState.PLANNED,) if self.outcome.value is ContactState.PLANNED else ()
        possible = states_of(self.kind.value, self.party.value)
        self.outcome.offer((*planned, *possible))
        for part in (self.party, self.note, self._details):
            part.setVisible(open_)
        self.outcome.setVisible(open_ and bool(possible) and not self._planning)
        self.minutes.setVisible(open_ and not self._planning and not planned)
        self._look_ahead()
        shown: dict[QWidget, bool] = {
            self._on: True,
            self._at: True,
            self._place: placed,
            self._place_words: placed and self.place.value is not PlaceKind.NONE,
            self._with_whom: self.party.value is not Party.ALONE,
        }
        fill_flow(self._flow, shown)

    def _say(self, sentence: str) -> None:
        self._fault.setText(sentence)
        self._fault.setVisible(bool(sentence))

    def _fault_words(self) -> str:
        if self.on.value is None:
            return self.t("That is no date. Write it as 23/11 or 23.11.2026.")
        if not self.at.readable:
            return self.t("That is no time of day. Write it as 14 or 14.30.")
        if self.minutes.value is None:
            return self.t("Those are no minutes. Write 45, 1:30 or 1,5 h.")
        return ""

    def _fit(self) -> None:
        theme = self._session.theme
        widths: tuple[tuple[QLineEdit, int], ...] = (
            (self.on, 110),
            (self.at, 76),
            (self.place_words, 190),
            (self.with_whom, 190),
        )
        for field, width in widths:
            field.setFixedWidth(theme.px(width))
