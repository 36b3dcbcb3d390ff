"""The Forms tab: start, ongoing and closing form, in the pieces that serve the readings too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exit_desktop.ui.course.readings.readings_tab import ReadingsTab

if TYPE_CHECKING:
    from exit_desktop.ui.course.work import CourseWork


class FormsTab(ReadingsTab):
    """Shows the forms of a course."""

    def __init__(self, work: CourseWork) -> None:
        super().__init__(work, forms=True)
