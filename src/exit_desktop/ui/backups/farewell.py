"""The last backup before the program closes: what is being done, how far it is, and a way to do without."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from exit_desktop.ui.start.layout import Column
from exit_desktop.ui.telling import announce, sentence_of
from exit_desktop.ui.widgets.buttons import Button
from exit_desktop.ui.widgets.labels import Label, muted, title
from exit_desktop.ui.widgets.panels import row

if TYPE_CHECKING:
    from exit_desktop.errors import Failure
    from exit_desktop.system.language import Texts
    from exit_desktop.ui.backups.keeper import Keeper
    from exit_desktop.ui.jobs import Progress
    from exit_desktop.ui.theme import Theme


class FarewellPage(QWidget):
    """Nothing of anybody's course is on it; `skipped` when the program is to close without a backup."""

    skipped = Signal()

    def __init__(self, theme: Theme, t: Texts) -> None:
        super().__init__()
        self._t = t
        self._title, self._doing = title(theme, t("A backup before closing")), muted(theme)
        self._why = Label(theme)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(self._title.text())
        self._skip = Button(t("Skip"))
        self._skip.clicked.connect(self.skipped)
        column = Column(theme)
        for part in (self._title, self._doing, self._bar, self._why):
            column.body.addWidget(part)
        column.body.addLayout(row(self._skip, 1))
        self._why.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(column.in_page())
        self.setFocusProxy(self._skip)

    def show_progress(self, progress: Progress) -> None:
        """Show how far it is."""
        self._doing.setText(progress.doing)
        self._bar.setRange(0, progress.of if progress.done else 0)
        self._bar.setValue(progress.done)

    def tell(self, failure: Failure) -> None:
        """Say why there is no backup, and wait until that is read."""
        self._bar.hide()
        self._doing.hide()
        self._title.setText(self._t("No backup was made"))
        self._why.setText(sentence_of(failure, self._t))
        self._why.show()
        self._skip.setText(self._t("Close all the same"))
        announce(self, self._why.text())


class Farewell(QObject):
    """Shows the page over everything and makes the backup; `over` when the program may close."""

    over = Signal()

    def __init__(self, pages: QStackedWidget, keeper: Keeper, page: FarewellPage) -> None:
        super().__init__(pages)
        self._pages, self._keeper, self._page = pages, keeper, page
        page.skipped.connect(self.skip)
        keeper.progressed.connect(page.show_progress)
        keeper.ended.connect(self._end)
        pages.addWidget(page)

    def begin(self) -> None:
        """Take everything else out of sight and begin."""
        self._pages.setCurrentWidget(self._page)
        self._page.setFocus()
        self._keeper.make(calmly=False)

    def skip(self) -> None:
        """Close without waiting any longer."""
        self._keeper.skip()
        self.over.emit()

    def drop(self) -> None:
        """Take the page away."""
        self._pages.removeWidget(self._page)
        self._page.deleteLater()
        self.deleteLater()

    def _end(self, failure: Failure | None) -> None:
        if failure is None:
            self.over.emit()
        else:
            self._page.tell(failure)
