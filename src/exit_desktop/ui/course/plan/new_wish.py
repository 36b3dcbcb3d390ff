"""Where a new wish is written: a draft until "Add" makes it a wish."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from exit_desktop.services.plans import add_wish
from exit_desktop.system.language import mark
from exit_desktop.ui.course.plan.in_step import change_here, column_of
from exit_desktop.ui.course.plan.new_entry import NewEntry
from exit_desktop.ui.course.plan.saved_text import GrowingArea
from exit_desktop.ui.theme import Size
from exit_desktop.ui.widgets.buttons import Button, LinkButton
from exit_desktop.ui.widgets.ctrl_enter import on_ctrl_enter
from exit_desktop.ui.widgets.fields import FormRow
from exit_desktop.ui.widgets.guard_line import GuardLine
from exit_desktop.ui.widgets.panels import row

if TYPE_CHECKING:
    from exit_desktop.ui.course.work import CourseWork


def draft_place(course_id: str, focus_id: str) -> str:
    """Return where the draft of a new wish waits."""
    return f"plan/{course_id}/{focus_id}/new-wish"


class WishFields(QWidget):
    """The wish as it is being written; `closed` when it was added or folded away."""

    closed = Signal()

    def __init__(self, work: CourseWork, course_id: str, focus_id: str) -> None:
        super().__init__()
        self._work, self.t = work, work.session.t
        self._course_id, self._focus_id = course_id, focus_id
        theme = work.session.theme
        self.add, self._close = Button(), LinkButton()
        self.words = GrowingArea(theme, lines=2)
        self._row = FormRow(theme, self.words)
        column = column_of(self, theme.px(4))
        column.addWidget(self._row)
        column.addWidget(GuardLine(work, self.words))
        column.addLayout(row(self.add, self._close, 1))
        self.setFocusProxy(self.words)
        work.session.drafts.attach(self.words, draft_place(course_id, focus_id))
        self._close.clicked.connect(self.closed)
        self.add.clicked.connect(self._add)
        theme.changed.connect(self._slant)
        self.words.finished.connect(self._add)
        on_ctrl_enter(self, self._add)
        self._slant()
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self.t
        self._row.set_words(t("What the citizen wishes, in their own words"))
        self.add.setText(t("Add wish"))
        self.add.setToolTip(t("Ctrl+Enter"))
        self._close.setText(t("Close"))

    def _slant(self) -> None:
        self.words.setFont(self._work.session.theme.font(Size.BODY, italic=True))

    def _add(self) -> None:
        text, focus_id = self.words.text().strip(), self._focus_id
        self._row.set_fault("" if text else self.t("Write the wish first."))
        if text and change_here(
            self._work, self._course_id, lambda desk, course: add_wish(desk, course, focus_id, text)
        ):
            self.words.set_saved("")
            self._work.session.drafts.drop(draft_place(self._course_id, focus_id))
            self.closed.emit()


def new_wish(work: CourseWork, course_id: str, focus_id: str) -> NewEntry[WishFields]:
    """Return the way to a new wish under an area, unfolded where a draft waits behind it."""
    made = NewEntry(work.session.t, mark("Add a wish"), partial(WishFields, work, course_id, focus_id))
    if work.session.drafts.text(draft_place(course_id, focus_id)):
        made.unfold()
    return made
