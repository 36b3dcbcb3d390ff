"""Answers and buttons as large as a finger, their words wrapped, told to a screen reader as what they are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QPushButton, QRadioButton, QSizePolicy

from exit_desktop.ui.together.measures import TOUCH, Letters, Measures

_WRAPPED = int(Qt.TextFlag.TextWordWrap)
_TALLEST = 4000


class Manner(Enum):
    """How a button stands out: an answer, the way on, something quiet, something that is hardly there."""

    ANSWER = auto()
    ON = auto()
    QUIET = auto()
    WHISPER = auto()


@dataclass(frozen=True, slots=True)
class Face:
    """How a button is drawn: measures, manner, whether its words stand in the middle, its least height at 100 %."""

    measures: Measures
    manner: Manner = Manner.ANSWER
    middle: bool = True
    tall: int = TOUCH

    @property
    def letters(self) -> Letters:
        """Which size of type it has."""
        return Letters.QUIET if self.manner is Manner.WHISPER else Letters.ANSWER

    @property
    def beside(self) -> int:
        """How much air its words have at each side, in pixels at 100 %: little in a row of numbers."""
        return 6 if self.tall > TOUCH else 22 if self.middle else 18


class LargeRadio(QRadioButton):
    """One of several answers; another one takes its place."""

    def __init__(self, face: Face, words: str) -> None:
        super().__init__(words)
        self.face = face
        _settle(self, face)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Space; every other key is the window's."""
        _space_only(event, super().keyPressEvent)

    def hitButton(self, at: QPoint) -> bool:
        """Count a touch anywhere on it."""
        return self.rect().contains(at)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it large."""
        paint_large(self, self.face)

    def sizeHint(self) -> QSize:
        """Return the room for the words on one line."""
        return _size(self, self.face)

    def minimumSizeHint(self) -> QSize:
        """Return the room for the longest word."""
        return _least(self, self.face)

    def hasHeightForWidth(self) -> bool:
        """Say that the words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped words."""
        return _height(self, self.face, width)


class LargeCheck(QCheckBox):
    """One of several answers that may be given together."""

    def __init__(self, face: Face, words: str) -> None:
        super().__init__(words)
        self.face = face
        _settle(self, face)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Space; every other key is the window's."""
        _space_only(event, super().keyPressEvent)

    def hitButton(self, at: QPoint) -> bool:
        """Count a touch anywhere on it."""
        return self.rect().contains(at)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it large."""
        paint_large(self, self.face)

    def sizeHint(self) -> QSize:
        """Return the room for the words on one line."""
        return _size(self, self.face)

    def minimumSizeHint(self) -> QSize:
        """Return the room for the longest word."""
        return _least(self, self.face)

    def hasHeightForWidth(self) -> bool:
        """Say that the words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped words."""
        return _height(self, self.face, width)


class LargeButton(QPushButton):
    """Something to do: go on, go back, pause."""

    def __init__(self, face: Face, words: str = "") -> None:
        super().__init__(words)
        self.face = face
        self.setAutoDefault(False)
        _settle(self, face)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Space; every other key is the window's."""
        _space_only(event, super().keyPressEvent)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it large."""
        paint_large(self, self.face)

    def sizeHint(self) -> QSize:
        """Return the room for the words on one line."""
        return _size(self, self.face)

    def minimumSizeHint(self) -> QSize:
        """Return the room for the longest word."""
        return _least(self, self.face)

    def hasHeightForWidth(self) -> bool:
        """Say that the words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped words."""
        return _height(self, self.face, width)


def light(button: QAbstractButton, on: bool) -> None:
    """Show an answer as chosen or not; of answers that exclude each other Qt would not let the last one go."""
    exclusive = button.autoExclusive()
    button.setAutoExclusive(False)
    button.setChecked(on)
    button.setAutoExclusive(exclusive)


def paint_large(button: QAbstractButton, face: Face) -> None:
    """Paint a button: a round plate, filled when it is chosen, with a thick ring outside when the keyboard is on it."""
    measures = face.measures
    painter = QPainter(button)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ring = float(measures.px(_RING))
    plate = QRectF(button.rect()).adjusted(ring, ring, -ring, -ring)
    round_by = float(measures.px(12))
    fill, edge, ink = _colours(button, face)
    if face.manner is not Manner.WHISPER:
        painter.setPen(QPen(measures.colour(edge), measures.px(1.5)))
        painter.setBrush(measures.colour(fill))
        painter.drawRoundedRect(plate, round_by, round_by)
    if button.hasFocus():
        half = ring / 2
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(measures.colour("teal"), measures.px(3)))
        painter.drawRoundedRect(QRectF(button.rect()).adjusted(half, half, -half, -half), round_by, round_by)
        if fill in ("teal", "ink"):
            # Upon a fill of the ring's own colour a line inside says the same.
            painter.setPen(QPen(measures.colour(ink), measures.px(2)))
            painter.drawRoundedRect(plate.adjusted(half, half, -half, -half), round_by, round_by)
    painter.setPen(measures.colour(ink))
    font = button.font()
    font.setUnderline(face.manner is Manner.WHISPER and button.isChecked())
    painter.setFont(font)
    painter.drawText(_words_in(button, face), _alignment(face) | _WRAPPED, button.text())
    painter.end()


# The ring stands outside of the plate, with air between, so that it shows around a filled one too.
_RING = 5


def _colours(button: QAbstractButton, face: Face) -> tuple[str, str, str]:
    if face.manner is Manner.WHISPER:
        return "ground", "ground", "ink" if button.isChecked() else "muted"
    if button.isChecked():
        return "teal", "teal", "on_teal"
    if face.manner is Manner.ON:
        return "ink", "ink", "ground"
    pressed = button.isDown() or button.underMouse()
    fill = "chosen" if pressed else "ground" if face.manner is Manner.QUIET else "panel"
    return fill, "line" if face.manner is Manner.QUIET else "edge", "ink"


def _settle(button: QAbstractButton, face: Face) -> None:
    button.setFont(face.measures.font(face.letters))
    button.setProperty("wraps", True)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    button.setSizePolicy(policy)


def _space_only(event: QKeyEvent, take: Callable[[QKeyEvent], None]) -> None:
    plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Select) and plain:
        take(event)
    else:
        event.ignore()


def _alignment(face: Face) -> int:
    across = Qt.AlignmentFlag.AlignHCenter if face.middle else Qt.AlignmentFlag.AlignLeft
    return int(across | Qt.AlignmentFlag.AlignVCenter)


def _margins(face: Face) -> tuple[int, int]:
    measures = face.measures
    return measures.px(face.beside + _RING), measures.px(6 + _RING)


def _words_in(button: QAbstractButton, face: Face) -> QRect:
    across, down = _margins(face)
    return button.rect().adjusted(across, down, -across, -down)


def _size(button: QAbstractButton, face: Face) -> QSize:
    across, down = _margins(face)
    metrics = QFontMetrics(button.font())
    width = metrics.horizontalAdvance(button.text()) + 2 * across + 2
    touch, tall = face.measures.px(TOUCH + 2 * _RING), face.measures.px(face.tall + 2 * _RING)
    return QSize(max(width, touch), max(metrics.height() + 2 * down, tall))


def _least(button: QAbstractButton, face: Face) -> QSize:
    metrics = QFontMetrics(button.font())
    longest = max((metrics.horizontalAdvance(word) for word in button.text().split()), default=0)
    width = longest + 2 * _margins(face)[0] + 2
    touch = face.measures.px(TOUCH + 2 * _RING)
    return QSize(max(width, touch), face.measures.px(face.tall + 2 * _RING))


def _height(button: QAbstractButton, face: Face, width: int) -> int:
    across, down = _margins(face)
    room = QRect(0, 0, max(1, width - 2 * across), _TALLEST)
    words = QFontMetrics(button.font()).boundingRect(room, _alignment(face) | _WRAPPED, button.text())
    return max(words.height() + 2 * down, face.measures.px(face.tall + 2 * _RING))
