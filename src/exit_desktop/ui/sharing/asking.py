"""Asks for files, and once more before something that makes a person easier to identify."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QVBoxLayout, QWidget

from exit_desktop.ui.widgets.buttons import Button
from exit_desktop.ui.widgets.labels import Label, title
from exit_desktop.ui.widgets.panels import row

if TYPE_CHECKING:
    from exit_desktop.ui.session import Session

_PLAIN = QFileDialog.Option.DontUseNativeDialog


@dataclass(frozen=True, slots=True)
class FileWish:
    """A file dialog: its title, the name offered, the kind of file in words and its ending with the dot."""

    title: str
    name: str
    kind: str
    ending: str


def ask_where_to_save(parent: QWidget, wish: FileWish) -> Path | None:
    """Return the path that the worker named, with the ending; None if they thought better of it."""
    pattern = f"{wish.kind} (*{wish.ending})"
    chosen, _ = QFileDialog.getSaveFileName(parent, wish.title, str(Path.home() / wish.name), pattern, options=_PLAIN)
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix == wish.ending else path.with_name(path.name + wish.ending)


def ask_which_to_open(parent: QWidget, wish: FileWish, all_files: str) -> Path | None:
    """Return the file that the worker chose; None if they thought better of it."""
    pattern = f"{wish.kind} (*{wish.ending});;{all_files} (*)"
    chosen, _ = QFileDialog.getOpenFileName(parent, wish.title, str(Path.home()), pattern, options=_PLAIN)
    return Path(chosen) if chosen else None


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
