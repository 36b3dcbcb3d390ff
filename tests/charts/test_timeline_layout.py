"""What a worker can rely on in the timeline: nothing collides, nothing leaves the picture, today is in place."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from charts.chart_fixtures import TIMELINES, ended_early, reopened, timeline
from exit_desktop.charts.drawing import Drawing, Fill, Hatch, Ink, Mark, Measure, Rect, Text
from exit_desktop.charts.labels import text_box
from exit_desktop.charts.timeline import ReadingState, TimelineReading, TimelineView, draw_timeline
from exit_desktop.charts.timeline_contacts import weekly_rates
from exit_desktop.charts.timeline_stage import SIDE, spread
from exit_desktop.charts.timeline_words import contacts_sentence
from exit_desktop.system.language import Texts

EVERY = [(name, width) for name in TIMELINES for width in (560, 900, 1400)]
every_picture = pytest.mark.parametrize(("name", "width"), EVERY)


def marked(drawing: Drawing, key: str) -> Mark:
    """Return the mark of that id."""
    return next(mark for mark in drawing.marks if mark.id == key)


def middle(drawing: Drawing, key: str) -> float:
    """Return the x of a mark."""
    box = marked(drawing, key).box
    return box.x + box.width / 2


@every_picture
def test_no_two_words_overlap(name: str, width: float, t: Texts, measure: Measure) -> None:
    drawing = draw_timeline(TIMELINES[name], width, t, measure)
    boxes = [(shape.words, text_box(shape, measure)) for shape in drawing.shapes if isinstance(shape, Text)]
    assert not [(one[0], two[0]) for one, two in combinations(boxes, 2) if one[1].meets(two[1])]


@every_picture
def test_every_mark_and_word_is_within_the_width(name: str, width: float, t: Texts, measure: Measure) -> None:
    drawing = draw_timeline(TIMELINES[name], width, t, measure)
    boxes = [mark.box for mark in drawing.marks]
    boxes += [text_box(shape, measure) for shape in drawing.shapes if isinstance(shape, Text)]
    assert not [box for box in boxes if box.x < 0 or box.right > width or box.bottom > drawing.size.height]


@every_picture
def test_every_mark_has_a_sentence_and_its_own_place_in_the_order(
    name: str, width: float, t: Texts, measure: Measure
) -> None:
    marks = draw_timeline(TIMELINES[name], width, t, measure).marks
    assert all(mark.sentence for mark in marks)
    assert [mark.order for mark in marks] == list(range(len(marks)))
    assert len({mark.id for mark in marks}) == len(marks)


def test_today_stands_between_what_was_and_what_comes(t: Texts, measure: Measure) -> None:
    drawing = draw_timeline(timeline(date(2026, 8, 31), 143), 900, t, measure)
    assert middle(drawing, "transition:two") < middle(drawing, "today") < middle(drawing, "transition:three")
    assert middle(drawing, "reading:m04") < middle(drawing, "today") < middle(drawing, "reading:m06")


def test_flag_tells_the_day_of_the_course(t: Texts, measure: Measure) -> None:
    drawing = draw_timeline(timeline(date(2026, 8, 31), 143), 900, t, measure)
    assert "today · day 143" in [shape.words for shape in drawing.shapes if isinstance(shape, Text)]


def test_orientation_of_two_days_still_has_room_for_its_name(t: Texts, measure: Measure) -> None:
    drawing = draw_timeline(timeline(date(2028, 2, 29), 1, 2, 1), 560, t, measure)
    assert "Orientation" in [shape.words for shape in drawing.shapes if isinstance(shape, Text)]


def test_course_without_orientation_begins_at_the_left_edge(t: Texts, measure: Measure) -> None:
    drawing = draw_timeline(timeline(date(2026, 7, 2), 100, 0, 10), 900, t, measure)
    assert not [mark for mark in drawing.marks if mark.id == "phase:orientation"]
    assert middle(drawing, "reading:m00") == pytest.approx(SIDE)


class LongWords(Texts):
    """Speaks a language whose words are 40 % longer."""

    def __call__(self, message: str, /, **values: object) -> str:
        words = super().__call__(message, **values)
        return words + "~" * (len(words) * 2 // 5)


@pytest.mark.parametrize("name", TIMELINES)
def test_longer_words_neither_overlap_nor_leave_the_picture(name: str, measure: Measure) -> None:
    drawing = draw_timeline(TIMELINES[name], 560, LongWords("en"), measure)
    boxes = [text_box(shape, measure) for shape in drawing.shapes if isinstance(shape, Text)]
    assert not [pair for pair in combinations(boxes, 2) if pair[0].meets(pair[1])]
    assert not [box for box in boxes if box.x < 0 or box.right > 560]


def test_readings_close_in_time_can_each_be_reached(t: Texts, measure: Measure) -> None:
    drawing = draw_timeline(TIMELINES["11-readings"], 560, t, measure)
    boxes = [mark.box for mark in drawing.marks if mark.id.startswith("reading:")]
    assert len(boxes) == 11
    assert not [pair for pair in combinations(boxes, 2) if pair[0].meets(pair[1])]


@pytest.mark.parametrize(("name", "count"), [("two-pauses", 2), ("start-31-august", 0)])
def test_each_pause_is_hatched(name: str, count: int, t: Texts, measure: Measure) -> None:
    drawing = draw_timeline(TIMELINES[name], 900, t, measure)
    assert sum(isinstance(shape, Hatch) for shape in drawing.shapes) == count


def test_early_end_leaves_no_today_and_no_reading_to_come(t: Texts, measure: Measure) -> None:
    marks = {mark.id: mark.sentence for mark in draw_timeline(ended_early(), 900, t, measure).marks}
    assert "today" not in marks
    assert marks["end:0"].startswith("Ended ")
    assert "reading:m08" not in marks


def test_reading_that_was_not_made_is_told_plainly(t: Texts, measure: Measure) -> None:
    drawing = draw_timeline(ended_early(), 900, t, measure)
    assert marked(drawing, "reading:m02").sentence.startswith("Reading 2 måneder: not made")


def solid_spans(view: TimelineView, t: Texts, measure: Measure) -> list[tuple[float, float]]:
    """Return from where to where the second phase is drawn as lived."""
    rects = [shape for shape in draw_timeline(view, 900, t, measure).shapes if isinstance(shape, Rect)]
    return [(rect.box.x, rect.box.right) for rect in rects if rect.fill == Fill(Ink.PHASE_TWO)]


def test_time_between_end_and_reopening_is_not_drawn_as_lived(t: Texts, measure: Measure) -> None:
    before, after = solid_spans(reopened(), t, measure)
    assert before[1] < after[0]


def test_many_contacts_are_reached_week_by_week(t: Texts, measure: Measure) -> None:
    marks = draw_timeline(TIMELINES["300-contacts"], 900, t, measure).marks
    weeks = [mark for mark in marks if mark.id.startswith("week:")]
    assert 50 <= len(weeks) <= 62
    assert not [mark for mark in marks if mark.id.startswith("contact:")]


def test_contacts_of_one_day_are_told_by_that_day_alone() -> None:
    day = date(2026, 6, 22)
    assert contacts_sentence([day, day], Texts("da")) == "2 kontakter 22. juni 2026"
    assert contacts_sentence([day, date(2026, 6, 25)], Texts("en")) == "2 contacts 22 June to 25 June 2026"


def test_few_contacts_are_reached_one_by_one(t: Texts, measure: Measure) -> None:
    drawing = draw_timeline(TIMELINES["orientation"], 900, t, measure)
    assert sum(mark.id.startswith("contact:") for mark in drawing.marks) == 4


def test_moved_plan_names_the_first_plan_too(t: Texts, measure: Measure) -> None:
    drawing = draw_timeline(TIMELINES["re-plan"], 900, t, measure)
    expected = "Into Phase 2: planned for 14 December 2026, at first for 2 November 2026"
    assert marked(drawing, "transition:two").sentence == expected


def test_summary_says_where_the_course_is_and_what_comes(t: Texts, measure: Measure) -> None:
    summary = draw_timeline(timeline(date(2026, 8, 31), 143), 900, t, measure).summary
    assert summary == "Phase 2, day 143. 3 of 7 readings made. Next reading: 6 måneder, 28 February 2027."


def test_weekly_contact_reads_as_one_per_week() -> None:
    days = [date(2026, 7, 1 + 7 * week) for week in range(4)]
    assert {rate for _, rate in weekly_rates(days, date(2026, 7, 1), date(2026, 7, 29))} == {1.0}


@given(some.lists(some.floats(SIDE, 888), max_size=11), some.floats(1, 17))
def test_spread_keeps_distance_and_order(wanted: list[float], apart: float) -> None:
    placed = spread(sorted(wanted), apart, 900)
    assert all(after - before >= apart - 0.001 for before, after in pairwise(placed))
    assert not placed or placed[-1] <= 900 - SIDE


def test_repr_tells_nothing_of_a_person(t: Texts, measure: Measure) -> None:
    told = repr(draw_timeline(TIMELINES["re-plan"], 900, t, measure)) + repr(TIMELINES["re-plan"])
    assert "Flyttet" not in told


@pytest.mark.parametrize(("one", "other"), list(combinations(ReadingState, 2)))
def test_states_of_a_reading_look_different(one: ReadingState, other: ReadingState, t: Texts, measure: Measure) -> None:
    view = timeline(date(2026, 7, 2), 100)

    def look(state: ReadingState) -> Drawing:
        reading = TimelineReading("a", "a", date(2026, 9, 1), state)
        return draw_timeline(replace(view, readings=(reading,)), 900, t, measure)

    assert look(one).shapes != look(other).shapes
