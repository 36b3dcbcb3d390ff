"""The star: gaps are gaps, a click lands where the eye says, labels never meet, and every area is told in words."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from charts.chart_fixtures import AREAS, LATEST, STARS, START
from exit_desktop.charts.drawing import Dash, Measure, Polygon, Polyline, Size, Text, simple_shapes
from exit_desktop.charts.labels import text_box
from exit_desktop.charts.star import StarView, draw_star, star_hit, star_point
from exit_desktop.charts.star_words import star_table
from exit_desktop.system.language import Texts

SIZES = (Size(260, 260), Size(300, 420), Size(380, 380), Size(620, 520), Size(900, 300))
EVERY = [(name, size) for name in STARS for size in SIZES]
BOTH = StarView(AREAS, (START, LATEST))


@pytest.mark.parametrize(("name", "size"), EVERY)
def test_no_two_words_overlap_or_leave_the_picture(name: str, size: Size, t: Texts, measure: Measure) -> None:
    drawing = draw_star(STARS[name], size, t, measure)
    words = [shape for shape in drawing.shapes if isinstance(shape, Text) and not shape.words.isdecimal()]
    boxes = [text_box(text, measure) for text in words]
    assert not [(one, two) for one, two in combinations(boxes, 2) if one.meets(two)]
    assert not [box for box in boxes if box.x < 0 or box.right > size.width or box.y < 0 or box.bottom > size.height]


@pytest.mark.parametrize("width", [380, 620])
def test_no_label_is_cut_at_ordinary_sizes(width: float, t: Texts, measure: Measure) -> None:
    drawing = draw_star(BOTH, Size(width, width), t, measure)
    assert not [shape for shape in drawing.shapes if isinstance(shape, Text) and "…" in shape.words]


@given(some.integers(0, 9), some.integers(1, 10), some.floats(200, 900), some.floats(200, 900))
def test_click_on_a_point_gives_the_point_back(area: int, value: int, width: float, height: float) -> None:
    size = Size(width, height)
    assert star_hit(BOTH, size, *star_point(BOTH, size, area, value)) == (area, value)


def test_click_far_outside_sets_nothing() -> None:
    assert star_hit(BOTH, Size(380, 380), 2, 2) is None


def test_missing_area_is_a_gap_and_no_point(t: Texts, measure: Measure) -> None:
    values = (6, 7, None, 6, 6, 6, 5, 6, 7, 9)
    view = StarView(AREAS, (replace(LATEST, values=values),))
    size = Size(380, 380)
    drawing = draw_star(view, size, t, measure)
    chains = [shape for shape in simple_shapes(drawing) if isinstance(shape, Polyline) and len(shape.points) > 2]
    ends = [(chain.points[0], chain.points[-1]) for chain in chains]
    assert ends == [(star_point(view, size, 3, 6), star_point(view, size, 1, 7))]


def test_start_is_dashed_and_latest_unbroken(t: Texts, measure: Measure) -> None:
    shapes = draw_star(BOTH, Size(380, 380), t, measure).shapes
    dashes = {
        shape.pen.dash for shape in shapes if isinstance(shape, Polygon) and shape.pen and len(shape.points) == 10
    }
    assert dashes == {Dash.SOLID, Dash.DASHED}


def test_each_area_says_the_latest_value_then_the_start(t: Texts, measure: Measure) -> None:
    sentences = [mark.sentence for mark in draw_star(BOTH, Size(380, 380), t, measure).marks]
    assert sentences[2] == "Administration af økonomi: 5, start 3"
    assert len(sentences) == 10


def test_single_reading_says_area_and_value(t: Texts, measure: Measure) -> None:
    drawing = draw_star(StarView(AREAS, (LATEST,)), Size(380, 380), t, measure)
    assert drawing.marks[2].sentence == "Administration af økonomi: 5"


def test_missing_area_is_told_as_no_answer(t: Texts, measure: Measure) -> None:
    drawing = draw_star(STARS["gaps"], Size(380, 380), t, measure)
    assert "no answer" in drawing.marks[2].sentence


def test_summary_tells_change_before_any_number_of_points(t: Texts, measure: Measure) -> None:
    summary = draw_star(BOTH, Size(380, 380), t, measure).summary
    assert summary.endswith("Since the start: 8 higher, 2 the same, 0 lower.")


def test_focused_area_is_bold(t: Texts, measure: Measure) -> None:
    shapes = draw_star(replace(BOTH, focused=2), Size(380, 380), t, measure).shapes
    assert [shape.words for shape in shapes if isinstance(shape, Text) and shape.bold] == ["Økonomi"]


def test_table_says_the_same_as_the_star(t: Texts) -> None:
    table = star_table(BOTH, t)
    assert table.headers == ("Area", "start", "nu, 4 måneder")
    assert table.rows[2] == ("Administration af økonomi", "3", "5")
