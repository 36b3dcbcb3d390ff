"""The one window: start pages before a vault is open and after a lock, the work area in between.

Only what the unlock page needs is loaded here; everything else comes with the first vault.
"""

from __future__ import annotations

import time
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from exit_desktop.errors import Failure, TextWouldBeLost
from exit_desktop.system.preferences import WindowPlace
from exit_desktop.ui import last_backups
from exit_desktop.ui.lock_reason import LockReason
from exit_desktop.ui.start.lock_words import Locked

if TYPE_CHECKING:
    from pathlib import Path

    from exit_desktop.services.erasing_all import Whole
    from exit_desktop.services.vaults import Vault
    from exit_desktop.ui.backups.farewell import Farewell
    from exit_desktop.ui.backups.keeper import Keeper
    from exit_desktop.ui.frame import Frame
    from exit_desktop.ui.quick_hide import QuickHide
    from exit_desktop.ui.start.start_area import StartArea
    from exit_desktop.ui.work_area import WorkArea

# The same for every vault and citizen: nothing personal in task bar or switcher.
TITLE = "Forløb"
USUAL_SIZE = (1280, 800)
# The title bar and the edges that the system draws around it.
FRAME_ROOM = 40


class MainWindow(QMainWindow):
    """Shows the start area, or the work area of an open vault; `lock(reason)` drops all that was shown."""

    shown_work = Signal()
    was_locked = Signal(object)

    def __init__(self, frame: Frame, start: StartArea) -> None:
        super().__init__()
        self._frame = frame
        self._start = start
        self._work: WorkArea | None = None
        self._hide: QuickHide | None = None
        self._keeper: Keeper | None = None
        self._farewell: Farewell | None = None
        self._stood_at = ""
        self._return_to: tuple[Path, str] | None = None
        self._left: dict[str, bytes] = {}
        self._said_lost = False
        self.setWindowTitle(TITLE)
        self.setAccessibleName("forloeb")
        self._pages = QStackedWidget()
        self._pages.addWidget(start)
        self.setCentralWidget(self._pages)
        start.opened.connect(self._open)
        self._stand()

    @property
    def work(self) -> WorkArea | None:
        """The work area while a vault is open."""
        return self._work

    @property
    def start(self) -> StartArea:
        """The start pages."""
        return self._start

    def keep_within(self, room: QRect) -> None:
        """Stand within what the screen has free: a window that is too large for it fills it."""
        stood = self.geometry()
        if stood.width() > room.width() or stood.height() + FRAME_ROOM > room.height():
            self.showMaximized()
        elif not room.contains(stood):
            # It stood on a screen that is gone, or partly beside this one.
            stood.moveCenter(room.center())
            self.setGeometry(stood)

    def hide_at_once(self) -> None:
        """Take an open vault out of sight; it locks unless somebody comes back within 30 seconds."""
        if self._hide is not None and self._work is not None and not self._hide.hidden:
            # While the page is over it, the keyboard stands nowhere in the vault.
            self._stood_at = self._work.place()
            self._hide.hide()

    def _hide_or_come_back(self) -> None:
        if self._hide is not None and self._hide.hidden:
            self._hide.come_back()
        else:
            self.hide_at_once()

    def lock_at_once(self, reason: LockReason) -> None:
        """Take an open vault out of sight, and lock it as soon as no event is under way any more."""
        self.hide_at_once()
        QTimer.singleShot(0, partial(self.lock, reason))

    def lock(self, reason: LockReason) -> None:
        """Drop every screen, close the vault and say why; an unlock in flight is given up too."""
        self._frame.jobs.stop_all()
        self._frame.screen.protect()
        work = self._work
        if work is None:
            self._start.give_up()
            return
        place = self._stood_at if self._hide is not None and self._hide.hidden else work.place()
        # Out of sight first: whatever may fail or wait after this, nobody reads it over a shoulder.
        self._pages.setCurrentWidget(self._start)
        self._work = None
        clock, minutes = self._frame.clock, work.presence.idle.minutes
        locked = Locked(reason, clock.time_of_day(), minutes, last_backups.unkept(self._keeper, clock.today()))
        vault, folder = work.session.vault, work.session.vault.folder
        self._start.show_locked(folder, locked)
        self._return_to = (folder, place)
        # A job may hold the vault for a moment: the lock page is painted before anything waits for it.
        self._start.repaint()
        try:
            if left := work.close_down(reason):
                self._left[vault.uid] = left
                self._start.show_locked(folder, replace(locked, no_room=True))
        finally:
            self._drop_hiding_place()
            self._pages.removeWidget(work)
            work.deleteLater()
            vault.close()
        self._keeper = None
        self.was_locked.emit(reason)
        if self._farewell is not None:
            # Locked while it said farewell: the worker wanted to leave.
            self._drop_farewell()
            self._close_soon()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Make a last backup where one is wanted, then lock and remember where the window stood."""
        if self._would_lose_text():
            event.ignore()
            return
        if self._farewell is None and self._say_farewell():
            event.ignore()
            return
        self._drop_farewell()
        self.lock(LockReason.ASKED)
        place = self.normalGeometry()
        stood = WindowPlace(place.x(), place.y(), place.width(), place.height(), self.isMaximized())
        try:
            self._frame.keep(replace(self._frame.preferences, window=stood))
        except Failure:
            # Where the window stood is not worth a word on the way out.
            event.accept()
        super().closeEvent(event)

    def _open(self, vault: Vault) -> None:
        from exit_desktop.ui.work_area import open_work_area  # noqa: PLC0415 - loaded with the first vault

        work = open_work_area(vault, self._frame, self._pages, self._left.pop(vault.uid, b""))
        self._work = work
        work.lock_wanted.connect(self._lock_soon)
        work.hide_wanted.connect(self._hide_or_come_back)
        work.quit_wanted.connect(self.close)
        work.session.move_wanted.connect(self._move_soon)
        work.session.restore_wanted.connect(self._restore_soon)
        self._keeper = last_backups.keep(work.session, self._frame)
        work.session.erase_wanted.connect(self._erase_soon)
        self._pages.addWidget(work)
        self._pages.setCurrentWidget(work)
        back = self._return_to
        self._return_to = None
        self._make_hiding_place()
        work.begin(back[1] if back and back[0] == vault.folder else "")
        self.shown_work.emit()

    def _would_lose_text(self) -> bool:
        """Tell, once, that a text has no room on the disk and goes with the program."""
        if self._work is not None:
            self._work.session.drafts.flush()
        lost = bool(self._left) or (self._work is not None and bool(self._work.session.drafts.unwritten()))
        told, self._said_lost = self._said_lost, lost
        if not lost or told:
            return False
        tell = self._start.unlock.tell if self._work is None else self._work.session.tell
        tell(TextWouldBeLost())
        return True

    def _say_farewell(self) -> bool:
        self._farewell = last_backups.farewell(self._pages, self._keeper, self._frame)
        if self._farewell is None:
            return False
        self._farewell.over.connect(self._close_soon)
        self._farewell.begin()
        return True

    def _drop_farewell(self) -> None:
        if self._farewell is not None:
            self._farewell.drop()
            self._farewell = None

    def _close_soon(self) -> None:
        # Not while the page that says so is still on its way back from its own button.
        QTimer.singleShot(0, self.close)

    def _make_hiding_place(self) -> None:
        from exit_desktop.ui.quick_hide import NeutralPage, QuickHide  # noqa: PLC0415 - with the first vault

        page = NeutralPage(self._frame.theme, self._frame.t)
        self._hide = QuickHide(self._pages, page, time.monotonic)
        self._hide.gone.connect(partial(self._lock_soon, LockReason.HIDDEN))
        page.lock_wanted.connect(partial(self._lock_soon, LockReason.ASKED))

    def _drop_hiding_place(self) -> None:
        if self._hide is not None:
            self._hide.drop()
            self._hide = None

    def _lock_soon(self, reason: LockReason) -> None:
        # Not while a slot of a screen that is about to go is still running.
        QTimer.singleShot(0, lambda: self.lock(reason))

    def _restore_soon(self) -> None:
        QTimer.singleShot(0, self._restore)

    def _restore(self) -> None:
        if self._work is not None:
            folder = self._work.session.vault.folder
            self.lock(LockReason.ASKED)
            self._start.show_restore(folder)

    def _move_soon(self, to: Path) -> None:
        QTimer.singleShot(0, lambda: self._move(to))

    def _move(self, to: Path) -> None:
        if self._work is not None:
            folder = self._work.session.vault.folder
            self.lock(LockReason.ASKED)
            self._start.move_vault(folder, to)

    def _erase_soon(self, whole: Whole) -> None:
        QTimer.singleShot(0, lambda: self._erase(whole))

    def _erase(self, whole: Whole) -> None:
        if self._work is not None:
            uid = self._work.session.vault.uid
            self.lock(LockReason.ASKED)
            self._left.pop(uid, None)
            self._start.erase_vault(whole)

    def _stand(self) -> None:
        place = self._frame.preferences.window
        if place is None:
            self.resize(*USUAL_SIZE)
            return
        self.setGeometry(place.x, place.y, place.width, place.height)
        if place.maximized:
            self.showMaximized()
