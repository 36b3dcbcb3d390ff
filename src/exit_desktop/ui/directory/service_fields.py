"""The fields of a service, kept as one draft while they are filled in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from exit_desktop.domain.directory import AnonymousAccess, Service
from exit_desktop.services.labels import ANONYMOUS_ACCESS, FOCUS_AREAS
from exit_desktop.services.service_list import LONGEST_NAME
from exit_desktop.system.language import mark
from exit_desktop.ui.course.plan.in_step import SideBySide
from exit_desktop.ui.directory.kind_box import KindBox
from exit_desktop.ui.widgets.buttons import Button
from exit_desktop.ui.widgets.choices import ChipRow, Choice
from exit_desktop.ui.widgets.fields import DateField, FormRow, TextArea, TextLine
from exit_desktop.ui.widgets.labels import Label, small
from exit_desktop.ui.widgets.panels import row

if TYPE_CHECKING:
    from exit_desktop.ui.session import Session


class ServiceFields(QWidget):
    """`edited` when something is written or chosen, `finished` on Ctrl+Enter in a text.

    A draft that waits at `place` goes before what is given.
    """

    edited = Signal()
    finished = Signal()

    def __init__(self, session: Session, place: str, service: Service) -> None:
        super().__init__()
        self._session, self._place, self._service, self.t = session, place, service, session.t
        theme = session.theme
        self.name, self.paper = TextLine(most=LONGEST_NAME), TextLine(most=LONGEST_NAME)
        self.kind, self.area = KindBox(self.t), Choice(self.t, FOCUS_AREAS, every=mark("No area"))
        self.for_whom, self.contact, self.note = (TextArea(theme, lines) for lines in (1, 2, 3))
        self.anonymous: ChipRow[AnonymousAccess] = ChipRow(self.t, ANONYMOUS_ACCESS, theme.px(6))
        self.checked, self.today = DateField(session.today()), Button()
        self.waits = small(theme)
        self._build()
        self._show(self._draft() or service)
        self._connect()

    @property
    def service(self) -> Service:
        """The service as it stands in the fields."""
        return replace(
            self._service,
            name=self.name.text(),
            kind=self.kind.kind,
            paper_name=self.paper.text(),
            contact_details=self.contact.text(),
            note=self.note.text(),
            area=self.area.value,
            for_whom=self.for_whom.text(),
            anonymous=self.anonymous.value,
            checked_on=self.checked.value,
        )

    def take_focus(self) -> None:
        """Put the keyboard on the name."""
        self.name.setFocus(Qt.FocusReason.TabFocusReason)

    def forget(self) -> None:
        """Drop the draft: the service is kept, or given up."""
        self._session.drafts.drop(self._place)

    def _draft(self) -> Service | None:
        try:
            waiting = msgspec.json.decode(self._session.drafts.text(self._place), type=Service)
        except msgspec.MsgspecError:
            return None
        self.waits.setText(self.t("Written earlier and not saved yet."))
        return waiting

    def _show(self, service: Service) -> None:
        self.name.set_saved(service.name)
        self.paper.set_saved(service.paper_name)
        self.for_whom.set_saved(service.for_whom)
        self.contact.set_saved(service.contact_details)
        self.note.set_saved(service.note)
        self.kind.set_kind(service.kind)
        self.area.set_value(service.area)
        self.anonymous.set_value(service.anonymous)
        self.checked.set_value(service.checked_on)
        self.waits.setVisible(bool(self.waits.text()))

    def _connect(self) -> None:
        for field in (self.name, self.paper, self.checked, self.for_whom, self.contact, self.note):
            field.textChanged.connect(self._keep)
        for area in (self.for_whom, self.contact, self.note):
            area.finished.connect(self.finished)
        self.kind.currentTextChanged.connect(self._keep)
        self.area.activated.connect(self._keep)
        self.anonymous.chosen.connect(self._keep)
        self.today.clicked.connect(self._checked_today)

    def _checked_today(self) -> None:
        self.checked.set_value(self._session.today())

    def _keep(self, *_value: object) -> None:
        self._session.drafts.keep(self._place, msgspec.json.encode(self.service).decode())
        self.edited.emit()

    def _build(self) -> None:
        t, theme = self.t, self._session.theme

        def named(field: QWidget, name: str, hint: str = "") -> FormRow:
            return FormRow(theme, field, name, hint)

        access = QWidget()
        lines = QVBoxLayout(access)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(theme.px(4))
        lines.addWidget(Label(theme, t("Can one come without a name?")))
        lines.addWidget(self.anonymous)
        self.anonymous.name(t("Can one come without a name?"))
        kind = named(self.kind, t("What kind it is"), t("Choose one, or write your own."))
        self.kind.name(t("What kind it is"))
        self.today.setText(t("Checked today"))
        self.checked.setMaximumWidth(theme.px(160))
        checked = row(named(self.checked, t("Last checked"), t("When you last saw that all this is right.")), 1)
        checked.addWidget(self.today, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addWidget(self.waits)
        column.addWidget(named(self.name, t("What it is called"), t("Only you see this name.")))
        column.addWidget(SideBySide(theme, kind, named(self.area, t("Area"), t("What it helps with most.")), least=480))
        column.addWidget(named(self.for_whom, t("For whom")))
        column.addWidget(access)
        column.addWidget(named(self.contact, t("How to reach it"), t("Telephone, address, opening hours, website.")))
        paper_hint = t("Left empty, the plan says the kind and never the name.")
        column.addWidget(named(self.paper, t("What it is called on paper"), paper_hint))
        column.addWidget(named(self.note, t("Own notes"), t("About the service, never about a citizen.")))
        column.addLayout(checked)
