"""Connects the overview with the rest of the window: a course leads there, hours to where they are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

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


def show_enquiries(area: WorkArea) -> None:
    """Open the overview where the enquiries stand."""
    from exit_desktop.ui.overview.overview_page import OverviewPage  # noqa: PLC0415 - not before it is wanted

    area.do(ActId.OVERVIEW)
    page = area.findChild(OverviewPage)
    if isinstance(page, OverviewPage):
        page.show_enquiries()
