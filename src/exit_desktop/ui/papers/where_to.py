"""Asks in which folder a file is to stand. Unlike the system's dialog it remembers no folder and no name."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QModelIndex, Qt
from PySide6.QtWidgets import QDialog, QFileSystemModel, QTreeView, QVBoxLayout, QWidget

from exit_desktop.ui.widgets.buttons import Button, PrimaryButton
from exit_desktop.ui.widgets.fields import FormRow, TextLine
from exit_desktop.ui.widgets.labels import small
from exit_desktop.ui.widgets.panels import row

if TYPE_CHECKING:
    from exit_desktop.ui.session import Session

_NOT_IN_NAMES = set('/\\:*?"<>|')


class WhereTo(QDialog):
    """A tree of folders and a name; `path` is what was chosen."""

    def __init__(self, session: Session, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self.t = session, session.t
        self._suffix = Path(name).suffix
        self._asked_over: Path | None = None
        theme = session.theme
        self._model = QFileSystemModel(self)
        self._model.setFilter(QDir.Filter.AllDirs | QDir.Filter.NoDotAndDotDot | QDir.Filter.Drives)
        # Watching every folder that is looked into would tell the system more than it needs.
        self._model.setOption(QFileSystemModel.Option.DontWatchForChanges)
        self._model.setRootPath("")
        self.folders, self.name = QTreeView(), TextLine(name)
        self._row = FormRow(theme, self.name)
        self._where = small(theme)
        self.save, leave = PrimaryButton(self.t("Save here")), Button(self.t("Not now"))
        self._fill_tree()
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.px(16)] * 4)
        column.setSpacing(theme.px(10))
        column.addWidget(self.folders, 1)
        column.addWidget(self._where)
        column.addWidget(self._row)
        column.addLayout(row(1, leave, self.save))
        self._row.set_words(self.t("Name of the file"), self.t("A name that says nothing to others is best."))
        self.setWindowTitle("Forløb")
        self.setAccessibleName(self.t("Where to save"))
        self.resize(theme.px(560), theme.px(520))
        self.save.clicked.connect(self._choose)
        leave.clicked.connect(self.reject)
        self.folders.selectionModel().currentChanged.connect(self._show_where)
        self.name.textChanged.connect(lambda _: self._ask_over(None))
        self._model.directoryLoaded.connect(self._keep_in_sight)
        self.show_folder(Path.home())

    @property
    def path(self) -> Path:
        """The file in the chosen folder."""
        name = self.name.text().strip()
        name = name if name.lower().endswith(self._suffix) else name + self._suffix
        return Path(self._model.filePath(self.folders.currentIndex())) / name

    def show_folder(self, folder: Path) -> None:
        """Choose a folder."""
        index = self._model.index(str(folder))
        self.folders.setCurrentIndex(index)
        self.folders.expand(index)
        self._keep_in_sight()

    def _keep_in_sight(self, _folder: str = "") -> None:
        self.folders.scrollTo(self.folders.currentIndex(), QTreeView.ScrollHint.PositionAtCenter)

    def _fill_tree(self) -> None:
        self.folders.setModel(self._model)
        self.folders.setHeaderHidden(True)
        for column in range(1, self._model.columnCount()):
            self.folders.hideColumn(column)
        self.folders.setAccessibleName(self.t("Folder"))
        self.folders.setTextElideMode(Qt.TextElideMode.ElideMiddle)

    def _show_where(self, index: QModelIndex) -> None:
        self._where.setText(QDir.toNativeSeparators(self._model.filePath(index)))
        self._ask_over(None)

    def _ask_over(self, path: Path | None) -> None:
        self._asked_over = path
        self.save.setText(self.t("Replace the file") if path else self.t("Save here"))
        self._row.set_fault(self.t("A file of that name stands here already.") if path else "")

    def _choose(self) -> None:
        name = self.name.text().strip()
        if not name or name.startswith(".") or _NOT_IN_NAMES & set(name):
            self._row.set_fault(self.t("Write a plain name without / : * ? and the like."))
        elif self.path.exists() and self._asked_over != self.path:
            self._ask_over(self.path)
        else:
            self.accept()


def ask_where(session: Session, parent: QWidget, name: str) -> Path | None:
    """Return where a file is to stand, or None if the worker thought better of it."""
    dialog = WhereTo(session, name, parent)
    chosen = dialog.path if dialog.exec() == QDialog.DialogCode.Accepted else None
    dialog.deleteLater()
    return chosen
