"""Asks which packages are to be taken in: one, several, or all that lie in a folder."""

from __future__ import annotations

import os
from itertools import pairwise
from pathlib import Path

from PySide6.QtWidgets import QAbstractItemView, QListWidget, QVBoxLayout, QWidget

from exit_desktop.ui.files.file_dialog import Asker, FileDialog, FileWish, framed
from exit_desktop.ui.files.written import is_file, with_ending
from exit_desktop.ui.widgets.buttons import Button
from exit_desktop.ui.widgets.labels import small

_WIDE = 760
ENDING = ".forloeb"


class PackagesDialog(FileDialog):
    """The packages of the chosen folder beside the folders; `chosen` brings a tuple of paths."""

    def __init__(self, asker: Asker, parent: QWidget) -> None:
        title = asker.t("Take in packages")
        super().__init__(asker, FileWish(title, "", ENDING, asker.t("Take in the chosen")), parent)
        self.files, self.every = QListWidget(), Button()
        self._none = small(self._theme)
        self.files.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.files.setAccessibleName(self.t("Packages in this folder"))
        column = QVBoxLayout()
        column.addWidget(framed(self._theme, self.files), 1)
        column.addWidget(self._none)
        column.addWidget(self.every)
        self.beside.addLayout(column, 1)
        self.files.itemSelectionChanged.connect(self._take_names)
        self.files.itemActivated.connect(self._choose)
        self.folders.moved.connect(self._list)
        self.every.clicked.connect(self._take_folder)
        stops = (self.folders, self.files, self.every, self.name, self.leave, self.act)
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)
        self.start(self.t("Choose one or more in the list, or write where the file is."), _WIDE)
        self._list()

    @property
    def marked(self) -> tuple[Path, ...]:
        """The packages that are chosen in the list."""
        return tuple(self.folders.folder / item.text() for item in self.files.selectedItems())

    def settle(self, path: Path) -> None:
        """Take the file that was named, if it is there; the ending need not be written."""
        found = next((one for one in (path, with_ending(path, ENDING)) if is_file(one)), None)
        if found is None:
            self.refuse(self.t("There is no file of that name here."))
        else:
            self._end((found,))

    def _choose(self) -> None:
        if len(self.marked) > 1 and not self.name.text().strip():
            self._end(self.marked)
        else:
            super()._choose()

    def _take_folder(self) -> None:
        self._end((self.folders.folder,))

    def _end(self, paths: tuple[Path, ...]) -> None:
        self.chosen.emit(paths)
        self.accept()

    def _take_names(self) -> None:
        marked = self.marked
        self.name.setText(marked[0].name if len(marked) == 1 else "")
        many = self.t.plural("{count} package is chosen", "{count} packages are chosen", len(marked))
        self.name.setPlaceholderText(many if len(marked) > 1 else "")

    def _list(self) -> None:
        self.files.clear()
        try:
            names = _package_names(self.folders.folder)
        except OSError:
            names = []
        self.files.addItems(names)
        words = self.t("No package lies in this folder. Their names end in {ending}.", ending=ENDING)
        self._none.setText("" if names else words)
        self._none.setVisible(not names)
        self.files.setAccessibleDescription("" if names else words)
        self.every.setText(self.t("Take in all here ({count})", count=len(names)))
        self.every.setVisible(len(names) > 1)


def _package_names(folder: Path) -> list[str]:
    """Return the packages in a folder, as a person would sort them. Raises OSError."""
    with os.scandir(folder) as entries:
        names = [one.name for one in entries if one.is_file() and one.name.lower().endswith(ENDING)]
    return sorted(names, key=str.casefold)


def ask_packages(asker: Asker, parent: QWidget) -> tuple[Path, ...]:
    """Return the files, or the folder, that the worker chose; nothing if they thought better of it."""
    # The dialog may be gone with its window when the lock came: nothing is asked of it afterwards.
    dialog, found = PackagesDialog(asker, parent), list[tuple[Path, ...]]()
    dialog.chosen.connect(found.append)
    dialog.exec()
    return found[0] if found else ()
