"""The plan on paper: what a citizen and a worker see on it."""

import time
from collections.abc import Callable
from dataclasses import replace

import pytest

from exit_desktop.paper.plan import PlanActivity, PlanArea, PlanView, print_plan
from exit_desktop.system.language import Texts
from paper.paper_files import every_font_embedded, pdf_is_sound

LONG_AREAS = tuple(
    PlanArea(f"Område {number}", ("Jeg vil gerne have ro",), tuple(PlanActivity(f"Ring {at}") for at in range(4)))
    for number in range(3)
)


def test_plan_holds_own_words_what_who_and_when_on_one_page(
    plan: PlanView, english: Texts, words_on: Callable[[bytes], str], page_count: Callable[[bytes], int]
) -> None:
    paper = print_plan(plan, english)
    words = words_on(paper)
    for expected in (
        "Penge",
        "“Jeg vil kunne sove uden at tænke på regninger”",
        "du og jeg, sammen",
        "5. december",
        "1 / 1",
    ):
        assert expected in words
    assert page_count(paper) == 1


def test_alias_stands_on_the_plan_only_when_asked_for(
    plan: PlanView, english: Texts, words_on: Callable[[bytes], str]
) -> None:
    assert "Mågen" in words_on(print_plan(plan, english))
    assert "Mågen" not in words_on(print_plan(replace(plan, alias=None), english))


def test_same_plan_gives_the_same_bytes(plan: PlanView, english: Texts) -> None:
    assert print_plan(plan, english) == print_plan(plan, english)


def test_a_plan_that_nearly_fits_is_tightened_to_one_page(
    plan: PlanView, english: Texts, page_count: Callable[[bytes], int]
) -> None:
    assert page_count(print_plan(replace(plan, areas=LONG_AREAS), english)) == 1


def test_a_crowded_plan_goes_on_over_numbered_pages(
    plan: PlanView, english: Texts, words_on: Callable[[bytes], str], page_count: Callable[[bytes], int]
) -> None:
    paper = print_plan(replace(plan, areas=LONG_AREAS * 4), english)
    assert page_count(paper) > 1
    assert f"2 / {page_count(paper)}" in words_on(paper)


def test_large_print_uses_letters_of_sixteen_points(plan: PlanView, english: Texts) -> None:
    from io import BytesIO

    from pypdf import PdfReader

    sizes = set()
    PdfReader(BytesIO(print_plan(plan, english, large=True))).pages[0].extract_text(
        visitor_text=lambda words, _cm, _tm, _font, size: sizes.add(round(size)) if "budget" in words else None
    )
    assert sizes == {16}


def test_without_a_plan_there_is_paper_to_write_on(
    english: Texts, words_on: Callable[[bytes], str], page_count: Callable[[bytes], int]
) -> None:
    paper = print_plan(PlanView(contact="12 34 56 78"), english)
    assert words_on(paper).count("In my own words") == 3
    assert page_count(paper) == 1


def test_quotes_typed_around_own_words_are_not_doubled(
    plan: PlanView, english: Texts, words_on: Callable[[bytes], str]
) -> None:
    area = PlanArea("Ro", ("”Bare lidt ro”",))
    assert "“Bare lidt ro”" in words_on(print_plan(replace(plan, areas=(area,)), english))


def test_ten_thousand_characters_flow_over_pages_and_none_is_lost(
    plan: PlanView, english: Texts, words_on: Callable[[bytes], str]
) -> None:
    areas = (PlanArea("Lang", ("ord " * 2500,), (PlanActivity("x" * 10_000),)),)
    words = words_on(print_plan(replace(plan, areas=areas), english))
    assert words.count("ord") >= 2500
    assert words.count("x") >= 10_000


@pytest.mark.parametrize("large", [False, True])
def test_plan_is_a_sound_pdf_with_every_font_inside(plan: PlanView, t: Texts, large: bool) -> None:
    paper = print_plan(plan, t, large)
    assert pdf_is_sound(paper)
    assert every_font_embedded(paper)


@pytest.mark.benchmark
def test_plan_is_printed_within_fifty_milliseconds_once_warm(plan: PlanView, english: Texts) -> None:
    print_plan(plan, english)
    taken = []
    for _ in range(5):
        start = time.perf_counter()
        print_plan(plan, english)
        taken.append(time.perf_counter() - start)
    assert min(taken) <= 0.050
