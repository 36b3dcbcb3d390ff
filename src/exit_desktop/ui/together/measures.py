"""How large everything is in together mode: read at arm's length, touched with a finger, never beyond the screen."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

    from exit_desktop.ui.theme import Theme


class Letters(Enum):
    """The sizes of type of this mode, in points at 100 %."""

    QUESTION = 25.0
    ANSWER = 18.0
    QUIET = 13.0


# A finger needs this much, in pixels at 100 %; what stands around it for the ring keeps two answers apart.
TOUCH = 48
SMALLEST, STEP = 100, 10
# The screen on which everything is as large as was asked for, at 100 %; what stands around a question follows it.
USUAL_WIDTH, USUAL_HEIGHT = 900, 600


@dataclass(frozen=True, slots=True)
class Measures:
    """Fonts, lengths and colours at one scale, in percent."""

    theme: Theme
    scale: int

    def px(self, length: float) -> int:
        """Return a length given in pixels at 100 %."""
        return round(length * self.scale / 100)

    def font(self, letters: Letters, bold: bool = False) -> QFont:
        """Return the window's typeface in one of the large sizes."""
        font = QFont(self.theme.font(bold=bold))
        font.setPointSizeF(letters.value * self.scale / 100)
        return font

    def colour(self, name: str) -> QColor:
        """Return a colour of the theme."""
        return self.theme.colour(name)


def scales_from(wanted: int) -> tuple[int, ...]:
    """Return the scales to try, the wanted one first, down to 100 %.

    All answers to a question stand in sight at once: what has to be scrolled for is chosen less often.
    """
    return (*range(wanted, SMALLEST, -STEP), SMALLEST)


def scale_around(wanted: int, width: int, height: int) -> int:
    """Return the scale of what stands around a question in a window of this size."""
    fits = min(100 * width // USUAL_WIDTH, 100 * height // USUAL_HEIGHT)
    return max(SMALLEST, min(wanted, fits))
