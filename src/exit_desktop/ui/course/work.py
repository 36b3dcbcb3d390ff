"""The one place where the window changes a course: every tab shows what stands here and hands its acts to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from exit_desktop.errors import CourseNotFound, Failure
from exit_desktop.services.courses import load_course, open_course
from exit_desktop.services.undoing import UndoStack, undo_change
from exit_desktop.ui.course.undo_words import undone_words

if TYPE_CHECKING:
    from exit_desktop.domain.courses import Course
    from exit_desktop.services.desk import Desk
    from exit_desktop.ui.session import Session

Change = Callable[["Desk", "Course"], "Course"]


class CourseWork(QObject):
    """Holds the chosen course; `shown` tells that another course or another revision of it stands here.

    `undone(before, after)` tells what an undo took back.
    """

    shown = Signal()
    undone = Signal(object, object)

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__()
        self.session = session
        self.desk = desk
        self.course: Course | None = None
        self._undo = UndoStack()
        session.locked.connect(self.clear)
        session.changed.connect(self._changed_elsewhere)

    def choose(self, course_id: str) -> None:
        """Show another course."""
        try:
            self.course = open_course(self.desk, course_id)
        except Failure as failure:
            self.course = None
            self.session.tell(failure)
        self.shown.emit()

    def reload(self) -> None:
        """Read the course again, after something else than a tab has written it."""
        if self.course is not None:
            self.course = load_course(self.desk, self.course.id)
            self.shown.emit()

    def change(self, act: Change) -> bool:
        """Do an act of a service on the course; False when it failed, which has then been told.

        `act` gets the desk and the course and returns the course as it was written.
        """
        if self.course is None:
            return False
        failure = self.try_change(act)
        if failure is not None:
            self.session.tell(failure)
        return failure is None

    def try_change(self, act: Change) -> Failure | None:
        """Do an act as `change` does, and return its failure to whoever tells it in place."""
        before = self.course
        if before is None:
            return CourseNotFound()
        try:
            after = act(self.desk, before)
        except Failure as failure:
            return failure
        if after is not before:
            self._undo.keep(before, after)
            self._show(after)
        return None

    def undo(self) -> None:
        """Write the content before the last change; tells when there is nothing to go back to."""
        before, t = self.course, self.session.t
        if before is None:
            return
        if not self._undo.can_undo(before):
            self.session.note(t("Nothing to undo. Undo reaches back to the last lock, print or export of this course."))
            return
        try:
            after = undo_change(self.desk, before, self._undo)
        except Failure as failure:
            self.session.tell(failure)
            return
        self._show(after)
        self.session.say(undone_words(before, after, t))
        self.undone.emit(before, after)

    def forget_undo(self) -> None:
        """Let no undo reach behind this moment: the course was printed or exported."""
        if self.course is not None:
            self._undo.clear(self.course.id)

    def _changed_elsewhere(self, kind: str, _id: str) -> None:
        # A package froze plans, a load may have brought a newer course: neither is to be undone.
        if kind in ("exported", "loaded"):
            self.reload()
            self._undo.clear()

    def let_go(self) -> None:
        """Let the course go that stands here, with its way back; other courses keep theirs."""
        self.forget_undo()
        self.course = None
        self.shown.emit()

    def clear(self, _reason: object = None) -> None:
        """Let the course and every way back go."""
        self.course = None
        self._undo.clear()
        self.shown.emit()

    def _show(self, course: Course) -> None:
        self.course = course
        self.shown.emit()
        self.session.changed.emit("course", course.id)
