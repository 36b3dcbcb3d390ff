"""The folders of this machine as a tree. Unlike the system's dialog it remembers none of them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QDir, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QFileSystemModel, QTreeView


class FolderTree(QTreeView):
    """`moved(folder)` when another folder is chosen."""

    moved = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.folder = Path.home()
        """The folder that is chosen."""
        self._leads = True
        self._model = QFileSystemModel(self)
        self._model.setFilter(QDir.Filter.AllDirs | QDir.Filter.NoDotAndDotDot | QDir.Filter.Drives)
        # Watching every folder that is looked into would tell the system more than it needs.
        self._model.setOption(QFileSystemModel.Option.DontWatchForChanges)
        self._model.setRootPath("")
        self.setModel(self._model)
        self.setHeaderHidden(True)
        for column in range(1, self._model.columnCount()):
            self.hideColumn(column)
        self.setAccessibleName(name)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.selectionModel().currentChanged.connect(self._move)
        # The rows above the chosen folder come late, and are sorted later still.
        self._model.directoryLoaded.connect(self._keep_in_sight)
        self._model.layoutChanged.connect(self._keep_in_sight)

    def show_folder(self, folder: Path) -> None:
        """Choose a folder, also one that the tree does not list."""
        self._leads = True
        index = self._model.index(str(folder))
        self.setCurrentIndex(index)
        self.expand(index)
        self._keep_in_sight()
        self.folder = folder
        self.moved.emit(folder)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leap no more once the worker goes about in it."""
        self._leads = False
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Leap no more, as above."""
        self._leads = False
        super().mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leap no more, as above."""
        self._leads = False
        super().wheelEvent(event)

    def _move(self, index: QModelIndex) -> None:
        if index.isValid():
            self.folder = Path(self._model.filePath(index))
            self.moved.emit(self.folder)

    def _keep_in_sight(self) -> None:
        if self._leads:
            self.scrollTo(self.currentIndex(), QTreeView.ScrollHint.PositionAtCenter)
