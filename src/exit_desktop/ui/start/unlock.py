"""Opens a vault with its passphrase; the same page tells, after a lock, why and since when it is locked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from exit_desktop.errors import Failure, WrongPassphrase
from exit_desktop.ui.start.backoff import delay_after
from exit_desktop.ui.start.layout import Column
from exit_desktop.ui.start.lock_words import Locked, LockWords
from exit_desktop.ui.start.passphrase_field import PassphraseField
from exit_desktop.ui.telling import announce, sentence_of
from exit_desktop.ui.widgets.buttons import LinkButton, PrimaryButton
from exit_desktop.ui.widgets.flow import loose_buttons
from exit_desktop.ui.widgets.labels import Badge, Label, muted, title, wants
from exit_desktop.ui.widgets.panels import row
from exit_desktop.ui.widgets.waiting import Waiting

if TYPE_CHECKING:
    from exit_desktop.system.language import Texts
    from exit_desktop.ui.theme import Theme


class UnlockPage(QWidget):
    """Asks for the passphrase: `tried(passphrase)`; `sheet_wanted`, `restore_wanted`, `others_wanted`."""

    tried = Signal(str)
    sheet_wanted = Signal()
    others_wanted = Signal()
    restore_wanted = Signal()

    def __init__(self, theme: Theme, t: Texts) -> None:
        super().__init__()
        self._theme, self._t = theme, t
        self._name = self._words_file = ""
        self._locked: Locked | None = None
        # Made when they are first wanted: the program is seen sooner.
        self._why: LockWords | None = None
        self._waiting: Waiting | None = None
        self._wrong = self._wait = 0
        self._failure: Failure | None = None
        self._busy = False
        self._build()
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._count_down)
        self.retranslate()

    def show_vault(self, name: str, practice: bool, others: bool) -> None:
        """Say which vault is to be opened, by its neutral name."""
        self._name = name
        self._practice.setVisible(practice)
        self._others.setVisible(others)
        self.retranslate()

    def show_words_file(self, name: str) -> None:
        """Say in which file, beside a practice vault, its passphrase stands; an empty name takes it back."""
        self._words_file = name
        self.retranslate()

    def show_locked(self, locked: Locked | None) -> None:
        """Say why and since when the window is locked; None at the start of the program."""
        self._locked = locked
        self._failure = None
        self.set_busy(False)
        self.retranslate()
        self.focus_field()

    def show_note(self, words: str) -> None:
        """Say what was done just now; empty words take it back."""
        self._note.setText(words)
        self._note.setVisible(bool(words))
        if words:
            announce(self, words)

    def focus_field(self) -> None:
        """Put the cursor where the passphrase is written."""
        self._passphrase.field.setFocus()

    def set_busy(self, busy: bool) -> None:
        """Show that the vault is being opened."""
        self._busy = busy
        if busy and self._waiting is None:
            self._waiting = Waiting()
            self._waiting.setAccessibleName(self._t("The vault is being opened"))
            self._column.body.insertWidget(self._column.body.indexOf(self._fault) + 1, self._waiting)
        if self._waiting is not None:
            self._waiting.setVisible(busy)
        self._allow()

    def tell(self, failure: Failure) -> None:
        """Say why it did not open, and wait a little after several wrong tries."""
        self.set_busy(False)
        self._failure = failure
        if isinstance(failure, WrongPassphrase):
            self._wrong += 1
            self._wait = delay_after(self._wrong)
            self._passphrase.hint_layout()
        if self._wait:
            self._timer.start()
        self._say_fault()
        self._allow()
        self._passphrase.field.selectAll()
        self.focus_field()
        announce(self, self._fault.text())

    def opened(self) -> None:
        """Forget what was typed and how often it was wrong."""
        self._wrong = self._wait = 0
        self._failure = None
        self._passphrase.clear()
        self.set_busy(False)

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self._t
        self._title.setText(
            t("Locked") if self._locked else t("Open {name}", name=self._name) if self._name else "Forløb"
        )
        self._practice.setText(t("Practice"))
        self._open.setText(t("Open"))
        self._sheet.setText(t("Open with the recovery sheet"))
        self._others.setText(t("Choose another vault"))
        self._restore.setText(t("Restore a backup"))
        if self._waiting is not None:
            self._waiting.setAccessibleName(t("The vault is being opened"))
        self._passphrase.retranslate()
        self._say_why()
        self._where.setVisible(bool(self._words_file))
        self._where.setText(t("Practice: the passphrase stands in {file}, beside the vault.", file=self._words_file))
        self._say_fault()

    def _build(self) -> None:
        self._column = column = Column(self._theme)
        self._title, self._practice = title(self._theme), Badge(self._theme, clay=True)
        self._title.setWordWrap(False)
        self._passphrase = PassphraseField(self._theme, self._t)
        self._passphrase.entered.connect(self._try)
        self._fault = wants(self._theme)
        self._open = PrimaryButton()
        self._open.clicked.connect(self._try)
        self._sheet, self._others, self._restore = LinkButton(), LinkButton(), LinkButton()
        self._sheet.clicked.connect(self.sheet_wanted)
        self._restore.clicked.connect(self.restore_wanted)
        self._others.clicked.connect(self.others_wanted)
        column.body.addLayout(row(self._title, self._practice, 1))
        self._where, self._note = muted(self._theme), Label(self._theme)
        self._note.hide()
        for part in (self._note, self._passphrase, self._where, self._fault):
            column.body.addWidget(part)
        column.body.addLayout(loose_buttons(self._theme, self._open, self._sheet, self._restore, self._others))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(column.in_page())
        self.setFocusProxy(self._passphrase.field)

    def _say_why(self) -> None:
        if self._locked is not None and self._why is None:
            self._why = LockWords(self._theme)
            self._column.body.insertWidget(self._column.body.indexOf(self._passphrase), self._why)
        if self._why is not None:
            self._why.setVisible(self._locked is not None)
        if self._why is not None and self._locked is not None:
            self._why.say(self._locked, self._t)

    def _try(self) -> None:
        if self._open.isEnabled() and self._passphrase.text():
            self._failure = None
            self._say_fault()
            self.set_busy(True)
            self.tried.emit(self._passphrase.text())

    def _allow(self) -> None:
        self._open.setEnabled(not self._busy and not self._wait)
        self._sheet.setEnabled(not self._busy)
        self._others.setEnabled(not self._busy)
        self._restore.setEnabled(not self._busy)

    def _count_down(self) -> None:
        self._wait = max(0, self._wait - 1)
        if not self._wait:
            self._timer.stop()
        self._say_fault()
        self._allow()

    def _say_fault(self) -> None:
        words = sentence_of(self._failure, self._t) if self._failure else ""
        if words and self._wait:
            wait = self._t.plural("Wait {count} second.", "Wait {count} seconds.", self._wait)
            words = f"{words} {wait}"
        self._fault.setText(words)
        self._fault.setVisible(bool(words))
