"""Puts a paper on a printer, from memory and under a neutral name."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from exit_desktop.errors import NoPrinter, PrinterRefused

# Neutral: it stands in the printer's list and in the dialog's title.
JOB_NAME = "Forløb"

SHARPEST = 600
"""Dots per inch beyond which a page of text only grows in memory."""


def print_paper(parent: QWidget, data: bytes) -> bool:
    """Ask for a printer and print; False if the worker thought better of it. Raises NoPrinter, PrinterRefused."""
    if not QPrinterInfo.availablePrinterNames():
        raise NoPrinter
    printer = neutral_printer()
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(JOB_NAME)
    # Qt would ask with its own file dialog, which writes down what it saw.
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintToFile, False)
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return False
    paint_pages(data, printer)
    return True


def neutral_printer() -> QPrinter:
    """Return a printer whose queue shows nothing but a neutral name."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(JOB_NAME)
    printer.setCreator(JOB_NAME)
    return printer


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
