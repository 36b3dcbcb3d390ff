"""Where a new contact is written: a draft that waits where it was until "Add" makes it a record."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from exit_desktop.domain.contacts import Contact, ContactState
from exit_desktop.services.contacts import record_contact
from exit_desktop.system.ids import new_id
from exit_desktop.ui.course.contacts.form import ContactForm
from exit_desktop.ui.course.contacts.form_state import FormState, FormUse, bare, read_state, state_text
from exit_desktop.ui.course.undo_words import contacts_taken_back
from exit_desktop.ui.widgets.buttons import LinkButton, PrimaryButton
from exit_desktop.ui.widgets.ctrl_enter import on_ctrl_enter
from exit_desktop.ui.widgets.in_sight import bring_into_sight
from exit_desktop.ui.widgets.labels import small
from exit_desktop.ui.widgets.panels import Panel, row

if TYPE_CHECKING:
    from exit_desktop.domain.courses import Course
    from exit_desktop.services.desk import Desk
    from exit_desktop.ui.course.work import CourseWork


class Composer(Panel):
    """The fields of a new contact with "Add" (Ctrl+Enter); `added(id)` when it has become a record."""

    added = Signal(str)

    def __init__(self, work: CourseWork) -> None:
        super().__init__(work.session.theme)
        self._work, self.t = work, work.session.t
        self._course_id = ""
        self._folded = False
        self._added: set[str] = set()
        self.form = ContactForm(work.session, FormUse.WRITE)
        self.add = PrimaryButton()
        self._empty = LinkButton()
        self._waits = small(work.session.theme)
        self.body.addWidget(self.form)
        self._waits.setWordWrap(False)
        self.body.addLayout(row(self.add, self._empty, self._waits, 1))
        self.form.edited.connect(self._keep)
        self.form.kind.chosen.connect(self._begin)
        self.form.finished.connect(self.add_contact)
        self.add.clicked.connect(self.add_contact)
        self._empty.clicked.connect(self.throw_away)
        on_ctrl_enter(self, self.add_contact)
        work.undone.connect(self._take_back)
        self.retranslate()
        self._show(None)

    @property
    def place(self) -> str:
        """Where the draft of this course waits."""
        return f"contact/{self._course_id}/new"

    def show_course(self, course: Course | None) -> None:
        """Show the draft of a course, or empty fields; another revision of the same course changes nothing."""
        course_id = course.id if course else ""
        if course_id == self._course_id:
            return
        self._course_id = course_id
        self._added.clear()
        draft = read_state(self._work.session.drafts.text(self.place)) if course else None
        self._show(draft)

    def take_focus(self) -> None:
        """Begin to write: the kind is mostly right as it stands, one step of Shift+Tab away."""
        if self._folded:
            kind = self.form.kind.value
            self._fold(False)
            self.form.kind.set_value(kind)
        self.form.note.setFocus()

    def add_contact(self) -> None:
        """Make the draft a record; what cannot be read is told and stays."""
        contact = self.form.read(Contact(new_id(), self._work.session.today(), state=ContactState.HELD))
        if contact is None:
            self.form.go_to_fault()
            return
        if not self._work.change(partial(_write, contact)):
            return
        self._work.session.drafts.drop(self.place)
        self._show(None)
        self._added.add(contact.id)
        self._tell(contact)
        self.added.emit(contact.id)

    def throw_away(self) -> None:
        """Empty the fields and forget the draft."""
        self._work.session.drafts.drop(self.place)
        self._show(None)
        self.form.kind.take_focus()

    def retranslate(self) -> None:
        """Speak the language in force."""
        self.set_heading(self.t("Write a contact"))
        self.add.setText(self.t("Add"))
        self.add.setToolTip(self.t("Ctrl+Enter"))
        self._empty.setText(self.t("Empty the fields"))
        self._waits.setText(self.t("Not added yet. It waits here."))
        self.form.retranslate()

    def _tell(self, contact: Contact) -> None:
        session = self._work.session
        if contact.on > session.today() and contact.state is ContactState.HELD:
            # A year too many is easily typed; who adds with the keys has not seen the hint under the date.
            date = self.t.date(contact.on)
            session.note(
                self.t("Added: the contact of {date}. That day is still to come. Ctrl+Z takes it back.", date=date)
            )
            return
        session.say(self.t("Added: the contact of {date}.", date=self.t.date(contact.on, "day")))

    def _show(self, draft: FormState | None) -> None:
        self.form.empty(Contact("", self._work.session.today()))
        if draft:
            self.form.show_state(draft)
        self._fold(draft is None)
        self._waits.setVisible(draft is not None)

    def _fold(self, folded: bool) -> None:
        self._folded = folded
        self.form.fold(folded)
        for part in (self.add, self._empty):
            part.setHidden(folded)

    def _begin(self) -> None:
        """Unfold at the first click on a chip, with the keyboard where the words go."""
        if self._folded:
            self._fold(False)
            self.form.note.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_back(self, before: Course, after: Course) -> None:
        """Let the words of a contact that was added here and undone wait in the fields again, unless others do."""
        gone = [contact for contact in contacts_taken_back(before, after) if contact.id in self._added]
        if not gone or not self._folded:
            return
        self._fold(False)
        self.form.show_contact(gone[0])
        self._keep()
        if self.isVisible():
            self.form.note.setFocus()
            bring_into_sight(self.form.note)

    def _keep(self) -> None:
        if not self._course_id:
            return
        state = self.form.state()
        written = bare(state) != FormState()
        self._work.session.drafts.keep(self.place, state_text(state) if written else "")
        self._waits.setVisible(written)


def _write(contact: Contact, desk: Desk, course: Course) -> Course:
    return record_contact(desk, course, contact)
