"""Asks the tools of the system what they think of a paper; they read standard input or a file of the test's own."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader


def ask(command: str, *options: str, paper: bytes) -> str:
    """Return what a system tool says of a paper; skipped where the tool is not installed."""
    tool = shutil.which(command)
    if tool is None:
        pytest.skip(f"{command} is not installed")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "paper.pdf"
        path.write_bytes(paper)
        options = tuple(str(path) if option == "FILE" else option for option in options)
        done = subprocess.run([tool, *options], check=True, capture_output=True, text=True)
    return done.stdout


def pdf_is_sound(paper: bytes) -> bool:
    """Tell whether qpdf finds nothing wrong with the file."""
    return "No syntax or stream encoding errors found" in ask("qpdf", "--check", "FILE", paper=paper)


def every_font_embedded(paper: bytes) -> bool:
    """Tell whether each font lies in the file, cut to need and with a map back to characters."""
    rows = ask("pdffonts", "FILE", paper=paper).splitlines()[2:]
    return bool(rows) and all(re.search(r"\byes\s+yes\s+yes\b", row) for row in rows)


def text_of(paper: bytes) -> str:
    """Return the words of a paper as pdftotext reads them."""
    return ask("pdftotext", "FILE", "-", paper=paper)


def told_by_properties(paper: bytes) -> str:
    """Return everything that the file says of itself."""
    reader = PdfReader(BytesIO(paper))
    return " ".join(str(value) for value in (reader.metadata or {}).values())
