"""Every place where a text waits half-written is told on the day and leads there, or is left out on purpose."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

import exit_desktop.ui
from exit_desktop.domain.today_rows import HalfWritten, LineKind, Part
from exit_desktop.services.drafts import keep_draft
from exit_desktop.services.today import read_day
from exit_desktop.ui.course.course_page import CoursePage
from exit_desktop.ui.course.tabs import TabId
from exit_desktop.ui.directory.directory_page import DirectoryPage
from exit_desktop.ui.today.line_words import _HALF_WRITTEN
from exit_desktop.ui.today.today_page import TodayPage
from support.open_window import Opened, dozen, opened
from support.places_to_go import settle
from support.window_reading import tab_in_front

__all__ = ["dozen", "opened"]
PLACE = re.compile(r"""f?"([a-z_]+)/(?:\{|new|")""")
LEFT_OUT = {
    # A reading or a form that was begun is told as itself.
    "reading",
    # Nobody yet: it waits in the fields of a new citizen, which stand first.
    "citizen",
    # Places of the guidance and of a course, not of a text.
    "area",
    "before",
    "phase",
}


def test_every_place_of_a_draft_is_told_or_left_out_on_purpose() -> None:
    folder = Path(exit_desktop.ui.__file__).parent
    found = {name for path in folder.rglob("*.py") for name in PLACE.findall(path.read_text("utf-8"))}
    assert set(Part) <= found
    assert found - set(Part) == LEFT_OUT
    assert set(_HALF_WRITTEN) == set(Part)


@pytest.fixture
def led(opened: Opened) -> Opened:
    """A window where something about a network and a service wait half-written; its day is followed by a test."""
    desk = opened.work.session.desk
    course_id = read_day(desk).lines[0].course_id
    for place in (f"network/{course_id}/long-term-plan", "service/new"):
        keep_draft(desk.vault, place, "Halvt", datetime(2026, 11, 22, 12, tzinfo=UTC))
    return opened


def follow(led: Opened, part: Part) -> None:
    """Open the line of a half-written text."""
    lines = [one for one in read_day(led.work.session.desk).lines if one.kind is LineKind.HALF_WRITTEN]
    line = next(one for one in lines if isinstance(one.about, HalfWritten) and one.about.part is part)
    led.work.findChildren(TodayPage)[0].opened.emit(line)
    settle()


def test_what_waits_about_the_network_leads_to_it(led: Opened) -> None:
    follow(led, Part.NETWORK)
    assert tab_in_front(led.work.findChildren(CoursePage)[0]) == TabId.NETWORK


def test_a_half_written_service_leads_to_the_directory(led: Opened) -> None:
    follow(led, Part.SERVICE)
    assert led.work.findChildren(DirectoryPage)[0].isVisible()
