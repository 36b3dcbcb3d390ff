"""What the dialogs for saving and for opening have in common. Qt's own would write down which folders were seen."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QDir, QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from exit_desktop.ui.closed_fields import FINDS
from exit_desktop.ui.files.folder_tree import FolderTree
from exit_desktop.ui.files.written import file_named, is_folder, whole_path
from exit_desktop.ui.telling import announce
from exit_desktop.ui.widgets.buttons import Button, PrimaryButton
from exit_desktop.ui.widgets.dialog_room import room_of
from exit_desktop.ui.widgets.fields import FormRow, TextLine
from exit_desktop.ui.widgets.labels import heading, small
from exit_desktop.ui.widgets.panels import Panel, row

if TYPE_CHECKING:
    from exit_desktop.system.language import Texts
    from exit_desktop.ui.theme import Theme

LONGEST_PATH = 4000


class Asker(Protocol):
    """Who asks for a file, with a vault open or before there is one."""

    @property
    def theme(self) -> Theme:
        """The look in force."""

    @property
    def t(self) -> Texts:
        """The words in force."""


@dataclass(frozen=True, slots=True)
class FileWish:
    """A title, the name offered, the ending with its dot, and the words on the button."""

    title: str
    name: str
    ending: str
    act: str


class FileDialog(QDialog):
    """A tree of folders, a name, and one act; `chosen(path)` once."""

    chosen = Signal(object)

    def __init__(self, asker: Asker, wish: FileWish, parent: QWidget) -> None:
        super().__init__(parent)
        self.t, self._theme, self._wish = asker.t, asker.theme, wish
        self.folders = FolderTree(self.t("Folder"))
        self.name = TextLine(wish.name, LONGEST_PATH)
        self.name.setProperty(FINDS, True)
        self.act, self.leave = PrimaryButton(wish.act), Button(self.t("Not now"))
        self._row, self._where = FormRow(self._theme, self.name), small(self._theme)
        self.beside = QHBoxLayout()
        """Room beside the folders."""
        self.above = QVBoxLayout()
        """Room above the folders."""
        self._build()
        self.act.clicked.connect(self._choose)
        self.name.returnPressed.connect(self._choose)
        self.leave.clicked.connect(self.reject)
        self.name.textChanged.connect(self._show_where)
        self.folders.moved.connect(self._show_where)

    def show_folder(self, folder: Path) -> None:
        """Choose a folder."""
        self.folders.show_folder(folder)

    def settle(self, path: Path) -> None:
        """Take the file that was named, or say with `refuse` why not."""
        raise NotImplementedError

    def take(self, path: Path) -> None:
        """End with this file."""
        self.chosen.emit(path)
        self.accept()

    def refuse(self, sentence: str) -> None:
        """Say under the field what is amiss; an empty sentence takes it back."""
        self._row.set_fault(sentence)
        if sentence:
            announce(self.name, sentence)

    def _build(self) -> None:
        theme = self._theme
        self.beside.setSpacing(theme.px(10))
        self.beside.addWidget(framed(theme, self.folders), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.px(16)] * 4)
        column.setSpacing(theme.px(10))
        column.addWidget(heading(theme, self._wish.title))
        column.addLayout(self.above)
        column.addLayout(self.beside, 1)
        column.addWidget(self._where)
        column.addWidget(self._row)
        column.addLayout(row(1, self.leave, self.act))
        self.setWindowTitle("Forløb")
        self.setAccessibleName(self._wish.title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def start(self, hint: str, wide: int) -> None:
        """Name the field, begin at home with the name ready to be overwritten, in a window of at most that width."""
        self._row.set_words(self.t("Name of the file"), hint)
        self.show_folder(Path.home())
        self.resize(QSize(self._theme.px(wide), self._theme.px(560)).boundedTo(room_of(self)))
        self.name.setFocus()
        self.name.setSelection(0, len(Path(self._wish.name).stem))

    def _show_where(self) -> None:
        whole = whole_path(self.name.text())
        self._where.setText(QDir.toNativeSeparators(str(whole.parent if whole else self.folders.folder)))
        self.refuse("")

    def _choose(self) -> None:
        whole = whole_path(self.name.text())
        if whole is not None and is_folder(whole):
            self.name.setText(self._wish.name)
            self.show_folder(whole)
            return
        path = file_named(self.name.text(), self.folders.folder)
        if path is None:
            self.refuse(self.t("Write a plain name without / : * ? and the like."))
        else:
            self.settle(path)


def framed(theme: Theme, part: QWidget) -> QWidget:
    """Return the part with a hairline around it."""
    panel = Panel(theme)
    panel.body.setContentsMargins(*[theme.px(4)] * 4)
    panel.body.addWidget(part)
    return panel


def ask(dialog: FileDialog) -> Path | None:
    """Show the dialog until a file is chosen; None if the worker thought better of it, or the lock came."""
    # The dialog may be gone with its window when the lock came: nothing is asked of it afterwards.
    found: list[Path] = []
    dialog.chosen.connect(found.append)
    dialog.exec()
    return found[0] if found else None
