"""A text of the course that is saved when its field is left, and waits as a draft until then."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from exit_desktop.ui.widgets.fields import FormRow, TextArea
from exit_desktop.ui.widgets.guard_line import GuardLine

if TYPE_CHECKING:
    from exit_desktop.ui.course.work import CourseWork


class KeptText(QWidget):
    """`save(text)` is called when the field is left with another text; it returns whether that went well."""

    def __init__(self, work: CourseWork, part: str, save: Callable[[str], bool], lines: int = 2) -> None:
        super().__init__()
        self._drafts, self._part, self._save = work.session.drafts, part, save
        self._course_id = ""
        theme = work.session.theme
        self.field = TextArea(theme, lines)
        self._row, self._guard = FormRow(theme, self.field), GuardLine(work, self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(3))
        column.addWidget(self._row)
        column.addWidget(self._guard)
        self.field.textChanged.connect(self._note)
        self.field.left.connect(self._left)

    def show_text(self, course_id: str, text: str) -> None:
        """Show what is kept of a course; what waits as a draft, or is being written just now, stays."""
        if course_id == self._course_id and self.field.hasFocus():
            return
        self._course_id = ""
        self.field.set_saved(text)
        self._guard.forget()
        self._course_id = course_id
        waiting = self._drafts.text(self._place) if course_id else ""
        if waiting and waiting != text:
            self.field.setPlainText(waiting)

    def set_words(self, name: str, hint: str = "") -> None:
        """Name the field."""
        self._row.set_words(name, hint)

    @property
    def _place(self) -> str:
        return f"details/{self._course_id}/{self._part}"

    def _note(self) -> None:
        if self._course_id and self.field.hasFocus():
            self._drafts.keep(self._place, self.field.text())

    def _left(self, text: str) -> None:
        if self._course_id and self._save(text.strip()):
            self._drafts.drop(self._place)
