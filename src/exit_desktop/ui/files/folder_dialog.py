"""Asks where a new folder is to be made."""

from __future__ import annotations

import os
from itertools import pairwise
from pathlib import Path

from PySide6.QtWidgets import QWidget

from exit_desktop.system.language import mark
from exit_desktop.ui.files.file_dialog import Asker, FileDialog, FileWish, ask
from exit_desktop.ui.files.written import is_file, is_folder

_WIDE = 560


class FolderDialog(FileDialog):
    """The folder must not be there yet."""

    def __init__(self, asker: Asker, parent: QWidget, name: str) -> None:
        super().__init__(asker, FileWish(asker.t("Another place"), name, "", asker.t("Use this place")), parent)
        for before, after in pairwise((self.folders, self.name, self.leave, self.act)):
            QWidget.setTabOrder(before, after)
        hint = self.t("A name that says nothing to others is best.")
        self.start(hint, _WIDE)
        self._row.set_words(self.t("Name of the new folder"), hint)

    def settle(self, path: Path) -> None:
        """Take the path where a folder can be made."""
        fault = _fault(path)
        if fault:
            self.refuse(self.t(fault))
        else:
            self.take(path)


def _fault(path: Path) -> str:
    if not is_folder(path.parent):
        return mark("There is no such folder. Choose one in the list.")
    if not os.access(path.parent, os.W_OK | os.X_OK):
        return mark("Nothing can be saved in this folder. Choose another one.")
    if is_folder(path) or is_file(path):
        return mark("Something of that name stands here already. Write another name.")
    return ""


def ask_folder(asker: Asker, parent: QWidget, name: str) -> Path | None:
    """Return a folder that is to be made, or None if the worker thought better of it; `name` is offered."""
    return ask(FolderDialog(asker, parent, name))
