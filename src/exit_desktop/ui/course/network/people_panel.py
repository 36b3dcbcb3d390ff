"""The people around the citizen as two lists, one for each half of the map, and the way to someone new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from exit_desktop.domain.network import person_order
from exit_desktop.ui.course.network.choices import HALVES, Half
from exit_desktop.ui.course.network.new_person import new_person
from exit_desktop.ui.course.network.person_line import PersonLine
from exit_desktop.ui.course.network.placing import keep_in_columns, put_in_place
from exit_desktop.ui.course.plan.in_step import SideBySide, column_of
from exit_desktop.ui.widgets.labels import Label, small
from exit_desktop.ui.widgets.panels import Panel

if TYPE_CHECKING:
    from exit_desktop.domain.courses import Course
    from exit_desktop.ui.course.work import CourseWork


class HalfList(QWidget):
    """One half of the map as a list."""

    def __init__(self, work: CourseWork, half: Half) -> None:
        super().__init__()
        self.t, self._half = work.session.t, half
        theme = work.session.theme
        self._name, self._empty = Label(theme, "", "muted"), small(theme)
        column = column_of(self, theme.px(6))
        column.addWidget(self._name)
        self.lines = QVBoxLayout()
        self.lines.setSpacing(theme.px(6))
        column.addLayout(self.lines)
        column.addWidget(self._empty)
        column.addStretch(1)

    def count(self, people: int) -> None:
        """Say that nobody is there where nobody is."""
        self._empty.setVisible(not people)

    def retranslate(self) -> None:
        """Speak the language in force."""
        self._name.setText(self.t(HALVES[self._half]))
        self._empty.setText(self.t("Nobody here yet."))


class PeoplePanel(Panel):
    """The lists, and the way to someone new, which is made anew for each course as its drafts are."""

    def __init__(self, work: CourseWork) -> None:
        super().__init__(work.session.theme)
        self._work, self.t = work, work.session.t
        self._course_id = ""
        self.lines: dict[str, PersonLine] = {}
        self.halves = {half: HalfList(work, half) for half in Half}
        self.new = new_person(work, "")
        self.body.addWidget(self.new)
        private, professional = self.halves.values()
        self.body.addWidget(SideBySide(work.session.theme, private, professional, least=560))
        self.retranslate()

    def show_course(self, course: Course | None, cafe: bool = False) -> None:
        """Show the network of a course."""
        course_id = course.id if course else ""
        if course_id != self._course_id:
            self._change_course(course_id)
        people = {person.id: person for person in sorted(course.network, key=person_order)} if course else {}
        private = [one for one, person in people.items() if not person.professional]
        wanted = (private, [one for one in people if one not in private])
        keep_in_columns([half.lines for half in self.halves.values()], self.lines, wanted, self._line)
        for half, ids in zip(self.halves.values(), wanted, strict=True):
            half.count(len(ids))
        if course is not None:
            for person_id, line in self.lines.items():
                line.show_person(people[person_id], course, cafe)

    def begin(self) -> None:
        """Go to the fields of someone new."""
        self.new.unfold().setFocus()

    def open_person(self, person_id: str) -> PersonLine | None:
        """Open somebody's fields; None if they are not in the network."""
        line = self.lines.get(person_id)
        if line is not None:
            line.unfold()
        return line

    def retranslate(self) -> None:
        """Speak the language in force."""
        self.set_heading(self.t("People and services"))
        self.new.retranslate()
        for half in self.halves.values():
            half.retranslate()
        for line in self.lines.values():
            line.retranslate()

    def _change_course(self, course_id: str) -> None:
        keep_in_columns([half.lines for half in self.halves.values()], self.lines, ((), ()), self._line)
        self._course_id = course_id
        self.new = put_in_place(self.body, self.new, new_person(self._work, course_id))

    def _line(self, person_id: str) -> PersonLine:
        return PersonLine(self._work, self._course_id, person_id)
