"""The pages of a paper as they will come out, drawn from memory; nothing is written to disk to show them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QPalette
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView

if TYPE_CHECKING:
    from exit_desktop.ui.theme import Theme


class Pages(QPdfView):
    """Shows a PDF from memory, a whole page in sight; a screen reader hears its text."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._document = QPdfDocument(self)
        self._buffer = QBuffer(self)
        self.setDocument(self._document)
        self.setPageMode(QPdfView.PageMode.MultiPage)
        self.setZoomMode(QPdfView.ZoomMode.FitInView)
        self.setMinimumWidth(theme.px(360))
        around = self.palette()
        around.setColor(QPalette.ColorRole.Dark, theme.colour("line"))
        self.setPalette(around)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return self._document.pageCount()

    def show_pdf(self, data: bytes, name: str) -> None:
        """Show another paper."""
        self._document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(data))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        self.setAccessibleName(name)
        texts = (self._document.getAllText(page).text() for page in range(self.count))
        self.setAccessibleDescription("\n".join(texts))

    def drop(self) -> None:
        """Let the paper go."""
        self._document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray())
        self.setAccessibleDescription("")
