"""Where an enquiry is written or changed: the fields, and beneath them what is done with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QKeyCombination, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from exit_desktop.errors import Failure
from exit_desktop.services.not_started import change_enquiry, record_enquiry
from exit_desktop.ui.enquiries.enquiry_fields import EnquiryFields
from exit_desktop.ui.telling import announce, sentence_of
from exit_desktop.ui.widgets.buttons import Button, LinkButton, PrimaryButton
from exit_desktop.ui.widgets.labels import heading, muted, wants
from exit_desktop.ui.widgets.panels import row, scrolled

if TYPE_CHECKING:
    from exit_desktop.domain.not_started import Enquiry
    from exit_desktop.ui.session import Session

NEW = "not_started/new"


def place_of(enquiry: Enquiry | None) -> str:
    """Return where the draft of an enquiry waits, or of a new one."""
    return f"not_started/{enquiry.id}" if enquiry else NEW


class EnquiryWriter(QWidget):
    """`left(id)` when it is done with: the id of what was written, empty when nothing was."""

    left = Signal(str)

    def __init__(self, session: Session, enquiry: Enquiry | None = None) -> None:
        super().__init__()
        self._session, self.t, self.enquiry = session, session.t, enquiry
        on, answers = (enquiry.on, enquiry.answers) if enquiry else (session.today(), ())
        self.fields = EnquiryFields(session, place_of(enquiry), on, answers)
        self.add, self.later, self.discard = PrimaryButton(), Button(), LinkButton()
        self._name, self._about, self._fault = heading(session.theme), muted(session.theme), wants(session.theme)
        self._build()
        self._connect()
        self._say_words()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc; what was written waits."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
            return
        super().keyPressEvent(event)

    def _build(self) -> None:
        theme = self._session.theme
        content = QWidget()
        inner = QVBoxLayout(content)
        inner.setContentsMargins(2, 2, theme.px(12), 2)
        inner.setSpacing(theme.px(10))
        inner.addWidget(self._about)
        inner.addWidget(self.fields)
        inner.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addWidget(self._name)
        column.addWidget(scrolled(content), 1)
        column.addWidget(self._fault)
        column.addLayout(row(self.add, self.later, 1, self.discard))
        self._fault.hide()

    def _connect(self) -> None:
        self.add.clicked.connect(self.write)
        self.later.clicked.connect(self._leave)
        self.discard.clicked.connect(self._throw_away)
        self.fields.edited.connect(self._fault.hide)
        self.fields.ended.connect(self.add.setFocus)
        for enter in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            keys = QKeySequence(QKeyCombination(Qt.KeyboardModifier.ControlModifier, enter))
            shortcut = QShortcut(keys, self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.write)

    def _say_words(self) -> None:
        t, new = self.t, self.enquiry is None
        self._name.setText(t("Write an enquiry") if new else t("Change the enquiry"))
        self._about.setText(t("It belongs to nobody: no name, no words. What you do not know, you leave out."))
        self.add.setText(t("Add the enquiry") if new else t("Save the change"))
        self.add.setToolTip(t("Ctrl+Enter"))
        self.later.setText(t("Leave it for now"))
        self.discard.setText(t("Discard what is written here"))

    def write(self) -> None:
        """Keep the enquiry, or say in place why it cannot be kept."""
        on = self.fields.on.value
        if on is None:
            self._tell(self.t("That is no date. Write it as 23/11 or 23.11.2026."))
            self.fields.take_focus()
            return
        desk, answers, old = self._session.desk, self.fields.answers, self.enquiry
        if not answers and self._fault.isHidden():
            self._tell(self.t("Nothing is chosen yet. Press once more if it is to count all the same."))
            return
        try:
            kept = change_enquiry(desk, old.id, on, answers) if old else record_enquiry(desk, on, answers)
        except Failure as failure:
            self._tell(sentence_of(failure, self.t))
            return
        self.fields.forget()
        self.left.emit(kept.id)
        self._session.changed.emit("not_started", kept.id)

    def _leave(self) -> None:
        self.left.emit("")

    def _throw_away(self) -> None:
        self.fields.forget()
        self.left.emit("")

    def _tell(self, sentence: str) -> None:
        self._fault.setText(sentence)
        self._fault.show()
        announce(self, sentence)
