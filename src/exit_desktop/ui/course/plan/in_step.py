"""Keeps the plan's widgets in step with its records: those that stay keep their focus, their fold and their cursor."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QVBoxLayout, QWidget

from exit_desktop.ui.widgets.unturned import PickBox

if TYPE_CHECKING:
    from exit_desktop.ui.course.work import Change, CourseWork
    from exit_desktop.ui.theme import Theme

Shown = TypeVar("Shown", bound=QWidget)


def keep_in_step(
    column: QVBoxLayout, shown: dict[str, Shown], ids: Iterable[str], make: Callable[[str], Shown]
) -> None:
    """Let `column` hold a widget for each id in this order; widgets of ids that are gone go too."""
    wanted = list(ids)
    for gone in [one for one in shown if one not in wanted]:
        widget = shown.pop(gone)
        column.removeWidget(widget)
        widget.hide()
        widget.deleteLater()
    for index, one in enumerate(wanted):
        if one not in shown:
            shown[one] = make(one)
        if column.indexOf(shown[one]) != index:
            column.insertWidget(index, shown[one])


def change_here(work: CourseWork, course_id: str, act: Change) -> bool:
    """Do an act on the course that a widget was made for; nothing when another one is shown by now."""
    return work.course is not None and work.course.id == course_id and work.change(act)


def column_of(widget: QWidget, space: int) -> QVBoxLayout:
    """Return a column without margins for the parts of a widget."""
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(space)
    return column


class Folded(PickBox):
    """A choice that folds open and keeps narrow, however long its words are."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)


class SideBySide(QWidget):
    """Two parts beside each other, or under each other where there is less room than `least` (pixels at 100 %)."""

    def __init__(self, theme: Theme, left: QWidget, right: QWidget, least: int = 640) -> None:
        super().__init__()
        self._theme, self._least = theme, least
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(theme.px(14))
        self._line.addWidget(left, 1)
        self._line.addWidget(right, 1)
        self._parts = (left, right)

    def minimumSizeHint(self) -> QSize:
        """Return the width of the wider part: side by side is never worth a page that scrolls across."""
        least = super().minimumSizeHint()
        return QSize(max(part.minimumSizeHint().width() for part in self._parts), least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn where the room asks for it."""
        super().resizeEvent(event)
        needed = self._line.spacing() + sum(part.minimumSizeHint().width() for part in self._parts)
        wide = event.size().width() >= max(self._theme.px(self._least), needed)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        if (self._line.direction() == across) != wide:
            self._line.setDirection(across if wide else down)
