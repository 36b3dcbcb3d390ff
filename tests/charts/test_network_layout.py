"""The network map: words never meet or leave the picture, near is close, a point is read as the eye reads it."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from charts.network_fixtures import NETWORKS, crowd
from exit_desktop.charts.drawing import Box, Circle, Dash, Line, Measure, Size, Text
from exit_desktop.charts.labels import text_box
from exit_desktop.charts.network import draw_network, frame_of, height_for
from exit_desktop.charts.network_view import NetworkNode, NetworkView
from exit_desktop.charts.network_words import network_table
from exit_desktop.system.language import Texts

WIDTHS = (300, 420, 640, 900)
EVERY = [(name, width) for name in NETWORKS for width in WIDTHS]
ROOM = Size(640, 360)


@pytest.mark.parametrize(("name", "width"), EVERY)
def test_no_two_words_overlap_or_leave_the_picture(name: str, width: float, t: Texts, measure: Measure) -> None:
    size = Size(width, height_for(NETWORKS[name], least=True))
    drawing = draw_network(NETWORKS[name], size, t, measure)
    boxes = [text_box(shape, measure) for shape in drawing.shapes if isinstance(shape, Text)]
    assert not [(one, two) for one, two in combinations(boxes, 2) if one.meets(two)]
    assert not [box for box in boxes if box.x < 0 or box.right > size.width or box.y < 0 or box.bottom > size.height]


@pytest.mark.parametrize(("name", "width"), EVERY)
def test_no_two_people_stand_on_each_other_or_on_the_citizen(
    name: str, width: float, t: Texts, measure: Measure
) -> None:
    size = Size(width, height_for(NETWORKS[name], least=True))
    drawing = draw_network(NETWORKS[name], size, t, measure)
    circle = next(shape for shape in drawing.shapes if isinstance(shape, Circle))
    boxes = [mark.box for mark in drawing.marks]
    middle = Box(circle.x - circle.radius, circle.y - 4, 2 * circle.radius, 8)
    assert not [(one, two) for one, two in combinations([*boxes, middle], 2) if one.meets(two)]


@pytest.mark.parametrize("width", [640, 900])
def test_no_ordinary_label_is_cut(width: float, t: Texts, measure: Measure) -> None:
    view = NETWORKS["ordinary"]
    drawing = draw_network(view, Size(width, height_for(view)), t, measure)
    assert not [shape for shape in drawing.shapes if isinstance(shape, Text) and "…" in shape.words]


def test_private_stands_left_and_professional_right(t: Texts, measure: Measure) -> None:
    drawing = draw_network(NETWORKS["crowd"], ROOM, t, measure)
    sides = ["private" in mark.sentence for mark in drawing.marks]
    assert sides == [mark.box.right < ROOM.width / 2 for mark in drawing.marks]


def test_the_closer_the_tie_the_nearer_and_the_thicker(t: Texts, measure: Measure) -> None:
    nodes = tuple(NetworkNode(str(strength), "x", strength=strength) for strength in (1, 2, 3))
    shapes = draw_network(NetworkView("M", nodes), ROOM, t, measure).shapes
    ties = [shape for shape in shapes if isinstance(shape, Line) and shape.x1 == ROOM.width / 2 != shape.x2]
    ties.sort(key=lambda tie: tie.pen.width)
    away = [((tie.x2 - tie.x1) ** 2 + (tie.y2 - tie.y1) ** 2) ** 0.5 for tie in ties]
    assert away == sorted(away, reverse=True)
    assert [tie.pen.dash for tie in ties] == [Dash.DASHED, Dash.SOLID, Dash.SOLID]


def test_a_point_where_someone_stands_is_their_place(t: Texts, measure: Measure) -> None:
    view = NetworkView("M", crowd(8, 4))
    frame = frame_of(view, Size(900, 420), t, measure)
    drawing = draw_network(view, Size(900, 420), t, measure)
    read = {
        mark.id: frame.place_at(mark.box.x + mark.box.width / 2, mark.box.y + mark.box.height / 2)
        for mark in drawing.marks
    }
    assert read == {f"person:{node.id}": (node.professional, node.strength) for node in view.nodes}


def test_each_person_is_told_in_one_sentence(t: Texts, measure: Measure) -> None:
    node = NETWORKS["ordinary"].nodes[1]
    (mark,) = draw_network(NetworkView("M", (replace(node, name="Fie"),)), ROOM, t, measure).marks
    assert mark.sentence == "søster, “Fie”: private, in between. Takes over: går med til jobcentret."


def test_a_task_that_was_tried_out_is_told_and_ticked(t: Texts, measure: Measure) -> None:
    node = replace(NETWORKS["ordinary"].nodes[1])
    tried = replace(node, takes=(replace(node.takes[0], tried_out=True),))
    plain, ticked = (draw_network(NetworkView("M", (one,)), ROOM, t, measure) for one in (node, tried))
    assert "(tried out)" in ticked.marks[0].sentence
    assert len(ticked.shapes) == len(plain.shapes) + 1


def test_the_summary_counts_halves_and_close_ties(t: Texts, measure: Measure) -> None:
    summaries = [draw_network(NETWORKS[name], ROOM, t, measure).summary for name in ("nobody", "ordinary")]
    assert summaries[0] == "Nobody is on the map yet."
    assert summaries[1] == "Around the citizen: 5 private and 3 professional, 2 of them close."


def test_a_name_is_neither_drawn_nor_told_where_it_is_left_out(t: Texts, measure: Measure) -> None:
    view = replace(NETWORKS["ordinary"], nodes=tuple(replace(node, name="") for node in NETWORKS["ordinary"].nodes))
    drawing = draw_network(view, ROOM, t, measure)
    words = [shape.words for shape in drawing.shapes if isinstance(shape, Text)]
    assert not [told for told in (*words, *(mark.sentence for mark in drawing.marks)) if "Lise" in told]


def test_the_table_says_the_same_as_the_map(t: Texts) -> None:
    table = network_table(NETWORKS["ordinary"], t)
    assert table.headers == ("Who", "Half", "Tie", "Takes over")
    assert ("søster", "private", "in between", "går med til jobcentret") in table.rows
    assert len(table.rows) == 8
