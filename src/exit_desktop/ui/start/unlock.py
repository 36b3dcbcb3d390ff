"""Opens a vault with its passphrase; the same page tells, after a lock, why and since when it is locked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from exit_desktop.errors import Failure, WrongPassphrase
from exit_desktop.system.language import mark
from exit_desktop.ui.lock_reason import LockReason
from exit_desktop.ui.start.backoff import delay_after
from exit_desktop.ui.start.layout import Column
from exit_desktop.ui.start.passphrase_field import PassphraseField
from exit_desktop.ui.telling import announce, sentence_of
from exit_desktop.ui.widgets.buttons import LinkButton, PrimaryButton
from exit_desktop.ui.widgets.flow import loose_buttons
from exit_desktop.ui.widgets.labels import Badge, Label, muted, title, wants
from exit_desktop.ui.widgets.panels import QuietPanel, row

if TYPE_CHECKING:
    from exit_desktop.system.language import Texts
    from exit_desktop.ui.theme import Theme


_ASKED = mark("Locked at {at}, because you asked for it.")
_WHY = {
    LockReason.FAULT: mark("Locked at {at}, because something in the program went wrong."),
    LockReason.SLEEP: mark("Locked at {at}, because the computer went to sleep."),
    LockReason.SCREEN: mark("Locked at {at}, because the screen was locked or went dark."),
    LockReason.USER: mark("Locked at {at}, because somebody else began to use the computer."),
    LockReason.CLOCK: mark("Locked at {at}, because the computer had slept or its clock was moved."),
    LockReason.KEYS: mark(
        "Locked at {at}, because the keys could not be renewed to the end. Open it again; "
        "if that does not work, use the recovery sheet."
    ),
    LockReason.HIDDEN: mark("Locked at {at}, because it had been hidden with F9 for half a minute."),
}


@dataclass(frozen=True, slots=True)
class Unkept:
    """Something was written that no backup holds; `last` is the local moment of the last one, None for never."""

    last: datetime | None
    today: date


@dataclass(frozen=True, slots=True)
class Locked:
    """Why and when the window was locked; `minutes` is the idle time that was set.

    `no_room`: the disk did not take an unfinished text, which waits in memory.
    """

    reason: LockReason
    at: time
    minutes: int = 5
    unkept: Unkept | None = None
    no_room: bool = False


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
        self._progress.setVisible(busy)
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
        self._progress.setAccessibleName(t("The vault is being opened"))
        self._passphrase.retranslate()
        self._why_panel.setVisible(self._locked is not None)
        if self._locked:
            self._why.setText(self._why_words(self._locked))
            self._safe.setText(self._safe_words(self._locked))
            self._unkept.setText(self._unkept_words(self._locked.unkept))
            self._unkept.setVisible(self._locked.unkept is not None)
        self._where.setVisible(bool(self._words_file))
        self._where.setText(t("Practice: the passphrase stands in {file}, beside the vault.", file=self._words_file))
        self._say_fault()

    def _build(self) -> None:
        column = Column(self._theme)
        self._title, self._practice = title(self._theme), Badge(self._theme, clay=True)
        self._title.setWordWrap(False)
        self._why_panel = QuietPanel(self._theme)
        self._why, self._safe, self._unkept = Label(self._theme), muted(self._theme), muted(self._theme)
        for line in (self._why, self._safe, self._unkept):
            self._why_panel.body.addWidget(line)
        self._passphrase = PassphraseField(self._theme, self._t)
        self._passphrase.entered.connect(self._try)
        self._fault = wants(self._theme)
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._progress.hide()
        self._open = PrimaryButton()
        self._open.clicked.connect(self._try)
        self._sheet, self._others, self._restore = LinkButton(), LinkButton(), LinkButton()
        self._sheet.clicked.connect(self.sheet_wanted)
        self._restore.clicked.connect(self.restore_wanted)
        self._others.clicked.connect(self.others_wanted)
        column.body.addLayout(row(self._title, self._practice, 1))
        self._where, self._note = muted(self._theme), Label(self._theme)
        self._note.hide()
        for part in (self._note, self._why_panel, self._passphrase, self._where, self._fault, self._progress):
            column.body.addWidget(part)
        column.body.addLayout(loose_buttons(self._theme, self._open, self._sheet, self._restore, self._others))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(column.in_page())
        self.setFocusProxy(self._passphrase.field)

    def _why_words(self, locked: Locked) -> str:
        at = self._t.time(locked.at)
        if locked.reason is LockReason.IDLE:
            return self._t.plural(
                "Locked at {at}, because nobody had touched the keyboard or mouse for {count} minute.",
                "Locked at {at}, because nobody had touched the keyboard or mouse for {count} minutes.",
                locked.minutes,
                at=at,
            )
        why = _WHY.get(locked.reason, _ASKED)
        return self._t(why, at=at)

    def _safe_words(self, locked: Locked) -> str:
        if locked.no_room:
            return self._t(
                "What you added is saved. The disk had no room for what you were in the middle of writing: it comes "
                "back when you open the vault, unless you close the program first. Make room on the disk."
            )
        return self._t("Everything is saved, also what you were in the middle of writing.")

    def _unkept_words(self, unkept: Unkept | None) -> str:
        t = self._t
        if unkept is None:
            return ""
        if unkept.last is None:
            return t("Not backed up yet.")
        at = t.time(unkept.last.time())
        if unkept.last.date() == unkept.today:
            return t("Not backed up since {at}.", at=at)
        return t("Not backed up since {day} at {at}.", day=t.date(unkept.last.date()), at=at)

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
