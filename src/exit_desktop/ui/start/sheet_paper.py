"""Puts the recovery sheet on paper or into a file; it is never shown on the screen and never kept by the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exit_desktop.system.safe_write import write_file
from exit_desktop.ui.files.printing import print_paper
from exit_desktop.ui.files.save_dialog import ask_where

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from exit_desktop.ui.frame import Frame
    from exit_desktop.ui.start.sheet_words import SheetWords


def sheet_bytes(frame: Frame, words: SheetWords) -> bytes:
    """Return the sheet as a PDF."""
    from exit_desktop.services.papers import recovery_sheet_pdf  # noqa: PLC0415 - reportlab, first needed here

    return recovery_sheet_pdf(words.recovery_key, words.vault_number, frame.clock.today(), frame.t)


def save_sheet(parent: QWidget, frame: Frame, words: SheetWords) -> Path | None:
    """Ask where, write the sheet and return where; None if the worker thought better of it.

    Raises DiskFull, FolderNotWritable.
    """
    path = ask_where(frame, parent, f"forloeb-{words.vault_number}.pdf", frame.t("Save the recovery sheet"))
    if path is None:
        return None
    write_file(path, sheet_bytes(frame, words))
    return path


def print_sheet(parent: QWidget, frame: Frame, words: SheetWords) -> bool:
    """Ask for a printer and print; False if the worker thought better of it. Raises NoPrinter, PrinterRefused."""
    return print_paper(parent, sheet_bytes(frame, words))
