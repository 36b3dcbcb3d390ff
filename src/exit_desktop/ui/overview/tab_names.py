"""The tabs of the overview by name; apart from the page, which is heavy, so that the palette can lead to them."""

from __future__ import annotations

from enum import StrEnum

from exit_desktop.system.language import mark


class OverviewTabId(StrEnum):
    """What is seen across all citizens."""

    CASELOAD = "caseload"
    METHOD = "method"
    HOURS = "hours"
    ENQUIRIES = "enquiries"


TAB_NAMES = {
    OverviewTabId.CASELOAD: mark("Caseload"),
    OverviewTabId.METHOD: mark("Method"),
    OverviewTabId.HOURS: mark("Hours spent"),
    OverviewTabId.ENQUIRIES: mark("Enquiries"),
}
"""In the order in which they stand; a further tab is a line here and one in the page."""
