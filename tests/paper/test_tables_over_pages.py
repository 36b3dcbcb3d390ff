"""A table that goes on over a page takes its heads along."""

from collections.abc import Callable

from exit_desktop.paper.blank_reading import print_blank_reading
from exit_desktop.paper.blank_view import BlankKind, BlankOption, BlankPart, BlankQuestion, BlankView
from exit_desktop.system.language import Texts


def long_table(kind: BlankKind, *labels: str) -> BlankView:
    options = tuple(BlankOption(str(at), label) for at, label in enumerate(labels, 1))
    questions = tuple(BlankQuestion(f"Spørgsmål {at}", kind, options) for at in range(60))
    return BlankView("Skema", (BlankPart("Tabel", questions, grid=True),))


def test_the_heads_stand_on_every_page(
    t: Texts, words_on: Callable[[bytes], str], page_count: Callable[[bytes], int]
) -> None:
    paper = print_blank_reading(long_table(BlankKind.SINGLE, "I høj grad", "I nogen", "I mindre", "Slet ikke"), t)
    assert page_count(paper) > 1
    assert words_on(paper).count("I høj grad") == page_count(paper)


def test_yes_and_no_in_a_grid_are_said_once(t: Texts, words_on: Callable[[bytes], str]) -> None:
    few = long_table(BlankKind.YES_NO, "Ja", "Nej")
    shown = BlankView("Skema", (BlankPart("Tabel", few.parts[0].questions[:5], grid=True),))
    assert words_on(print_blank_reading(shown, t)).count("Nej") == 1


def test_numbers_in_a_grid_have_a_line_each(t: Texts, words_on: Callable[[bytes], str]) -> None:
    words = words_on(print_blank_reading(long_table(BlankKind.NUMBER), t))
    assert all(f"Spørgsmål {at}" in words for at in range(60))
