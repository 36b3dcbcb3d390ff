"""The page of services: the table, or the fields of one in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from exit_desktop.errors import Failure
from exit_desktop.services.service_files import ServiceFile, look_at_file, look_at_starters, save_services
from exit_desktop.services.service_list import list_services, name_here, remove_service
from exit_desktop.ui.directory.service_table import ServiceTable
from exit_desktop.ui.directory.service_writer import ServiceWriter, place_of
from exit_desktop.ui.widgets.asking import AskingDialog
from exit_desktop.ui.widgets.cafe_cover import CafeCover
from exit_desktop.ui.widgets.labels import title
from exit_desktop.ui.widgets.panels import scrolled

if TYPE_CHECKING:
    from exit_desktop.domain.directory import Service
    from exit_desktop.ui.session import Session

_ENDING = ".csv"
_TOUCHING = frozenset(("service", "loaded"))


class DirectoryPage(QWidget):
    """Writing and changing take the table's place until they are done."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self.t = session, session.t
        self._title = title(session.theme)
        self.services = ServiceTable(session)
        self.writer: ServiceWriter | None = None
        self._stack = QStackedWidget()
        self._table_place = scrolled(self.services)
        self._stack.addWidget(self._table_place)
        self._cover = CafeCover(session, self._stack)
        column = QVBoxLayout(self)
        space = session.theme.px(26)
        column.setContentsMargins(space, space // 2, space, space // 2)
        column.setSpacing(session.theme.px(8))
        column.addWidget(self._title)
        column.addWidget(self._cover, 1)
        self._connect()
        self.retranslate()

    def load(self, chosen: str = "") -> None:
        """Read the services anew."""
        try:
            self.services.show_services(list_services(self._session.desk), chosen or self.services.table.chosen)
        except Failure as failure:
            self._session.tell(failure)

    def write(self) -> None:
        """Open the fields of a new service, or of the one that was begun."""
        self._open(None)

    def retranslate(self) -> None:
        """Speak the language in force; fields that are open are built anew from their draft."""
        self._title.setText(self.t("Services"))
        self.services.retranslate()
        self._cover.retranslate()
        if self.writer is not None:
            self._open(self.writer.service)

    def clear(self) -> None:
        """Let everything go; what was half written waits in its draft."""
        self._close_writer()
        self.services.clear()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what may have been written elsewhere."""
        super().showEvent(event)
        self.load()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to what is shown."""
        super().focusInEvent(event)
        shown = self._cover if self._cover.covered else self.writer.fields if self.writer else self.services
        shown.take_focus()

    def bring_in(self, name: str, file: ServiceFile) -> None:
        """Show what bringing in these rows would do."""
        from exit_desktop.ui.directory.bring_in_dialog import BringInDialog  # noqa: PLC0415 - seldom wanted

        dialog = BringInDialog(self._session, name, file, self)
        dialog.brought.connect(self._tell_brought)
        dialog.open()

    def _connect(self) -> None:
        services = self.services
        services.write_wanted.connect(self.write)
        services.open_wanted.connect(self._change)
        services.delete_wanted.connect(self._ask_delete)
        services.starters_wanted.connect(self._look_at_starters)
        services.file_wanted.connect(self._choose_file)
        services.save_wanted.connect(self._save)
        self._session.changed.connect(self._follow)

    def _open(self, service: Service | None) -> None:
        self._close_writer()
        self.writer = ServiceWriter(self._session, service)
        self.writer.left.connect(self._left)
        self._stack.addWidget(self.writer)
        self._stack.setCurrentWidget(self.writer)
        self.writer.fields.take_focus()

    def _left(self, written: str) -> None:
        chosen = written or self.services.table.chosen
        self._close_writer()
        self.load(chosen)
        self.services.take_focus()

    def _close_writer(self) -> None:
        if self.writer is not None:
            self._stack.removeWidget(self.writer)
            self.writer.deleteLater()
            self.writer = None

    def _change(self, service_id: str) -> None:
        service = self.services.service(service_id)
        if service is not None:
            self._open(service)

    def _ask_delete(self, service_id: str) -> None:
        service, t = self.services.service(service_id), self.t
        if service is None:
            return
        words = (
            t("Delete {name}?", name=name_here(service, t)),
            t("It goes out of the list and cannot be brought back. Backups keep what they hold."),
            t("Delete the service"),
        )
        dialog = AskingDialog(self, self._session, words)
        dialog.back.setText(t("Keep it"))
        dialog.agreed.connect(lambda: self._delete(service))
        dialog.open()

    def _delete(self, service: Service) -> None:
        try:
            remove_service(self._session.desk, service.id)
        except Failure as failure:
            self._session.tell(failure)
            return
        self._session.drafts.drop(place_of(service))
        self._session.changed.emit("service", service.id)
        self._session.say(self.t("The service is deleted."))
        self.services.take_focus()

    def _look_at_starters(self) -> None:
        self.bring_in(self.t("The starter list"), look_at_starters(self._session.desk, self.t.language))

    def _choose_file(self) -> None:
        from exit_desktop.ui.files.open_dialog import ask_which  # noqa: PLC0415 - seldom wanted

        path = ask_which(self._session, self, _ENDING, self.t("Bring in a file"))
        if path is None:
            return
        try:
            self.bring_in(self.t("Bring in a file"), look_at_file(self._session.desk, path))
        except Failure as failure:
            self._session.tell(failure)

    def _save(self) -> None:
        from exit_desktop.ui.files.save_dialog import ask_where  # noqa: PLC0415 - seldom wanted

        t = self.t
        path = ask_where(self._session, self, t("services.csv"), t("Save as a file"))
        if path is None:
            return
        try:
            count = save_services(self._session.desk, path, t)
        except Failure as failure:
            self._session.tell(failure)
            return
        words = t.plural(
            "{count} service is saved in {name}, readable by anyone who has the file.",
            "{count} services are saved in {name}, readable by anyone who has the file.",
            count,
            name=path.name,
        )
        self._session.say(words)

    def _tell_brought(self, count: int) -> None:
        self._session.changed.emit("service", "")
        words = self.t.plural("{count} service was brought in.", "{count} services were brought in.", count)
        self._session.say(words)
        self.services.take_focus()

    def _follow(self, kind: str, service_id: str) -> None:
        if kind in _TOUCHING and self.writer is None:
            self.load(service_id if kind == "service" else "")
