"""The key sheet, the citizen's sheet and blank questions: what stands on them, and what does not."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from exit_desktop.charts.drawing import Box, Drawing, Fill, Ink, Pen, Rect, Size, Text
from exit_desktop.paper.blank_reading import print_blank_reading
from exit_desktop.paper.blank_view import BlankKind, BlankOption, BlankPart, BlankQuestion, BlankView
from exit_desktop.paper.recovery import RecoveryView, print_recovery_sheet
from exit_desktop.paper.sheet import SheetRow, SheetView, print_sheet
from exit_desktop.system.language import Texts
from paper.paper_files import every_font_embedded, pdf_is_sound

GROUPS = ("MJGAG", "HXSKQ", "0B8D5", "2Z7VW", "QRSTN", "19PYC", "K3F6E", "X0M4H")
KEYS = RecoveryView(GROUPS, date(2026, 11, 23), "4F2A-91C0")
FRAME = Rect(Box(0, 0, 300, 300), 4, Fill(Ink.PHASE_ONE, 0.3), Pen(Ink.INK))
STAR = Drawing(Size(300, 300), (FRAME, Text(20, 20, "økonomi")), (), "")
CURVE = Drawing(Size(481, 170), (Text(20, 20, "trivsel"),), (), "")
ROWS = tuple(SheetRow(f"Område {number}", "3", "10") for number in range(10))
SHEET = SheetView(date(2026, 11, 23), ("Mere styr på økonomien end i juli.",), ROWS, STAR, CURVE, contact="12 34 56 78")


def question(
    text: str, kind: BlankKind, *labels: str, ends: tuple[str, str] = ("", ""), only_if: str = "", number: str = ""
) -> BlankQuestion:
    options = tuple(BlankOption(str(at), label) for at, label in enumerate(labels, 1))
    return BlankQuestion(text, kind, options, ends, only_if=only_if, number=number)


def reading() -> BlankView:
    ends = ("har brug for hjælp", "klarer det selv")
    scales = tuple(
        replace(question(f"Område {at}", BlankKind.SCALE, ends=ends), room_for_note=True) for at in range(10)
    )
    often = ("Hele tiden", "Det meste af tiden", "Lidt af tiden", "På intet tidspunkt")
    grid = tuple(question(f"Punkt {at}", BlankKind.SINGLE, *often) for at in range(5))
    rest = (
        question("Har du børn?", BlankKind.YES_NO, "ja", "nej"),
        question("Hvor mange?", BlankKind.NUMBER, only_if="Kun hvis ja"),
        question("Hvem ved det?", BlankKind.MULTIPLE, "kæreste", "søskende", "en meget lang svarmulighed " * 5),
        question("Noget du vil sige?", BlankKind.TEXT),
        question("Alene", BlankKind.SCALE, ends=ends, number="7"),
    )
    parts = (
        BlankPart("Liv", scales),
        BlankPart("Trivsel", grid, "De sidste 2 uger", "kilde"),
        BlankPart("Andet", rest),
    )
    return BlankView("Sådan har jeg det", parts, "Du kan springe over.")


def test_key_sheet_is_one_page_with_eight_numbered_groups(
    t: Texts, words_on: Callable[[bytes], str], page_count: Callable[[bytes], int]
) -> None:
    paper = print_recovery_sheet(KEYS, t)
    words = words_on(paper)
    assert page_count(paper) == 1
    assert all(group in words for group in (*GROUPS, "4F2A-91C0"))
    assert [words.index(group) for group in GROUPS] == sorted(words.index(group) for group in GROUPS)


def test_key_groups_are_not_shown_by_repr() -> None:
    assert "MJGAG" not in repr(KEYS)


def test_citizens_sheet_holds_words_star_figures_and_curve_on_one_page(
    t: Texts, words_on: Callable[[bytes], str], page_count: Callable[[bytes], int]
) -> None:
    paper = print_sheet(SHEET, t)
    words = words_on(paper)
    assert page_count(paper) == 1
    assert all(part in words for part in ("Mere styr", "økonomi", "trivsel", "Område 9", "10"))


def test_words_of_risk_stand_only_where_given(english: Texts, words_on: Callable[[bytes], str]) -> None:
    assert "Under 50" not in words_on(print_sheet(SHEET, english))
    assert "Under 50" in words_on(print_sheet(replace(SHEET, risk_words="Under 50"), english))


def test_without_readings_the_sheet_is_paper_to_write_on(english: Texts, words_on: Callable[[bytes], str]) -> None:
    assert "What goes well" in words_on(print_sheet(SheetView(date(2026, 11, 23)), english))


def test_blank_questions_show_every_text_and_the_keys_that_type_the_answers(
    t: Texts, words_on: Callable[[bytes], str]
) -> None:
    words = words_on(print_blank_reading(reading(), t))
    for part in ("Område 9", "klarer det selv", "Punkt 4", "På intet", "Kun hvis ja", "søskende", "kilde", "Alene"):
        assert part in words


def test_ten_scales_and_their_notes_stand_on_one_page(english: Texts, page_count: Callable[[bytes], int]) -> None:
    view = reading()
    assert page_count(print_blank_reading(replace(view, parts=view.parts[:1]), english)) == 1


@pytest.mark.parametrize(
    "make",
    [
        lambda t: print_recovery_sheet(KEYS, t),
        lambda t: print_sheet(SHEET, t),
        lambda t: print_blank_reading(reading(), t),
    ],
    ids=["key sheet", "sheet", "blank"],
)
def test_papers_are_sound_with_every_font_inside(make: Callable[[Texts], bytes], t: Texts) -> None:
    paper = make(t)
    assert pdf_is_sound(paper)
    assert every_font_embedded(paper)
