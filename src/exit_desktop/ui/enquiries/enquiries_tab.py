"""The enquiries that did not become a course: the list of a period with its count, or the fields of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from exit_desktop.errors import Failure
from exit_desktop.services.not_started import list_enquiries, remove_enquiry
from exit_desktop.ui.enquiries.enquiry_list import EnquiryList
from exit_desktop.ui.enquiries.enquiry_writer import EnquiryWriter, place_of
from exit_desktop.ui.widgets.asking import AskingDialog

if TYPE_CHECKING:
    from exit_desktop.domain.not_started import Enquiry
    from exit_desktop.ui.session import Session

_TOUCHING = frozenset(("not_started", "loaded"))


class EnquiriesTab(QWidget):
    """Shows the list; writing and changing take its place until they are done."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self.t = session, session.t
        self.list = EnquiryList(session)
        self.writer: EnquiryWriter | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.list.write_wanted.connect(self.write)
        self.list.change_wanted.connect(self._change)
        self.list.delete_wanted.connect(self._ask_delete)
        session.changed.connect(self._follow)

    def write(self) -> None:
        """Open the fields of a new enquiry, or of the one that was begun."""
        self._open(None)

    def take_focus(self) -> None:
        """Put the keyboard where the work goes on."""
        if self.writer is not None:
            self.writer.fields.take_focus()
        else:
            self.list.take_focus()

    def load(self, chosen: str = "") -> None:
        """Read the enquiries anew."""
        try:
            self.list.show_enquiries(list_enquiries(self._session.desk), chosen)
        except Failure as failure:
            self._session.tell(failure)

    def retranslate(self) -> None:
        """Speak the language in force; fields that are open are built anew from their draft."""
        self.list.retranslate()
        if self.writer is not None:
            self._open(self.writer.enquiry)

    def clear(self) -> None:
        """Let everything go; what was half written waits in its draft."""
        self._close_writer()
        self.list.clear()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what may have been written elsewhere."""
        super().showEvent(event)
        self.load(self.list.table.chosen)

    def _open(self, enquiry: Enquiry | None) -> None:
        self._close_writer()
        self.writer = EnquiryWriter(self._session, enquiry)
        self.writer.left.connect(self._left)
        self._stack.addWidget(self.writer)
        self._stack.setCurrentWidget(self.writer)
        self.writer.fields.take_focus()

    def _left(self, written: str) -> None:
        chosen = written or self.list.table.chosen
        self._close_writer()
        self.load(chosen)
        self.list.take_focus()

    def _close_writer(self) -> None:
        if self.writer is not None:
            self._stack.removeWidget(self.writer)
            self.writer.deleteLater()
            self.writer = None

    def _change(self, enquiry_id: str) -> None:
        enquiry = self.list.enquiry(enquiry_id)
        if enquiry is not None:
            self._open(enquiry)

    def _ask_delete(self, enquiry_id: str) -> None:
        enquiry, t = self.list.enquiry(enquiry_id), self.t
        if enquiry is None:
            return
        words = (
            t("Delete the enquiry of {date}?", date=t.date(enquiry.on)),
            t("It goes out of every count here and cannot be brought back. Backups keep what they hold."),
            t("Delete the enquiry"),
        )
        dialog = AskingDialog(self, self._session, words)
        dialog.back.setText(t("Keep it"))
        dialog.agreed.connect(lambda: self._delete(enquiry))
        dialog.open()

    def _delete(self, enquiry: Enquiry) -> None:
        try:
            remove_enquiry(self._session.desk, enquiry)
        except Failure as failure:
            self._session.tell(failure)
            return
        self._session.drafts.drop(place_of(enquiry))
        self._session.changed.emit("not_started", enquiry.id)
        self._session.note(self.t("The enquiry is deleted."))
        self.list.take_focus()

    def _follow(self, kind: str, _id: str) -> None:
        if kind in _TOUCHING and self.writer is None:
            self.load(self.list.table.chosen)
