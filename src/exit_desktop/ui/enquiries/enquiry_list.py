"""The enquiries of a period: how many, in words, and the table; empty, it says what belongs here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from exit_desktop.domain.not_started import Enquiry, Period, within
from exit_desktop.services.not_started import instrument_of
from exit_desktop.ui.enquiries.enquiry_words import PERIODS, cells, count_line, headers
from exit_desktop.ui.enquiries.enquiry_writer import NEW
from exit_desktop.ui.widgets.buttons import Button, LinkButton, PrimaryButton
from exit_desktop.ui.widgets.choices import ChipRow
from exit_desktop.ui.widgets.labels import Label, heading, muted
from exit_desktop.ui.widgets.line_table import LineTable
from exit_desktop.ui.widgets.panels import QuietPanel, row, scrolled

if TYPE_CHECKING:
    from exit_desktop.ui.session import Session

WIDEST = 1100


class EnquiryList(QWidget):
    """`write_wanted`, `change_wanted(id)`, `delete_wanted(id)` when the worker asks for it."""

    write_wanted = Signal()
    change_wanted = Signal(str)
    delete_wanted = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self.t = session, session.t
        self._all: tuple[Enquiry, ...] = ()
        theme = session.theme
        self._name, self._about, self.count = heading(theme), muted(theme), Label(theme)
        self.period: ChipRow[Period] = ChipRow(self.t, PERIODS, theme.px(6))
        self._half, self._half_words, self.go_on = QuietPanel(theme), Label(theme), Button()
        self._empty, self._empty_words = QuietPanel(theme), Label(theme)
        self.first = PrimaryButton()
        self.table = LineTable(theme)
        self.write, self.change, self.delete, self.paper = PrimaryButton(), Button(), Button(), LinkButton()
        self._build()
        self._connect()
        self.retranslate()

    def show_enquiries(self, enquiries: tuple[Enquiry, ...], chosen: str = "") -> None:
        """Show all there are; one that was just written is brought in sight whatever the period."""
        self._all = enquiries
        if chosen and any(one.id == chosen for one in enquiries) and chosen not in {one.id for one in self._shown()}:
            self.period.set_value(Period.ALL)
        self._lay_out(chosen)

    def enquiry(self, enquiry_id: str) -> Enquiry | None:
        """Return the enquiry with this id."""
        return next((one for one in self._all if one.id == enquiry_id), None)

    def take_focus(self) -> None:
        """Put the keyboard on the table, or on the first step while there is none."""
        if self.table.isHidden():
            (self.write if self._all else self.first).setFocus()
        else:
            self.table.setFocus()

    def clear(self) -> None:
        """Let everything go."""
        self._all = ()
        self._lay_out("")

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self.t
        self._name.setText(t("Enquiries without a course"))
        self._about.setText(
            t("Someone asked, and it became no course. It is counted here and belongs to nobody: no name, no words.")
        )
        self.period.retranslate()
        self.period.name(t("Period"))
        self._half_words.setText(t("An enquiry is half written."))
        self.go_on.setText(t("Go on with it"))
        self._empty_words.setText(
            t(
                "Here you write down who asked about a course that was not begun: how they came to know us, why it was "
                "not begun, and where they were helped on to. It takes a minute."
            )
        )
        self.first.setText(t("Write the first enquiry"))
        self.write.setText(t("Write an enquiry"))
        self.change.setText(t("Change"))
        self.delete.setText(t("Delete …"))
        self.paper.setText(t("Blank form for paper"))
        self.table.setAccessibleName(t("Enquiries without a course"))
        self.table.setAccessibleDescription(t("Enter opens the enquiry, Delete deletes it."))
        self._lay_out(self.table.chosen)

    def _build(self) -> None:
        theme = self._session.theme
        page = QWidget()
        page.setMaximumWidth(theme.px(WIDEST))
        column = QVBoxLayout(page)
        column.setContentsMargins(2, 2, 2, 2)
        column.setSpacing(theme.px(10))
        half = row(self._half_words, self.go_on)
        half.setStretch(0, 1)
        self._half.body.addLayout(half)
        self._empty.body.addWidget(self._empty_words)
        self._empty.body.addLayout(row(self.first, 1))
        head = row(self._name, self.write)
        head.setStretch(0, 1)
        column.addLayout(head)
        for part in (self._about, self._half, self._empty, self.period, self.count):
            column.addWidget(part)
        column.addWidget(self.table, 1)
        column.addLayout(row(self.change, self.delete, 1, self.paper))
        # Takes the room while there is no table; beside one, the table takes all of it.
        column.addStretch(0)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(page))

    def _connect(self) -> None:
        for button in (self.write, self.first, self.go_on):
            button.clicked.connect(self.write_wanted)
        self.period.chosen.connect(lambda: self._lay_out(self.table.chosen))
        self.paper.clicked.connect(self._print)
        self.table.opened.connect(self.change_wanted)
        self.table.delete_wanted.connect(self.delete_wanted)
        self.change.clicked.connect(lambda: self.change_wanted.emit(self.table.chosen))
        self.delete.clicked.connect(lambda: self.delete_wanted.emit(self.table.chosen))

    def _print(self) -> None:
        from exit_desktop.ui.enquiries.blank_enquiry import open_blank_enquiry  # noqa: PLC0415 - QtPdf, at first use

        open_blank_enquiry(self._session, self.window())

    def _shown(self) -> tuple[Enquiry, ...]:
        return tuple(within(self._all, self.period.value, self._session.today()))

    def _lay_out(self, chosen: str) -> None:
        shown, t, desk = self._shown(), self.t, self._session.desk
        self.count.setText(count_line(shown, self.period.value, t))
        lines = [(one.id, cells(one, instrument_of(desk, one.answers), t)) for one in shown]
        self.table.show_lines(headers(instrument_of(desk), t), lines, chosen)
        self._half.setVisible(bool(self._session.drafts.text(NEW)))
        self._empty.setVisible(not self._all)
        with_any: tuple[QWidget, ...] = (self.period, self.count, self.write)
        with_lines: tuple[QWidget, ...] = (self.table, self.change, self.delete)
        for part in with_any:
            part.setVisible(bool(self._all))
        for part in with_lines:
            part.setVisible(bool(shown))
