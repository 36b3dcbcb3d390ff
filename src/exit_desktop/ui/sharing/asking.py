"""Asks once more before something that makes a person easier to identify."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from exit_desktop.ui.widgets.buttons import Button
from exit_desktop.ui.widgets.labels import Label, title
from exit_desktop.ui.widgets.panels import row

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
        self.setMinimumWidth(theme.px(460))
        self.act, self.back = Button(act), Button(session.t("Cancel"))
        self.act.clicked.connect(self._agree)
        self.back.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        space = theme.px(22)
        column.setContentsMargins(space, space, space, space)
        column.setSpacing(theme.px(12))
        column.addWidget(title(theme, name))
        column.addWidget(Label(theme, text))
        column.addLayout(row(self.act, self.back, 1))
        # The way back has the focus: Enter pressed in haste gives nothing away.
        self.back.setDefault(True)
        self.back.setFocus()

    def _agree(self) -> None:
        self.accept()
        self.agreed.emit()
