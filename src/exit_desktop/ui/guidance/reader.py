"""Shows one text of the guidance; every name of a text leads to it, and beneath it stands what else belongs there."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QFont, QTextBlock, QTextBlockFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget

from exit_desktop.services.guidance import GuidanceText, is_spoken
from exit_desktop.ui.theme import Size
from exit_desktop.ui.widgets.buttons import LinkButton
from exit_desktop.ui.widgets.flow import FlowLayout
from exit_desktop.ui.widgets.labels import small
from exit_desktop.ui.widgets.panels import clear_layout

if TYPE_CHECKING:
    from exit_desktop.ui.session import Session

# At 100 %: lines of 45-75 letters, as in a book.
READING_WIDTH = 560
# Above a heading, below any part; between the lines, in per cent.
_ABOVE, _BELOW, _LINES = 12, 5, 118
_BY_LEVEL = QTextFormat.Property.FontSizeAdjustment
_PROPORTIONAL = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value


class GuidanceReader(QWidget):
    """`text_wanted(key)` when the worker follows the name of another text, by mouse in the text or beneath it."""

    text_wanted = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._t, self._theme = session.t, session.theme
        self.key = ""
        self.page, self._also_words, self._also = QTextBrowser(), small(session.theme), FlowLayout(spacing=2)
        self.page.setOpenLinks(False)
        # Tab passes by: the same links stand beneath the text as buttons.
        mouse = Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.TextSelectableByMouse
        self.page.setTextInteractionFlags(mouse | Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.page.document().setIndentWidth(session.theme.px(20))
        self.setMaximumWidth(session.theme.px(READING_WIDTH))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(session.theme.px(2))
        column.addWidget(self.page, 1)
        column.addWidget(self._also_words)
        column.addLayout(self._also)
        self.setFocusProxy(self.page)
        self.page.anchorClicked.connect(self._follow)

    def show_text(self, text: GuidanceText | None, others: Sequence[GuidanceText] = ()) -> None:
        """Show a text from its top, and the others beneath it; None shows nothing."""
        self.key = text.key if text else ""
        self.page.setAccessibleName(text.title if text else self._t("Guidance"))
        self.page.setMarkdown(text.markdown if text else "")
        self._calm_all()
        clear_layout(self._also)
        for one in others:
            link = LinkButton(one.title)
            link.clicked.connect(partial(self.text_wanted.emit, one.key))
            self._also.addWidget(link)
        self._also_words.setText(self._t("See also"))
        self._also_words.setVisible(bool(others))

    def _calm_all(self) -> None:
        together = QTextCursor(self.page.document())
        together.beginEditBlock()
        block = self.page.document().begin()
        while block.isValid():
            self._calm(block)
            block = block.next()
        together.endEditBlock()

    def _calm(self, block: QTextBlock) -> None:
        """Give a block the sizes and the air of this window; what can be said to the citizen stands in italics."""
        form = block.blockFormat()
        level, first = form.headingLevel(), block.blockNumber() == 0
        form.setTopMargin(0 if first or not level else self._theme.px(_ABOVE))
        form.setBottomMargin(self._theme.px(_BELOW))
        form.setLineHeight(_LINES, _PROPORTIONAL)
        cursor = QTextCursor(block)
        cursor.setBlockFormat(form)
        if level or is_spoken(block.text()):
            self._write_in(cursor, self._theme.font(Size.TITLE if level == 1 else Size.BODY, bool(level), not level))

    def _write_in(self, cursor: QTextCursor, font: QFont) -> None:
        cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
        words = cursor.charFormat()
        # A heading's size comes from its level otherwise.
        words.clearProperty(_BY_LEVEL)
        words.setFont(font)
        cursor.setCharFormat(words)

    def _follow(self, target: QUrl) -> None:
        self.text_wanted.emit(target.toString())
