"""A text of a record: saved when its field is left, kept as a draft while it is written, looked at by the guard."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from exit_desktop.ui.course.plan.in_step import column_of
from exit_desktop.ui.theme import Size, Theme
from exit_desktop.ui.widgets.ctrl_enter import is_plain_enter
from exit_desktop.ui.widgets.fields import TextArea
from exit_desktop.ui.widgets.guard_line import GuardLine
from exit_desktop.ui.widgets.labels import Label, small

if TYPE_CHECKING:
    from exit_desktop.ui.course.work import CourseWork


class GrowingArea(TextArea):
    """As high as its text also when the page is made narrower; with `enter_ends` Enter begins no new line."""

    def __init__(self, theme: Theme, lines: int = 3, most: int = 14, enter_ends: bool = False) -> None:
        super().__init__(theme, lines, most)
        self._enter_ends = enter_ends

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End the writing with Enter where the text is a line."""
        if self._enter_ends and is_plain_enter(event):
            self.finished.emit()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Count the lines anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()


class SavedText(QWidget):
    """`save(text)` is called when the field is left with another text; it returns whether that went well.

    Ctrl+Enter saves without leaving, and so does Enter where the text is a `line`.
    """

    def __init__(
        self, work: CourseWork, place: str, save: Callable[[str], bool], own_words: bool = False, *, line: bool = False
    ) -> None:
        super().__init__()
        self._session, self.t = work.session, work.session.t
        self._place, self._save, self._own_words = place, save, own_words
        self._attached = False
        theme = self._session.theme
        self.field = GrowingArea(theme, lines=1, most=10, enter_ends=line)
        self._name = Label(theme, "", "small")
        self._name.setBuddy(self.field)
        self._guard = GuardLine(work, self.field)
        self._waits = small(theme)
        column = column_of(self, theme.px(3))
        for part in (self._name, self.field, self._guard, self._waits):
            column.addWidget(part)
        self._waits.hide()
        self.setFocusProxy(self.field)
        self.field.left.connect(self._left)
        self.field.finished.connect(self.field.tell)
        if own_words:
            theme.changed.connect(self._slant)
            self._slant()

    def show_text(self, text: str) -> None:
        """Show what is kept; a draft that waits, or what is being written just now, stays."""
        if not self._attached:
            self._attach(text)
        elif self._waits.isHidden() and not self.field.hasFocus() and self.field.text() != text:
            self.field.set_saved(text)
            self._session.drafts.drop(self._place)
            self._guard.forget()

    def set_words(self, name: str, visible: bool = True, hint: str = "") -> None:
        """Name the field; `visible` False names it for a screen reader only."""
        self._name.setText(name)
        self._name.setVisible(visible)
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText(hint)
        self._waits.setText(self.t("Written earlier and not saved yet. It is saved when you leave the field."))

    def _attach(self, text: str) -> None:
        self._attached = True
        self.field.set_saved(text)
        waiting = self._session.drafts.attach(self.field, self._place) and self.field.text() != text
        self._waits.setVisible(waiting)
        if not waiting:
            self._session.drafts.drop(self._place)

    def _left(self, text: str) -> None:
        if self._save(text):
            self._session.drafts.drop(self._place)
        else:
            # It was refused: it stays in the field and in its draft, and leaving tries again.
            self.field.keep_trying()
        self._waits.setVisible(self.field.unsaved)

    def _slant(self) -> None:
        self.field.setFont(self._session.theme.font(Size.BODY, italic=True))
