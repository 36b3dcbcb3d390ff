"""The note of a question, with the note from the reading before beside it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from exit_desktop.instruments.validating import LONGEST_NOTE
from exit_desktop.ui.widgets.fields import TextArea
from exit_desktop.ui.widgets.guard_line import GuardLine
from exit_desktop.ui.widgets.labels import small

if TYPE_CHECKING:
    from exit_desktop.ui.course.work import CourseWork


class QuestionNote(QWidget):
    """`written(text)` when the field is left with another text; a half-written one waits as a draft at `place`."""

    written = Signal(str)

    def __init__(self, work: CourseWork, place: str, saved: str, earlier: tuple[date, str] | None) -> None:
        super().__init__()
        self.t, self._work, self._place = work.session.t, work, place
        self._earlier = earlier
        theme = work.session.theme
        self.area = TextArea(theme, lines=2)
        self.area.set_saved(saved)
        self.area.left.connect(self._left)
        self.restored = work.session.drafts.attach(self.area, place)
        self._before = small(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        for part in (self._before, self.area, GuardLine(work, self.area)):
            column.addWidget(part)
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self.t
        self.area.setAccessibleName(t("Note"))
        if not self.area.placeholderText():
            self.area.setPlaceholderText(t("What was said about this"))
        self._before.setVisible(self._earlier is not None)
        if self._earlier is not None:
            self._before.setText(t("{date}: {words}", date=t.date(self._earlier[0], "day"), words=self._earlier[1]))

    def show_saved(self, text: str) -> None:
        """Show the note that is kept, unless somebody writes here or a draft waits."""
        if not self.area.hasFocus() and not self.restored and self.area.text() != text:
            with QSignalBlocker(self.area.document()), QSignalBlocker(self.area):
                self.area.set_saved(text)

    def ask_for(self, words: str) -> None:
        """Say what is to be written here."""
        self.area.setPlaceholderText(words)

    def _left(self, text: str) -> None:
        if len(text) <= LONGEST_NOTE:
            self.restored = False
            self._work.session.drafts.drop(self._place)
        self.written.emit(text)
