"""The network on paper: one sheet for the kitchen table, sound as a file, telling nobody what the programme is."""

from collections.abc import Callable
from datetime import date

import pytest

from charts.network_fixtures import NETWORKS
from exit_desktop.charts.drawing import Size
from exit_desktop.charts.network import draw_network, height_for
from exit_desktop.paper.fonts import measure
from exit_desktop.paper.network import MAP_WIDTH, Help, NetworkPaper, print_network
from exit_desktop.system.language import Texts
from paper.paper_files import every_font_embedded, pdf_is_sound, told_by_properties

HELPS = (Help("Læser breve fra kommunen", "mor"), Help("Går med til lægen", "du og jeg, sammen"))


def paper_of(name: str, t: Texts, helps: tuple[Help, ...] = HELPS) -> NetworkPaper:
    """The paper of one of the invented networks."""
    drawing = draw_network(NETWORKS[name], Size(MAP_WIDTH, height_for(NETWORKS[name])), t, measure)
    return NetworkPaper(date(2026, 11, 23), drawing, helps, "Ring 12 34 56 78")


@pytest.mark.parametrize("name", NETWORKS)
def test_every_network_fits_one_sheet(name: str, english: Texts, page_count: Callable[[bytes], int]) -> None:
    assert page_count(print_network(paper_of(name, english), english)) == 1


def test_many_tasks_go_on_over_numbered_pages(
    english: Texts, words_on: Callable[[bytes], str], page_count: Callable[[bytes], int]
) -> None:
    paper = print_network(paper_of("crowd", english, HELPS * 30), english)
    assert page_count(paper) > 1
    assert f"2 / {page_count(paper)}" in words_on(paper)


def test_it_says_people_tasks_and_whom_to_call(english: Texts, words_on: Callable[[bytes], str]) -> None:
    words = words_on(print_network(paper_of("ordinary", english), english))
    for part in ("The people around you", "søster", "egen læge", "Læser breve fra kommunen", "Ring 12 34 56 78"):
        assert part in words


def test_large_print_has_larger_letters_in_the_list(english: Texts) -> None:
    plain, large = (print_network(paper_of("one", english), english, large=large) for large in (False, True))
    assert plain != large


def test_the_file_is_sound_and_says_only_its_title(english: Texts) -> None:
    paper = print_network(paper_of("ordinary", english), english)
    assert pdf_is_sound(paper) and every_font_embedded(paper)
    assert "The people around you" in told_by_properties(paper)


def test_the_same_network_gives_the_same_bytes(english: Texts) -> None:
    assert print_network(paper_of("crowd", english), english) == print_network(paper_of("crowd", english), english)
