"""What every step looks like: what it is about, a few fields, a button that names the act, and a way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QDialog, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from exit_desktop.ui.telling import announce, sentence_of
from exit_desktop.ui.widgets.buttons import Button, PrimaryButton
from exit_desktop.ui.widgets.ctrl_enter import ENTERS
from exit_desktop.ui.widgets.dialog_room import DialogRoom
from exit_desktop.ui.widgets.fields import DateField, FormRow, TextArea
from exit_desktop.ui.widgets.guard_line import GuardLine
from exit_desktop.ui.widgets.labels import Label, muted, title, wants
from exit_desktop.ui.widgets.panels import row

if TYPE_CHECKING:
    from exit_desktop.domain.courses import Course
    from exit_desktop.services.desk import Desk
    from exit_desktop.ui.course.work import CourseWork


class StepDialog(QDialog):
    """Holds no course: it asks the work for it when the act is done, and stays open with the reason if that fails."""

    WIDTH = 480
    """How wide it is, in pixels at 100 %, where the window has the room."""

    def __init__(self, parent: QWidget, work: CourseWork, name: str) -> None:
        super().__init__(parent)
        self.work, self.session, self.t = work, work.session, work.session.t
        self._name, self._drafts = name, list[str]()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Forløb")
        theme = self.session.theme
        self._title, self._text, self._fault = title(theme), muted(theme), wants(theme)
        self._missing = muted(theme)
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.px(10))
        self.act, self.back = PrimaryButton(), Button(self.t("Cancel"))
        self.act.clicked.connect(self.do)
        self.back.clicked.connect(self._give_up)
        self._build()

    def set_words(self, name: str, text: str, act: str) -> None:
        """Say what the step is about and what the button does."""
        self._title.setText(name)
        self.setAccessibleName(name)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self.act.setText(act)

    def change(self, desk: Desk, course: Course) -> Course:
        """Do the step; each dialog has its own."""
        raise NotImplementedError

    def ready(self) -> bool:
        """Return whether the fields hold what the step needs."""
        return True

    def missing(self) -> str:
        """Return what is still to be chosen; empty where the fields speak for themselves."""
        return ""

    def settle(self) -> None:
        """Allow the act when the fields hold what it needs, and say what does not."""
        self.act.setEnabled(self.ready())
        self._missing.setText(self.missing())
        self._missing.setVisible(bool(self._missing.text()))
        self._fault.hide()
        self._room.fit()

    def open(self) -> None:
        """Show the dialog; the buttons come last in the order of the keyboard, after every field."""
        if self.act.parent() is None:
            self._room.column.addLayout(row(self.act, self.back, 1))
        super().open()
        self._room.fit()

    def do(self) -> None:
        """Do the step and close, or say in place why it cannot be done."""
        if not self.ready():
            return
        failure = self.work.try_change(self.change)
        if failure is None:
            self._forget_drafts()
            self.accept()
            return
        self._fault.setText(sentence_of(failure, self.t))
        self._fault.show()
        self._room.fit()
        announce(self, self._fault.text())

    def add_date(self, name: str, value: bool = True, hint: str = "") -> DateField:
        """Add a field for a date, today unless `value` is False."""
        today = self.session.today()
        field = DateField(today, today if value else None)
        field.setMaximumWidth(self.session.theme.px(160))
        field.textChanged.connect(self.settle)
        self.body.addWidget(FormRow(self.session.theme, field, name, hint))
        return field

    def add_words(self, name: str, hint: str = "") -> TextArea:
        """Add a field for a few words, kept as a draft until the step is done or given up."""
        field = TextArea(self.session.theme, lines=2, most=6)
        self.body.addWidget(FormRow(self.session.theme, field, name, hint))
        self.body.addWidget(GuardLine(self.session, field))
        self.keep_draft(field, "words")
        field.finished.connect(self.do)
        field.textChanged.connect(self.settle)
        return field

    def add_named(self, name: str, field: QWidget) -> Label:
        """Add a row of choices under its name."""
        label = Label(self.session.theme, name)
        label.setBuddy(field)
        field.setAccessibleName(name)
        self.body.addWidget(label)
        self.body.addWidget(field)
        return label

    def keep_draft(self, field: QLineEdit | QPlainTextEdit, part: str) -> None:
        """Let a half-written text survive a lock."""
        course = self.work.course
        place = f"step/{course.id if course else ''}/{self._name}/{part}"
        self.session.drafts.attach(field, place)
        self._drafts.append(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do the act with Enter or Ctrl+Enter; Esc leaves."""
        if event.key() in ENTERS:
            at = self.focusWidget()
            if isinstance(at, QAbstractButton):
                at.click()
            else:
                self.do()
            return
        super().keyPressEvent(event)

    def _build(self) -> None:
        # What is asked scrolls where the window is low; what is done with it stays in sight.
        room = self._room = DialogRoom(self, self.session.theme, self.WIDTH)
        room.column.addWidget(self._title)
        room.column.addWidget(room.area)
        room.inner.addWidget(self._text)
        room.inner.addLayout(self.body)
        for part in (self._missing, self._fault):
            room.inner.addWidget(part)
        room.inner.addStretch(1)
        for part in (self._missing, self._fault):
            part.hide()

    def _give_up(self) -> None:
        self._forget_drafts()
        self.reject()

    def _forget_drafts(self) -> None:
        for place in self._drafts:
            self.session.drafts.drop(place)
