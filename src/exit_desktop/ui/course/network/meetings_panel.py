"""Meetings with the network: when, who came, what was said; the newest first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from exit_desktop.domain.network import NetworkMeeting
from exit_desktop.services.network import put_meeting, remove_meeting
from exit_desktop.ui.course.network.network_words import meeting_words
from exit_desktop.ui.course.network.new_meeting import new_meeting
from exit_desktop.ui.course.network.placing import put_in_place
from exit_desktop.ui.course.plan.in_step import change_here, column_of, keep_in_step
from exit_desktop.ui.course.plan.saved_text import SavedText
from exit_desktop.ui.widgets.buttons import Button, LinkButton
from exit_desktop.ui.widgets.fields import DateField, FormRow
from exit_desktop.ui.widgets.labels import Label, small
from exit_desktop.ui.widgets.panels import Panel, row, rule

if TYPE_CHECKING:
    from exit_desktop.domain.courses import Course
    from exit_desktop.services.desk import Desk
    from exit_desktop.ui.course.work import CourseWork

Save = Callable[[Callable[[NetworkMeeting], NetworkMeeting]], bool]


class MeetingForm(QWidget):
    """The fields of one meeting; each is saved when it is left."""

    def __init__(self, work: CourseWork, place: str, save: Save) -> None:
        super().__init__()
        self.t, self._save = work.session.t, save
        theme = work.session.theme
        self.on = DateField(work.session.today())
        self._row = FormRow(theme, self.on)
        self.who = SavedText(work, f"{place}/who", lambda text: save(lambda one: replace(one, who_came=text)))
        self.note = SavedText(work, f"{place}/note", lambda text: save(lambda one: replace(one, note=text)))
        column = column_of(self, theme.px(8))
        for part in (self._row, self.who, self.note):
            column.addWidget(part)
        self.setFocusProxy(self.on)
        self.on.picked.connect(self._picked)
        self.retranslate()

    def show_meeting(self, meeting: NetworkMeeting, cafe: bool) -> None:
        """Show what is kept; what is being written just now stays."""
        if not self.on.hasFocus():
            self.on.set_value(meeting.on)
        self.who.show_text(meeting.who_came)
        self.note.show_text(meeting.note)
        self.who.setHidden(cafe)

    def retranslate(self) -> None:
        """Speak the language in force."""
        self._row.set_words(self.t("Date"))
        self.who.set_words(self.t("Who came: roles"))
        self.note.set_words(self.t("What was said and agreed"))

    def _picked(self, _value: object) -> None:
        on = self.on.value
        if on is not None:
            self._save(lambda one: replace(one, on=on))


class MeetingLine(QWidget):
    """One meeting; it opens into its fields."""

    def __init__(self, work: CourseWork, course_id: str, meeting_id: str) -> None:
        super().__init__()
        self._work, self.t = work, work.session.t
        self._course_id, self._id = course_id, meeting_id
        self._meeting: NetworkMeeting | None = None
        self._cafe = False
        self.form: MeetingForm | None = None
        theme = work.session.theme
        self.open, self.remove = LinkButton(), Button()
        self.when, self.note = Label(theme), small(theme)
        words = QVBoxLayout()
        words.setSpacing(theme.px(1))
        words.addWidget(self.when)
        words.addWidget(self.note)
        line = QHBoxLayout()
        line.addLayout(words, 1)
        line.addWidget(self.open, 0, Qt.AlignmentFlag.AlignTop)
        self._column = column_of(self, theme.px(6))
        self._column.addWidget(rule())
        self._column.addLayout(line)
        self.open.clicked.connect(self._turn)
        self.remove.clicked.connect(self._remove)
        self.retranslate()
        if any(place.startswith(f"{self._place}/") for place in work.session.drafts.places()):
            self._unfold()

    @property
    def _place(self) -> str:
        return f"network/{self._course_id}/{self._id}"

    def show_meeting(self, meeting: NetworkMeeting, cafe: bool) -> None:
        """Show a meeting of a course."""
        self._meeting, self._cafe = meeting, cafe
        self.when.setText(meeting_words(meeting, self.t, with_name=not cafe))
        opened = self.form is not None and not self.form.isHidden()
        self.note.setText(meeting.note)
        self.note.setVisible(bool(meeting.note) and not opened)
        day = self.t.date(meeting.on)
        self.open.setText(self.t("Close") if opened else self.t("Change"))
        self.open.setAccessibleName(self.t("Close: {what}", what=day) if opened else self.t("Change: {what}", what=day))
        if self.form is not None:
            self.form.show_meeting(meeting, cafe)

    def retranslate(self) -> None:
        """Speak the language in force."""
        self.remove.setText(self.t("Delete the meeting"))
        if self.form is not None:
            self.form.retranslate()
        if self._meeting is not None:
            self.show_meeting(self._meeting, self._cafe)

    def _turn(self) -> None:
        if self.form is None or self.form.isHidden():
            self._unfold()
            if self.form is not None:
                self.form.setFocus()
        else:
            self.form.hide()
            self.remove.hide()
            self.open.setFocus()
        self.retranslate()

    def _unfold(self) -> None:
        if self.form is None:
            self.form = MeetingForm(self._work, self._place, self._save)
            self._column.addWidget(self.form)
            self._column.addLayout(row(1, self.remove))
        self.form.show()
        self.remove.show()

    def _save(self, change: Callable[[NetworkMeeting], NetworkMeeting]) -> bool:
        def act(desk: Desk, course: Course) -> Course:
            meeting = next((one for one in course.handover.meetings if one.id == self._id), None)
            return put_meeting(desk, course, change(meeting)) if meeting else course

        return change_here(self._work, self._course_id, act)

    def _remove(self) -> None:
        work, meeting_id = self._work, self._id
        if change_here(work, self._course_id, lambda desk, course: remove_meeting(desk, course, meeting_id)):
            words = self.t("The meeting waits in the bin for 30 days.")
            work.session.note(words, self.t("Undo"), work.undo)


class MeetingsPanel(Panel):
    """The meetings, and the way to a new one."""

    def __init__(self, work: CourseWork) -> None:
        super().__init__(work.session.theme)
        self._work, self.t = work, work.session.t
        self._course_id = ""
        self.lines: dict[str, MeetingLine] = {}
        self.new, self._empty = new_meeting(work, ""), small(work.session.theme)
        self._list = QVBoxLayout()
        self.body.addWidget(self._empty)
        self.body.addWidget(self.new)
        self.body.addLayout(self._list)
        self.body.addStretch(1)
        self.retranslate()

    def show_course(self, course: Course | None, cafe: bool = False) -> None:
        """Show the network meetings of a course."""
        course_id = course.id if course else ""
        if course_id != self._course_id:
            self._change_course(course_id)
        newest_first = (
            sorted(course.handover.meetings, key=lambda one: (one.on, one.id), reverse=True) if course else []
        )
        meetings = {meeting.id: meeting for meeting in newest_first}
        keep_in_step(self._list, self.lines, meetings, self._line)
        for meeting_id, line in self.lines.items():
            line.show_meeting(meetings[meeting_id], cafe)
        self._empty.setVisible(not meetings)

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self.t
        self.set_heading(t("Meetings with the network"))
        self._empty.setText(t("Where everyone hears the same. Agree first on what may be said."))
        self.new.retranslate()
        for line in self.lines.values():
            line.retranslate()

    def _change_course(self, course_id: str) -> None:
        keep_in_step(self._list, self.lines, (), self._line)
        self._course_id = course_id
        self.new = put_in_place(self.body, self.new, new_meeting(self._work, course_id))

    def _line(self, meeting_id: str) -> MeetingLine:
        return MeetingLine(self._work, self._course_id, meeting_id)
