"""Restores a backup: which one, what opens it, what is in it, and only then in place of what is there."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QProgressBar, QVBoxLayout, QWidget

from exit_desktop.errors import Failure
from exit_desktop.system.language import mark
from exit_desktop.ui.backups.backup_words import contents_words, line_words
from exit_desktop.ui.start.layout import Column
from exit_desktop.ui.start.passphrase_field import PassphraseField
from exit_desktop.ui.telling import announce, sentence_of
from exit_desktop.ui.widgets.buttons import Button, LinkButton, PrimaryButton
from exit_desktop.ui.widgets.flow import loose_buttons
from exit_desktop.ui.widgets.labels import Label, muted, title, wants
from exit_desktop.ui.widgets.panels import row
from exit_desktop.ui.widgets.recovery_key import RecoveryKeyRow

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QKeyEvent

    from exit_desktop.services.backups import Backup
    from exit_desktop.services.restoring import Contents
    from exit_desktop.system.language import Texts
    from exit_desktop.ui.jobs import Progress
    from exit_desktop.ui.theme import Theme

_WIDTH, _LINES = 560, 5


class Fate(Enum):
    """What becomes of the vault that is there: none is; it is kept aside; it stays, for the backup is of another."""

    ALONE = 1
    KEPT_ASIDE = 2
    STAYS = 3


_FATES = {
    Fate.KEPT_ASIDE: mark("The vault that is there now is not lost: it is kept aside for 35 days."),
    Fate.STAYS: mark(
        "This backup is of another vault. It gets a place of its own; the vault that is there now stays as it is."
    ),
}


class RestorePage(QWidget):
    """`place_wanted`, `looked(backup)`, `restored(backup)` once it was looked into, `left`."""

    place_wanted = Signal()
    looked = Signal(object)
    restored = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, t: Texts, today: date) -> None:
        super().__init__()
        self._theme, self._t, self._today = theme, t, today
        self._backups: tuple[Backup, ...] = ()
        self._failure: Failure | None = None
        self._contents: Contents | None = None
        self._place = self._own = ""
        self._busy = self._sheet = False
        self._fate = Fate.ALONE
        self._title, self._where, self._fault = title(theme), muted(theme), wants(theme)
        self.backups = QListWidget()
        self._elsewhere, self._by_sheet = LinkButton(), LinkButton()
        self.passphrase, self._key_row = PassphraseField(theme, t), RecoveryKeyRow(theme, t)
        self.key = self._key_row.key
        self._found, self._aside, self._doing = Label(theme), muted(theme), muted(theme)
        self._bar = QProgressBar()
        self.go, self.back = PrimaryButton(), Button()
        self._build()
        self._connect()
        self.retranslate()

    @property
    def chosen(self) -> Backup | None:
        """The backup that is chosen in the list."""
        at = self.backups.currentRow()
        return self._backups[at] if 0 <= at < len(self._backups) else None

    def show_backups(self, backups: tuple[Backup, ...], place: str, own: str = "") -> None:
        """Offer these, of a place; `own` is the number of the vault that stands here, if one does."""
        self._backups, self._place, self._own = backups, place, own
        self.tell(None)
        self._list()
        whole = next((at for at, one in enumerate(backups) if one.whole), 0)
        self.backups.setCurrentRow(whole if backups else -1)
        self.setFocusProxy(self.backups if backups else self._elsewhere)
        self.retranslate()

    def show_contents(self, contents: Contents, fate: Fate) -> None:
        """Tell what is in the chosen backup, and what becomes of the vault that is there; now it may be restored."""
        self._contents, self._fate = contents, fate
        self.set_busy(False)
        self.retranslate()
        self.go.setFocus()
        announce(self, self._found.text())

    def show_progress(self, progress: Progress) -> None:
        """Show how far it is."""
        self._doing.setText(progress.doing)
        self._bar.setRange(0, progress.of)
        self._bar.setValue(progress.done)

    def set_busy(self, busy: bool) -> None:
        """Show that a backup is being read or restored."""
        self._busy = busy
        self._bar.setRange(0, 0)
        self._doing.setText("")
        for part in (self._bar, self._doing):
            part.setVisible(busy)
        for widget in (self.backups, self._elsewhere, self._by_sheet, self.passphrase, self._key_row):
            widget.setEnabled(not busy)
        self._allow()

    def tell(self, failure: Failure | None) -> None:
        """Say what is amiss; None takes it back."""
        self._failure = failure
        self.set_busy(False)
        self._say_fault()
        if failure is not None:
            self._take_up()
            announce(self, self._fault.text())

    def take_next_older(self) -> bool:
        """Choose the next older whole backup than the chosen one; False when there is none."""
        at = self.backups.currentRow()
        older = next((n for n in range(at + 1, len(self._backups)) if self._backups[n].whole), None)
        if older is None:
            return False
        failure = self._failure
        self.backups.setCurrentRow(older)
        self.tell(failure)
        return True

    def way_in(self) -> tuple[str, str]:
        """Return the passphrase and the recovery key as they were typed; the one not asked for is empty."""
        return ("", self.key.text()) if self._sheet else (self.passphrase.text(), "")

    def clear(self) -> None:
        """Drop what was typed."""
        self.passphrase.clear()
        self.key.clear()

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self._t
        self._title.setText(t("Restore a backup"))
        none = t("No backup lies here. Put in the stick, or show where your backups are.")
        self._where.setText(t("Backups in {place}", place=self._place) if self._backups else none)
        self.backups.setAccessibleName(t("Backups, the newest first"))
        self._elsewhere.setText(t("Look in another place …"))
        self.passphrase.retranslate()
        self.passphrase.set_name(t("The passphrase that the vault had then"))
        self._by_sheet.setText(t("Use the passphrase") if self._sheet else t("Use the recovery sheet"))
        self._key_row.retranslate()
        self._bar.setAccessibleName(t("The backup is being read"))
        self.back.setText(t("Stop") if self._busy else t("Back"))
        self._say_found()
        self._say_fault()
        for at, one in enumerate(self._backups):
            self.backups.item(at).setText(self._line(one))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc stop what is under way, or lead back."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _take_up(self) -> None:
        """Put the keyboard where it goes on: reading a backup closed the field that had it."""
        if self.chosen is None:
            self._elsewhere.setFocus()
            return
        field = self.key if self._sheet else self.passphrase.field
        field.setFocus()
        field.selectAll()

    def _say_found(self) -> None:
        t, contents = self._t, self._contents
        self.go.setText(t("Look into it") if contents is None else t("Restore this backup"))
        self._found.setText(contents_words(t, contents, self._today) if contents else "")
        self._aside.setText(t(_FATES[self._fate]) if self._fate in _FATES else "")
        self._found.setVisible(contents is not None)
        self._aside.setVisible(contents is not None and self._fate in _FATES)

    def _say_fault(self) -> None:
        self._fault.setText(sentence_of(self._failure, self._t) if self._failure else "")
        self._fault.setVisible(self._failure is not None)

    def _list(self) -> None:
        self.backups.clear()
        for one in self._backups:
            self.backups.addItem(QListWidgetItem(self._line(one)))
        self.backups.setVisible(bool(self._backups))
        lines = min(max(len(self._backups), 2), _LINES)
        self.backups.setFixedHeight(
            lines * max(self.backups.sizeHintForRow(0), self._theme.px(24)) + self._theme.px(10)
        )
        for part in (self._by_sheet, self.go):
            part.setVisible(bool(self._backups))
        self._show_way(self._sheet)

    def _line(self, one: Backup) -> str:
        parts = [line_words(self._t, one, self._today)]
        if self._own and one.checks is not None and one.checks.vault != self._own:
            parts.append(self._t("of another vault"))
        return " · ".join(parts)

    def _show_way(self, by_sheet: bool) -> None:
        self._sheet = by_sheet
        self._key_row.setVisible(bool(self._backups) and by_sheet)
        self.passphrase.setVisible(bool(self._backups) and not by_sheet)

    def _build(self) -> None:
        self._bar.setTextVisible(False)
        column = Column(self._theme, _WIDTH)
        first: tuple[QWidget, ...] = (self._title, self._where, self.backups)
        ways: tuple[QWidget, ...] = (self.passphrase, self._key_row)
        told: tuple[QWidget, ...] = (self._found, self._aside, self._fault, self._doing, self._bar)
        for parts, link in ((first, self._elsewhere), (ways, self._by_sheet), (told, None)):
            for part in parts:
                column.body.addWidget(part)
            if link is not None:
                column.body.addLayout(row(link, 1))
        column.body.addLayout(loose_buttons(self._theme, self.go, self.back))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(column.in_page())

    def _connect(self) -> None:
        self._elsewhere.clicked.connect(self.place_wanted)
        self._by_sheet.clicked.connect(self._change_way)
        self.backups.currentRowChanged.connect(self._forget_found)
        self.passphrase.changed.connect(self._forget_found)
        self.key.textChanged.connect(self._forget_found)
        self.passphrase.entered.connect(self._go)
        self.key.returnPressed.connect(self._go)
        self.go.clicked.connect(self._go)
        self.back.clicked.connect(self.left)

    def _change_way(self) -> None:
        self.clear()
        self._show_way(not self._sheet)
        self.retranslate()
        (self.key if self._sheet else self.passphrase.field).setFocus(Qt.FocusReason.OtherFocusReason)

    def _forget_found(self, *_: object) -> None:
        self._contents = None
        self._failure = None
        self._say_found()
        self._say_fault()
        self._allow()

    def _allow(self) -> None:
        typed = any(self.way_in())
        self.go.setEnabled(not self._busy and typed and self.chosen is not None)
        self.back.setText(self._t("Stop") if self._busy else self._t("Back"))

    def _go(self) -> None:
        backup = self.chosen
        if not self.go.isEnabled() or backup is None:
            return
        (self.looked if self._contents is None else self.restored).emit(backup)
