"""One person of the network in the list: role, half, tie, what they take over; it opens into its fields."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from exit_desktop.domain.network import NetworkPerson
from exit_desktop.services.network import put_person, remove_person
from exit_desktop.ui.course.network.network_words import person_name, person_words
from exit_desktop.ui.course.network.person_form import PersonForm
from exit_desktop.ui.course.plan.in_step import change_here, column_of
from exit_desktop.ui.widgets.buttons import Button, LinkButton
from exit_desktop.ui.widgets.labels import Label, small
from exit_desktop.ui.widgets.panels import row, rule

if TYPE_CHECKING:
    from exit_desktop.domain.courses import Course
    from exit_desktop.services.desk import Desk
    from exit_desktop.ui.course.work import CourseWork


class PersonLine(QWidget):
    """A person; one that is begun to be changed stands open."""

    def __init__(self, work: CourseWork, course_id: str, person_id: str) -> None:
        super().__init__()
        self._work, self.t = work, work.session.t
        self._course_id, self.person_id = course_id, person_id
        self._person: NetworkPerson | None = None
        self._course: Course | None = None
        self._cafe = False
        self.form: PersonForm | None = None
        self._build()
        if any(place.startswith(f"{self._place}/") for place in work.session.drafts.places()):
            self._unfold()

    @property
    def _place(self) -> str:
        return f"network/{self._course_id}/{self.person_id}"

    def show_person(self, person: NetworkPerson, course: Course, cafe: bool) -> None:
        """Show a person of a course's network."""
        self._person, self._course, self._cafe = person, course, cafe
        self.who.setText(person_name(person, self.t, with_name=not cafe))
        self.under.setText(person_words(person, course, self.t))
        self._name_parts()
        if self.form is not None:
            self.form.show_person(person)
            self.form.set_cafe_view(cafe)

    def unfold(self) -> None:
        """Open the fields and go to the first."""
        self._unfold()
        self._name_parts()
        if self.form is not None:
            self.form.setFocus()

    def retranslate(self) -> None:
        """Speak the language in force."""
        self.remove.setText(self.t("Take off the map"))
        if self.form is not None:
            self.form.retranslate()
        if self._person is not None and self._course is not None:
            self.show_person(self._person, self._course, self._cafe)

    def _name_parts(self) -> None:
        opened = self.form is not None and not self.form.isHidden()
        who = self.who.text()
        self.open.setText(self.t("Close") if opened else self.t("Change"))
        self.open.setAccessibleName(self.t("Close: {what}", what=who) if opened else self.t("Change: {what}", what=who))

    def _build(self) -> None:
        theme = self._work.session.theme
        self.open, self.remove = LinkButton(), Button()
        self.who, self.under = Label(theme), small(theme)
        words = QVBoxLayout()
        words.setSpacing(theme.px(1))
        words.addWidget(self.who)
        words.addWidget(self.under)
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        line.addLayout(words, 1)
        line.addWidget(self.open, 0, Qt.AlignmentFlag.AlignTop)
        self._column = column_of(self, theme.px(6))
        self._column.addWidget(rule())
        self._column.addLayout(line)
        self.remove.hide()
        self.open.clicked.connect(self._turn)
        self.remove.clicked.connect(self._remove)
        self.retranslate()

    def _turn(self) -> None:
        if self.form is None or self.form.isHidden():
            self.unfold()
            return
        self.form.hide()
        self.remove.hide()
        self._name_parts()
        self.open.setFocus()

    def _unfold(self) -> None:
        if self.form is None:
            self.form = PersonForm(self._work, self._place, self._save)
            self.form.retranslate()
            self._column.addWidget(self.form)
            self._column.addLayout(row(1, self.remove))
        self.form.show()
        self.remove.show()
        if self._person is not None:
            self.form.show_person(self._person)
            self.form.set_cafe_view(self._cafe)

    def _save(self, change: Callable[[NetworkPerson], NetworkPerson]) -> bool:
        def act(desk: Desk, course: Course) -> Course:
            person = next((one for one in course.network if one.id == self.person_id), None)
            return put_person(desk, course, change(person)) if person else course

        return change_here(self._work, self._course_id, act)

    def _remove(self) -> None:
        work, person_id = self._work, self.person_id
        if change_here(work, self._course_id, lambda desk, course: remove_person(desk, course, person_id)):
            words = self.t("Off the map. It waits in the bin for 30 days.")
            work.session.note(words, self.t("Undo"), work.undo)
