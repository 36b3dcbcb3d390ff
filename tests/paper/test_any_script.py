"""Any script prints right or as a clear mark: nothing crashes, nothing is black, nothing is changed silently."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exit_desktop.paper.fonts import Face, runs
from exit_desktop.paper.lines import Style, wrap
from exit_desktop.paper.plan import PlanArea, PlanView, print_plan
from exit_desktop.system.language import Texts
from paper.paper_files import every_font_embedded, text_of

PLAIN = Style(Face.TEXT, 11, 15)


def fonts_of(text: str) -> set[str]:
    return {run.font for run in runs(text)}


def drawn(text: str) -> str:
    return "".join(run.text for run in runs(text))


@pytest.mark.parametrize(
    "text", ["blåbærgrød ÆØÅ", "Vreau să învăț, știu", "Tiếng Việt đẹp", "Привіт Ґанок", "“ja” – 5 €"]
)
def test_the_face_of_the_paper_draws_latin_and_cyrillic(text: str) -> None:
    assert fonts_of(text) == {"Inter-Regular"}


@pytest.mark.parametrize(
    ("text", "font"),
    [("สวัสดี", "NotoSansThai-Regular"), ("🙂", "NotoEmoji-Regular"), ("שלום", "DejaVuSans"), ("ქართული", "DejaVuSans")],
)
def test_other_scripts_find_a_face(text: str, font: str) -> None:
    assert fonts_of(text) == {font}


def test_a_character_without_a_face_becomes_a_clear_mark() -> None:
    assert drawn("我 मैं \ud800") == "▯ ▯▯ ▯"


def test_what_draws_nothing_is_left_out_and_emoji_families_become_single_ones() -> None:
    assert drawn("👩\u200d👩\u200d👧 ❤\ufe0f a\u00adb\x00\x07") == "👩👩👧 ❤ ab"


def test_a_mark_without_a_ready_letter_stays_with_its_letter() -> None:
    assert [run.text for run in runs("f\u1eb9\u0301")] == ["f", "\u1eb9\u0301"]


def test_a_thai_tone_over_a_vowel_is_raised() -> None:
    assert [(run.text, run.rise > 0) for run in runs("ที่")] == [("ที", False), ("่", True)]


def test_arabic_letters_are_joined_and_run_from_right_to_left() -> None:
    (line,) = wrap("سلام", PLAIN, 400)
    assert [run.text for run in line.runs] == ["\ufee1\ufefc\ufeb3"]
    assert line.indent > 300


def test_numbers_and_latin_words_keep_their_order_in_an_arabic_line() -> None:
    (line,) = wrap("شارع 2026 Anna", PLAIN, 400)
    seen = "".join(run.text for run in line.runs)
    assert seen.startswith("Anna")
    assert "2026" in seen


@pytest.mark.parametrize("text", ["ord " * 300, "x" * 900, "ที่" * 200, "🙂" * 200, "a\n\nb", ""])
def test_no_line_is_wider_than_its_column(text: str) -> None:
    assert all(line.width <= 120 for line in wrap(text, PLAIN, 120))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_text_at_all_can_be_set(text: str) -> None:
    for line in wrap(text, PLAIN, 90):
        assert line.width <= 90 or sum(len(run.text) for run in line.runs) <= 3


def test_strange_words_on_a_plan_read_back_and_every_font_is_inside(english: Texts) -> None:
    wishes = ("blåbærgrød ș ț", "สวัสดีค่ะ", "🙂🏠", "<b>&amp;</b>", "שלום", "سلام")
    paper = print_plan(PlanView(areas=(PlanArea("Sprog", wishes),)), english)
    words = text_of(paper)
    assert all(part in words for part in ("blåbærgrød ș ț", "🙂🏠", "<b>&amp;</b>", "สวัสดี"))
    assert every_font_embedded(paper)
