"""Asks which file is to be opened."""

from __future__ import annotations

import os
from itertools import pairwise
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QListWidget, QVBoxLayout, QWidget

from exit_desktop.ui.files.file_dialog import Asker, FileDialog, FileWish, ask, framed
from exit_desktop.ui.files.written import is_file, with_ending
from exit_desktop.ui.widgets.labels import small

_WIDE = 760


class OpenDialog(FileDialog):
    """The files of the chosen folder beside the folders: those with the wanted ending, or all."""

    def __init__(self, asker: Asker, parent: QWidget, ending: str, title: str) -> None:
        super().__init__(asker, FileWish(title, "", ending, asker.t("Open the file")), parent)
        self.files, self.all_files = QListWidget(), QCheckBox(self.t("All files"))
        self._none = small(self._theme)
        column = QVBoxLayout()
        column.addWidget(framed(self._theme, self.files), 1)
        column.addWidget(self._none)
        column.addWidget(self.all_files)
        self.beside.addLayout(column, 1)
        self.files.setAccessibleName(self.t("Files"))
        self.files.currentTextChanged.connect(self._take_name)
        self.files.itemActivated.connect(self._choose)
        self.all_files.toggled.connect(self._list)
        self.folders.moved.connect(self._list)
        stops = (self.folders, self.files, self.all_files, self.name, self.leave, self.act)
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)
        self.start(self.t("Choose in the list, or write where the file is."), _WIDE)

    def settle(self, path: Path) -> None:
        """Take the file if it is there and may be read; the ending need not be written."""
        found = next((one for one in (path, with_ending(path, self._wish.ending)) if is_file(one)), None)
        if found is None:
            self.refuse(self.t("There is no file of that name here."))
        elif not os.access(found, os.R_OK):
            self.refuse(self.t("This file cannot be opened. Choose another one."))
        else:
            self.take(found)

    def _take_name(self, name: str) -> None:
        if name:
            self.name.setText(name)

    def _list(self) -> None:
        self.files.clear()
        ending = "" if self.all_files.isChecked() else self._wish.ending
        try:
            names = _file_names(self.folders.folder, ending)
        except OSError:
            self._say_none(self.t("This folder cannot be opened. Choose another one."))
            return
        self.files.addItems(names)
        if names:
            self._say_none("")
        elif ending:
            self._say_none(self.t("No file ending in {ending} is in this folder.", ending=ending))
        else:
            self._say_none(self.t("No file is in this folder."))

    def _say_none(self, sentence: str) -> None:
        self._none.setText(sentence)
        self._none.setVisible(bool(sentence))
        self.files.setAccessibleDescription(sentence)


def _file_names(folder: Path, ending: str) -> list[str]:
    """Return the names of the files in a folder that are not hidden, as a person would sort them. Raises OSError."""
    with os.scandir(folder) as entries:
        names = [one.name for one in entries if one.is_file() and not one.name.startswith(".")]
    return sorted((name for name in names if name.lower().endswith(ending)), key=str.casefold)


def ask_which(asker: Asker, parent: QWidget, ending: str, title: str) -> Path | None:
    """Return the file that the worker chose, or None if they thought better of it; `ending` has its dot."""
    return ask(OpenDialog(asker, parent, ending, title))
