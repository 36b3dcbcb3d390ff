"""Asks before a reading or form under way is thrown away; nothing brings its answers back but undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMessageBox, QWidget

from exit_desktop.domain.submissions import Submission
from exit_desktop.services.readings import discard_reading
from exit_desktop.ui.course.readings.sitting_words import words_of

if TYPE_CHECKING:
    from exit_desktop.ui.course.work import CourseWork


def ask_discard(parent: QWidget, work: CourseWork, submission: Submission) -> bool:
    """Ask, and discard the reading on a yes; return whether it is gone."""
    t, words = work.session.t, words_of(submission.kind)
    box = QMessageBox(parent)
    box.setText(t(words.ask_discard, date=t.date(submission.held_on)))
    box.setInformativeText(
        t.plural("{count} answer goes with it.", "{count} answers go with it.", len(submission.answers))
    )
    discard = box.addButton(t(words.do_discard), QMessageBox.ButtonRole.DestructiveRole)
    keep = box.addButton(t("Keep it"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(keep)
    box.setEscapeButton(keep)
    box.exec()
    if box.clickedButton() is not discard:
        return False
    return work.change(lambda desk, course: discard_reading(desk, course, submission.id))
