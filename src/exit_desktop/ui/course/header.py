"""The head of a course: who, where in the course, and at most three things to do. Never the goal: someone may look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from exit_desktop.ui.course.place_words import place_line
from exit_desktop.ui.course.steps.offers import STEPS, offered_steps
from exit_desktop.ui.theme import Size
from exit_desktop.ui.widgets.buttons import Button, PrimaryButton
from exit_desktop.ui.widgets.labels import Badge, Label, muted
from exit_desktop.ui.widgets.panels import row
from exit_desktop.ui.widgets.properties import put

if TYPE_CHECKING:
    from exit_desktop.domain.courses import Course
    from exit_desktop.ui.course.work import CourseWork
    from exit_desktop.ui.theme import Theme


class AliasLabel(Label):
    """A citizen's id in one line; where there is no room for all of it, it ends in three dots."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "", "title", wrap=False)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw as much of it as there is room for."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        seen = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), self.alignment(), seen)
        painter.end()

    def minimumSizeHint(self) -> QSize:
        """Return room for a few letters: a long id never pushes the acts out of the window."""
        return QSize(min(self._theme.px(60), self.sizeHint().width()), super().minimumSizeHint().height())


class CourseHeader(QWidget):
    """`contact_wanted`, `print_wanted`; from the menu `before_wanted`, and `step_wanted(Step)` where it is possible."""

    contact_wanted = Signal()
    print_wanted = Signal()
    step_wanted = Signal(object)
    before_wanted = Signal()

    def __init__(self, work: CourseWork) -> None:
        super().__init__()
        self._work, self._t = work, work.session.t
        theme = work.session.theme
        self.alias, self.place = AliasLabel(theme), muted(theme)
        self.badge = Badge(theme)
        self.contact, self.print, self.steps = PrimaryButton(), Button(), Button()
        self._menu = QMenu(self)
        self._build()
        self.contact.clicked.connect(self.contact_wanted)
        self.print.clicked.connect(self.print_wanted)
        self._menu.aboutToShow.connect(self._fill_menu)
        theme.changed.connect(self._follow_look)
        self.retranslate()

    def show_course(self, course: Course) -> None:
        """Show where a course stands today."""
        self.alias.setText(course.citizen.alias)
        self.alias.setToolTip(course.citizen.alias)
        self.badge.setVisible(course.anonymous)
        self.place.setText(place_line(course, self._t, self._work.session.today()))

    def clear(self) -> None:
        """Let the course go."""
        self.alias.clear()
        self.alias.setToolTip("")
        self.place.clear()
        self._menu.clear()

    def set_cafe_view(self, on: bool) -> None:
        """Write small; what could be pressed stays, without its frames."""
        theme = self._work.session.theme
        self.alias.setFont(theme.font(Size.BODY if on else Size.TITLE, bold=True))
        for button in (self.contact, self.print, self.steps):
            usual = "primary" if button is self.contact else "plain"
            put(button, "kind", "link" if on else usual)
            button.setFont(theme.font(Size.SMALL if on else Size.BODY))

    def _follow_look(self) -> None:
        # Letters that were set once no longer grow with the window's.
        self.set_cafe_view(self._work.session.cafe)

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self._t
        self.badge.setText(t("anonymous"))
        self.contact.setText(t("Write a contact"))
        self.print.setText(t("Print the plan"))
        self.steps.setText(t("The course"))
        if self._work.course is not None:
            self.show_course(self._work.course)

    def _build(self) -> None:
        px = self._work.session.theme.px
        self.badge.hide()
        self.steps.setMenu(self._menu)
        names = QVBoxLayout()
        names.setSpacing(px(2))
        names.addLayout(row(self.alias, self.badge, 1, spacing=px(10)))
        names.addWidget(self.place)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(px(12))
        line.addLayout(names, 1)
        for button in (self.contact, self.print, self.steps):
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    def _fill_menu(self) -> None:
        self._menu.clear()
        course = self._work.course
        self._menu.addAction(self._t("Before the meeting")).triggered.connect(self.before_wanted)
        self._menu.addSeparator()
        for step in offered_steps(course, self._work.session.today()) if course else ():
            action = self._menu.addAction(self._t(STEPS[step]))
            action.triggered.connect(lambda _=False, step=step: self.step_wanted.emit(step))
