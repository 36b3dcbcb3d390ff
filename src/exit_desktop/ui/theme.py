"""Owns every colour, font and measure of the window, in light and dark, at 100-200 %.

No other module of the window names a colour or a size in pixels: it asks the theme.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

from exit_desktop.system.preferences import Theme as Look
from exit_desktop.system.resources import resource_folder
from exit_desktop.ui.theme_style import palette_for, sheet_for

if TYPE_CHECKING:
    from exit_desktop.charts.drawing import Ink


class Size(Enum):
    """The three type sizes, in points at 100 %."""

    SMALL = 9.5
    BODY = 10.5
    TITLE = 17.0


@dataclass(frozen=True, slots=True)
class Colours:
    """One set of colours as hex; `on_x` is text upon x, `x_edge` the darker line that lets a fill reach 3:1."""

    ground: str
    rail: str
    panel: str
    chosen: str
    line: str
    edge: str
    ink: str
    muted: str
    teal: str
    on_teal: str
    teal_wash: str
    clay: str
    on_clay: str
    clay_wash: str
    phase_orientation: str
    phase_one: str
    phase_two: str
    phase_three: str
    edge_orientation: str
    edge_one: str
    edge_two: str
    edge_three: str


LIGHT = Colours(
    ground="#F7F5F1",
    rail="#EFEBE4",
    panel="#FFFFFF",
    chosen="#E4EFF0",
    line="#E3DED6",
    edge="#8A8375",
    ink="#1F2A30",
    muted="#5C6870",
    teal="#1E6B74",
    on_teal="#FFFFFF",
    teal_wash="#DCEBEC",
    clay="#A34C24",
    on_clay="#FFFFFF",
    clay_wash="#FAEDE5",
    phase_orientation="#CFC6B6",
    phase_one="#1E6B74",
    phase_two="#4C8C7E",
    phase_three="#8AA35B",
    edge_orientation="#857B66",
    edge_one="#14505A",
    edge_two="#35685D",
    edge_three="#5E7A32",
)
DARK = Colours(
    ground="#171C1F",
    rail="#1B2225",
    panel="#20272B",
    chosen="#23383C",
    line="#333C41",
    edge="#7C8A91",
    ink="#E8ECEE",
    muted="#A3B0B6",
    teal="#6FC1C9",
    on_teal="#171C1F",
    teal_wash="#23383C",
    clay="#E69A6E",
    on_clay="#171C1F",
    clay_wash="#3A2A22",
    phase_orientation="#6B6455",
    phase_one="#6FC1C9",
    phase_two="#7DBBA9",
    phase_three="#B4C97F",
    edge_orientation="#A79D86",
    edge_one="#9AD8DE",
    edge_two="#A6D6C8",
    edge_three="#D0E0A6",
)

# What stands upon what: text needs 4.5:1, marks and edges of controls 3:1. A test reads both tables.
TEXT_PAIRS = (
    *((text, under) for text in ("ink", "muted", "teal", "clay") for under in ("ground", "panel", "rail", "chosen")),
    ("ink", "teal_wash"),
    ("teal", "teal_wash"),
    ("ink", "clay_wash"),
    ("clay", "clay_wash"),
    ("on_teal", "teal"),
    ("on_clay", "clay"),
    ("ground", "ink"),
)
MARK_PAIRS = (
    *((mark, under) for mark in ("edge", "teal", "clay", "ink") for under in ("ground", "panel", "rail")),
    ("teal", "chosen"),
    *((band, "panel") for band in ("edge_orientation", "edge_one", "edge_two", "edge_three")),
)


class Theme(QObject):
    """The look in force; `changed` tells open widgets that paint by themselves to paint again."""

    changed = Signal()

    def __init__(self, app: QApplication, look: Look = Look.SYSTEM, scale: int = 100) -> None:
        super().__init__()
        self._app = app
        self.look = look
        self.scale = _within(scale)
        self._family = load_fonts(UPRIGHT)
        self._italic_loaded = False
        # Asking styleHints() would build the whole of PySide's Qt namespace (40 ms); the system's own ground tells too.
        self._system_dark = app.palette().color(QPalette.ColorRole.Window).lightness() < 128
        self._put_on()
        app.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def dark(self) -> bool:
        """Whether the dark colours are in force."""
        if self.look is Look.SYSTEM:
            return self._system_dark
        return self.look is Look.DARK

    @property
    def colours(self) -> Colours:
        """The colours in force, as hex."""
        return DARK if self.dark else LIGHT

    def colour(self, name: str) -> QColor:
        """Return the colour of that name in `Colours`."""
        return QColor(getattr(self.colours, name))

    def px(self, length: float) -> int:
        """Return a length given in pixels at 100 % at the worker's scale."""
        return round(length * self.scale / 100)

    def font(self, size: Size = Size.BODY, bold: bool = False, italic: bool = False) -> QFont:
        """Return the window's typeface in one of its three sizes and two weights, with tabular figures."""
        if italic and not self._italic_loaded:
            load_fonts(ITALIC)
            self._italic_loaded = True
        font = QFont(self._app.font())
        if self._family:
            font.setFamily(self._family)
        font.setPointSizeF(size.value * self.scale / 100)
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        font.setItalic(italic)
        font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def use(self, look: Look, scale: int) -> None:
        """Put on another look or scale (100-200) at once."""
        self.look, self.scale = look, _within(scale)
        self._put_on()
        self.changed.emit()

    def ink_colours(self) -> dict[Ink, QColor]:
        """Return the colour of each `Ink` that charts draw with; an ink is named like its colour here."""
        from exit_desktop.charts.drawing import Ink  # noqa: PLC0415 - not needed before a course is shown

        return {ink: self.colour(ink.name.lower()) for ink in Ink}

    def _follow_system(self) -> None:
        self._system_dark = self._app.styleHints().colorScheme().name == "Dark"
        if self.look is Look.SYSTEM:
            self._put_on()
            self.changed.emit()

    def _put_on(self) -> None:
        self._app.setFont(self.font())
        self._app.setPalette(palette_for(self.colours))
        icons = resource_folder("icons") / f"{{}}-{'dark' if self.dark else 'light'}.svg"
        self._app.setStyleSheet(sheet_for(self.colours, self.scale, icons.as_posix()))


UPRIGHT = ("Inter-Regular.ttf", "Inter-SemiBold.ttf")
ITALIC = ("Inter-Italic.ttf",)


def load_fonts(faces: tuple[str, ...]) -> str:
    """Load shipped faces and return their family; empty if they are missing and the system's face serves."""
    family = ""
    for name in faces:
        path = resource_folder("fonts") / name
        if path.exists():
            found = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(path)))
            family = family or (found[0] if found else "")
    return family


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two hex colours, 1-21 (WCAG 2.2)."""
    darker, lighter = sorted((_luminance(QColor(one)), _luminance(QColor(other))))
    return (lighter + 0.05) / (darker + 0.05)


def face_in_use(font: QFont) -> str:
    """Return the family that is really drawn for a font."""
    return QFontInfo(font).family()


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _within(scale: int) -> int:
    return max(100, min(200, scale))
