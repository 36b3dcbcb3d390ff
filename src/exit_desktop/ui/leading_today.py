"""Connects the page of the day with the rest of the window: each line leads to its citizen and place."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from exit_desktop.ui import leading_overview
from exit_desktop.ui.overview.tab_names import OverviewTabId
from exit_desktop.ui.shortcuts import ActId

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from exit_desktop.domain.today_rows import TodayLine
    from exit_desktop.ui.work_area import WorkArea


def connect_today(page: QWidget, area: WorkArea) -> None:
    """Let the lines of the day lead on."""
    from exit_desktop.ui.today.leads import BEFORE  # noqa: PLC0415 - with the first vault
    from exit_desktop.ui.today.today_page import TodayPage  # noqa: PLC0415 - with the first vault

    if isinstance(page, TodayPage):
        page.opened.connect(partial(_open, area))
        page.before_wanted.connect(lambda course_id: area.follow(course_id, BEFORE))
        page.course_wanted.connect(lambda course_id: area.follow(course_id, "overview"))
        page.citizen_wanted.connect(lambda: area.do(ActId.NEW_CITIZEN))


def _open(area: WorkArea, line: TodayLine) -> None:
    from exit_desktop.ui.today.leads import page_of, place_of  # noqa: PLC0415 - with the first vault

    if line.course_id:
        area.follow(line.course_id, place_of(line))
    elif page_of(line) is ActId.OVERVIEW:
        leading_overview.show_tab(area, OverviewTabId.ENQUIRIES)
    else:
        area.do(page_of(line))
