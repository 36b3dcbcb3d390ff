"""The text of a file that a spreadsheet saved: the one way in which every list that comes in is read."""

import unicodedata

# With or without a mark of its encoding, else as Danish Windows saves it.
_ENCODINGS = ("utf-8-sig", "cp1252")


def text_of_table(content: bytes) -> str | None:
    """Return the text of a file; None where it is no text, such as a workbook or a picture."""
    for encoding in _ENCODINGS:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        clean = all(unicodedata.category(letter) != "Cc" or letter in "\r\n\t" for letter in text)
        return text if clean else None
    return None
