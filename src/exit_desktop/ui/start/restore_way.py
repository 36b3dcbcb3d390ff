"""The way through a restore before any vault is open: find backups, look into one, put it in its place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal

from exit_desktop.errors import BackupDamaged, BackupStopped, Failure, NoBackupHere, NoBackupWhole
from exit_desktop.ui.files.place_dialog import ask_place
from exit_desktop.ui.jobs import Job, Listeners, Stopped
from exit_desktop.ui.start import vault_work
from exit_desktop.ui.start.restore_page import Fate, RestorePage

if TYPE_CHECKING:
    from collections.abc import Callable

    from exit_desktop.services.backups import Backup
    from exit_desktop.services.restoring import Contents, Restored
    from exit_desktop.ui.frame import Frame


class RestoreWay(QObject):
    """Owns the page; `finished(folder, restored)` when a backup stands in place, `left` when nothing was done."""

    finished = Signal(object, object)
    left = Signal()

    def __init__(self, frame: Frame, vault: Path | None) -> None:
        """Begin with the backups beside `vault`, if there is one."""
        super().__init__()
        self._frame, self._vault = frame, vault
        self._job: Job | None = None
        self._own = vault_work.number_of(vault) if vault is not None else ""
        self._into: Path | None = None
        self.page = RestorePage(frame.theme, frame.t, frame.clock.today())
        self.page.place_wanted.connect(self._ask_place)
        self.page.looked.connect(self._look)
        self.page.restored.connect(self._restore)
        self.page.left.connect(self._leave)
        self._show(vault)

    def clear(self) -> None:
        """Give up what is under way and drop what was typed."""
        if self._job is not None:
            self._job.stop()
            self._job = None
        self.page.clear()

    def retranslate(self) -> None:
        """Speak the language in force."""
        self.page.retranslate()

    def _show(self, place: Path | None) -> None:
        backups = () if place is None else vault_work.backups_in(place)
        self.page.show_backups(backups, "" if place is None else str(place), self._own)

    def _ask_place(self) -> None:
        t = self._frame.t
        place = ask_place(self._frame, self.page.window(), t("Where do your backups lie?"), t("Look here"))
        if place is None:
            return
        self._show(place)
        self.page.setFocus()
        if self.page.chosen is None:
            self.page.tell(NoBackupHere())

    def _look(self, backup: Backup) -> None:
        self._start(vault_work.looking_into(backup, self.page.way_in(), self._frame.t), self._looked)

    def _looked(self, result: object) -> None:
        self._job = None
        self.page.show_contents(cast("Contents", result), self._fate())

    def _fate(self) -> Fate:
        backup = self.page.chosen
        if backup is None:
            return Fate.ALONE
        if vault_work.home_of(self._frame, backup, self._vault).exists():
            return Fate.KEPT_ASIDE
        return Fate.ALONE if self._vault is None else Fate.STAYS

    def _restore(self, backup: Backup) -> None:
        self._into = vault_work.home_of(self._frame, backup, self._vault)
        self._start(vault_work.restoring_to(self._frame, backup, self.page.way_in(), self._into), self._restored)

    def _restored(self, result: object) -> None:
        self._job = None
        self.finished.emit(self._into, cast("Restored", result))

    def _start(self, work: Callable[[Job], object], done: Callable[[object], None]) -> None:
        self.page.tell(None)
        self.page.set_busy(True)
        listeners = Listeners(done, self._failed, self._dropped, self.page.show_progress)
        self._job = self._frame.jobs.start(work, listeners)

    def _dropped(self, _result: object) -> None:
        """A restore that was done before it could be stopped stands; a look into one leaves nothing."""

    def _failed(self, failure: Failure) -> None:
        if self._job is None:
            return
        self._job = None
        # No backup was being made: that one counts no more would frighten.
        self.page.tell(Stopped() if isinstance(failure, BackupStopped) else failure)
        if isinstance(failure, BackupDamaged) and not self.page.take_next_older():
            # There is no older one to take: the next step is another place.
            self.page.tell(NoBackupWhole())

    def _leave(self) -> None:
        if self._job is not None:
            self._job.stop()
        else:
            self.left.emit()
