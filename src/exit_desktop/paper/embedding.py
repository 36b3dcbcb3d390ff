"""A font inside a PDF whose letters can be read back: beyond 16 bits, and Arabic letters as they were typed.

The PDF writer's own table of letters is broken for emoji (it writes their number as it is, where UTF-16 is asked for).
Imported when the first font is loaded, since it brings the PDF writer along.
"""

from __future__ import annotations

import re
import unicodedata

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFStream
from reportlab.pdfbase.ttfonts import TTFont

TABLE = "toUnicodeCMap:"
ENTRY = re.compile("> <([0-9A-F]{4,6})>")


class ReadableFont(TTFont):
    """A TrueType font whose table from glyphs to letters holds for every letter."""

    def addObjects(self, doc: PDFDocument) -> None:
        """Add the font to the document as the PDF writer does, then mend its table."""
        super().addObjects(doc)
        for name, table in doc.idToObject.items():
            if name.startswith(TABLE) and isinstance(table, PDFStream):
                table.content = ENTRY.sub(_as_utf16, table.content)


def _as_utf16(entry: re.Match[str]) -> str:
    """Return a table entry in UTF-16, a form of an Arabic letter as the letter itself."""
    if len(entry[1]) == 4 and not "FB50" <= entry[1] <= "FEFC":
        return entry[0]
    letter = unicodedata.normalize("NFKC", chr(int(entry[1], 16)))
    return f"> <{letter.encode('utf-16-be').hex().upper()}>"
