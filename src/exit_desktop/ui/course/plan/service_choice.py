"""Which service an activity belongs to: chosen from the list, or written new on the spot."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from exit_desktop.errors import Failure
from exit_desktop.services.service_list import Service, add_service, name_here
from exit_desktop.ui.course.plan.in_step import Folded, column_of
from exit_desktop.ui.widgets.buttons import Button, LinkButton
from exit_desktop.ui.widgets.ctrl_enter import on_ctrl_enter
from exit_desktop.ui.widgets.fields import FormRow, TextLine
from exit_desktop.ui.widgets.panels import QuietPanel, row

if TYPE_CHECKING:
    from exit_desktop.ui.course.work import CourseWork


class ServiceChoice(QWidget):
    """A list of the services with a way to write a new one; `chosen(id or None)` when the worker chose."""

    chosen = Signal(object)

    def __init__(self, work: CourseWork) -> None:
        super().__init__()
        self._work, self.t = work, work.session.t
        theme = work.session.theme
        self._services: tuple[Service, ...] = ()
        self.box = Folded()
        self.row = FormRow(theme, self.box)
        self._open = LinkButton()
        self.new = NewService(work)
        column = column_of(self, theme.px(4))
        for part in (self.row, self._open, self.new):
            column.addWidget(part)
        self.new.hide()
        self.box.activated.connect(self._pick)
        self._open.clicked.connect(self._unfold)
        self.new.added.connect(self._added)
        self.new.left.connect(self._fold)
        self.retranslate()

    def show_services(self, services: Sequence[Service], chosen: str | None) -> None:
        """Offer the services and show the one that is chosen."""
        self._services = tuple(services)
        self.box.clear()
        self.box.addItem(self.t("No service"), None)
        for service in services:
            self.box.addItem(name_here(service, self.t), service.id)
        self.box.setCurrentIndex(max(0, self.box.findData(chosen)))

    def retranslate(self) -> None:
        """Speak the language in force."""
        self.row.set_words(self.t("Service"))
        self._open.setText(self.t("Write a new service"))
        self.new.retranslate()
        self.show_services(self._services, self.box.currentData())

    def _pick(self, index: int) -> None:
        self.chosen.emit(self.box.itemData(index))

    def _unfold(self) -> None:
        self._open.hide()
        self.new.show()
        self.new.setFocus()

    def _fold(self) -> None:
        self.new.hide()
        self._open.show()
        self.box.setFocus()

    def _added(self, service: Service) -> None:
        self._fold()
        self.chosen.emit(service.id)
        self._work.session.changed.emit("service", service.id)


class NewService(QuietPanel):
    """Name, kind and name on paper of a new service; `added(Service)`, `left` when it was given up."""

    added = Signal(object)
    left = Signal()

    def __init__(self, work: CourseWork) -> None:
        super().__init__(work.session.theme)
        self._work, self.t = work, work.session.t
        theme = work.session.theme
        self.name, self.kind, self.paper = TextLine(), TextLine(), TextLine()
        self._rows = tuple(FormRow(theme, field) for field in (self.name, self.kind, self.paper))
        self.add, self._leave = Button(), LinkButton()
        for part in self._rows:
            self.body.addWidget(part)
        self.body.addLayout(row(self.add, self._leave, 1))
        self.setFocusProxy(self.name)
        self.add.clicked.connect(self._write)
        self._leave.clicked.connect(self._give_up)
        on_ctrl_enter(self, self._write)

    def retranslate(self) -> None:
        """Speak the language in force."""
        t, (name, kind, paper) = self.t, self._rows
        name.set_words(t("What it is called"), t("Only you see this name."))
        kind.set_words(t("What kind it is"), t("For example advice, doctor, job centre, psychologist."))
        paper.set_words(t("What it is called on paper"), t("Left empty, the plan says the kind and never the name."))
        self.add.setText(t("Add service"))
        self._leave.setText(t("Leave it"))

    def _write(self) -> None:
        name, kind, paper = (field.text().strip() for field in (self.name, self.kind, self.paper))
        missing = not name and not kind
        self._rows[0].set_fault(self.t("Write a name or a kind first.") if missing else "")
        if missing:
            return
        try:
            service = add_service(self._work.desk, name, kind, paper)
        except Failure as failure:
            self._work.session.tell(failure)
            return
        self._empty()
        self.added.emit(service)

    def _give_up(self) -> None:
        self._empty()
        self.left.emit()

    def _empty(self) -> None:
        for field in (self.name, self.kind, self.paper):
            field.set_saved("")
