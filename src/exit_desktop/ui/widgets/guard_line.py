"""The line under a field that tells when its text may make someone easier to identify; it never blocks (model 19)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from exit_desktop.errors import Failure
from exit_desktop.services.name_guard import FINDINGS, Finding, check_text
from exit_desktop.ui.messages import announce
from exit_desktop.ui.session import Session
from exit_desktop.ui.widgets.labels import Label

if TYPE_CHECKING:
    from exit_desktop.ui.course.work import CourseWork


class GuardLine(Label):
    """Looks at `field` when it is left and says what it found in one quiet line; hidden when there is nothing.

    `place` is the session, or the work of a course which knows it.
    """

    def __init__(self, place: CourseWork | Session, field: QLineEdit | QPlainTextEdit) -> None:
        self._session = place if isinstance(place, Session) else place.session
        super().__init__(self._session.theme, "", "small")
        self._field = field
        self._found: tuple[Finding, ...] = ()
        self._open = True
        self.hide()
        field.installEventFilter(self)
        self._session.locked.connect(self._close)
        self._session.language_changed.connect(self._say)

    @property
    def found(self) -> tuple[Finding, ...]:
        """What was found when the field was last left, each kind once."""
        return self._found

    def look(self) -> None:
        """Look at the text as it stands now."""
        if not self._open:
            return
        try:
            hints = check_text(self._session.desk, self._text())
        except Failure as failure:
            self._session.tell(failure)
            return
        before, self._found = self._found, tuple(dict.fromkeys(hint.finding for hint in hints))
        self._say()
        if self._found and self._found != before:
            announce(self, self.text())

    def forget(self) -> None:
        """Say nothing: the field holds another text now."""
        self._found = ()
        self._say()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look when the field is left."""
        # The type first: a line that is going hears events when it knows its field no more.
        if event.type() is QEvent.Type.FocusOut and watched is self._field:
            self.look()
        return super().eventFilter(watched, event)

    def _text(self) -> str:
        field = self._field
        return field.text() if isinstance(field, QLineEdit) else field.toPlainText()

    def _say(self) -> None:
        t = self._session.t
        self.setText(" ".join(t(FINDINGS[finding]) for finding in self._found))
        self.setVisible(bool(self._found))

    def _close(self, _reason: object = None) -> None:
        self._open = False
        self.forget()
