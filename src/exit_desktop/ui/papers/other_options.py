"""The options of the citizen's sheet and of blank questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from exit_desktop.services.blank_papers import QUIET_PARTS, blank_reading_pdf
from exit_desktop.services.desk import Act
from exit_desktop.services.papers import SheetChoice, record_paper, sheet_areas, sheet_pdf
from exit_desktop.services.readings import READING_PARTS
from exit_desktop.ui.course.plan.in_step import column_of
from exit_desktop.ui.papers.options import LanguageRow, tick
from exit_desktop.ui.widgets.labels import small

if TYPE_CHECKING:
    from exit_desktop.domain.courses import Course
    from exit_desktop.ui.course.work import CourseWork


class SheetOptions(QWidget):
    """Language, alias, the areas shown, and the line of risk with its words."""

    changed = Signal()

    def __init__(self, work: CourseWork, course: Course) -> None:
        super().__init__()
        self._work, self._course = work, course
        self.t, theme = work.session.t, work.session.theme
        self.alias = tick(self.t("With the name used here"))
        self.risk = tick(self.t("With the line at 50 and what it can mean"))
        self.language = LanguageRow(theme, self.t, course.citizen.language)
        areas = sheet_areas(work.desk, self.t)
        self.areas = {key: tick(label, on=True) for key, label in areas.items()}
        column = column_of(self, theme.px(6))
        for part in (self.language, self.alias, self.risk, small(theme, self.t("Areas on the sheet"))):
            column.addWidget(part)
        for box in self.areas.values():
            column.addWidget(box)
        column.addStretch(1)
        for box in (self.alias, self.risk, *self.areas.values()):
            box.toggled.connect(self.changed)
        self.language.box.activated.connect(self.changed)

    def make(self) -> bytes:
        """Return the citizen's sheet."""
        left_out = frozenset(key for key, box in self.areas.items() if not box.isChecked())
        choice = SheetChoice(self.alias.isChecked(), self.risk.isChecked(), left_out)
        return sheet_pdf(self._work.desk, self._course, choice, self.language.words())

    def undecided(self) -> str:
        """Return that nothing waits."""
        return ""

    def record(self, act: Act) -> None:
        """Write it down."""
        record_paper(self._work.desk, self._course, "sheet", act)

    def drop(self) -> None:
        """Hold nothing personal."""


class BlankOptions(QWidget):
    """Language, and whether the questions whose words tell what the programme is are on the paper."""

    changed = Signal()

    def __init__(self, work: CourseWork) -> None:
        super().__init__()
        self._work = work
        self.t, theme = work.session.t, work.session.theme
        course = work.course
        self.language = LanguageRow(theme, self.t, course.citizen.language if course else self.t.language)
        self.telling = tick(self.t("With the goal and the last month"))
        words = self.t(
            "The words of that part tell what it is about. Tick it only if the paper comes straight back to you."
        )
        column = column_of(self, theme.px(8))
        for part in (self.language, self.telling, small(theme, words)):
            column.addWidget(part)
        column.addStretch(1)
        self.telling.toggled.connect(self.changed)
        self.language.box.activated.connect(self.changed)

    def make(self) -> bytes:
        """Return the blank questions."""
        parts = READING_PARTS if self.telling.isChecked() else QUIET_PARTS
        return blank_reading_pdf(self._work.desk, self.language.words(), parts)

    def undecided(self) -> str:
        """Return that nothing waits."""
        return ""

    def record(self, act: Act) -> None:
        """Write it down; the paper is nobody's."""
        record_paper(self._work.desk, None, "blank_reading", act)

    def drop(self) -> None:
        """Hold nothing personal."""
