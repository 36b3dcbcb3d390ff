"""The map of the network in its panel: who is where, how to move them, and the way to paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from exit_desktop.charts.network_view import NetworkView
from exit_desktop.services.network import move_person
from exit_desktop.services.network_map import network_map
from exit_desktop.ui.course.plan.in_step import change_here
from exit_desktop.ui.guidance.about_link import AboutLink
from exit_desktop.ui.widgets.buttons import LinkButton
from exit_desktop.ui.widgets.flow import FlowLayout
from exit_desktop.ui.widgets.labels import small
from exit_desktop.ui.widgets.network_widget import NetworkWidget
from exit_desktop.ui.widgets.panels import Panel

if TYPE_CHECKING:
    from exit_desktop.domain.courses import Course
    from exit_desktop.ui.course.work import CourseWork


class MapPanel(Panel):
    """Shows the map; `person_opened(id)` when somebody is to be changed, `print_wanted` for the paper."""

    person_opened = Signal(str)
    print_wanted = Signal()

    def __init__(self, work: CourseWork) -> None:
        super().__init__(work.session.theme)
        self._work, self.t = work, work.session.t
        self._course_id = ""
        theme = work.session.theme
        self.map, self.print, self._hint = NetworkWidget(theme, self.t), LinkButton(), small(theme)
        self.body.addWidget(self.map)
        self.body.addWidget(self._hint)
        acts = FlowLayout(spacing=theme.px(8))
        self.about = AboutLink(work.session, "network")
        acts.addWidget(self.print)
        acts.addWidget(self.about)
        self.body.addLayout(acts)
        self.map.opened.connect(self._opened)
        self.map.moved.connect(self._moved)
        self.print.clicked.connect(self.print_wanted)
        self.retranslate()

    def show_course(self, course: Course | None, cafe: bool = False) -> None:
        """Show the network of a course; in café view without names."""
        self._course_id = course.id if course else ""
        view = network_map(course, course.citizen.alias, with_names=not cafe) if course else NetworkView("")
        self.map.show_view(view)
        self._hint.setVisible(bool(view.nodes))

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self.t
        self.set_heading(t("The network"))
        self._hint.setText(
            t(
                "Drag somebody nearer, farther or across the middle, or press Alt and an arrow key. "
                "Enter or a click opens."
            )
        )
        self.print.setText(t("Print the network"))
        self.about.retranslate()
        self.map.refresh()

    def _opened(self, mark_id: str) -> None:
        self.person_opened.emit(mark_id.partition(":")[2])

    def _moved(self, person_id: str, professional: bool, strength: int) -> None:
        change_here(
            self._work,
            self._course_id,
            lambda desk, course: move_person(desk, course, person_id, professional, strength),
        )
