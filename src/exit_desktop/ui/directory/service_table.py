"""The services as a table that is searched as one types; empty, it says what belongs here and offers a first step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from exit_desktop.services.service_list import Service, find_services
from exit_desktop.ui.closed_fields import FINDS
from exit_desktop.ui.directory.directory_words import cells, headers
from exit_desktop.ui.directory.service_writer import DRAFTS
from exit_desktop.ui.widgets.buttons import Button, LinkButton, PrimaryButton
from exit_desktop.ui.widgets.fields import TextLine
from exit_desktop.ui.widgets.flow import buttons
from exit_desktop.ui.widgets.labels import Label, muted, small
from exit_desktop.ui.widgets.line_table import LineTable
from exit_desktop.ui.widgets.panels import QuietPanel, row

if TYPE_CHECKING:
    from exit_desktop.ui.session import Session

WIDEST = 1100


class ServiceTable(QWidget):
    """`write_wanted`, `open_wanted(id)`, `delete_wanted(id)`; `starters_wanted`, `file_wanted`, `save_wanted`."""

    write_wanted = Signal()
    open_wanted = Signal(str)
    delete_wanted = Signal(str)
    starters_wanted = Signal()
    file_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self.t = session, session.t
        self._all: tuple[Service, ...] = ()
        theme = session.theme
        self._about, self.count = muted(theme), small(theme)
        self.search, self.table = TextLine(), LineTable(theme, long_names=True)
        self._half, self._half_words, self.go_on = QuietPanel(theme), Label(theme), Button()
        self._empty, self._empty_words = QuietPanel(theme), Label(theme)
        self.first_starters, self.first = PrimaryButton(), Button()
        self.write, self.open, self.delete = PrimaryButton(), Button(), Button()
        self.starters, self.file, self.save = LinkButton(), LinkButton(), LinkButton()
        self._file_words = small(theme)
        self._build()
        self._connect()
        self.retranslate()

    def show_services(self, services: tuple[Service, ...], chosen: str = "") -> None:
        """Show these services; one that was just written is brought in sight whatever is searched for."""
        self._all = services
        if chosen and chosen not in {one.id for one in self._found()}:
            self.search.blockSignals(True)
            self.search.clear()
            self.search.blockSignals(False)
        self._lay_out(chosen)

    def service(self, service_id: str) -> Service | None:
        """Return the service with this id."""
        return next((one for one in self._all if one.id == service_id), None)

    def take_focus(self) -> None:
        """Put the keyboard where the search is written, or on the first step while there is none."""
        (self.search if self._all else self.first_starters).setFocus()

    def half_written(self) -> str:
        """Return the draft that waits; empty if none does."""
        return next((one for one in self._session.drafts.places() if one.startswith(DRAFTS)), "")

    def clear(self) -> None:
        """Let everything go."""
        self.search.clear()
        self._all = ()
        self._lay_out("")

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self.t
        self._about.setText(
            t("Who can help with what. A plan picks from this list. Write nothing about a citizen here.")
        )
        self.search.setProperty(FINDS, True)
        self.search.setPlaceholderText(t("Search services"))
        self.search.setAccessibleName(t("Search services"))
        self.table.setAccessibleName(t("Services"))
        self.table.setAccessibleDescription(t("Enter opens the service, Delete deletes it."))
        self._half_words.setText(t("A service is half written."))
        self.go_on.setText(t("Go on with it"))
        self._empty_words.setText(
            t(
                "Here you gather those who can help: what they help with, for whom, and how they are reached. "
                "You can begin with a list from the guide of 2017, to be checked and made your own, or write the first."
            )
        )
        self.first_starters.setText(t("Look at the starter list"))
        self.first.setText(t("Write the first service"))
        self.write.setText(t("Write a service"))
        self.open.setText(t("Open"))
        self.delete.setText(t("Delete …"))
        self.starters.setText(t("The starter list …"))
        self.file.setText(t("Bring in a file …"))
        self.save.setText(t("Save as a file …"))
        self._file_words.setText(
            t("A saved file can be read by anyone who has it: addresses, telephone numbers and your notes.")
        )
        self._lay_out(self.table.chosen)

    def _build(self) -> None:
        theme = self._session.theme
        self.search.setClearButtonEnabled(True)
        half = row(self._half_words, self.go_on)
        half.setStretch(0, 1)
        self._half.body.addLayout(half)
        self._empty.body.addWidget(self._empty_words)
        self._empty.body.addLayout(buttons(theme, self.first_starters, self.first))
        head = row(self.search, self.write)
        head.setStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 2, 2, 2)
        column.setSpacing(theme.px(10))
        for part in (self._about, self._half, self._empty):
            column.addWidget(part)
        column.addLayout(head)
        column.addWidget(self.count)
        column.addWidget(self.table, 1)
        column.addLayout(buttons(theme, self.open, self.delete))
        column.addLayout(buttons(theme, self.starters, self.file, self.save))
        column.addWidget(self._file_words)
        # Takes the room while there is no table; beside one, the table takes all of it.
        column.addStretch(0)
        self.setMaximumWidth(theme.px(WIDEST))

    def _connect(self) -> None:
        for button in (self.write, self.first):
            button.clicked.connect(self.write_wanted)
        for button in (self.starters, self.first_starters):
            button.clicked.connect(self.starters_wanted)
        self.go_on.clicked.connect(self._go_on)
        self.file.clicked.connect(self.file_wanted)
        self.save.clicked.connect(self.save_wanted)
        self.search.textChanged.connect(lambda: self._lay_out(self.table.chosen))
        self.search.returnPressed.connect(self._open_chosen)
        self.table.opened.connect(self.open_wanted)
        self.table.delete_wanted.connect(self.delete_wanted)
        self.open.clicked.connect(self._open_chosen)
        self.delete.clicked.connect(lambda: self.delete_wanted.emit(self.table.chosen))

    def _open_chosen(self) -> None:
        if self.table.chosen:
            self.open_wanted.emit(self.table.chosen)

    def _go_on(self) -> None:
        service = self.service(self.half_written().removeprefix(DRAFTS))
        if service is None:
            self.write_wanted.emit()
        else:
            self.open_wanted.emit(service.id)

    def _found(self) -> tuple[Service, ...]:
        return find_services(self._all, self.search.text(), self.t)

    def _lay_out(self, chosen: str) -> None:
        found, today, t = self._found(), self._session.today(), self.t
        self.table.show_lines(headers(t), [(one.id, cells(one, today, t)) for one in found], chosen)
        self.count.setText("" if found else t("No service has these words. Try fewer letters."))
        self.count.setVisible(bool(self._all) and not found)
        self._half.setVisible(bool(self.half_written()))
        self._empty.setVisible(not self._all)
        with_any: tuple[QWidget, ...] = (
            self._about,
            self.search,
            self.write,
            self.starters,
            self.save,
            self._file_words,
        )
        for part in with_any:
            part.setVisible(bool(self._all))
        with_found: tuple[QWidget, ...] = (self.table, self.open, self.delete)
        for part in with_found:
            part.setVisible(bool(found))
