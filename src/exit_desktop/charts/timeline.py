"""The whole course in one picture: orientation, three phases, today, readings, pauses, contacts, milestones."""

from __future__ import annotations

from dataclasses import replace

from exit_desktop.charts.drawing import Drawing, Mark, Measure, Shape, Size
from exit_desktop.charts.timeline_bands import closing_piece, pause_piece, phase_piece, transition_piece
from exit_desktop.charts.timeline_contacts import rate_piece, ticks_piece
from exit_desktop.charts.timeline_points import date_labels, milestones_piece, readings_piece, today_line
from exit_desktop.charts.timeline_stage import BAND_FOOT, DATE_BASE, DATE_ROW, TICK_FOOT, Piece, Stage, set_stage
from exit_desktop.charts.timeline_view import (
    PhaseKind,
    ReadingState,
    TimelineClosing,
    TimelineContact,
    TimelineMilestone,
    TimelinePause,
    TimelinePhase,
    TimelineReading,
    TimelineTransition,
    TimelineView,
    without_what_will_not_be,
)
from exit_desktop.charts.timeline_words import timeline_summary, timeline_table
from exit_desktop.system.language import Texts

__all__ = [
    "PhaseKind",
    "ReadingState",
    "TimelineClosing",
    "TimelineContact",
    "TimelineMilestone",
    "TimelinePause",
    "TimelinePhase",
    "TimelineReading",
    "TimelineTransition",
    "TimelineView",
    "draw_timeline",
    "timeline_summary",
    "timeline_table",
]


def draw_timeline(view: TimelineView, width: float, t: Texts, measure: Measure) -> Drawing:
    """Return the timeline of `view`, `width` points wide and as high as it needs; the view has at least one phase.

    Marks: "phase:one", "reading:KEY", "transition:two", "pause:0", "milestone:KEY", "contact:KEY" or "week:MONDAY",
    "end:0", "reopened:0", "today"; in focus order row by row from the left.
    """
    stage = set_stage(without_what_will_not_be(view), width, t, measure)
    pieces = _pieces(stage)
    dates = date_labels(stage)
    shapes: list[Shape] = [shape for piece in pieces for shape in piece.shapes]
    height = max([DATE_BASE, *(text.y for text in dates)]) + DATE_ROW / 2
    marks = _in_order([mark for piece in pieces for mark in piece.marks])
    return Drawing(Size(width, height), (*shapes, *dates), marks, timeline_summary(view, t))


def _pieces(stage: Stage) -> list[Piece]:
    """Return the parts from the back to the front."""
    view = stage.view
    return [
        *(phase_piece(stage, phase) for phase in view.phases),
        *(pause_piece(stage, number, pause) for number, pause in enumerate(view.pauses)),
        rate_piece(stage),
        ticks_piece(stage),
        *(transition_piece(stage, move) for move in view.transitions),
        *(closing_piece(stage, number, closing) for number, closing in enumerate(view.closings)),
        today_line(stage),
        readings_piece(stage),
        milestones_piece(stage),
    ]


def _in_order(marks: list[Mark]) -> tuple[Mark, ...]:
    """Return the marks numbered in reading order: phases, then what stands on the bands, then contacts."""

    def place(mark: Mark) -> tuple[int, float]:
        row = 0 if mark.id.startswith("phase:") else 2 if mark.box.bottom > TICK_FOOT and mark.box.y > BAND_FOOT else 1
        return row, mark.box.x + mark.box.width / 2

    return tuple(replace(mark, order=number) for number, mark in enumerate(sorted(marks, key=place)))
