"""Asks for a folder that is there already: a stick, a drive, the place where backups lie."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from exit_desktop.system.folders.sticks import list_sticks
from exit_desktop.ui.files.file_dialog import Asker, FileDialog, FileWish, ask
from exit_desktop.ui.files.written import is_folder
from exit_desktop.ui.widgets.buttons import Button
from exit_desktop.ui.widgets.dialog_room import room_of
from exit_desktop.ui.widgets.flow import loose_buttons

_WIDE = 560


class PlaceDialog(FileDialog):
    """A tree of folders, and nothing to write; it begins at a stick or drive that is there, and offers each by name."""

    def __init__(self, asker: Asker, parent: QWidget, heading: str, act: str) -> None:
        super().__init__(asker, FileWish(heading, "", "", act), parent)
        self._row.hide()
        found = list_sticks()
        self._offer(found)
        self.show_folder(found[0] if found else Path.home())
        self.resize(QSize(asker.theme.px(_WIDE), asker.theme.px(560)).boundedTo(room_of(self)))
        self.folders.setFocus()

    def _offer(self, found: tuple[Path, ...]) -> None:
        self.sticks = tuple(Button(one.name) for one in found)
        for button, place in zip(self.sticks, found, strict=True):
            button.setAccessibleName(self.t("Stick or drive: {name}", name=place.name))
            button.clicked.connect(partial(self.show_folder, place))
        if found:
            self.above.addLayout(loose_buttons(self._theme, *self.sticks))

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
