"""What is shown when something unexpected went wrong: neutral words, no content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from exit_desktop.ui.widgets.buttons import PrimaryButton
from exit_desktop.ui.widgets.dialog_room import DialogRoom
from exit_desktop.ui.widgets.labels import Label, title
from exit_desktop.ui.widgets.panels import row

if TYPE_CHECKING:
    from exit_desktop.system.language import Texts
    from exit_desktop.ui.theme import Theme


def show_fault(parent: QWidget, theme: Theme, t: Texts) -> QDialog:
    """Show the dialog over the locked window and return it."""
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle("Forløb")
    name = t("Something in the program went wrong")
    dialog.setAccessibleName(name)
    room = DialogRoom(dialog, theme, 440)
    room.inner.addWidget(title(theme, name))
    room.inner.addWidget(
        Label(
            theme,
            t(
                "The vault was locked, and what you had written is kept. Open it again and go on; if it happens again, "
                "tell whoever looks after the program."
            ),
        )
    )
    close = PrimaryButton(t("Go on"))
    close.clicked.connect(dialog.accept)
    room.column.addWidget(room.area)
    room.column.addLayout(row(close, 1))
    dialog.open()
    return dialog
