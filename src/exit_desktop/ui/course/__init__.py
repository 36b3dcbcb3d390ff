"""The chosen citizen's course: header, timeline, and a tab for each thing a worker does with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from exit_desktop.ui.course.course_page import CoursePage

__all__ = ["CoursePage"]


def __getattr__(name: str) -> object:
    # The page imports its tabs' neighbours in this package: it is loaded when it is asked for.
    if name == "CoursePage":
        from exit_desktop.ui.course.course_page import CoursePage  # noqa: PLC0415 - see above

        return CoursePage
    raise AttributeError(name)
