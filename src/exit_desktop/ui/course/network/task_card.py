"""One support task as a card on the board: moved with the mouse, a menu, or Alt and an arrow key."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QMouseEvent, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QMenu, QVBoxLayout

from exit_desktop.domain.network import BOARD, SupportTask, TaskHolder, waits_for_taker
from exit_desktop.services.labels import TASK_HOLDERS
from exit_desktop.services.network import put_task, remove_task
from exit_desktop.ui.course.network.network_words import task_words, tried_words
from exit_desktop.ui.course.network.task_form import TaskForm
from exit_desktop.ui.course.plan.in_step import change_here
from exit_desktop.ui.widgets.buttons import Button, LinkButton
from exit_desktop.ui.widgets.flow import FlowLayout
from exit_desktop.ui.widgets.labels import Label, small, wants

if TYPE_CHECKING:
    from exit_desktop.domain.courses import Course
    from exit_desktop.services.desk import Desk
    from exit_desktop.ui.course.work import CourseWork

_STEPS = (("Alt+Left", -1), ("Alt+Up", -1), ("Alt+Right", 1), ("Alt+Down", 1))


class TaskCard(QFrame):
    """A card; `wanted(id, holder)` when it is to lie elsewhere, `carried` and `dropped(id, point)` while dragged."""

    wanted = Signal(str, object)
    carried = Signal(str, QPoint)
    dropped = Signal(str, QPoint)

    def __init__(self, work: CourseWork, course_id: str, task_id: str) -> None:
        super().__init__()
        self.setProperty("kind", "panel")
        self._work, self.t = work, work.session.t
        self._course_id, self.task_id = course_id, task_id
        self._task: SupportTask | None = None
        self._course: Course | None = None
        self._cafe = False
        self._pressed: QPoint | None = None
        self._ghost: QLabel | None = None
        self.form: TaskForm | None = None
        self._build()
        if any(place.startswith(f"{self._place}/") for place in work.session.drafts.places()):
            self._unfold()

    @property
    def _place(self) -> str:
        return f"network/{self._course_id}/{self.task_id}"

    def show_task(self, task: SupportTask, course: Course, cafe: bool) -> None:
        """Show a task of a course."""
        self._task, self._course, self._cafe = task, course, cafe
        nobody = task.holder is TaskHolder.NETWORK and waits_for_taker(task, course.network)
        texts = (
            (self.what, task.what),
            (self.under, task_words(task, course, self.t, with_name=not cafe)),
            (self.tried, tried_words(task, self.t)),
            (self.nobody, self.t("Who takes it over?") if nobody else ""),
        )
        for label, words in texts:
            label.setText(words)
            label.setVisible(bool(words))
        self._name_parts(task)
        if self.form is not None:
            self.form.show_task(task, course, cafe)

    def unfold(self) -> None:
        """Open the fields and go to the first."""
        self._unfold()
        if self._task is not None:
            self._name_parts(self._task)
        if self.form is not None:
            self.form.setFocus()

    def name_taker(self) -> None:
        """Open the fields and go to who takes the task over, while nobody does; else to the first."""
        self.unfold()
        if self.form is not None and not self.nobody.isHidden():
            self.form.taker.setFocus()

    def retranslate(self) -> None:
        """Speak the language in force."""
        self.move_to.setText(self.t("Move"))
        self.remove.setText(self.t("Take off the board"))
        if self.form is not None:
            self.form.retranslate()
        if self._task is not None and self._course is not None:
            self.show_task(self._task, self._course, self._cafe)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the card."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry a picture of the card along."""
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        at = event.position().toPoint()
        if self._ghost is None:
            if (at - self._pressed).manhattanLength() < QApplication.startDragDistance():
                return
            self._ghost = self._lift()
        self._ghost.move(self.mapTo(self.window(), at - self._pressed))
        self.carried.emit(self.task_id, event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put the card down."""
        ghost, self._ghost, self._pressed = self._ghost, None, None
        if ghost is not None:
            ghost.hide()
            ghost.deleteLater()
            self.unsetCursor()
            self.dropped.emit(self.task_id, event.globalPosition().toPoint())

    def _lift(self) -> QLabel:
        ghost = QLabel(self.window())
        ghost.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        ghost.setPixmap(self.grab())
        ghost.show()
        ghost.raise_()
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        return ghost

    def _build(self) -> None:
        theme = self._work.session.theme
        self.what, self.under, self.tried, self.nobody = Label(theme), small(theme), small(theme), wants(theme)
        self.move_to, self.open, self.remove = LinkButton(), LinkButton(), Button()
        self.move_to.setMenu(QMenu(self.move_to))
        self._column = QVBoxLayout(self)
        space = theme.px(8)
        self._column.setContentsMargins(space, space, space, theme.px(4))
        self._column.setSpacing(theme.px(3))
        for part in (self.what, self.under, self.tried, self.nobody):
            self._column.addWidget(part)
        acts = FlowLayout(spacing=0)
        acts.addWidget(self.move_to)
        acts.addWidget(self.open)
        self._column.addLayout(acts)
        self.remove.hide()
        self.open.clicked.connect(self._turn)
        self.remove.clicked.connect(self._remove)
        self.move_to.menu().aboutToShow.connect(self._fill_menu)
        for keys, step in _STEPS:
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self._step, step))
        self.retranslate()

    def _name_parts(self, task: SupportTask) -> None:
        t, opened = self.t, self.form is not None and not self.form.isHidden()
        self.open.setText(t("Close") if opened else t("Change"))
        self.open.setAccessibleName(
            t("Close: {what}", what=task.what) if opened else t("Change: {what}", what=task.what)
        )
        self.move_to.setAccessibleName(t("Move: {what}", what=task.what))
        parts = (task.what, t(TASK_HOLDERS[task.holder]), self.under.text(), self.tried.text(), self.nobody.text())
        self.setAccessibleName(". ".join(part for part in parts if part))

    def _fill_menu(self) -> None:
        menu = self.move_to.menu()
        menu.clear()
        for holder in BOARD:
            if self._task is not None and holder is not self._task.holder:
                menu.addAction(self.t(TASK_HOLDERS[holder]), partial(self.wanted.emit, self.task_id, holder))

    def _step(self, step: int) -> None:
        if self._task is not None:
            at = BOARD.index(self._task.holder) + step
            if 0 <= at < len(BOARD):
                self.wanted.emit(self.task_id, BOARD[at])

    def _turn(self) -> None:
        if self.form is None or self.form.isHidden():
            self.unfold()
            return
        self.form.hide()
        self.remove.hide()
        if self._task is not None:
            self._name_parts(self._task)
        self.open.setFocus()

    def _unfold(self) -> None:
        if self.form is None:
            self.form = TaskForm(self._work, self._place, self._save)
            self.form.retranslate()
            self._column.addWidget(self.form)
            self._column.addWidget(self.remove)
        self.form.show()
        self.remove.show()
        if self._task is not None and self._course is not None:
            self.form.show_task(self._task, self._course, self._cafe)

    def _save(self, change: Callable[[SupportTask], SupportTask]) -> bool:
        def act(desk: Desk, course: Course) -> Course:
            task = next((one for one in course.handover.tasks if one.id == self.task_id), None)
            return put_task(desk, course, change(task)) if task else course

        return change_here(self._work, self._course_id, act)

    def _remove(self) -> None:
        work, task_id = self._work, self.task_id
        if change_here(work, self._course_id, lambda desk, course: remove_task(desk, course, task_id)):
            words = self.t("Off the board. It waits in the bin for 30 days.")
            work.session.note(words, self.t("Undo"), work.undo)
