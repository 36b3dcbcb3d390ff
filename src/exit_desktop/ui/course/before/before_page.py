"""One page to read before a meeting: last note, agreements, what is due, what has changed, what is tried out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from exit_desktop.errors import Failure
from exit_desktop.services.before import Preparation, prepare_meeting
from exit_desktop.services.scores import LIFE_SITUATION
from exit_desktop.services.service_list import list_services, name_here
from exit_desktop.ui.course.before.before_words import (
    agreement,
    change_lines,
    due_line,
    meeting_words,
    more_agreements,
    note_heading,
    purpose_words,
    task_line,
)
from exit_desktop.ui.course.before.note_panel import NotePanel
from exit_desktop.ui.course.before.told_panel import ToldPanel
from exit_desktop.ui.course.header import AliasLabel
from exit_desktop.ui.course.place_words import place_line
from exit_desktop.ui.guidance.about_link import AboutLink
from exit_desktop.ui.widgets.buttons import Button, PrimaryButton
from exit_desktop.ui.widgets.labels import Label, muted, small
from exit_desktop.ui.widgets.panels import row, scrolled

if TYPE_CHECKING:
    from exit_desktop.domain.courses import Course
    from exit_desktop.ui.course.work import CourseWork

# Below this width, in pixels at 100 %, the panels stand one under the other.
TWO_COLUMNS = 620


class BeforePage(QWidget):
    """`contact_wanted` and `course_wanted` lead on; `set_cafe_view` blanks everything, the name too."""

    contact_wanted = Signal()
    course_wanted = Signal()

    def __init__(self, work: CourseWork) -> None:
        super().__init__()
        self._work, self.t = work, work.session.t
        self._course: Course | None = None
        self._columns = 0
        self._build()
        self.contact.clicked.connect(self.contact_wanted)
        self.back.clicked.connect(self.course_wanted)
        self.retranslate()

    @property
    def blank(self) -> bool:
        """Whether everything is out of sight."""
        return self._stack.currentIndex() == 1

    def show_course(self, course: Course) -> None:
        """Show what is worth reading before a meeting with this citizen."""
        self._course = course
        try:
            found = prepare_meeting(self._work.desk, course)
            services = {one.id: name_here(one, self.t) for one in list_services(self._work.desk)}
        except Failure as failure:
            self._work.session.tell(failure)
            return
        self._show_head(course, found)
        self._show_plan(course, found, services)
        instrument = self._work.desk.catalogue.get(LIFE_SITUATION)
        self.change.show_lines(self.t("What has changed"), change_lines(found, instrument, self.t), "")

    def set_cafe_view(self, on: bool) -> None:
        """Blank the page, or show it again."""
        self._stack.setCurrentIndex(int(on))
        if on:
            self._blank.setFocus()

    def take_focus(self) -> None:
        """Put the keyboard on what leads on."""
        (self._blank if self.blank else self.contact).setFocus()

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self.t
        self._kind.setText(t("Before the meeting"))
        self.about.retranslate()
        self.contact.setText(t("Write a contact"))
        self.back.setText(t("To the course"))
        self._hides.setText(t("F8 blanks this page"))
        self._blank.setText(t("The page is blank. F8 shows it again."))
        self.setAccessibleName(t("Before the meeting"))
        if self._course is not None:
            self.show_course(self._course)

    def clear(self) -> None:
        """Drop all that is shown."""
        self._course = None
        for label in (self.alias, self._place, self._meeting, self._purpose, self._safety):
            label.clear()
        self.alias.setToolTip("")
        self.note.clear()
        for panel in (self.agreements, self.due, self.change, self.network):
            panel.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the course with Esc."""
        if event.key() == Qt.Key.Key_Escape and not self.blank:
            self.course_wanted.emit()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in two columns where there is room."""
        super().resizeEvent(event)
        self._lay_out()

    def _show_head(self, course: Course, found: Preparation) -> None:
        t, today = self.t, self._work.session.today()
        self.alias.setText(course.citizen.alias)
        self.alias.setToolTip(course.citizen.alias)
        self._place.setText(place_line(course, t, today))
        self._meeting.setText(meeting_words(found.meeting, today, t))
        self._purpose.setText(purpose_words(course, t))
        self.about.set_place(f"before/{int(course.phase)}")
        words = found.safety.words if found.safety else ""
        self._safety.setText(t("Before you go: {words}", words=words) if words else "")
        self._warning.setVisible(bool(words))
        self.note.show_note(note_heading(found.last_note, t), found.last_note.note if found.last_note else "")

    def _show_plan(self, course: Course, found: Preparation, services: dict[str, str]) -> None:
        t, today = self.t, self._work.session.today()
        agreed = [agreement(activity, services, today, t) for _, activity in found.agreements]
        if found.more_agreements:
            agreed.append(more_agreements(found.more_agreements, t))
        self.agreements.show_lines(t("Open agreements"), agreed, t("Nothing is agreed in the plan."))
        due = [due_line(one, today, t, found.begun.get((one.kind, one.ref))) for one in found.due]
        self.due.show_lines(t("What is due"), due, t("Nothing for the next two weeks."))
        takers = {person.id: person.name or person.role for person in course.network}
        tried = [task_line(task, takers, t, how=number == 0) for number, task in enumerate(found.tried)]
        self.network.show_lines(t("The network, tried out"), tried, t("No task is on its way to others yet."))

    def _build(self) -> None:
        theme = self._work.session.theme
        self._kind, self.alias = small(theme), AliasLabel(theme)
        self._place, self._meeting = muted(theme), Label(theme)
        self._purpose, self._safety, self._hides, self._blank = Label(theme), Label(theme), small(theme), muted(theme)
        self.contact, self.back, self.about = PrimaryButton(), Button(), AboutLink(self._work.session)
        self.note = NotePanel(theme)
        self.agreements, self.due, self.change, self.network = (ToldPanel(theme) for _ in range(4))
        self._stack = QStackedWidget()
        self._stack.addWidget(scrolled(self._page()))
        self._blank.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._blank.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._stack.addWidget(self._blank)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def _page(self) -> QWidget:
        px = self._work.session.theme.px
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(px(26), px(12), px(20), px(10))
        column.setSpacing(px(8))
        column.addLayout(self._head())
        self._warning = QFrame()
        self._warning.setProperty("kind", "quiet")
        self._warning.setProperty("wants", "true")
        line = QVBoxLayout(self._warning)
        line.setContentsMargins(px(12), px(7), px(12), px(7))
        line.addWidget(self._safety)
        column.addWidget(self._warning)
        purpose = row(self._purpose, self.about)
        purpose.setStretch(0, 1)
        column.addLayout(purpose)
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        self._across = row(self._left, self._right, spacing=px(10))
        for side in (self._left, self._right):
            side.setSpacing(px(10))
            side.addStretch(1)
        self._across.setStretch(0, 1)
        column.addLayout(self._across, 1)
        return page

    def _head(self) -> QVBoxLayout:
        px = self._work.session.theme.px
        self._hides.setWordWrap(False)
        self._kind.setWordWrap(False)
        head = QVBoxLayout()
        head.setSpacing(px(2))
        head.addLayout(row(self._kind, 1, self._hides))
        head.addLayout(row(self.alias, 1, self.back, self.contact, spacing=px(10)))
        head.addWidget(self._meeting)
        head.addWidget(self._place)
        return head

    def _lay_out(self) -> None:
        columns = 2 if self.width() >= self._work.session.theme.px(TWO_COLUMNS) else 1
        if columns == self._columns:
            return
        self._columns = columns
        first = (self.note, self.due, self.change)
        rest = (self.agreements, self.network)
        for number, panel in enumerate((*first, *rest) if columns == 1 else first):
            self._left.insertWidget(number, panel)
        for number, panel in enumerate(() if columns == 1 else rest):
            self._right.insertWidget(number, panel)
        self._across.setStretch(1, columns - 1)
