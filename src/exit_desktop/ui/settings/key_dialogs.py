"""Small dialogs about ways into the vault: another passphrase, new keys, a recovery sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from exit_desktop.errors import Failure
from exit_desktop.ui.messages import announce, sentence_of
from exit_desktop.ui.start.passphrase_field import PassphraseField
from exit_desktop.ui.start.passphrase_page import PassphrasePage, PassphraseRules
from exit_desktop.ui.start.sheet_pages import GroupsPage, SheetPage
from exit_desktop.ui.widgets.buttons import Button, PrimaryButton
from exit_desktop.ui.widgets.ctrl_enter import is_plain_enter
from exit_desktop.ui.widgets.dialog_room import DialogRoom
from exit_desktop.ui.widgets.flow import buttons
from exit_desktop.ui.widgets.labels import muted, title, wants
from exit_desktop.ui.widgets.waiting import Waiting

if TYPE_CHECKING:
    from exit_desktop.ui.session import Session
    from exit_desktop.ui.start.ceremony import Proof


class KeyDialog(QDialog):
    """A title, a text, a content, the act and a way back; `asked` when the act is pressed."""

    asked = Signal()
    enter_acts = True
    """Whether Enter in a field is the act; not where nothing brings back what it takes."""

    def __init__(self, parent: QWidget, session: Session, content: QWidget) -> None:
        super().__init__(parent)
        self.session = session
        self.content = content
        self.setWindowTitle("Forløb")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._title, self._text, self._fault = title(session.theme), muted(session.theme), wants(session.theme)
        self._progress = Waiting()
        self._act, self._back = PrimaryButton(), Button(session.t("Cancel"))
        self._act.clicked.connect(self._ask)
        self._back.clicked.connect(self.reject)
        # The content scrolls where the window is low; what is done with it stays in sight.
        room = DialogRoom(self, session.theme, 480)
        room.inner.addWidget(content)
        for part in (self._title, self._text, room.area, self._fault, self._progress):
            room.column.addWidget(part)
        room.column.addLayout(buttons(session.theme, self._act, self._back))
        self.set_busy(False)
        self.tell(None)
        session.locked.connect(self._give_way)

    def set_words(self, name: str, text: str, act: str, back: str = "") -> None:
        """Say what this is about, what the button does, and what the way back is called if not "Cancel"."""
        self._title.setText(name)
        self.setAccessibleName(name)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self._act.setText(act)
        self._back.setText(back or self.session.t("Cancel"))

    def allow(self, allowed: bool) -> None:
        """Let the act be done."""
        self._act.setEnabled(allowed)

    def set_busy(self, busy: bool) -> None:
        """Show that the act is at work; until it is done there is no way back."""
        self._busy = busy
        self._progress.setVisible(busy)
        self._act.setEnabled(not busy)
        self._back.setEnabled(not busy)
        self.content.setEnabled(not busy)

    def tell(self, failure: Failure | None) -> None:
        """Say what went wrong; the dialog stays."""
        self.set_busy(False)
        words = sentence_of(failure, self.session.t) if failure else ""
        self._fault.setText(words)
        self._fault.setVisible(bool(words))
        if words:
            announce(self, words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter in a field do the act, as on the page that unlocks."""
        if self.enter_acts and is_plain_enter(event) and isinstance(self.focusWidget(), QLineEdit):
            if not event.isAutoRepeat():
                self._act.click()
            return
        super().keyPressEvent(event)

    def reject(self) -> None:
        """Close, unless the act is at work: what comes of it must be told."""
        if not self._busy:
            super().reject()

    def _give_way(self) -> None:
        self._busy = False

    def _ask(self) -> None:
        self.tell(None)
        self.set_busy(True)
        self.asked.emit()


class PassphraseForm(QWidget):
    """The passphrase in use and the one to come."""

    changed = Signal(bool)

    def __init__(self, session: Session, rules: PassphraseRules) -> None:
        super().__init__()
        self.old = PassphraseField(session.theme, session.t)
        self.old.set_name(session.t("Passphrase in use"))
        self.new = PassphrasePage(session.theme, session.t, rules)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.old)
        column.addWidget(self.new)
        self.old.changed.connect(self._tell)
        self.new.changed.connect(self._tell)

    def _tell(self) -> None:
        self.changed.emit(bool(self.old.text()) and self.new.good)


class NewKeysForm(QWidget):
    """The passphrase in use, and whether the sheet is to be new too."""

    changed = Signal(bool)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.old = PassphraseField(session.theme, session.t)
        self.sheet = QCheckBox(session.t("Make a new recovery sheet too"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.old)
        column.addWidget(self.sheet)
        self.old.changed.connect(self._tell)

    def _tell(self) -> None:
        self.changed.emit(bool(self.old.text()))


class SheetSteps(QStackedWidget):
    """The sheet and then its two groups."""

    changed = Signal(bool)

    def __init__(self, session: Session, proof: Proof) -> None:
        super().__init__()
        self.sheet, self.groups = SheetPage(session.theme, session.t), GroupsPage(session.theme, session.t)
        self.addWidget(self.sheet)
        self.addWidget(self.groups)
        self.groups.ask(proof.places, proof.is_right)
        self.groups.changed.connect(self.changed)

    def set_kept(self) -> None:
        """The sheet is on paper or in a file."""
        self.sheet.set_done()
        self.changed.emit(True)

    def go_on(self) -> bool:
        """Go from the sheet to the groups; False when they are shown already."""
        if self.currentWidget() is self.groups:
            return False
        self.setCurrentWidget(self.groups)
        self.groups.setFocus()
        self.changed.emit(self.groups.right)
        return True
