"""A contact as two painted lines: hundreds of them cost little, and each is a button for keyboard and screen reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton

from exit_desktop.ui.course.contacts import log_words
from exit_desktop.ui.theme import Size
from exit_desktop.ui.widgets.ctrl_enter import ENTERS
from exit_desktop.ui.widgets.short_fields import duration

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QFont

    from exit_desktop.domain.contacts import Contact
    from exit_desktop.ui.session import Session

DAY_WIDTH = 66


class ContactLine(QAbstractButton):
    """A contact in two painted lines: when, how, with whom and how long; then the beginning of its note."""

    stepped = Signal(int)

    def __init__(self, session: Session, contact: Contact) -> None:
        super().__init__()
        self._session = session
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        session.theme.changed.connect(self.updateGeometry)
        self.put(contact)

    def put(self, contact: Contact) -> None:
        """Show a contact."""
        self._contact = contact
        self.setAccessibleName(log_words.told_line(contact, self._session.t))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return two lines, one where there is no note."""
        theme = self._session.theme
        high = QFontMetricsF(theme.font()).height() + theme.px(14)
        high += QFontMetricsF(theme.font(Size.SMALL)).height() + theme.px(2) if self._contact.note else 0
        return QSize(theme.px(240), round(high))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the next line with the arrow keys, open with Enter."""
        key = event.key()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key in ENTERS:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint in the theme's colours; the ring stands around what has the keyboard."""
        theme = self._session.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("chosen"))
            painter.drawRoundedRect(QRectF(self.rect()), theme.px(8), theme.px(8))
        self._paint_words(painter)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("teal"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.px(7), theme.px(7))

    def _paint_words(self, painter: QPainter) -> None:
        theme, t, contact = self._session.theme, self._session.t, self._contact
        body, left, top = theme.font(), theme.px(10), theme.px(7)
        base = top + QFontMetricsF(body).ascent()
        minutes = log_words.minutes_of(contact)
        spent = duration(minutes, t) if minutes else ""
        far = self.width() - left - QFontMetricsF(body).horizontalAdvance(spent)
        _write(painter, QPointF(left, base), t.date(contact.on, "short"), body, theme.colour("muted"))
        kind, whom = log_words.subject(contact, t)
        x = left + theme.px(DAY_WIDTH)
        parts = (
            (kind, theme.font(bold=True), "ink"),
            (whom, body, "ink"),
            (log_words.outcome(contact, t), body, "muted"),
        )
        for words, font, ink in parts:
            metrics = QFontMetricsF(font)
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(0.0, far - x - theme.px(8)))
            _write(painter, QPointF(x, base), shown, font, theme.colour(ink))
            x += round(metrics.horizontalAdvance(shown)) + theme.px(12)
        _write(painter, QPointF(far, base), spent, body, theme.colour("muted"))
        if contact.note:
            self._paint_note(painter, top + QFontMetricsF(body).height() + theme.px(2))

    def _paint_note(self, painter: QPainter, top: float) -> None:
        theme = self._session.theme
        font = theme.font(Size.SMALL)
        metrics = QFontMetricsF(font)
        x = theme.px(10) + theme.px(DAY_WIDTH)
        words = log_words.first_line(self._contact)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, self.width() - x - theme.px(10))
        _write(painter, QPointF(x, top + metrics.ascent()), shown, font, theme.colour("muted"))


def _write(painter: QPainter, at: QPointF, words: str, font: QFont, colour: QColor) -> None:
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(at, words)
