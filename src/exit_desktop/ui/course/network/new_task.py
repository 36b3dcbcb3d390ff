"""Where a new support task is written: a draft until "Add" makes it a card."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from exit_desktop.domain.network import SupportTask, TaskHolder
from exit_desktop.services.labels import TASK_HOLDERS
from exit_desktop.services.network import put_task
from exit_desktop.system.ids import new_id
from exit_desktop.system.language import mark
from exit_desktop.ui.course.plan.in_step import change_here, column_of
from exit_desktop.ui.course.plan.new_entry import NewEntry
from exit_desktop.ui.widgets.buttons import Button, LinkButton
from exit_desktop.ui.widgets.choices import Choice
from exit_desktop.ui.widgets.ctrl_enter import on_ctrl_enter
from exit_desktop.ui.widgets.fields import FormRow, TextLine
from exit_desktop.ui.widgets.guard_line import GuardLine
from exit_desktop.ui.widgets.panels import row

if TYPE_CHECKING:
    from exit_desktop.ui.course.work import CourseWork


def draft_places(course_id: str) -> tuple[str, str]:
    """Return where the drafts of what and who wait."""
    place = f"network/{course_id}/new-task"
    return place, f"{place}/who"


class NewTask(QWidget):
    """What is to be taken over and who does it now; `closed` when folded away."""

    closed = Signal()

    def __init__(self, work: CourseWork, course_id: str) -> None:
        super().__init__()
        self._work, self.t, self._course_id = work, work.session.t, course_id
        theme = work.session.theme
        self.what, self.who = TextLine(most=1000), Choice(self.t, TASK_HOLDERS)
        self._rows = (FormRow(theme, self.what), FormRow(theme, self.who))
        self.add, self._close = Button(), LinkButton()
        column = column_of(self, theme.px(4))
        across = QHBoxLayout()
        across.setSpacing(theme.px(10))
        across.addWidget(self._rows[0], 3)
        across.addWidget(self._rows[1], 1)
        column.addLayout(across)
        column.addWidget(GuardLine(work, self.what))
        column.addLayout(row(self.add, self._close, 1))
        self.setFocusProxy(self.what)
        # A stop by name: only so can the fields be put in their place in the order of Tab, all of them together.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._close.clicked.connect(self.closed)
        self.add.clicked.connect(self._add)
        self.what.returnPressed.connect(self._add)
        # The line too, before it hears the key: it takes Enter with Ctrl for Enter, and the task would be added twice.
        for part in (self, self.what):
            on_ctrl_enter(part, self._add)
        self._take_draft()
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self.t
        what, who = self._rows
        what.set_words(t("What is to be taken over"))
        self.what.setPlaceholderText(t("Such as “goes along to the job centre”"))
        who.set_words(t("Who does it now"))
        self.add.setText(t("Add"))
        self.add.setToolTip(t("Ctrl+Enter"))
        self._close.setText(t("Close"))
        self.who.retranslate()

    def _take_draft(self) -> None:
        drafts = self._work.session.drafts
        what, who = draft_places(self._course_id)
        drafts.attach(self.what, what)
        if drafts.text(who) in tuple(TaskHolder):
            self.who.set_value(TaskHolder(drafts.text(who)))
        self.who.activated.connect(self._keep_who)

    def _keep_who(self, _index: int) -> None:
        self._work.session.drafts.keep(draft_places(self._course_id)[1], str(self.who.value))

    def _add(self) -> None:
        text = self.what.text().strip()
        self._rows[0].set_fault("" if text else self.t("Write what is to be taken over first."))
        if not text:
            return
        task = SupportTask(new_id(), text, self.who.value or TaskHolder.WORKER)
        if change_here(self._work, self._course_id, lambda desk, course: put_task(desk, course, task)):
            self.what.set_saved("")
            for place in draft_places(self._course_id):
                self._work.session.drafts.drop(place)
            self.what.setFocus()


def new_task(work: CourseWork, course_id: str) -> NewEntry[NewTask]:
    """Return the way to a new one, unfolded where a draft waits behind it."""
    made = NewEntry(work.session.t, mark("Add a task"), partial(NewTask, work, course_id))
    if any(work.session.drafts.text(place) for place in draft_places(course_id)[:1]):
        made.unfold()
    return made
