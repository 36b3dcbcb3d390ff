"""Hours as bars: as high as they are long, the part without a citizen hatched, every month with its sentence."""

from exit_desktop.charts.drawing import Drawing, Hatch, Rect, Size, Text
from exit_desktop.charts.hours import HoursBar, HoursView, draw_hours
from exit_desktop.system.language import Texts

ROOM = Size(480, 190)


def drawn(*minutes: tuple[int, int], room: Size = ROOM) -> Drawing:
    """The bars of these months: minutes with and without citizens."""
    bars = tuple(HoursBar(f"m{n}", *pair, str(sum(pair) // 60), f"sentence {n}") for n, pair in enumerate(minutes))
    view = HoursView(bars, "with", "without", "summary")
    return draw_hours(view, room, Texts("en"), lambda words, size, _bold: len(words) * size * 0.5)


def bars_of(drawing: Drawing) -> list[Rect]:
    """The parts of the bars, without the two in the legend."""
    return [shape for shape in drawing.shapes if isinstance(shape, Rect)][2:]


def test_a_bar_is_as_high_as_its_hours() -> None:
    one, two = bars_of(drawn((60, 0), (120, 0)))
    assert two.box.height == 2 * one.box.height
    assert one.box.bottom == two.box.bottom


def test_hours_without_a_citizen_are_told_apart_without_colour() -> None:
    drawing = drawn((60, 30))
    hatches = [shape for shape in drawing.shapes if isinstance(shape, Hatch)]
    assert len(hatches) == 2
    lower, upper = bars_of(drawing)
    assert upper.box.bottom == lower.box.y


def test_every_month_has_its_sentence_and_its_hours() -> None:
    drawing = drawn((60, 0), (0, 0), (120, 60))
    assert [mark.sentence for mark in drawing.marks] == ["sentence 0", "sentence 1", "sentence 2"]
    assert {"1", "0", "3"} <= {shape.words for shape in drawing.shapes if isinstance(shape, Text)}


def test_twelve_months_stay_inside_and_apart_in_a_narrow_room() -> None:
    drawing = drawn(*[(60 * n, 30) for n in range(12)], room=Size(280, 150))
    boxes = [mark.box for mark in drawing.marks]
    assert all(box.x >= 0 and box.right <= 280.001 for box in boxes)
    assert not any(a.meets(b) for a, b in zip(boxes, boxes[2:], strict=False))
    assert min(shape.box.y for shape in bars_of(drawing)) > 20


def test_nothing_is_drawn_of_no_months() -> None:
    assert drawn().marks == ()
