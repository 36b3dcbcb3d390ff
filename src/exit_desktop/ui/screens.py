"""What the main window asks of the screens that it shows; each lives in its own package and knows no other."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import SignalInstance

from exit_desktop.ui.shortcuts import ActId


class Screen(Protocol):
    """A widget that speaks the language in force and can drop all it holds."""

    def retranslate(self) -> None:
        """Write every word anew in the language in force."""

    def clear(self) -> None:
        """Drop all data: no course object may stay alive. The screen is not used again."""


class CitizenListScreen(Screen, Protocol):
    """The list (`ui/citizens`, `CitizenList(session)`); its signal `chosen` carries a course id."""

    chosen: SignalInstance

    def load(self) -> None:
        """Read the list anew and keep what was chosen, if it is still there."""

    def choose(self, course_id: str) -> None:
        """Choose a course as if it were clicked."""

    def focus_search(self) -> None:
        """Put the cursor into the search field."""

    def begin_citizen(self) -> None:
        """Open the place where a new citizen is written."""


class CourseScreen(Screen, Protocol):
    """The chosen course (`ui/course`, `CoursePage(session)`)."""

    def show_course(self, course_id: str) -> None:
        """Load and show a course."""

    def do_act(self, act: ActId) -> bool:
        """Do PRINT_PLAN, WRITE_CONTACT or UNDO for the course shown; False if it cannot be done now."""

    def set_cafe_view(self, on: bool) -> None:
        """Hide the goal, show scores without labels, in small type."""

    def place(self) -> str:
        """Return where the worker is inside the course (tab and the like), for `return_to`."""

    def return_to(self, place: str) -> None:
        """Go back to what `place` returned before a lock."""
