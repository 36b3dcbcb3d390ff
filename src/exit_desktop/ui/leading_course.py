"""Leads to the tabs of the open course by their names and by the words that people use for them."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from exit_desktop.ui.palette.entries import Entry
from exit_desktop.ui.shortcuts import ActId

if TYPE_CHECKING:
    from exit_desktop.system.language import Texts
    from exit_desktop.ui.course.tabs import TabId
    from exit_desktop.ui.work_area import WorkArea


def course_tab_entries(area: WorkArea) -> list[Entry]:
    """Return the tabs of the open course, whatever page is in front; none without a course."""
    from exit_desktop.ui.course.course_page import CoursePage  # noqa: PLC0415 - with the first vault
    from exit_desktop.ui.course.tabs import TABS  # noqa: PLC0415 - as above

    page = area.findChild(CoursePage)
    course = page.work.course if isinstance(page, CoursePage) else None
    if course is None:
        return []
    t = area.session.t
    also = _other_names(t)
    return [
        Entry(t(spec.words), t("In the open course"), partial(area.follow, course.id, tab.value), also[tab])
        for tab, spec in TABS.items()
    ]


def in_front(area: WorkArea, entries: list[Entry]) -> list[Entry]:
    """Return what can be done with the open course, each bringing the course to the front first."""
    return [replace(entry, go=partial(_bring_and_go, area, entry)) for entry in entries]


def _bring_and_go(area: WorkArea, entry: Entry) -> None:
    area.go_back_to(ActId.CITIZENS)
    entry.go()


def _other_names(t: Texts) -> dict[TabId, str]:
    from exit_desktop.ui.course.tabs import TabId  # noqa: PLC0415 - as above

    return {
        TabId.OVERVIEW: t("status steps goal where we are"),
        TabId.READINGS: t("reading star life situation measure score"),
        TabId.PLAN: t("wishes goals activities areas"),
        TabId.CONTACTS: t("talks notes diary meetings appointments calls"),
        TabId.NETWORK: t("people family friends map tasks afterwards"),
        TabId.FORMS: t("form questionnaire start status closing"),
        TabId.DETAILS: t("sharing consent bin delete safety milestones facts"),
    }
