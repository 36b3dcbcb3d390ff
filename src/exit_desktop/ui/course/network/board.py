"""The handover board: who does what now, moved card by card from the worker to those who stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from exit_desktop.domain.network import BOARD, TaskHolder
from exit_desktop.services.labels import TASK_HOLDERS
from exit_desktop.services.network import Move, move_task
from exit_desktop.services.network_map import tasks_in
from exit_desktop.system.language import mark
from exit_desktop.ui.course.network.new_task import new_task
from exit_desktop.ui.course.network.placing import keep_in_columns, put_in_place
from exit_desktop.ui.course.network.task_card import TaskCard
from exit_desktop.ui.course.plan.in_step import change_here
from exit_desktop.ui.telling import announce
from exit_desktop.ui.widgets.labels import Label, small
from exit_desktop.ui.widgets.panels import Panel
from exit_desktop.ui.widgets.properties import put

if TYPE_CHECKING:
    from exit_desktop.domain.courses import Course
    from exit_desktop.ui.course.work import CourseWork

_EMPTY = {
    TaskHolder.WORKER: mark("What you do"),
    TaskHolder.SHARED: mark("What you do together"),
    TaskHolder.CITIZEN: mark("What the citizen does alone"),
    TaskHolder.NETWORK: mark("What others do"),
}
# The least width of a column in pixels at 100 %.
LEAST = 176


class Column(QFrame):
    """One column of the board."""

    def __init__(self, work: CourseWork, holder: TaskHolder) -> None:
        super().__init__()
        self.setProperty("kind", "column")
        self.t, self.holder, self.lit = work.session.t, holder, False
        theme = work.session.theme
        self._name, self._empty = Label(theme, "", "heading", wrap=True), small(theme)
        column = QVBoxLayout(self)
        space = theme.px(8)
        column.setContentsMargins(space, space, space, space)
        column.setSpacing(theme.px(8))
        self.cards = QVBoxLayout()
        self.cards.setSpacing(theme.px(8))
        column.addWidget(self._name)
        column.addWidget(self._empty)
        column.addLayout(self.cards)
        column.addStretch(1)
        self.retranslate()

    def count(self, tasks: int) -> None:
        """Say what belongs here while nothing lies here."""
        self._empty.setVisible(not tasks)

    def light(self, on: bool) -> None:
        """Show that a card would fall here."""
        if on != self.lit:
            self.lit = on
            put(self, "lit", on)

    def retranslate(self) -> None:
        """Speak the language in force."""
        self._name.setText(self.t(TASK_HOLDERS[self.holder]))
        self._empty.setText(self.t(_EMPTY[self.holder]))


class Columns(QWidget):
    """The columns beside each other, two and two, or under each other, as there is room."""

    def __init__(self, work: CourseWork, columns: tuple[Column, ...]) -> None:
        super().__init__()
        self._theme, self._columns = work.session.theme, columns
        self._across = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(self._theme.px(8))
        self._arrange(len(columns))

    @property
    def across(self) -> int:
        """How many columns stand beside each other."""
        return self._across

    def minimumSizeHint(self) -> QSize:
        """Return the width of one column: side by side is never worth a page that scrolls across."""
        widest = max(column.minimumSizeHint().width() for column in self._columns)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take as many columns as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Give a card whose fields are opened the room that they need."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return done

    def _fit(self) -> None:
        wide = max(self._theme.px(LEAST), *(column.minimumSizeHint().width() for column in self._columns))
        fits = (self.width() + self._grid.spacing()) // (wide + self._grid.spacing())
        self._arrange(4 if fits >= 4 else 2 if fits >= 2 else 1)

    def _arrange(self, across: int) -> None:
        if across == self._across:
            return
        self._across = across
        for at, column in enumerate(self._columns):
            self._grid.addWidget(column, at // across, at % across)
        for at in range(len(self._columns)):
            self._grid.setColumnStretch(at, 1 if at < across else 0)


class Board(Panel):
    """Four columns of cards, and the way to a new one."""

    def __init__(self, work: CourseWork) -> None:
        super().__init__(work.session.theme)
        self._work, self.t = work, work.session.t
        self._course_id = ""
        self.cards: dict[str, TaskCard] = {}
        self.columns = tuple(Column(work, holder) for holder in BOARD)
        self.side_by_side = Columns(work, self.columns)
        self.new, self._hint = new_task(work, ""), small(work.session.theme)
        for part in (self._hint, self.new, self.side_by_side):
            self.body.addWidget(part)
        self.retranslate()

    def show_course(self, course: Course | None, cafe: bool = False) -> None:
        """Show the tasks of a course."""
        course_id = course.id if course else ""
        if course_id != self._course_id:
            self._change_course(course_id)
        tasks = [tasks_in(course, column.holder) if course else () for column in self.columns]
        keep_in_columns(
            [column.cards for column in self.columns],
            self.cards,
            [[task.id for task in ts] for ts in tasks],
            self._card,
        )
        for column, lying in zip(self.columns, tasks, strict=True):
            column.count(len(lying))
            for task in lying:
                if course is not None:
                    self.cards[task.id].show_task(task, course, cafe)

    def open_task(self, task_id: str) -> TaskCard | None:
        """Open a card's fields, where somebody is missing at who takes it over; None if it is not on the board."""
        card = self.cards.get(task_id)
        if card is not None:
            card.name_taker()
        return card

    def begin(self) -> None:
        """Go to the fields of a new task."""
        self.new.unfold().setFocus()

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self.t
        self.set_heading(t("Who does what, now and afterwards"))
        self._hint.setText(
            t(
                "One task at a time goes from you to those who stay. Drag a card, press Alt and an arrow key, "
                "or choose “Move”."
            )
        )
        self.new.retranslate()
        for column in self.columns:
            column.retranslate()
        for card in self.cards.values():
            card.retranslate()

    def _change_course(self, course_id: str) -> None:
        keep_in_columns([column.cards for column in self.columns], self.cards, ((),) * len(self.columns), self._card)
        self._course_id = course_id
        self.new = put_in_place(self.body, self.new, new_task(self._work, course_id))

    def _card(self, task_id: str) -> TaskCard:
        card = TaskCard(self._work, self._course_id, task_id)
        card.wanted.connect(self._move)
        card.carried.connect(self._carried)
        card.dropped.connect(self._dropped)
        return card

    def _under(self, at: QPoint) -> Column | None:
        return next((one for one in self.columns if one.rect().contains(one.mapFromGlobal(at))), None)

    def _carried(self, _task_id: str, at: QPoint) -> None:
        under = self._under(at)
        for column in self.columns:
            column.light(column is under)

    def _dropped(self, task_id: str, at: QPoint) -> None:
        under = self._under(at)
        for column in self.columns:
            column.light(False)
        if under is not None:
            self._move(task_id, under.holder)

    def _move(self, task_id: str, holder: TaskHolder) -> None:
        work, move = self._work, Move(holder, self._work.session.today())
        course = work.course
        if change_here(work, self._course_id, lambda desk, course: move_task(desk, course, task_id, move)):
            if work.course is course:
                return
            words = self.t("{who}: since today.", who=self.t(TASK_HOLDERS[holder]))
            announce(self, words)
