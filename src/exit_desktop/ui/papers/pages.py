"""The pages of a paper as they will come out, drawn from memory; nothing is written to disk to show them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView

from exit_desktop.errors import PrinterRefused

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from exit_desktop.ui.theme import Theme

SHARPEST = 600
"""Dots per inch beyond which a page of text only grows in memory."""


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


def paint_pages(data: bytes, printer: QPrinter) -> None:
    """Paint the pages of a PDF on a printer, from memory. Raises PrinterRefused."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    painter = QPainter()
    if not painter.begin(printer):
        raise PrinterRefused
    for number in wanted_pages(printer, document.pageCount()):
        if number and not printer.newPage():
            painter.end()
            raise PrinterRefused
        _paint_page(document, number, painter, printer)
    ended = painter.end()
    document.close()
    if not ended:
        raise PrinterRefused


def wanted_pages(printer: QPrinter, count: int) -> range:
    """Return the pages to print, counted from 0; the dialog may have asked for some of them only."""
    first = max(1, printer.fromPage())
    last = min(count, printer.toPage() or count)
    return range(first - 1, max(last, first))


def _paint_page(document: QPdfDocument, number: int, painter: QPainter, printer: QPrinter) -> None:
    """Paint one page at its true size, as sharp as the printer, from the corner of the sheet and not of its margins."""
    inches = document.pagePointSize(number) / 72
    dots = min(printer.resolution(), SHARPEST)
    image = document.render(number, QSize(round(inches.width() * dots), round(inches.height() * dots)))
    corner = printer.pageLayout().paintRectPixels(printer.resolution()).topLeft()
    size = inches * printer.resolution()
    painter.drawImage(QRectF(-corner.x(), -corner.y(), size.width(), size.height()), image)
