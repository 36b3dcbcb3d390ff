"""Asks in which folder a file is to stand, and under which name."""

from __future__ import annotations

import os
from itertools import pairwise
from pathlib import Path

from PySide6.QtWidgets import QWidget

from exit_desktop.system.language import mark
from exit_desktop.ui.files.file_dialog import Asker, FileDialog, FileWish, ask
from exit_desktop.ui.files.written import is_file, is_folder, with_ending

_WIDE = 560


class SaveDialog(FileDialog):
    """A file that stands there already is replaced only after a second yes."""

    def __init__(self, asker: Asker, parent: QWidget, name: str, title: str = "") -> None:
        wish = FileWish(title or asker.t("Where to save"), name, Path(name).suffix, asker.t("Save here"))
        super().__init__(asker, wish, parent)
        self._asked_over: Path | None = None
        self.name.textChanged.connect(self._forget_asking)
        self.folders.moved.connect(self._forget_asking)
        for before, after in pairwise((self.folders, self.name, self.leave, self.act)):
            QWidget.setTabOrder(before, after)
        self.start(self.t("A name that says nothing to others is best."), _WIDE)

    def settle(self, path: Path) -> None:
        """Take the path with its ending where it can be written."""
        path = with_ending(path, self._wish.ending)
        fault = _fault(path)
        if fault:
            self.refuse(self.t(fault))
        elif is_file(path) and self._asked_over != path:
            self._asked_over = path
            self.act.setText(self.t("Replace the file"))
            self.refuse(self.t("A file of that name stands here already."))
        else:
            self.take(path)

    def _forget_asking(self) -> None:
        self._asked_over = None
        self.act.setText(self._wish.act)


def _fault(path: Path) -> str:
    """Return why nothing can be saved there; nothing if it can."""
    if not is_folder(path.parent):
        return mark("There is no such folder. Choose one in the list.")
    if not os.access(path.parent, os.W_OK | os.X_OK):
        return mark("Nothing can be saved in this folder. Choose another one.")
    if is_folder(path):
        return mark("A folder of that name stands here already. Write another name.")
    return ""


def ask_where(asker: Asker, parent: QWidget, name: str, title: str = "") -> Path | None:
    """Return where a file is to stand, or None if the worker thought better of it; `name` offers an ending too."""
    return ask(SaveDialog(asker, parent, name, title))
