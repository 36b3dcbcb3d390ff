"""Safety and settings on one page that scrolls."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Signal
from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from exit_desktop.errors import Failure
from exit_desktop.ui.backups.safety_rows import backup_rows
from exit_desktop.ui.settings.disk_teller import DiskTeller
from exit_desktop.ui.settings.erase_all import EraseAllPanel
from exit_desktop.ui.settings.erased_teller import erased_row
from exit_desktop.ui.settings.giveaway_words import GiveawayWordsPanel
from exit_desktop.ui.settings.guarded_words import GuardedWordsPanel
from exit_desktop.ui.settings.health import HealthPanel
from exit_desktop.ui.settings.kept import KeptPanel
from exit_desktop.ui.settings.keys import KeysPanel
from exit_desktop.ui.settings.log_teller import LogTeller
from exit_desktop.ui.settings.look import LookPanel
from exit_desktop.ui.settings.place_teller import PlaceTeller
from exit_desktop.ui.settings.quiet import QuietPanel
from exit_desktop.ui.settings.state_rows import StatePanels
from exit_desktop.ui.settings.state_tellers import tellers
from exit_desktop.ui.settings.together import TogetherPanel
from exit_desktop.ui.settings.worker import WorkerPanel
from exit_desktop.ui.shortcuts import ActId
from exit_desktop.ui.widgets.labels import title
from exit_desktop.ui.widgets.panels import scrolled

if TYPE_CHECKING:
    from exit_desktop.ui.session import Session

_ROUNDS = 3


class SafetyPage(QWidget):
    """How things stand, then the panels in reading order; `act_wanted(ActId)` leads on."""

    act_wanted = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._title = title(session.theme)
        self.guarded, self.giveaway = GuardedWordsPanel(session), GiveawayWordsPanel(session)
        self.keys = KeysPanel(session)
        keys = (self.keys, HealthPanel(session))
        self.look = LookPanel(session)
        look = (self.look, TogetherPanel(session), WorkerPanel(session))
        self.disk, self.place = DiskTeller(session), PlaceTeller(session, self)
        self.log = LogTeller(session, partial(self.act_wanted.emit, ActId.USAGE_LOG))
        told = tellers(
            session,
            self.act_wanted.emit,
            self.keys.try_sheet,
            self.look.ask_minutes,
            *backup_rows(session, self),
            self.disk.row,
            self.place.row,
            partial(erased_row, session, self),
        )
        told = (*told, self.log.row)
        self.states = StatePanels(session.theme, session.t, told)
        rules = (QuietPanel(session), KeptPanel(session), EraseAllPanel(session))
        self._panels = (*keys, *look, self.guarded, self.giveaway, *rules)
        self._area = scrolled(self._build())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)
        self.keys.tried.connect(self.refresh)
        self.disk.changed.connect(self.refresh)
        self.place.changed.connect(self.refresh)
        self.log.changed.connect(self.refresh)
        session.changed.connect(self._follow)
        session.frame.screen.changed.connect(self.refresh)
        self._held: tuple[QWidget, int] | None = None
        self.look.changing.connect(self._hold)
        self.look.changed.connect(self._stay)
        self.retranslate()

    def _build(self) -> QWidget:
        leaf, inner, theme = QWidget(), QWidget(), self._session.theme
        inner.setMaximumWidth(theme.px(680))
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(14))
        column.addWidget(self._title)
        column.addWidget(self.states)
        for panel in self._panels:
            column.addWidget(panel)
        column.addStretch(1)
        across = QHBoxLayout(leaf)
        space = theme.px(26)
        across.setContentsMargins(space, space // 2, space, space // 2)
        across.addWidget(inner, 10)
        across.addStretch(1)
        return leaf

    def retranslate(self) -> None:
        """Speak the language in force."""
        self._title.setText(self._session.t("Safety and settings"))
        self.refresh()
        for panel in self._panels:
            panel.retranslate()

    def refresh(self) -> None:
        """Tell anew how things stand."""
        try:
            self.states.refresh()
        except Failure as failure:
            self._session.tell(failure)

    def showEvent(self, event: QShowEvent) -> None:
        """Tell what has come about while this was not in sight."""
        super().showEvent(event)
        self.disk.look()
        self.place.look()
        self.log.look()
        self.refresh()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard to the first act."""
        super().focusInEvent(event)
        self.states.take_focus()

    def _follow(self, _kind: str, _id: str) -> None:
        if self.isVisible():
            self.refresh()

    def _hold(self, control: QWidget) -> None:
        self._held = (control, self._height_of(control))

    def _stay(self) -> None:
        """Leave what was changed where the eye is, whatever grew above it."""
        if self._held is None:
            return
        control, height = self._held
        # Each room is laid out from the inside out, at the latest when the outermost has heard of it.
        for _ in range(_ROUNDS):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.value() + self._height_of(control) - height)
        self._held = None

    def _height_of(self, control: QWidget) -> int:
        return control.mapTo(self._area.viewport(), QPoint(0, 0)).y()

    def clear(self) -> None:
        """Let go of the words; nothing else here tells of a citizen."""
        self.guarded.clear()
        self.giveaway.clear()
