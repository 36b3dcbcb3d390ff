"""Where a new citizen is written: only what they want to be called is asked for."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent

from exit_desktop.errors import Failure
from exit_desktop.services.courses import hint_near_aliases, register_citizen
from exit_desktop.system.language import Language, mark
from exit_desktop.ui.guidance.about_link import AboutLink
from exit_desktop.ui.language_words import LANGUAGES
from exit_desktop.ui.session import Session
from exit_desktop.ui.telling import announce, sentence_of
from exit_desktop.ui.widgets.buttons import Button, PrimaryButton
from exit_desktop.ui.widgets.choices import ChipRow
from exit_desktop.ui.widgets.fields import FormRow, TextLine
from exit_desktop.ui.widgets.flow import FlowLayout
from exit_desktop.ui.widgets.guard_line import GuardLine
from exit_desktop.ui.widgets.labels import Label, small
from exit_desktop.ui.widgets.panels import Panel

# Longer than an alias may be, so that the refusal can be told instead of letters vanishing.
_ROOM = 60
_HINT_AFTER_MS = 200
_DRAFT = "citizen/new/alias"


class NewCitizen(Panel):
    """A small form over the list: `added(course id)` or `left` without one."""

    added = Signal(str)
    left = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session.theme)
        self._session, self._t = session, session.t
        theme = session.theme
        self.alias = TextLine(most=_ROOM)
        self._alias_row = FormRow(theme, self.alias)
        self._near, self._guard = small(theme), GuardLine(session, self.alias)
        self._language_name = Label(theme)
        self.language = ChipRow(self._t, LANGUAGES)
        self.add, self.cancel = PrimaryButton(), Button()
        self.about = AboutLink(session, "new_citizen", mark("About the first meeting"))
        self._soon = QTimer(self, singleShot=True, interval=_HINT_AFTER_MS)
        for part in (self._alias_row, self._near, self._guard, self._language_name, self.language):
            self.body.addWidget(part)
        buttons = FlowLayout(spacing=theme.px(8))
        for button in (self.add, self.cancel):
            buttons.addWidget(button)
        self.body.addLayout(buttons)
        self.body.addWidget(self.about)
        self._connect()
        self.retranslate()

    def begin(self) -> None:
        """Put the cursor where the alias is written."""
        self.show()
        self.alias.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def clear(self) -> None:
        """Forget what was written."""
        self._soon.stop()
        self.alias.clear()
        self._near.clear()
        self._near.hide()
        self._guard.forget()
        self._alias_row.set_fault("")
        self.language.set_value(Language.DANISH)

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self._t
        self.set_heading(t("New citizen"))
        self._alias_row.set_words(
            t("What does the citizen want to be called here?"), t("A name of their own choice, never the real one.")
        )
        self._language_name.setText(t("Language for readings and papers"))
        self.language.name(t("Language for readings and papers"))
        self.language.retranslate()
        self.about.retranslate()
        self.add.setText(t("Add the citizen"))
        self.cancel.setText(t("Cancel"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the height that the words need at this width; it is the list that gives way."""
        super().resizeEvent(event)
        self.setMinimumHeight(self.body.totalHeightForWidth(event.size().width()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc leave."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
            return
        super().keyPressEvent(event)

    def _connect(self) -> None:
        self._near.hide()
        self._session.drafts.attach(self.alias, _DRAFT)
        self.alias.textEdited.connect(self._edited)
        self.alias.returnPressed.connect(self._add)
        self._soon.timeout.connect(self._hint)
        self.add.clicked.connect(self._add)
        self.cancel.clicked.connect(self._leave)

    def _edited(self) -> None:
        self._alias_row.set_fault("")
        self._soon.start()

    def _hint(self) -> None:
        near = hint_near_aliases(self._session.desk, self.alias.text())
        names = ", ".join(self._t("“{alias}”", alias=alias) for alias in near)
        self._near.setText(self._t("Looks like {names}. Is it the same citizen?", names=names) if near else "")
        self._near.setVisible(bool(near))
        if near:
            announce(self, self._near.text())

    def _add(self) -> None:
        try:
            course = register_citizen(self._session.desk, self.alias.text(), self.language.value)
        except Failure as failure:
            sentence = sentence_of(failure, self._t)
            self._alias_row.set_fault(sentence)
            self._soon.stop()
            self._near.hide()
            self.alias.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, sentence)
            return
        self._forget()
        self.added.emit(course.id)

    def _leave(self) -> None:
        self._forget()
        self.left.emit()

    def _forget(self) -> None:
        self.clear()
        self._session.drafts.drop(_DRAFT)
