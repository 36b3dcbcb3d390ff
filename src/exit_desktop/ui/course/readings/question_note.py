"""The note of a question, with the note from the reading before beside it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from exit_desktop.instruments.validating import LONGEST_NOTE
from exit_desktop.ui.widgets.fields import TextArea
from exit_desktop.ui.widgets.guard_line import GuardLine
from exit_desktop.ui.widgets.labels import Label, small

if TYPE_CHECKING:
    from exit_desktop.ui.course.work import CourseWork


class QuestionNote(QWidget):
    """`written(text)` when the field is left with another text; a half-written one waits as a draft at `place`.

    The field is made when it is first unfolded: a form has dozens of questions and few notes.
    """

    written = Signal(str)

    def __init__(self, work: CourseWork, place: str, earlier: tuple[date, str] | None) -> None:
        super().__init__()
        self.t, self._work, self._place = work.session.t, work, place
        self._earlier, self._saved, self._asked = earlier, "", ""
        self.area: TextArea | None = None
        self._before: Label | None = None
        self.restored = bool(work.session.drafts.text(place))

    def unfold(self, on: bool) -> None:
        """Show the field, or fold it away."""
        if on and self.area is None:
            self._build()
        self.setVisible(on)

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self.t
        if self.area is None or self._before is None:
            return
        self.area.setAccessibleName(t("Note"))
        self.area.setPlaceholderText(self._asked or t("What was said about this"))
        self._before.setVisible(self._earlier is not None)
        if self._earlier is not None:
            self._before.setText(t("{date}: {words}", date=t.date(self._earlier[0], "day"), words=self._earlier[1]))

    def show_saved(self, text: str) -> None:
        """Show the note that is kept, unless somebody writes here or a draft waits."""
        self._saved = text
        area = self.area
        if area is not None and not area.hasFocus() and not self.restored and area.text() != text:
            with QSignalBlocker(area.document()), QSignalBlocker(area):
                area.set_saved(text)

    def ask_for(self, words: str) -> None:
        """Say what is to be written here."""
        self._asked = words
        if self.area is not None:
            self.area.setPlaceholderText(words)

    def _build(self) -> None:
        work, theme = self._work, self._work.session.theme
        self.area, self._before = TextArea(theme, lines=2), small(theme)
        self.area.set_saved(self._saved)
        self.area.left.connect(self._left)
        work.session.drafts.attach(self.area, self._place)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        for part in (self._before, self.area, GuardLine(work, self.area)):
            column.addWidget(part)
        self.retranslate()

    def _left(self, text: str) -> None:
        if len(text) <= LONGEST_NOTE:
            self.restored = False
            self._work.session.drafts.drop(self._place)
        self.written.emit(text)
