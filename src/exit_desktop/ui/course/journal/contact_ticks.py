"""The contacts of a period, each to be ticked; opened with all of the last month ticked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from exit_desktop.services.journal_extract import short_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from exit_desktop.domain.contacts import Contact
    from exit_desktop.system.language import Texts

_ID = int(Qt.ItemDataRole.UserRole)


class ContactTicks(QListWidget):
    """`chosen_changed` when another contact is ticked or not; Space ticks the line that has the keyboard."""

    chosen_changed = Signal()

    def __init__(self, t: Texts) -> None:
        super().__init__()
        self._t = t
        self._contacts: dict[str, Contact] = {}
        self._out: set[str] = set()
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemChanged.connect(self._ticked)

    def show_contacts(self, contacts: Iterable[Contact]) -> None:
        """Show these; one whose tick was taken away before stays so."""
        self._contacts = {contact.id: contact for contact in contacts}
        self.blockSignals(True)
        self.clear()
        for contact in self._contacts.values():
            item = QListWidgetItem(short_of(contact, self._t))
            item.setData(_ID, contact.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked if contact.id in self._out else Qt.CheckState.Checked)
            self.addItem(item)
        self.setCurrentRow(0)
        self.blockSignals(False)

    @property
    def chosen(self) -> tuple[Contact, ...]:
        """The contacts that are ticked, the oldest first."""
        return tuple(contact for contact in self._contacts.values() if contact.id not in self._out)

    @property
    def whole_height(self) -> int:
        """The height in which all contacts are in sight, at least that of one."""
        return max(self.sizeHintForRow(0), self.fontMetrics().height()) * max(1, self.count()) + 2 * self.frameWidth()

    def tick_all(self, on: bool) -> None:
        """Tick every contact, or none."""
        self._out = set() if on else set(self._contacts)
        self.show_contacts(self._contacts.values())
        self.chosen_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick with Space wherever in the line the keyboard stands."""
        item = self.currentItem()
        if event.key() == Qt.Key.Key_Space and item is not None:
            on = item.checkState() is Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)
            return
        super().keyPressEvent(event)

    def _ticked(self, item: QListWidgetItem) -> None:
        on = item.checkState() is Qt.CheckState.Checked
        (self._out.discard if on else self._out.add)(str(item.data(_ID)))
        self.chosen_changed.emit()
