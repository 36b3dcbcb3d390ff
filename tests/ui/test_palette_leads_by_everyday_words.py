"""Ctrl+K knows the words that people use."""

import pytest

from exit_desktop.services.courses import list_courses
from exit_desktop.ui.palette.entries import find_entries
from support.open_window import Opened, dozen, opened

__all__ = ["dozen", "opened"]


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("reading", "reading"),
        ("star", "reading"),
        ("sheet", "Print the citizen's sheet"),
        ("pdf", "Print the plan"),
        ("black", "Dark colours"),
        ("danish", "Dansk"),
    ],
)
def test_everyday_words_lead_to_acts(opened: Opened, typed: str, wanted: str) -> None:
    work = opened.work
    for row in list_courses(work.session.desk):
        work._choose(row.course_id)
        if row.ended_on is None:
            break
    assert any(wanted in entry.text for entry in find_entries(work.go_to_entries(), typed))
