"""One line of the log; it opens into the fields of the contact, which are saved when they are left."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from exit_desktop.services.contacts import delete_contact, record_contact
from exit_desktop.ui.course.contacts.form import ContactForm
from exit_desktop.ui.course.contacts.form_state import FormUse, read_state, same, state_text
from exit_desktop.ui.course.contacts.line import ContactLine
from exit_desktop.ui.course.plan.in_step import change_here
from exit_desktop.ui.widgets.buttons import Button, LinkButton
from exit_desktop.ui.widgets.ctrl_enter import on_ctrl_enter
from exit_desktop.ui.widgets.panels import row

if TYPE_CHECKING:
    from exit_desktop.domain.contacts import Contact
    from exit_desktop.domain.courses import Course
    from exit_desktop.services.desk import Desk
    from exit_desktop.ui.course.work import CourseWork


class ContactEditor(QWidget):
    """The fields of a contact in the log; each is saved when it is left, and a draft until then."""

    closed = Signal()

    def __init__(self, work: CourseWork, contact: Contact, course_id: str) -> None:
        super().__init__()
        self._work, self.t = work, work.session.t
        self._contact, self._course_id = contact, course_id
        self.form = ContactForm(work.session, FormUse.CHANGE)
        self.form.show_contact(contact)
        draft = read_state(work.session.drafts.text(self.place))
        if draft:
            self.form.show_state(draft)
        self.delete, self._fold = Button(), LinkButton()
        column = QVBoxLayout(self)
        space = work.session.theme.px(12)
        column.setContentsMargins(space, space, space, space)
        column.setSpacing(work.session.theme.px(10))
        column.addWidget(self.form)
        column.addLayout(row(self._fold, 1, self.delete))
        self.form.edited.connect(self._keep)
        self.form.left.connect(self.save)
        self.form.finished.connect(self._close)
        on_ctrl_enter(self, self._close)
        self._fold.clicked.connect(self._close)
        self.delete.clicked.connect(self._delete)
        self.retranslate()

    @property
    def place(self) -> str:
        """Where the draft of this contact waits."""
        return draft_place(self._course_id, self._contact.id)

    def put(self, contact: Contact) -> None:
        """Show the contact as it was written."""
        if contact != self._contact:
            self._contact = contact
            self.form.show_contact(contact)

    def save(self) -> bool:
        """Write what differs from the contact; False while a field cannot be read, the writing failed or another course
        is chosen, where what was written can only wait.
        """
        course = self._work.course
        if course is None or course.id != self._course_id:
            return not self._work.session.drafts.text(self.place)
        if self._contact not in course.contacts:
            return True
        changed = self.form.read(self._contact)
        if changed is None:
            return False
        if not same(changed, self._contact) and not change_here(self._work, self._course_id, partial(_write, changed)):
            return False
        self._work.session.drafts.drop(self.place)
        return True

    def retranslate(self) -> None:
        """Speak the language in force."""
        self.form.retranslate()
        self.delete.setText(self.t("Delete"))
        self._fold.setText(self.t("Fold up"))

    def _keep(self) -> None:
        self._work.session.drafts.keep(self.place, state_text(self.form.state()))

    def _close(self) -> None:
        if self.save():
            self.closed.emit()

    def _delete(self) -> None:
        session, work, place = self._work.session, self._work, self.place
        if change_here(work, self._course_id, partial(_delete, self._contact.id)):
            session.drafts.drop(place)
            session.note(self.t("The contact is deleted. It waits 30 days in the bin."), self.t("Undo"), work.undo)


class LogEntry(QWidget):
    """A line and, while it is open, its fields; `opened(self)` when the worker opened it, `stepped(self, by)` on the
    arrow keys.
    """

    opened = Signal(object)
    stepped = Signal(object, int)

    def __init__(self, work: CourseWork, contact: Contact, course_id: str) -> None:
        super().__init__()
        self._work = work
        self.contact, self._course_id = contact, course_id
        self.line = ContactLine(work.session, contact)
        self.editor: ContactEditor | None = None
        self._waits = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.line)
        self.line.clicked.connect(self._toggle)
        self.line.stepped.connect(self._step)

    def put(self, contact: Contact, course_id: str) -> None:
        """Show the contact as it stands now, of the course that the log shows."""
        if (contact, course_id) == (self.contact, self._course_id):
            return
        self.contact, self._course_id = contact, course_id
        self.line.put(contact)
        if self.editor:
            self.editor.put(contact)

    @property
    def waits(self) -> bool:
        """Whether the fields opened by themselves, since a text waits in them, and nobody has touched them yet."""
        return self._waits

    def open_waiting(self) -> None:
        """Show the fields, since a text waits in them that was never saved."""
        self.open()
        self._waits = True

    def open(self) -> None:
        """Show the fields."""
        self._waits = False
        if self.editor is None:
            self.editor = ContactEditor(self._work, self.contact, self._course_id)
            self.editor.closed.connect(self._closed)
            self.editor.form.edited.connect(self._touched)
            column = self.layout()
            if column is not None:
                column.addWidget(self.editor)
            for stop, following in pairwise(self.stops()):
                QWidget.setTabOrder(stop, following)
        self.line.setChecked(True)

    def stops(self) -> list[QWidget]:
        """Return where Tab stops here: the line, and the fields in their own order.

        Also those that are hidden now, and the chips that are not chosen: Qt lets Tab stop only at the one that is.
        """
        stops: list[QWidget] = [self.line]
        inside = self.editor.findChildren(QWidget) if self.editor else []
        left = {part for part in inside if part.focusPolicy() != Qt.FocusPolicy.NoFocus and part.focusProxy() is None}
        part = self.line.nextInFocusChain()
        while left and part is not None and part is not self.line:
            if part in left:
                left.remove(part)
                stops.append(part)
            part = part.nextInFocusChain()
        return stops

    def close_fields(self) -> bool:
        """Save and fold up; False if a field cannot be read, and then the fields stay."""
        if self.editor is not None:
            if not self.editor.save():
                self.line.setChecked(True)
                return False
            self.editor.setParent(None)
            self.editor.deleteLater()
            self.editor = None
        self.line.setChecked(False)
        return True

    def retranslate(self) -> None:
        """Speak the language in force."""
        self.line.put(self.contact)
        if self.editor:
            self.editor.retranslate()

    def _toggle(self, wanted: bool) -> None:
        if self._waits and self.editor is not None:
            # Whoever presses to look has not finished the sentence: only the keyboard goes there.
            self.open()
            self.editor.form.note.setFocus()
        elif wanted:
            self.open()
            self.opened.emit(self)
        else:
            self.close_fields()

    def _touched(self) -> None:
        self._waits = False

    def _step(self, by: int) -> None:
        self.stepped.emit(self, by)

    def _closed(self) -> None:
        self.close_fields()
        self.line.setFocus()


def draft_place(course_id: str, contact_id: str) -> str:
    """Return where the draft of a contact in the log waits."""
    return f"contact/{course_id}/{contact_id}"


def _write(contact: Contact, desk: Desk, course: Course) -> Course:
    return record_contact(desk, course, contact)


def _delete(contact_id: str, desk: Desk, course: Course) -> Course:
    return delete_contact(desk, course, contact_id)
