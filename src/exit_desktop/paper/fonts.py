"""The embedded faces: registered when first used, and a face for every character that any of them can draw."""

from __future__ import annotations

from enum import Enum
from functools import cache, lru_cache
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple

from exit_desktop.paper.scripts import MISSING, clusters, joined, needs_order, tidy
from exit_desktop.system.resources import resource_folder

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

    from exit_desktop.paper.embedding import ReadableFont


class Face(Enum):
    """A font file under resources/fonts; the value is its name there and in the PDF."""

    TEXT = "Inter-Regular"
    STRONG = "Inter-SemiBold"
    OWN_WORDS = "Inter-Italic"
    FIGURES = "Inter-Tabular"
    KEY = "DejaVuSansMono-Bold"
    THAI = "NotoSansThai-Regular"
    EMOJI = "NotoEmoji-Regular"
    WIDE = "DejaVuSans"


THAI_TONES = frozenset("\u0e48\u0e49\u0e4a\u0e4b\u0e4c")
THAI_HIGH_VOWELS = frozenset("\u0e31\u0e34\u0e35\u0e36\u0e37\u0e47\u0e4d")
THAI_AM = "\u0e33"
TONE_RISE = 0.19
"""How far a Thai tone is raised so that it stands over a vowel instead of in it; no shaping does it for us."""
FALLBACK = (Face.THAI, Face.EMOJI, Face.WIDE)


class Run(NamedTuple):
    """Characters that one font draws, raised above the baseline by a share of their size."""

    font: str
    text: str
    rise: float = 0.0


class Glyph(NamedTuple):
    """One cluster with the font that draws it; `width` is for a size of 1 point."""

    font: str
    text: str
    width: float
    rise: float = 0.0


@cache
def load(face: Face) -> ReadableFont:
    """Return the face, registered with the PDF writer at its first use."""
    from reportlab.pdfbase import pdfmetrics  # noqa: PLC0415 - the PDF writer costs 100 ms, starting needs none of it

    from exit_desktop.paper.embedding import ReadableFont  # noqa: PLC0415 - as above

    font = ReadableFont(face.value, str(resource_folder("fonts") / f"{face.value}.ttf"))
    pdfmetrics.registerFont(font)
    return font


def chain(face: Face) -> tuple[Face, ...]:
    """Return the faces that are asked, in order, for a character."""
    first = (face, Face.TEXT) if face in (Face.FIGURES, Face.KEY) else (face,)
    return (*first, *FALLBACK)


def covers(face: Face, text: str) -> bool:
    """Tell whether a face can draw every character of a text."""
    drawn = load(face).face.charToGlyph
    return all(ord(char) in drawn for char in text)


@lru_cache(maxsize=4096)
def shape(cluster: str, face: Face) -> tuple[Glyph, ...]:
    """Return what draws one cluster: a glyph with its marks, or the clear mark where no face knows it."""
    # Inter's marks stand beside their letter where no shaping places them; the wide face draws its marks over it.
    asked = chain(face) if len(cluster) == 1 else FALLBACK
    known = next((one for one in asked if covers(one, cluster)), None)
    if known is not None:
        font = load(known)
        return (Glyph(face_name(known), cluster, font.stringWidth(cluster, 1)),)
    if len(cluster) > 1:
        return (*shape(cluster[0], face), *shape(MISSING, face)) if cluster[0] != MISSING else shape(MISSING, face)
    return shape(MISSING, face)


def face_name(face: Face) -> str:
    """Return the name under which the PDF writer knows a face, registering it if need be."""
    load(face)
    return face.value


def glyphs(text: str, face: Face) -> list[Glyph]:
    """Return the glyphs of one line of text in reading order; the text may hold anything."""
    parts = clusters(tidy(text))
    if needs_order(text):
        parts = joined(parts)
    return [glyph for part, after in pairwise([*parts, ""]) for glyph in _raise_tone(part, after, face)]


def _raise_tone(part: str, after: str, face: Face) -> tuple[Glyph, ...]:
    """Return the glyphs of a cluster, a Thai tone that shares its place with a vowel lifted above it."""
    tone = next((char for char in part[1:] if char in THAI_TONES), "")
    if not tone or not (after == THAI_AM or THAI_HIGH_VOWELS.intersection(part)):
        return shape(part, face)
    raised = [glyph._replace(rise=TONE_RISE) for glyph in shape(tone, face)]
    return (*shape(part.replace(tone, ""), face), *raised)


def merge(drawn: list[Glyph]) -> tuple[Run, ...]:
    """Return neighbours of one font and height as one run."""
    merged = groupby(drawn, key=lambda glyph: (glyph.font, glyph.rise))
    return tuple(Run(font, "".join(glyph.text for glyph in part), rise) for (font, rise), part in merged)


def runs(text: str, face: Face = Face.TEXT) -> tuple[Run, ...]:
    """Split any text into runs by what the faces can draw; what none can draw becomes a clear mark."""
    return merge(glyphs(text, face))


def measure(words: str, size: float, bold: bool = False) -> float:
    """Return the width in points of words in the paper's own type, as a chart's layout asks for it."""
    face = Face.STRONG if bold else Face.TEXT
    return size * sum(glyph.width for glyph in glyphs(words, face))


def write(canvas: Canvas, at: tuple[float, float], drawn: tuple[Run, ...], size: float) -> None:
    """Write runs on the canvas from a point on the baseline, in the colour that is set."""
    text = canvas.beginText(*at)
    for run in drawn:
        text.setFont(run.font, size)
        text.setRise(run.rise * size)
        text.textOut(run.text)
    canvas.drawText(text)
