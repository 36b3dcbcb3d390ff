"""Where a service is written or changed: the fields, and beneath them what is done with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from exit_desktop.domain.directory import Service
from exit_desktop.errors import Failure
from exit_desktop.services.service_list import save_service
from exit_desktop.ui.directory.service_fields import ServiceFields
from exit_desktop.ui.telling import announce, sentence_of
from exit_desktop.ui.widgets.buttons import Button, LinkButton, PrimaryButton
from exit_desktop.ui.widgets.ctrl_enter import on_ctrl_enter
from exit_desktop.ui.widgets.flow import buttons
from exit_desktop.ui.widgets.labels import heading, wants
from exit_desktop.ui.widgets.panels import scrolled

if TYPE_CHECKING:
    from exit_desktop.ui.session import Session

DRAFTS = "service/"
NEW = f"{DRAFTS}new"
WIDEST = 640


def place_of(service: Service | None) -> str:
    """Return where the draft of a service waits, or of a new one."""
    return f"{DRAFTS}{service.id}" if service else NEW


class ServiceWriter(QWidget):
    """`left(id)` when it is done with: the id of what was written, empty when nothing was."""

    left = Signal(str)

    def __init__(self, session: Session, service: Service | None = None) -> None:
        super().__init__()
        self._session, self.t, self.service = session, session.t, service
        self.fields = ServiceFields(session, place_of(service), service or Service("", "", ""))
        self.add, self.later, self.discard = PrimaryButton(), Button(), LinkButton()
        self._name, self._fault = heading(session.theme), wants(session.theme)
        self._build()
        self._say_words()
        self.add.clicked.connect(self.write)
        self.later.clicked.connect(lambda: self.left.emit(""))
        self.discard.clicked.connect(self._throw_away)
        self.fields.edited.connect(self._edited)
        self.fields.finished.connect(self.write)
        on_ctrl_enter(self, self.write)
        self.discard.setVisible(not self.fields.waits.isHidden())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc; what was written waits."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit("")
            return
        super().keyPressEvent(event)

    def write(self) -> None:
        """Keep the service, or say in place why it cannot be kept."""
        if not self.fields.checked.readable:
            self._tell(self.t("That is no date. Write it as 23/11 or 23.11.2026."))
            self.fields.checked.setFocus()
            return
        try:
            kept = save_service(self._session.desk, self.fields.service)
        except Failure as failure:
            self._tell(sentence_of(failure, self.t))
            return
        self.fields.forget()
        self.left.emit(kept.id)
        self._session.changed.emit("service", kept.id)

    def _build(self) -> None:
        theme = self._session.theme
        content = QWidget()
        content.setMaximumWidth(theme.px(WIDEST))
        inner = QVBoxLayout(content)
        inner.setContentsMargins(2, 2, theme.px(12), 2)
        inner.addWidget(self.fields)
        inner.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addWidget(self._name)
        column.addWidget(scrolled(content), 1)
        column.addWidget(self._fault)
        column.addLayout(buttons(theme, self.add, self.later, self.discard))
        self._fault.hide()

    def _say_words(self) -> None:
        t, new = self.t, self.service is None
        self._name.setText(t("Write a service") if new else t("Look at the service"))
        self.add.setText(t("Add service") if new else t("Save the change"))
        self.add.setToolTip(t("Ctrl+Enter"))
        self.later.setText(t("Back to the list"))
        self.discard.setText(t("Discard what is written here"))

    def _edited(self) -> None:
        self._fault.hide()
        self.discard.show()

    def _throw_away(self) -> None:
        self.fields.forget()
        self.left.emit("")

    def _tell(self, sentence: str) -> None:
        self._fault.setText(sentence)
        self._fault.show()
        announce(self, sentence)
