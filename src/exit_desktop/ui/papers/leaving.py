"""The two ways out of the program for a paper, each explained once: the printer, and a file in clear text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QDialog, QWidget

from exit_desktop.services.desk import Act
from exit_desktop.services.papers import is_understood, remember_understood
from exit_desktop.system.language import mark
from exit_desktop.system.safe_write import write_file
from exit_desktop.ui.files.printing import JOB_NAME, print_paper
from exit_desktop.ui.files.save_dialog import ask_where
from exit_desktop.ui.papers.spool_advice import spool_advice
from exit_desktop.ui.widgets.buttons import Button, PrimaryButton
from exit_desktop.ui.widgets.dialog_room import DialogRoom
from exit_desktop.ui.widgets.flow import buttons
from exit_desktop.ui.widgets.labels import Label, title

if TYPE_CHECKING:
    from exit_desktop.ui.session import Session

__all__ = ["JOB_NAME", "Explained", "explain_once", "print_paper", "save_paper"]

_WHAT_STAYS = {
    Act.PRINTED: mark(
        "A printer works outside this program. The computer, and often the printer too, keep a copy of what was "
        "printed, and someone who looks after them could read it. Print where you trust the printer, and take the "
        "paper with you at once. In the printer's list it is only called “Forløb”."
    ),
    Act.SAVED_PDF: mark(
        "The file is not locked: whoever can open the computer or the memory stick can read it. Save it only where "
        "you need it, and delete it when you have used it. Deleted files can often be found again for a while."
    ),
}
_GO_ON = {Act.PRINTED: mark("Understood, go on to print"), Act.SAVED_PDF: mark("Understood, go on to save")}


class Explained(QDialog):
    """Says in plain words what stays where; not again once "understood" was ticked."""

    def __init__(self, session: Session, way: Act, parent: QWidget) -> None:
        super().__init__(parent)
        t, theme = session.t, session.theme
        self.setWindowTitle(JOB_NAME)
        self.go_on, leave = PrimaryButton(t(_GO_ON[way])), Button(t("Not now"))
        self.not_again = QCheckBox(t("I know this now; do not say it again"))
        # It is to be said once; who wants to hear it again unticks.
        self.not_again.setChecked(True)
        room = DialogRoom(self, theme, 470)
        room.inner.addWidget(title(theme, t("Before it leaves the program")))
        room.inner.addWidget(Label(theme, t(_WHAT_STAYS[way])))
        if way is Act.PRINTED:
            room.inner.addWidget(Label(theme, t(spool_advice())))
        room.column.addWidget(room.area)
        room.column.addWidget(self.not_again)
        room.column.addLayout(buttons(theme, self.go_on, leave))
        self.go_on.clicked.connect(self.accept)
        leave.clicked.connect(self.reject)
        self.go_on.setFocus()


def explain_once(session: Session, way: Act, parent: QWidget) -> bool:
    """Say what stays where, if it was not understood before; return whether to go on."""
    if is_understood(session.desk, way):
        return True
    dialog = Explained(session, way, parent)
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return False
    if dialog.not_again.isChecked():
        remember_understood(session.desk, way)
    return True


def save_paper(session: Session, parent: QWidget, data: bytes, name: str) -> bool:
    """Ask where and write the file; False if the worker thought better of it. Raises DiskFull, FolderNotWritable."""
    path = ask_where(session, parent, name)
    if path is None:
        return False
    write_file(path, data)
    return True
