"""The pages of a paper as they will come out, drawn from memory; nothing is written to disk to show them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QPalette
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView

if TYPE_CHECKING:
    from exit_desktop.ui.theme import Theme


LARGE_TEXT = 150
SMALLEST, LARGEST, STEP = 0.2, 4.0, 1.25


class QWidget(QPdfView):
    """Under the name of a plain widget for the sake of screen readers; why stands in `ui.widgets.scroll_area`."""


class Pages(QWidget):
    """Shows a PDF from memory, a whole page in sight; a screen reader hears its text."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._document = QPdfDocument(self)
        self._buffer = QBuffer(self)
        self.setDocument(self._document)
        self.setPageMode(QPdfView.PageMode.MultiPage)
        # At large text a whole page would be drawn too small to be read.
        large = theme.scale >= LARGE_TEXT
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth if large else QPdfView.ZoomMode.FitInView)
        self.setMinimumWidth(theme.px(240))
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

    def enlarge(self, steps: int) -> None:
        """Show the page larger, or smaller with a negative number; it then scrolls."""
        if self.zoomMode() is not QPdfView.ZoomMode.Custom:
            factor = self._factor_in_sight()
            self.setZoomMode(QPdfView.ZoomMode.Custom)
            self.setZoomFactor(factor)
        self.setZoomFactor(min(LARGEST, max(SMALLEST, self.zoomFactor() * STEP**steps)))

    def show_whole(self) -> None:
        """Show the whole page again."""
        self.setZoomMode(QPdfView.ZoomMode.FitInView)

    def _factor_in_sight(self) -> float:
        page = self._document.pagePointSize(0)
        if page.isEmpty():
            return 1.0
        points = self.logicalDpiX() / 72
        across, down = self.viewport().width() / page.width(), self.viewport().height() / page.height()
        return (across if self.zoomMode() is QPdfView.ZoomMode.FitToWidth else min(across, down)) / points

    def drop(self) -> None:
        """Let the paper go."""
        self._document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray())
        self.setAccessibleDescription("")
