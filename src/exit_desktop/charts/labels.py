"""Words that must find room: wrapping, shortening, and labels around a circle, never clipped or over each other."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from exit_desktop.charts.drawing import Anchor, Box, Ink, Measure, Size, Text

LABEL = 11.0
SMALL = 9.5
SIZES = (LABEL, 10.0, SMALL, 8.5, 7.5, 6.5)
LEADING = 1.2
GAP = 10.0
LABEL_ROOM = 2 * LABEL * LEADING + 4
ASCENT = 0.93
DESCENT = 0.25
# Where a label may go on in a second line: between words, and behind a hyphen within one.
_GAPS = re.compile(r" |(?<=\w-)(?=\w)")


@dataclass(frozen=True, slots=True)
class Frame:
    """A circle within a drawing whose labels stand around it at `gap` points from the rim."""

    x: float
    y: float
    radius: float
    width: float
    gap: float

    @property
    def foot(self) -> float:
        """The y beneath the labels under the circle."""
        return self.y + self.radius + self.gap + LABEL_ROOM

    def point(self, turn: float, distance: float) -> tuple[float, float]:
        """Return the point at `turn` radians clockwise from the top, `distance` points from the middle."""
        return self.x + distance * math.sin(turn), self.y - distance * math.cos(turn)


@dataclass(frozen=True, slots=True)
class RoundLabel:
    """The words of one direction around a circle that is divided in `count` directions."""

    words: str
    index: int
    count: int
    bold: bool = False

    @property
    def turn(self) -> float:
        """Radians clockwise from the top."""
        return 2 * math.pi * self.index / self.count


def text_box(text: Text, measure: Measure) -> Box:
    """Return the box that a text covers."""
    width = measure(text.words, text.size, text.bold)
    left = {Anchor.START: text.x, Anchor.MIDDLE: text.x - width / 2, Anchor.END: text.x - width}[text.anchor]
    return Box(left, text.y - ASCENT * text.size, width, (ASCENT + DESCENT) * text.size)


def shorten(text: Text, room: float, measure: Measure) -> str:
    """Return the words of `text`, cut with an ellipsis if they are wider than `room` points."""
    words = text.words
    if measure(words, text.size, text.bold) <= room:
        return words
    while words and measure(words + "…", text.size, text.bold) > room:
        words = words[:-1].rstrip()
    return words + "…"


def two_lines(label: Text, room: float, measure: Measure) -> tuple[str, ...]:
    """Return the words as one line if they fit in `room`, else as the two lines that are least wide."""
    words = " ".join(label.words.split())
    splits = [(words[: gap.start()], words[gap.end() :]) for gap in _GAPS.finditer(words)]
    if not splits or measure(label.words, label.size, label.bold) <= room:
        return (label.words,)
    return min(splits, key=lambda lines: _widest(lines, label, measure))


def wrapped(label: Text, room: float, measure: Measure) -> tuple[str, ...]:
    """Return the words as lines, each as full as `room` points allow; a word wider than that stands alone."""
    lines = [""]
    joint = ""
    words = " ".join(label.words.split())
    ends = [*((gap.start(), gap.end(), gap.group()) for gap in _GAPS.finditer(words)), (len(words), len(words), "")]
    begin = 0
    for end, following, between in ends:
        longer = lines[-1] + joint + words[begin:end]
        if lines[-1] and measure(longer, label.size, label.bold) > room:
            lines.append(words[begin:end])
        else:
            lines[-1] = longer
        begin, joint = following, between
    return tuple(lines)


def _widest(lines: tuple[str, ...], label: Text, measure: Measure) -> float:
    return max(measure(line, label.size, label.bold) for line in lines)


def fit_label(words: str, room: Box, bold: bool, measure: Measure) -> tuple[float, tuple[str, ...]]:
    """Return the largest size, and the one or two lines, at which words fit the width and height of `room`."""
    for size in SIZES:
        label = Text(0, 0, words, size, bold)
        lines = two_lines(label, room.width, measure)
        fits = _widest(lines, label, measure) <= room.width and len(lines) * size * LEADING <= room.height
        if fits:
            return size, lines
    smallest = Text(0, 0, words, SIZES[-1], bold)
    lines = two_lines(smallest, room.width, measure)
    return SIZES[-1], tuple(shorten(Text(0, 0, line, SIZES[-1], bold), room.width, measure) for line in lines)


def label_around(label: RoundLabel, frame: Frame, measure: Measure) -> list[Text]:
    """Return the lines of one label beside its direction, as large as the room between its neighbours allows."""
    x, y = frame.point(label.turn, frame.radius + frame.gap)
    side = math.sin(label.turn)
    upright = abs(side) < 0.2
    size, lines = fit_label(label.words, _room(label, frame), label.bold, measure)
    anchor = Anchor.MIDDLE if upright else (Anchor.START if side > 0 else Anchor.END)
    half = len(lines) * size * LEADING / 2
    # A slanted label is pushed outwards, so that no corner of it touches the rim.
    first = y - half * (1 + 0.6 * math.cos(label.turn)) + size * LEADING * 0.78
    if upright:
        above = math.cos(label.turn) > 0
        first = y - (len(lines) - 1) * size * LEADING - DESCENT * size + 4 if above else y + size * 0.75 - 2
    return [
        Text(x, first + at * size * LEADING, line, size, label.bold, Ink.INK, anchor) for at, line in enumerate(lines)
    ]


def _room(label: RoundLabel, frame: Frame) -> Box:
    reach = frame.radius + frame.gap
    step = 2 * math.pi / label.count
    side = abs(math.sin(label.turn))
    if side < 0.2:
        return Box(0, 0, min(frame.width, 2 * reach * math.sin(step) - 8), frame.gap + 2 * LABEL * LEADING)
    nearest = min(abs(math.cos(label.turn) - math.cos(label.turn + turn)) for turn in (step, -step))
    return Box(0, 0, frame.width / 2 - side * reach - 2, max(reach * nearest - 2, 2 * SIZES[-1] * LEADING))


def round_frame(size: Size, foot: float) -> Frame:
    """Return the largest circle with room for two-line labels around it, `foot` points being kept beneath."""
    beside = min(max(size.width * 0.2, 62.0), 112.0)
    radius = max(12.0, min(size.width / 2 - beside, (size.height - foot) / 2 - LABEL_ROOM) - GAP)
    return Frame(size.width / 2, (size.height - foot) / 2, radius, size.width, GAP)
