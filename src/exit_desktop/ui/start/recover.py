"""Opens a vault with the recovery sheet and gives it a new passphrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from exit_desktop.errors import Failure
from exit_desktop.ui.start.layout import Column
from exit_desktop.ui.start.passphrase_page import PassphrasePage, PassphraseRules
from exit_desktop.ui.telling import announce, sentence_of
from exit_desktop.ui.widgets.buttons import Button, PrimaryButton
from exit_desktop.ui.widgets.ctrl_enter import ENTERS
from exit_desktop.ui.widgets.labels import title, wants
from exit_desktop.ui.widgets.panels import row
from exit_desktop.ui.widgets.recovery_key import RecoveryKeyRow
from exit_desktop.ui.widgets.waiting import Waiting

if TYPE_CHECKING:
    from exit_desktop.system.language import Texts
    from exit_desktop.ui.theme import Theme


class RecoverPage(QWidget):
    """`tried(recovery_key, new_passphrase)` or `left`."""

    tried = Signal(str, str)
    left = Signal()

    def __init__(self, theme: Theme, t: Texts, rules: PassphraseRules) -> None:
        super().__init__()
        self._t = t
        self._title, self._fault = title(theme), wants(theme)
        self._row = RecoveryKeyRow(theme, t)
        self._key = self._row.key
        self.passphrase = PassphrasePage(theme, t, rules)
        self._progress = Waiting()
        self._open, self._back = PrimaryButton(), Button()
        self._build(Column(theme))
        self._failure: Failure | None = None
        self.set_busy(False)
        self.retranslate()

    def set_busy(self, busy: bool) -> None:
        """Show that the vault is being opened."""
        self._progress.setVisible(busy)
        self._busy = busy
        self._allow()

    def tell(self, failure: Failure) -> None:
        """Say why it did not open."""
        self._failure = failure
        self.set_busy(False)
        self._say_fault()
        announce(self, self._fault.text())

    def clear(self) -> None:
        """Drop key and words."""
        self._key.clear()
        self.passphrase.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter in any field open the vault when all is there, and Esc lead back."""
        if event.key() == Qt.Key.Key_Escape and not self._busy:
            self.left.emit()
            return
        if event.key() in ENTERS and self._open.isEnabled():
            self._try()
            return
        super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self._t
        self._title.setText(t("Open with the recovery sheet"))
        self._row.retranslate()
        self._open.setText(t("Open with the new passphrase"))
        self._back.setText(t("Back"))
        self._progress.setAccessibleName(t("The vault is being opened"))
        self.passphrase.retranslate()
        self._say_fault()

    def _build(self, column: Column) -> None:
        for part in (self._title, self._row, self.passphrase, self._fault, self._progress):
            column.body.addWidget(part)
        column.body.addLayout(row(self._open, self._back, 1))
        self._key.textChanged.connect(self._allow)
        self.passphrase.changed.connect(self._allow)
        self._open.clicked.connect(self._try)
        self._back.clicked.connect(self.left)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(column.in_page())
        self.setFocusProxy(self._key)

    def _try(self) -> None:
        self._failure = None
        self._say_fault()
        self.set_busy(True)
        self.tried.emit(self._key.text(), self.passphrase.passphrase())

    def _allow(self) -> None:
        self._open.setEnabled(not self._busy and self._row.is_whole and self.passphrase.good)
        self._back.setEnabled(not self._busy)

    def _say_fault(self) -> None:
        self._fault.setText(sentence_of(self._failure, self._t) if self._failure else "")
        self._fault.setVisible(self._failure is not None)
