"""Until when an ended course is kept, and the way to erase a course: in two steps, with a receipt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exit_desktop.domain.courses import Course
from exit_desktop.services.closing import day_of_erasure
from exit_desktop.ui.course.details.asking import Asked
from exit_desktop.ui.course.erasing.erasing import act_words, begin_erasing
from exit_desktop.ui.course.gates.kept_until import KeepDialog
from exit_desktop.ui.widgets.buttons import Button
from exit_desktop.ui.widgets.labels import Label, breaking, small
from exit_desktop.ui.widgets.panels import Panel, row

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from exit_desktop.ui.course.work import CourseWork


class DeletePanel(Panel):
    """What follows, the way to it, and for an ended course the way to keep it longer."""

    def __init__(self, work: CourseWork) -> None:
        super().__init__(work.session.theme)
        self._work, self._t = work, work.session.t
        self._kept, self._means = Label(work.session.theme), small(work.session.theme)
        self.delete, self.longer = Button(), Button()
        self.body.addWidget(self._kept)
        self.body.addWidget(self._means)
        self.body.addLayout(row(self.longer, self.delete, 1))
        self.delete.clicked.connect(self._ask)
        self.longer.clicked.connect(lambda: KeepDialog(self, work).open())

    def show_course(self, course: Course) -> None:
        """Say until when an ended course is kept."""
        day, t = day_of_erasure(self._work.desk, course), self._t
        words = "" if day is None else t("Kept until {date}.", date=t.date(day))
        if day is not None and course.retention.reason:
            words = t("Kept until {date}: {reason}", date=t.date(day), reason=breaking(course.retention.reason))
        if day is not None and day <= self._work.session.today():
            words = t(
                "It was to be kept until {date}. Erase it now, or keep it longer and write why.", date=t.date(day)
            )
        self._kept.setText(words)
        self._kept.setVisible(bool(words))
        self.longer.setVisible(bool(words))

    def clear(self) -> None:
        """Drop the day."""
        self._kept.clear()

    def retranslate(self) -> None:
        """Speak the language in force."""
        self.set_heading(self._t("Delete"))
        self._means.setText(self._t("Everything about this course is erased from this computer, its backups too."))
        self.delete.setText(self._t("Delete the course …"))
        self.longer.setText(self._t("Keep it longer …"))
        if self._work.course is not None:
            self.show_course(self._work.course)

    def _ask(self) -> None:
        ask_to_erase(self, self._work)


def ask_to_erase(parent: QWidget, work: CourseWork) -> None:
    """Ask about the chosen course, as it is asked wherever a course can be erased."""
    course, t = work.course, work.session.t
    if course is None:
        return
    asked = Asked(
        t("Erase what is written?"),
        t("First see what it reaches."),
        act_words(course.citizen.alias, t),
        t("Keep the course"),
    )
    begin_erasing(parent, work, asked)
