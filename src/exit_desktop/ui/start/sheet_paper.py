"""Puts the recovery sheet on paper or into a file; it is never shown on the screen and never kept by the program."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget

from exit_desktop.system.safe_write import write_file

if TYPE_CHECKING:
    from exit_desktop.ui.frame import Frame
    from exit_desktop.ui.start.sheet_words import SheetWords

# Neutral: it stands in the printer's list and on the disk.
NEUTRAL_TITLE = "Forløb"
_DOTS_PER_INCH = 300


def sheet_bytes(frame: Frame, words: SheetWords) -> bytes:
    """Return the sheet as a PDF."""
    from exit_desktop.services.papers import recovery_sheet_pdf  # noqa: PLC0415 - reportlab, first needed here

    return recovery_sheet_pdf(words.recovery_key, words.vault_number, frame.clock.today(), frame.t)


def save_sheet(parent: QWidget, frame: Frame, words: SheetWords) -> bool:
    """Ask where, and write the sheet; False if the worker thought better of it. Raises DiskFull, FolderNotWritable."""
    t = frame.t
    chosen, _ = QFileDialog.getSaveFileName(
        parent,
        t("Save the recovery sheet"),
        str(Path.home() / f"forloeb-{words.vault_number}.pdf"),
        t("PDF file") + " (*.pdf)",
        options=QFileDialog.Option.DontUseNativeDialog,
    )
    if not chosen:
        return False
    write_file(Path(chosen).with_suffix(".pdf"), sheet_bytes(frame, words))
    return True


def print_sheet(parent: QWidget, frame: Frame, words: SheetWords) -> bool:
    """Ask for a printer and print; False if the worker thought better of it."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(_DOTS_PER_INCH)
    printer.setDocName(NEUTRAL_TITLE)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(NEUTRAL_TITLE)
    if dialog.exec() != QPrintDialog.DialogCode.Accepted:
        return False
    paint_pdf(sheet_bytes(frame, words), printer)
    return True


def paint_pdf(data: bytes, printer: QPrinter) -> None:
    """Paint the pages of a PDF on a printer, from memory."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    painter = QPainter(printer)
    for number in range(document.pageCount()):
        if number:
            printer.newPage()
        area = printer.pageRect(QPrinter.Unit.DevicePixel).size().toSize()
        size = document.pagePointSize(number).toSize().scaled(area, Qt.AspectRatioMode.KeepAspectRatio)
        painter.drawImage(0, 0, document.render(number, QSize(size)))
    painter.end()
    document.close()
