"""Reads and touches a window as its user would."""

from typing import TypeVar

from PySide6.QtWidgets import QAbstractButton, QLabel, QTabBar, QWidget

from exit_desktop.ui.course.course_page import CoursePage

Kind = TypeVar("Kind", bound=QWidget)


def first(widget: QWidget, kind: type[Kind]) -> Kind:
    """The first part of that kind."""
    found = widget.findChild(kind)
    assert isinstance(found, kind)
    return found


def words_in_sight(widget: QWidget) -> str:
    """Every text on labels, buttons and tabs that can be seen."""
    labels = [part.text() for part in widget.findChildren(QLabel) if part.isVisibleTo(widget)]
    buttons = [part.text() for part in widget.findChildren(QAbstractButton) if part.isVisibleTo(widget)]
    bars = [bar for bar in widget.findChildren(QTabBar) if bar.isVisibleTo(widget)]
    return " ".join([*labels, *buttons, *(bar.tabText(at) for bar in bars for at in range(bar.count()))])


def tab_in_front(page: CoursePage) -> str:
    """Which tab of a course is open, whatever has the keyboard in it."""
    return page.place().partition(":")[0]
