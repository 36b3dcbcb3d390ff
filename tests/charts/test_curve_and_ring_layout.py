"""The wellbeing curve and the ring of areas: words keep clear of lines and of each other, and all is told in words."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from charts.chart_fixtures import CURVES, RINGS, curve
from exit_desktop.charts.curve import CurveView, curve_table, draw_curve
from exit_desktop.charts.drawing import Circle, Ink, Measure, Polyline, Size, Text
from exit_desktop.charts.labels import text_box
from exit_desktop.charts.ring import draw_ring, ring_hit, ring_point, ring_table
from exit_desktop.system.language import Texts

SIZES = (Size(240, 170), Size(420, 240), Size(300, 400))
scores = some.lists(some.one_of(some.none(), some.integers(0, 25).map(lambda step: 4 * step)), min_size=1, max_size=7)


def flat(words: str, size: float, bold: bool) -> float:
    """Measure as the fixture does, for tests that make up their own examples."""
    return len(words) * size * 0.55


@given(scores, some.sampled_from(SIZES), some.booleans())
def test_words_of_a_curve_never_meet(values: list[int | None], size: Size, by_date: bool) -> None:
    drawing = draw_curve(curve(tuple(values), by_date=by_date), size, Texts("en"), flat)
    boxes = [text_box(shape, flat) for shape in drawing.shapes if isinstance(shape, Text) and shape.ink is not Ink.INK]
    assert not [(one, two) for one, two in combinations(boxes, 2) if one.meets(two)]


@given(scores)
def test_risk_words_keep_clear_of_the_numbers(values: list[int | None]) -> None:
    drawing = draw_curve(curve(tuple(values)), Size(300, 200), Texts("en"), flat)
    texts = [shape for shape in drawing.shapes if isinstance(shape, Text)]
    risk = [text_box(text, flat) for text in texts if text.ink is Ink.CLAY]
    assert not [number for number in texts if number.bold and risk and text_box(number, flat).meets(risk[0])]


@pytest.mark.parametrize("name", CURVES)
def test_every_word_and_mark_of_a_curve_is_in_the_picture(name: str, t: Texts, measure: Measure) -> None:
    size = Size(240, 170)
    drawing = draw_curve(CURVES[name], size, t, measure)
    boxes = [text_box(shape, measure) for shape in drawing.shapes if isinstance(shape, Text)]
    assert not [box for box in boxes if box.x < 0 or box.y < 0 or box.right > size.width or box.bottom > size.height]
    assert all(mark.sentence for mark in drawing.marks)


def test_without_risk_there_is_no_clay_and_no_word_of_it(t: Texts, measure: Measure) -> None:
    drawing = draw_curve(curve((28, 36), show_risk=False), Size(420, 240), t, measure)
    assert not [shape for shape in drawing.shapes if isinstance(shape, Text) and shape.ink is Ink.CLAY]
    assert "stress" not in repr([shape.words for shape in drawing.shapes if isinstance(shape, Text)])


def test_missing_score_is_a_gap_in_the_curve(t: Texts, measure: Measure) -> None:
    shapes = draw_curve(curve((28, None, 44)), Size(420, 240), t, measure).shapes
    assert not [shape for shape in shapes if isinstance(shape, Polyline)]
    assert sum(isinstance(shape, Circle) for shape in shapes) == 2


def test_point_says_its_name_day_and_value(t: Texts, measure: Measure) -> None:
    drawing = draw_curve(curve((28, 36)), Size(420, 240), t, measure)
    assert drawing.marks[0].sentence == "start, 2 July 2026: 28 of 100"


def test_curve_without_points_says_so(t: Texts, measure: Measure) -> None:
    assert draw_curve(CurveView(()), Size(420, 240), t, measure).summary == "No wellbeing score yet."


def test_curve_table_has_a_row_per_reading(t: Texts) -> None:
    assert [row[2] for row in curve_table(curve((28, None)), t).rows] == ["28", "no score"]


@pytest.mark.parametrize("size", [Size(260, 240), Size(420, 360), Size(300, 500)])
def test_labels_of_the_ring_never_meet_or_leave_the_picture(size: Size, t: Texts, measure: Measure) -> None:
    drawing = draw_ring(RINGS["four"], size, t, measure)
    boxes = [text_box(shape, measure) for shape in drawing.shapes if isinstance(shape, Text)]
    assert not [(one, two) for one, two in combinations(boxes, 2) if one.meets(two)]
    assert not [box for box in boxes if box.x < 0 or box.right > size.width or box.y < 0 or box.bottom > size.height]


@given(some.integers(0, 7), some.floats(200, 900))
def test_click_on_a_segment_finds_its_area(area: int, side: float) -> None:
    size = Size(side, side)
    assert ring_hit(RINGS["four"], size, *ring_point(RINGS["four"], size, area)) == area


def test_ring_tells_what_is_chosen(t: Texts, measure: Measure) -> None:
    drawing = draw_ring(RINGS["four"], Size(420, 360), t, measure)
    assert [mark.sentence for mark in drawing.marks][:2] == ["Penge: chosen", "Bolig: not chosen"]
    assert drawing.summary.startswith("4 of 8 areas chosen: Penge")


def test_ring_table_says_yes_and_no(t: Texts) -> None:
    assert ring_table(RINGS["four"], t).rows[:2] == (("Penge", "yes"), ("Bolig", "no"))
