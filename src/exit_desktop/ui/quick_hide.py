"""One key takes everything out of sight at once; who does not come back finds the vault locked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QStackedWidget, QVBoxLayout, QWidget

from exit_desktop.system.language import Texts
from exit_desktop.ui.telling import announce
from exit_desktop.ui.theme import Theme
from exit_desktop.ui.widgets.labels import muted

LOCKS_AFTER_S = 30


class NeutralPage(QWidget):
    """A page with nothing on it but the way back; `back_wanted` at F9."""

    back_wanted = Signal()

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
        """F9 goes back; no other key does anything."""
        if event.key() == Qt.Key.Key_F9:
            self.back_wanted.emit()


class QuickHide(QObject):
    """Puts the neutral page over what `pages` shows and hides every dialog; `gone` when nobody came back in 30 seconds.

    `seconds` is a clock that only goes forward.
    """

    gone = Signal()

    def __init__(self, pages: QStackedWidget, page: NeutralPage, seconds: Callable[[], float]) -> None:
        super().__init__(pages)
        self._pages, self._page, self._seconds = pages, page, seconds
        self._over: QWidget | None = None
        self._dialogs: list[QDialog] = []
        self._stood: QWidget | None = None
        self._since = 0.0
        self._tick = QTimer(self, interval=1000)
        self._tick.timeout.connect(self.look)
        page.back_wanted.connect(self.come_back)
        pages.addWidget(page)

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
        windows = QApplication.topLevelWidgets()
        self._dialogs = [one for one in windows if isinstance(one, QDialog) and one.isVisible()]
        for dialog in self._dialogs:
            dialog.hide()
        self._page.setFocus()
        announce(self._page, self._page.accessibleName())
        self._tick.start()

    def come_back(self) -> None:
        """Show everything as it stood."""
        over, dialogs, stood = self._over, self._dialogs, self._stood
        self._forget()
        if over is None:
            return
        self._pages.setCurrentWidget(over)
        for dialog in dialogs:
            # Qt forgets with hide() that the dialog was opened over its window.
            dialog.open()
        if stood is not None and stood.isVisible():
            stood.setFocus()

    def drop(self) -> None:
        """Keep nothing of what stood there, and go with the page; for a lock."""
        self._forget()
        self._pages.removeWidget(self._page)
        self._page.deleteLater()
        self.deleteLater()

    def _forget(self) -> None:
        self._tick.stop()
        self._over, self._dialogs, self._stood = None, [], None

    def look(self) -> None:
        """Compare with the clock; called each second."""
        left = LOCKS_AFTER_S - (self._seconds() - self._since)
        if left <= 0:
            self._tick.stop()
            self.gone.emit()
        else:
            self._page.say(max(1, round(left)))
