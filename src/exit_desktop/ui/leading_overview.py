"""Connects the overview with the rest of the window: a course leads there, hours to where they are written."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from exit_desktop.ui.overview.tab_names import TAB_NAMES, OverviewTabId
from exit_desktop.ui.palette.entries import Entry
from exit_desktop.ui.shortcuts import ActId

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from exit_desktop.ui.work_area import WorkArea


def connect_overview(page: QWidget, area: WorkArea) -> None:
    """Let what stands across all courses lead on."""
    from exit_desktop.ui.overview.overview_page import OverviewPage  # noqa: PLC0415 - not before it is wanted

    if isinstance(page, OverviewPage):
        page.opened.connect(lambda course_id: area.follow(course_id, "overview"))
        page.method_opened.connect(lambda course_id: area.follow(course_id, "method"))
        page.hours_wanted.connect(lambda: area.do(ActId.HOURS))
        page.worker_wanted.connect(lambda: area.do(ActId.SAFETY))


def tab_entries(area: WorkArea) -> list[Entry]:
    """Return the tabs of the overview, to be gone to by name."""
    t = area.session.t
    also = {OverviewTabId.ENQUIRIES: t("enquiries asked never began")}
    return [
        Entry(t(words), t("Overview"), partial(show_tab, area, tab), also.get(tab, ""))
        for tab, words in TAB_NAMES.items()
    ]


def show_tab(area: WorkArea, tab: OverviewTabId) -> None:
    """Open the overview at one of its tabs."""
    from exit_desktop.ui.overview.overview_page import OverviewPage  # noqa: PLC0415 - not before it is wanted

    area.do(ActId.OVERVIEW)
    page = area.findChild(OverviewPage)
    if isinstance(page, OverviewPage):
        page.show_tab(tab)
        page.setFocus()
