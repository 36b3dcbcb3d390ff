"""Asks for a folder that is there already: a stick, a drive, the place where backups lie."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from exit_desktop.ui.files.file_dialog import Asker, FileDialog, FileWish, ask
from exit_desktop.ui.files.written import is_folder
from exit_desktop.ui.widgets.dialog_room import room_of

_WIDE = 560


class PlaceDialog(FileDialog):
    """A tree of folders, and nothing to write."""

    def __init__(self, asker: Asker, parent: QWidget, heading: str, act: str) -> None:
        super().__init__(asker, FileWish(heading, "", "", act), parent)
        self._row.hide()
        self.show_folder(Path.home())
        self.resize(QSize(asker.theme.px(_WIDE), asker.theme.px(560)).boundedTo(room_of(self)))
        self.folders.setFocus()

    def settle(self, path: Path) -> None:
        """Take the folder, unless it went meanwhile, as a stick that was pulled out."""
        if is_folder(path):
            self.take(path)
        else:
            self._where.setText(self.t("There is no such folder. Choose one in the list."))

    def _choose(self) -> None:
        self.settle(self.folders.folder)


def ask_place(asker: Asker, parent: QWidget, heading: str, act: str) -> Path | None:
    """Return a folder that is there, or None if the worker thought better of it."""
    return ask(PlaceDialog(asker, parent, heading, act))
