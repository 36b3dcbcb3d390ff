"""Leads from the start of the program, or from a lock, to an open vault."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from exit_desktop.errors import DayIsForPractice, Failure, VaultMoved
from exit_desktop.ui.jobs import Job, Listeners
from exit_desktop.ui.start import vault_work
from exit_desktop.ui.start.chooser import ChooserPage, VaultChoice
from exit_desktop.ui.start.lock_words import Locked
from exit_desktop.ui.start.unlock import UnlockPage

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from exit_desktop.services.erasing_all import Whole
    from exit_desktop.services.restoring import Restored
    from exit_desktop.services.vaults import Vault
    from exit_desktop.ui.frame import Frame
    from exit_desktop.ui.start.founding_way import FoundingWay
    from exit_desktop.ui.start.recover import RecoverPage
    from exit_desktop.ui.start.restore_way import RestoreWay


@dataclass(frozen=True, slots=True)
class Practice:
    """A practice vault is to be opened, and made first if there is none: so many citizens, drawn from the seed."""

    citizens: int | None = None
    seed: int | None = None


@dataclass(frozen=True, slots=True)
class StartWith:
    """What was found at the start: the vaults here, the one last opened, and where a new one would stand."""

    choices: tuple[VaultChoice, ...]
    last: Path | None = None
    practice: Practice | None = None


class StartArea(QStackedWidget):
    """Shows one start page; `opened(vault)` once the passphrase or the sheet has opened one."""

    opened = Signal(object)

    def __init__(self, frame: Frame, found: StartWith) -> None:
        super().__init__()
        self._frame, self._found = frame, found
        self._folder: Path | None = None
        self._job: Job | None = None
        self._founding: FoundingWay | None = None
        self._restoring: RestoreWay | None = None
        self._recover: RecoverPage | None = None
        self.unlock = UnlockPage(frame.theme, frame.t)
        self._chooser: ChooserPage | None = None
        self.addWidget(self.unlock)
        self.unlock.tried.connect(self._unlock)
        self.unlock.sheet_wanted.connect(self._show_recover)
        self.unlock.others_wanted.connect(self.show_chooser)
        self.unlock.restore_wanted.connect(self._restore_this)
        frame.language_changed.connect(self.retranslate)
        if found.practice is None:
            self._begin()
        else:
            self._practise(found.practice)

    def show_unlock(self, folder: Path) -> None:
        """Ask for the passphrase of one vault."""
        self._folder = folder
        self._drop_once_pages()
        choice = next((one for one in self._found.choices if one.folder == folder), VaultChoice(folder, folder.name))
        self.unlock.show_vault(choice.name, choice.practice, others=True)
        words = vault_work.practice_words(folder)
        self.unlock.show_words_file(words.name if choice.practice and words.exists() else "")
        self.unlock.show_locked(None)
        self.unlock.show_note("")
        self._show(self.unlock)

    def show_locked(self, folder: Path, locked: Locked) -> None:
        """Say why the window was locked, over the field that opens it again."""
        self.show_unlock(folder)
        self.unlock.show_locked(locked)

    def show_chooser(self) -> None:
        """Offer the vaults of this machine."""
        if self._chooser is None:
            self._chooser = ChooserPage(self._frame.theme, self._frame.t)
            self._chooser.chosen.connect(self.show_unlock)
            self._chooser.new_wanted.connect(self.show_ceremony)
            self._chooser.restore_wanted.connect(self.show_restore)
            self.addWidget(self._chooser)
        self._chooser.show_vaults(self._found.choices)
        self._show(self._chooser)

    def show_ceremony(self) -> None:
        """Walk through making a new vault, in a good place."""
        from exit_desktop.ui.start.founding_way import FoundingWay  # noqa: PLC0415 - needed once in a vault's life

        self._drop_once_pages()
        self._founding = FoundingWay(self._frame, bool(self._found.choices), self)
        self._founding.shown.connect(self._show_new)
        self._founding.gone.connect(self._drop)
        self._founding.opened.connect(self._opened)
        self._founding.left.connect(self._begin)
        self._founding.restore_wanted.connect(self.show_restore)
        self._founding.begin()

    def _show_new(self, page: QWidget) -> None:
        self.addWidget(page)
        self._show(page)

    def _drop(self, page: QWidget) -> None:
        self.removeWidget(page)
        page.deleteLater()

    def move_vault(self, folder: Path, to: Path) -> None:
        """Let a vault that was just locked lie elsewhere; its passphrase is asked for there."""
        self.unlock.set_busy(True)
        self._start(vault_work.moving(folder, to), self._moved, self._not_opened)

    def _moved(self, result: object) -> None:
        to = cast("Path", result)
        gone = self._folder
        choices = tuple(one for one in self._found.choices if one.folder not in (gone, to))
        self._found = replace(self._found, choices=(*choices, VaultChoice(to, to.name)), last=to)
        self._remember(to)
        self.show_unlock(to)

    def show_restore(self, vault: Path | None = None) -> None:
        """Lead through a restore, beginning with the backups beside a vault if one is named."""
        from exit_desktop.ui.start.restore_way import RestoreWay  # noqa: PLC0415 - rarely needed

        self._drop_once_pages()
        self._restoring = RestoreWay(self._frame, vault)
        self._restoring.finished.connect(self._restored)
        self._restoring.left.connect(self._begin)
        self.addWidget(self._restoring.page)
        self._show(self._restoring.page)

    def _restore_this(self) -> None:
        self.show_restore(self._folder)

    def _restored(self, folder: Path, done: Restored) -> None:
        self._add_choice(VaultChoice(folder, folder.name, vault_work.is_practice(folder)))
        self.show_unlock(folder)
        self.unlock.show_note(vault_work.restored_words(self._frame, done))

    def _add_choice(self, choice: VaultChoice) -> None:
        others = tuple(one for one in self._found.choices if one.folder != choice.folder)
        self._found = replace(self._found, choices=(*others, choice))

    def erase_vault(self, whole: Whole) -> None:
        """Erase a vault that was just locked, and show the receipt."""
        self.unlock.set_busy(True)
        self._start(vault_work.erasing(self._frame, whole), self._erased, self._not_opened)

    def _erased(self, result: object) -> None:
        from exit_desktop.ui.course.erasing.receipt_dialog import ReceiptDialog  # noqa: PLC0415 - once in a vault's life

        choices = tuple(one for one in self._found.choices if one.folder != self._folder)
        self._found = replace(self._found, choices=choices, last=None)
        self.unlock.set_busy(False)
        self._forget_vault()
        self._begin()
        t = self._frame.t
        ReceiptDialog(self.window(), self._frame, t("It is erased"), cast("tuple[str, ...]", result)).open()

    def give_up(self) -> None:
        """Drop an opening in flight: a lock came first."""
        if self._job is not None:
            self._job.stop()
            self._job = None
        if self._founding is not None:
            self._founding.give_up()
        if self._restoring is not None:
            self._begin()
        self.unlock.set_busy(False)

    def retranslate(self) -> None:
        """Speak the language in force."""
        for part in (self.unlock, self._chooser, self._founding, self._recover, self._restoring):
            if part is not None:
                part.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Ctrl+Q quit here too, where no menu names it."""
        from PySide6.QtCore import Qt  # noqa: PLC0415 - to name Qt's namespace costs the start 30 ms

        if event.key() == Qt.Key.Key_Q and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.window().close()
            return
        super().keyPressEvent(event)

    def _begin(self) -> None:
        self._drop_once_pages()
        choices = self._found.choices
        if self._found.last is not None:
            self.show_unlock(self._found.last)
        elif len(choices) == 1:
            self.show_unlock(choices[0].folder)
        elif choices:
            self.show_chooser()
        else:
            self.show_ceremony()

    def _practise(self, practice: Practice) -> None:
        self.unlock.show_vault(self._frame.t("Practice"), practice=True, others=False)
        self.unlock.set_busy(True)
        self._show(self.unlock)
        work = vault_work.practising(self._frame, practice.citizens, practice.seed)
        self._start(work, self._opened, self._not_opened)

    def _show(self, page: QWidget) -> None:
        self.setCurrentWidget(page)
        self.setFocusProxy(page)
        page.setFocus()

    def _unlock(self, passphrase: str) -> None:
        if self._folder is not None:
            self._start(vault_work.unlocking(self._frame, self._folder, passphrase), self._opened, self._not_opened)

    def _start(
        self, work: Callable[[Job], object], done: Callable[[object], None], failed: Callable[[Failure], None]
    ) -> None:
        self._job = self._frame.jobs.start(work, Listeners(done, failed, vault_work.close_unwanted))

    def _opened(self, result: object) -> None:
        vault = cast("Vault", result)
        self._job = None
        if self._frame.clock.day is not None and not vault.practice:
            vault.close()
            self.unlock.tell(DayIsForPractice())
            return
        self.unlock.opened()
        if all(choice.folder != vault.folder for choice in self._found.choices):
            self._add_choice(VaultChoice(vault.folder, vault.folder.name, vault.practice))
        self._drop_once_pages()
        if not vault.practice:
            self._remember(vault.folder)
        self.opened.emit(vault)

    def _not_opened(self, failure: Failure) -> None:
        self._job = None
        if isinstance(failure, VaultMoved):
            # Nothing else leads to a vault outside the data folder than that it was open last.
            self._moved(Path(str(failure.values["place"])))
        self.unlock.tell(failure)

    def _show_recover(self) -> None:
        from exit_desktop.ui.start.recover import RecoverPage  # noqa: PLC0415 - rarely needed

        page = RecoverPage(self._frame.theme, self._frame.t, vault_work.passphrase_rules(self._frame.t))
        page.tried.connect(self._recover_vault)
        page.left.connect(self._begin)
        self._recover = page
        self.addWidget(page)
        self._show(page)

    def _recover_vault(self, key: str, passphrase: str) -> None:
        if self._folder is not None and self._recover is not None:
            work = vault_work.recovering(self._frame, self._folder, key, passphrase)
            self._start(work, self._opened, self._not_recovered)

    def _not_recovered(self, failure: Failure) -> None:
        if isinstance(failure, VaultMoved) or self._recover is None:
            self._not_opened(failure)
        else:
            self._recover.tell(failure)

    def _forget_vault(self) -> None:
        with suppress(Failure):
            self._frame.keep(replace(self._frame.preferences, last_vault=None))

    def _remember(self, folder: Path) -> None:
        try:
            self._frame.remember_vault(folder)
        except Failure:
            # The vault is open; which one is offered first next time is not worth a word.
            return

    def learn_about_vaults(self) -> None:
        """Read what the key files tell (which are for practice), and load the vault's libraries meanwhile."""
        frame, found = self._frame, self._found
        self._frame.jobs.start(
            lambda _: vault_work.find_vaults(frame, found), Listeners(self._learned, self._not_learned)
        )

    def _learned(self, result: object) -> None:
        self._found = cast("StartWith", result)
        if self._chooser is not None:
            self._chooser.show_vaults(self._found.choices)
        choice = next((one for one in self._found.choices if one.folder == self._folder), None)
        if choice is not None:
            self.unlock.show_vault(choice.name, choice.practice, others=True)

    def _not_learned(self, _failure: Failure) -> None:
        """Nothing was asked for, so there is nothing to tell; opening will."""

    def _drop_once_pages(self) -> None:
        if self._founding is not None:
            self._founding.clear()
            self._founding.deleteLater()
        if self._recover is not None:
            self._recover.clear()
            self._drop(self._recover)
        if self._restoring is not None:
            self._restoring.clear()
            self._drop(self._restoring.page)
        self._founding = self._recover = self._restoring = None
