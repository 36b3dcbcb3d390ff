"""What a citizen gets on paper in Danish is easy to read, where it is a text: LIX 35 at most from 40 words on."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from exit_desktop.domain.courses import Course
from exit_desktop.services.blank_papers import blank_reading_pdf
from exit_desktop.services.desk import Desk
from exit_desktop.services.papers import PaperChoice, plan_pdf
from exit_desktop.system.language import Texts
from paper.paper_files import text_of
from support.courses import make_course, make_plan
from support.lix import lix, words_of

EASY, ENOUGH_WORDS = 35, 40
Made = Callable[[Desk, Course, Texts], bytes]


@pytest.mark.parametrize(
    "make",
    [
        lambda desk, course, t: plan_pdf(desk, course, PaperChoice(), t),
        lambda desk, _course, t: blank_reading_pdf(desk, t),
    ],
    ids=["plan", "blank reading"],
)
def test_a_danish_paper_for_the_citizen_is_easy_to_read(desk: Desk, make: Made) -> None:
    course = replace(make_course(), plans=(make_plan(),))
    words = text_of(make(desk, course, Texts("da")))
    assert len(words_of(words)) >= ENOUGH_WORDS
    assert lix(words) <= EASY
