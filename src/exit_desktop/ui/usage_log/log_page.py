"""The page of the usage log: is it whole, what stands in it, and the way to an audit."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from exit_desktop.errors import Failure
from exit_desktop.services.desk import Act
from exit_desktop.services.usage_log import ActGroup, LogFilter, save_log
from exit_desktop.system.language import mark
from exit_desktop.ui.files.save_dialog import ask_where
from exit_desktop.ui.papers.leaving import explain_once
from exit_desktop.ui.usage_log.log_model import LogModel
from exit_desktop.ui.usage_log.log_state import LogStateLine
from exit_desktop.ui.usage_log.log_table import LogTable
from exit_desktop.ui.widgets.buttons import Button, LinkButton
from exit_desktop.ui.widgets.cafe_cover import CafeCover
from exit_desktop.ui.widgets.choices import Choice
from exit_desktop.ui.widgets.fields import TextLine
from exit_desktop.ui.widgets.flow import FlowLayout
from exit_desktop.ui.widgets.labels import muted, title
from exit_desktop.ui.widgets.panels import row

if TYPE_CHECKING:
    from exit_desktop.ui.session import Session

FILE_NAME = "log.csv"
_WAIT_MS = 200
_GROUPS = {
    ActGroup.OPENED: mark("Opened"),
    ActGroup.WRITTEN: mark("Written, changed, deleted"),
    ActGroup.PRINTED: mark("Printed"),
    ActGroup.LEFT: mark("Saved, sent, copied"),
    ActGroup.SAFETY: mark("Keys and safety"),
}


class LogPage(QWidget):
    """Read only; `left` leads back to the safety page."""

    left = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self.t = session, session.t
        theme = session.theme
        self._title, self._about, self._none = title(theme), muted(theme), muted(theme)
        self.back, self.save = LinkButton(), Button()
        self.state, self.model = LogStateLine(session), LogModel(session)
        self.table = LogTable(theme, self.model)
        self.search, self.group = TextLine(), Choice(session.t, _GROUPS, mark("Every kind of act"))
        self._typed = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._build()
        self.search.textChanged.connect(self._type)
        self._typed.timeout.connect(self.load)
        self.state.numbered.connect(self.model.number)
        self.group.currentIndexChanged.connect(self.load)
        self.back.clicked.connect(self.left)
        self.save.clicked.connect(self._ask_to_save)
        self.retranslate()

    @property
    def wanted(self) -> LogFilter:
        """What is to be seen."""
        return LogFilter(self.search.text(), self.group.value)

    def load(self) -> None:
        """Read the newest lines anew."""
        self._typed.stop()
        self.model.load(self.wanted)
        empty = self.model.rowCount() == 0
        self._none.setVisible(empty)
        self.table.setVisible(not empty)

    def save_to(self, path: Path) -> None:
        """Write what is shown into a file."""
        try:
            lines = save_log(self._session.desk, path, self.wanted, self.t)
        except Failure as failure:
            self._session.tell(failure)
            return
        self._session.note(
            self.t.plural("{count} line saved in {name}.", "{count} lines saved in {name}.", lines, name=path.name)
        )
        self.load()

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self.t
        self._title.setText(t("Usage log"))
        self._about.setText(
            t(
                "Who opened, changed, printed or sent what, and when; never what was in it. Lines that are cut off at "
                "its end do not show. In a file for an audit a citizen stands as the number that is written here."
            )
        )
        self._none.setText(t("Nothing in the log fits."))
        self.back.setText(t("Back to safety"))
        self.save.setText(t("Save for an audit …"))
        self.search.setPlaceholderText(t("Name of a citizen"))
        self.search.setAccessibleName(t("Name of a citizen"))
        self.group.setAccessibleName(t("Kind of act"))
        self.table.setAccessibleName(t("Usage log"))
        for part in (self.group, self.state, self.model, self._cover):
            part.retranslate()

    def clear(self) -> None:
        """Let everything go."""
        self._typed.stop()
        self.state.clear()
        self.search.blockSignals(True)
        self.search.clear()
        self.model.clear()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what was written elsewhere, and look whether it is whole."""
        super().showEvent(event)
        self.load()
        self.state.look()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on."""
        super().focusInEvent(event)
        (self._cover.take_focus if self._cover.covered else self.search.setFocus)()

    def _build(self) -> None:
        theme, inner = self._session.theme, QWidget()
        self.search.setClearButtonEnabled(True)
        line = FlowLayout(None, theme.px(8))
        for part in (self.group, self.save):
            line.addWidget(part)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addWidget(self._about)
        column.addWidget(self.state)
        column.addWidget(self.search)
        column.addLayout(line)
        column.addWidget(self._none)
        column.addWidget(self.table, 1)
        column.addStretch(0)
        self._cover = CafeCover(self._session, inner)
        outer, space = QVBoxLayout(self), theme.px(26)
        outer.setContentsMargins(space, space // 2, space, space // 2)
        outer.setSpacing(theme.px(8))
        outer.addLayout(row(self._title, 1, self.back))
        outer.addWidget(self._cover, 1)

    def _type(self) -> None:
        self._typed.start()

    def _ask_to_save(self) -> None:
        if not explain_once(self._session, Act.SAVED_PDF, self):
            return
        path = ask_where(self._session, self, FILE_NAME, self.t("Save the log for an audit"))
        if path is not None:
            self.save_to(path)
