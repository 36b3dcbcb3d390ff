"""Shows the short code of a receipt, large enough to be read out over the telephone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from exit_desktop.ui.theme import Size
from exit_desktop.ui.widgets.buttons import Button
from exit_desktop.ui.widgets.dialog_room import DialogRoom
from exit_desktop.ui.widgets.flow import buttons
from exit_desktop.ui.widgets.labels import Label, title

if TYPE_CHECKING:
    from exit_desktop.services.receiving import ReceivedPackage
    from exit_desktop.ui.session import Session

_LARGER = 1.6


class CodeDialog(QDialog):
    """One package, one code."""

    def __init__(self, parent: QWidget, session: Session, package: ReceivedPackage, code: str) -> None:
        super().__init__(parent.window())
        t, theme = session.t, session.theme
        name = t("Receipt by telephone")
        self.setWindowTitle("Forløb")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        about = t(
            "Call {code} and read this out. It says that package {number} came; {code} types it under Sharing, “What "
            "they have”.",
            code=package.sender_code,
            number=package.number,
        )
        self.setAccessibleName(name)
        self.setAccessibleDescription(about)
        self.code = Label(theme, code)
        font = theme.font(Size.TITLE, bold=True)
        font.setPointSizeF(font.pointSizeF() * _LARGER)
        self.code.setFont(font)
        self.code.setAlignment(Qt.AlignmentFlag.AlignCenter)
        # One letter at a time, as it has to be said.
        self.code.setAccessibleName(" ".join(code))
        flags = Qt.TextInteractionFlag
        self.code.setTextInteractionFlags(flags.TextSelectableByKeyboard | flags.TextSelectableByMouse)
        self.back = Button(t("Done"))
        self.back.clicked.connect(self.accept)
        room = DialogRoom(self, theme, 520)
        for part in (title(theme, name), Label(theme, about), self.code):
            room.inner.addWidget(part)
        room.column.addWidget(room.area)
        room.column.addLayout(buttons(theme, self.back))
        self.back.setDefault(True)
        self.back.setFocus()
