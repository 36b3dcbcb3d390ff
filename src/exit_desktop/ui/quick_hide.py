"""One key takes everything out of sight at once; who does not come back finds the vault locked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from exit_desktop.system.language import Texts
from exit_desktop.ui.telling import announce
from exit_desktop.ui.theme import Theme
from exit_desktop.ui.widgets.labels import muted
from exit_desktop.ui.widgets.veil import Veil

LOCKS_AFTER_S = 30


class NeutralPage(QWidget):
    """A page with nothing on it but the way back; `back_wanted` at F9, `lock_wanted` at Ctrl+L."""

    back_wanted = Signal()
    lock_wanted = Signal()

    def __init__(self, theme: Theme, t: Texts) -> None:
        super().__init__()
        self._t = t
        self._words = muted(theme)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column = QVBoxLayout(self)
        column.addStretch(3)
        column.addWidget(self._words)
        column.addStretch(1)

    def say(self, seconds: int) -> None:
        """Tell the way back, and how long there is."""
        back = self._t.plural(
            "F9 goes back. Locks in {count} second.", "F9 goes back. Locks in {count} seconds.", seconds
        )
        self._words.setText(back)
        self.setAccessibleName(back)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F9 goes back, Ctrl+L locks; no other key does anything."""
        if event.key() == Qt.Key.Key_F9:
            self.back_wanted.emit()
        elif event.keyCombination() == Qt.Modifier.CTRL | Qt.Key.Key_L:
            self.lock_wanted.emit()


class QuickHide(QObject):
    """Puts the neutral page over what `pages` shows, and covers every dialog.

    `gone` when nobody came back in 30 seconds; `seconds` is a clock that only goes forward.
    """

    gone = Signal()

    def __init__(self, pages: QStackedWidget, page: NeutralPage, seconds: Callable[[], float]) -> None:
        super().__init__(pages)
        self._pages, self._page, self._seconds = pages, page, seconds
        self._over: QWidget | None = None
        self._veils: list[Veil] = []
        self._stood: QWidget | None = None
        self._since = 0.0
        self._tick = QTimer(self, interval=1000)
        self._tick.timeout.connect(self.look)
        page.back_wanted.connect(self.come_back)
        pages.addWidget(page)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._cover_dialogs)

    @property
    def hidden(self) -> bool:
        """Whether the neutral page is in sight."""
        return self._over is not None

    def hide(self) -> None:
        """Take everything out of sight."""
        if self.hidden:
            return
        self._since, self._over, self._stood = self._seconds(), self._pages.currentWidget(), QApplication.focusWidget()
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        self._page.say(LOCKS_AFTER_S)
        self._pages.setCurrentWidget(self._page)
        self._cover_dialogs()
        in_front = QApplication.activeModalWidget()
        (self._page if in_front is None else next(iter(in_front.findChildren(Veil)), self._page)).setFocus()
        announce(self._page, self._page.accessibleName())
        self._tick.start()

    def come_back(self) -> None:
        """Show everything as it stood."""
        over, veils, stood = self._over, self._veils, self._stood
        self._forget()
        if over is None:
            return
        self._pages.setCurrentWidget(over)
        for veil in veils:
            if isValid(veil):
                veil.lift()
        if stood is not None and isValid(stood) and stood.isVisible():
            stood.setFocus()

    def drop(self) -> None:
        """Keep nothing of what stood there, and go with the page; for a lock."""
        self._forget()
        self._pages.removeWidget(self._page)
        self._page.deleteLater()
        self.deleteLater()

    def look(self) -> None:
        """Compare with the clock; called each second."""
        left = LOCKS_AFTER_S - (self._seconds() - self._since)
        if left <= 0:
            self._tick.stop()
            self.gone.emit()
        else:
            self._page.say(max(1, round(left)))

    def _cover_dialogs(self, *_focused: object) -> None:
        """Cover those that are there, and one that work behind the page has opened meanwhile."""
        if not self.hidden:
            return
        dialogs = {one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()}
        # Covered, not hidden: a hidden dialog ends, and whoever waits for its answer would take it for "no".
        covered = {veil.parentWidget() for veil in self._veils if isValid(veil)}
        self._veils += [Veil(one) for one in dialogs - covered]

    def _forget(self) -> None:
        self._tick.stop()
        self._over, self._veils, self._stood = None, [], None
