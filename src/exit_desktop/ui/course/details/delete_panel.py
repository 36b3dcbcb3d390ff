"""Deletes a course for good, after the act was named once more."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from exit_desktop.domain.courses import Course
from exit_desktop.services.courses import delete_citizen_course
from exit_desktop.system.language import Texts
from exit_desktop.ui.course.details.asking import Asked, AskFirst
from exit_desktop.ui.widgets.buttons import Button
from exit_desktop.ui.widgets.labels import small
from exit_desktop.ui.widgets.panels import Panel, row

if TYPE_CHECKING:
    from exit_desktop.services.desk import Desk
    from exit_desktop.ui.course.work import CourseWork


class DeletePanel(Panel):
    """One button, and what follows from it."""

    def __init__(self, work: CourseWork) -> None:
        super().__init__(work.session.theme)
        self._work, self._t = work, work.session.t
        self._means, self.delete = small(work.session.theme), Button()
        self.body.addWidget(self._means)
        self.body.addLayout(row(self.delete, 1))
        self.delete.clicked.connect(self._ask)

    def show_course(self, course: Course) -> None:
        """Nothing of the course is shown here."""

    def clear(self) -> None:
        """Nothing of the course is held here."""

    def retranslate(self) -> None:
        """Speak the language in force."""
        self.set_heading(self._t("Delete"))
        self._means.setText(self._t("Everything about this course is erased from this computer."))
        self.delete.setText(self._t("Delete the course …"))

    def _ask(self) -> None:
        course, t = self._work.course, self._t
        if course is None:
            return
        act = act_words(course.citizen.alias, t)
        asked = Asked(
            t("{act}?", act=act),
            t("Contacts, readings and plan are erased here and cannot be brought back. Backups keep what they hold."),
            act,
            t("Keep the course"),
        )
        ask_to_delete(self, self._work, asked)


def ask_to_delete(parent: QWidget, work: CourseWork, asked: Asked) -> None:
    """Ask, and delete the chosen course on a yes."""
    dialog = AskFirst(parent, work, asked, partial(_delete, work))
    dialog.accepted.connect(partial(_deleted, work))
    dialog.open()


def _delete(work: CourseWork, desk: Desk, course: Course) -> Course:
    delete_citizen_course(desk, course)
    # At once, lest one that still waits be written after the course is gone.
    work.session.drafts.forget((course.id, *(submission.id for submission in course.submissions)))
    return course


def _deleted(work: CourseWork) -> None:
    gone = work.course
    work.let_go()
    if gone is not None:
        work.session.changed.emit("course_deleted", gone.id)
        work.session.note(work.session.t("The course is deleted."))


def act_words(alias: str, t: Texts) -> str:
    """Return the act with whose course it is; a name that ends in s takes no other."""
    if alias[-1:].casefold() in ("s", "x", "z"):
        return t("Delete the course of {alias}", alias=alias)
    return t("Delete {alias}'s course", alias=alias)
