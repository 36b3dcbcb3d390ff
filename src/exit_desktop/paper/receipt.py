"""The receipt for an erasure on one page: plain sentences, no name."""

from __future__ import annotations

from dataclasses import dataclass, field

from exit_desktop.paper.page import ROOM, Foot, Sheet, paginate, write_pdf
from exit_desktop.paper.prose import Type, prose, title_strips
from exit_desktop.system.language import Texts


@dataclass(frozen=True, slots=True)
class ReceiptPaper:
    """A title, and the text in the few signs of `prose`."""

    title: str
    text: str = field(repr=False)


def print_receipt(view: ReceiptPaper, t: Texts) -> bytes:
    """Return the receipt as a PDF in A4."""
    kind = Type(12.0)
    strips = [*title_strips(view.title, "", kind), *prose(view.text, kind)]
    return write_pdf(paginate(strips, ROOM), Sheet(view.title, t.language), Foot("", kind.base * 0.9))
