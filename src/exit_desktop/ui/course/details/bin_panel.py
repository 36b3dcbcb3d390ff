"""The bin of a course: what was deleted in the last 30 days, to be put back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from exit_desktop.domain.contacts import Contact
from exit_desktop.domain.courses import Course
from exit_desktop.domain.network import NetworkMeeting, SupportTask
from exit_desktop.errors import Failure
from exit_desktop.services.bin import BinLine, BinnedPerson, list_bin, restore_from_bin
from exit_desktop.services.labels import CONTACT_KINDS
from exit_desktop.system.language import Texts
from exit_desktop.ui.widgets.buttons import Button
from exit_desktop.ui.widgets.labels import Label, small
from exit_desktop.ui.widgets.panels import Panel, clear_layout, row

if TYPE_CHECKING:
    from exit_desktop.services.desk import Desk
    from exit_desktop.ui.course.work import CourseWork


class BinPanel(Panel):
    """A line for each with a button that puts it back."""

    def __init__(self, work: CourseWork) -> None:
        super().__init__(work.session.theme)
        self._work, self._t = work, work.session.t
        self._empty = small(work.session.theme)
        self._lines = QVBoxLayout()
        self.body.addWidget(self._empty)
        self.body.addLayout(self._lines)

    def show_course(self, course: Course) -> None:
        """Show what waits in the bin of a course."""
        clear_layout(self._lines)
        lines = self._read(course)
        self._empty.setVisible(not lines)
        for line in lines:
            self._add(line)

    def clear(self) -> None:
        """Let the lines go."""
        clear_layout(self._lines)

    def retranslate(self) -> None:
        """Speak the language in force."""
        self.set_heading(self._t("Bin"))
        self._empty.setText(self._t("What you delete in this course waits here for 30 days."))

    def _read(self, course: Course) -> tuple[BinLine, ...]:
        try:
            return list_bin(self._work.desk, course)
        except Failure as failure:
            self._work.session.tell(failure)
            return ()

    def _add(self, line: BinLine) -> None:
        t, theme = self._t, self._work.session.theme
        words = _line_words(line, t)
        back = Button(t("Put back"))
        back.setAccessibleDescription(words)
        back.clicked.connect(partial(self._restore, line))
        told = QVBoxLayout()
        told.addWidget(Label(theme, words))
        told.addWidget(small(theme, t("Erased for good {date}", date=t.date(line.gone_on, "day"))))
        across = row(back)
        across.insertLayout(0, told, 1)
        self._lines.addLayout(across)

    def _restore(self, line: BinLine) -> None:
        def act(desk: Desk, course: Course) -> Course:
            return restore_from_bin(desk, course, line)

        self._work.change(act)


def _line_words(line: BinLine, t: Texts) -> str:
    record = line.record
    match record:
        case Contact():
            return t("{kind} {date}", kind=t(CONTACT_KINDS[record.kind]), date=t.date(record.on))
        case BinnedPerson():
            return t("In the network: {who}", who=record.person.role)
        case SupportTask():
            return t("Task to be taken over: {what}", what=record.what)
        case NetworkMeeting():
            return t("Network meeting {date}", date=t.date(record.on))
    return t("Activity: {what}", what=record.activity.what)
