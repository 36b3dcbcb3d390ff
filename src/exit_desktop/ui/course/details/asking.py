"""Asks before what cannot be undone, and before what makes a person easier to identify; the button says the act."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from exit_desktop.domain.courses import Course
from exit_desktop.ui.course.steps.step_dialog import StepDialog

if TYPE_CHECKING:
    from exit_desktop.services.desk import Desk
    from exit_desktop.ui.course.work import Change, CourseWork


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked, what follows from it, the act, and the way back."""

    title: str
    consequence: str
    act: str
    back: str


class AskFirst(StepDialog):
    """Does the act on a yes; the way back has the focus."""

    def __init__(self, parent: QWidget, work: CourseWork, asked: Asked, act: Change) -> None:
        super().__init__(parent, work, "ask")
        self._act = act
        self.set_words(asked.title, asked.consequence, asked.act)
        self.back.setText(asked.back)

    def open(self) -> None:
        """Show the question with the focus on the way back."""
        super().open()
        self.back.setFocus()

    def change(self, desk: Desk, course: Course) -> Course:
        """Do what was asked about."""
        return self._act(desk, course)
