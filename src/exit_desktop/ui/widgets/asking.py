"""Asks once more before something that makes a person easier to identify."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from exit_desktop.ui.widgets.buttons import Button
from exit_desktop.ui.widgets.dialog_room import DialogRoom
from exit_desktop.ui.widgets.flow import buttons
from exit_desktop.ui.widgets.labels import Label, title

if TYPE_CHECKING:
    from exit_desktop.ui.session import Session


class AskingDialog(QDialog):
    """Names the consequence; the button says the act. `agreed` when it is pressed."""

    agreed = Signal()

    def __init__(self, parent: QWidget, session: Session, words: tuple[str, str, str]) -> None:
        super().__init__(parent.window())
        name, text, act = words
        theme = session.theme
        self.setWindowTitle("Forløb")
        self.setAccessibleName(name)
        self.setAccessibleDescription(text)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.act, self.back = Button(act), Button(session.t("Cancel"))
        self.act.clicked.connect(self._agree)
        self.back.clicked.connect(self.reject)
        room = DialogRoom(self, theme, 460)
        room.inner.addWidget(title(theme, name))
        room.inner.addWidget(Label(theme, text))
        room.column.addWidget(room.area)
        room.column.addLayout(buttons(theme, self.act, self.back))
        # The way back has the focus: Enter pressed in haste gives nothing away.
        self.back.setDefault(True)
        self.back.setFocus()

    def _agree(self) -> None:
        self.accept()
        self.agreed.emit()
