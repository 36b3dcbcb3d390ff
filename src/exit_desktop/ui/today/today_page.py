"""Today: the first page after unlock. What waits across all citizens, under few headings, each line leading there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from exit_desktop.errors import Failure
from exit_desktop.services.today import read_day
from exit_desktop.ui.today.care_line import CareLine
from exit_desktop.ui.today.day_delegate import DayDelegate
from exit_desktop.ui.today.day_model import DayModel
from exit_desktop.ui.today.day_view import DayView
from exit_desktop.ui.today.empty_day import EmptyDay
from exit_desktop.ui.today.line_acts import LineActs
from exit_desktop.ui.today.rows import Line, More
from exit_desktop.ui.today.week_strip import WeekStrip
from exit_desktop.ui.widgets.labels import muted, small, title
from exit_desktop.ui.widgets.panels import row

if TYPE_CHECKING:
    from exit_desktop.ui.session import Session

# Several changes in a row are read once; and so often it is asked whether midnight has gone by.
_RELOAD_AFTER_MS, _LOOK_AT_CLOCK_MS = 30, 30_000
# Lines are read across; a page as wide as the screen would part what belongs together.
_WIDEST = 760


class TodayPage(QWidget):
    """`opened(TodayLine)` leads to the thing, `before_wanted(course id)` to the page before a meeting."""

    opened = Signal(object)
    course_wanted = Signal(str)
    before_wanted = Signal(str)
    citizen_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self.t = session, session.t
        self._shown_on: date | None = None
        self._stale = True
        self.model = DayModel(session.t, session.today)
        self.view = DayView(self.model, DayDelegate(session.theme, self.model))
        self.week, self.empty = WeekStrip(session.theme, session.t), EmptyDay(session.theme, session.t)
        self.acts, self.care = LineActs(self, session), CareLine(session)
        self._title, self._date = title(session.theme), muted(session.theme)
        self._hidden, self._keys = muted(session.theme), small(session.theme)
        self._soon = QTimer(self, singleShot=True, interval=_RELOAD_AFTER_MS)
        self._clock = QTimer(self, interval=_LOOK_AT_CLOCK_MS)
        self._build()
        self._connect()
        self.model.set_discreet(session.cafe)
        self.retranslate()

    def load(self) -> None:
        """Read the day anew; the keyboard stays on its line, or near where that was."""
        self._soon.stop()
        stood, at = self.model.line_of(self.view.currentIndex()), self.view.currentIndex().row()
        try:
            day = read_day(self._session.desk)
        except Failure as failure:
            self._session.tell(failure)
            return
        self._stale, self._shown_on = False, day.today
        self.model.show_day(day)
        self.week.show_day(day)
        self.empty.show_for(day)
        self.care.look(self.model.discreet)
        self._name_day()
        self._fit_parts()
        found = self.model.index_of(stood.course_id, stood.keys[0]) if stood else QModelIndex()
        self.view.go_to(found if found.isValid() else self.model.standing_near(max(at, 0)))

    def set_cafe_view(self, on: bool) -> None:
        """Leave only the times of today's meetings, without a name, or show all again."""
        self.model.set_discreet(on)
        self.care.look(on)
        self._fit_parts()
        self.view.go_to(self.model.standing_near(0))

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self.t
        self._title.setText(t("Today"))
        self._keys.setText(t("Enter opens · S puts off · F8 hides the names"))
        self._hidden.setText(t("Only the times are shown. F8 shows the rest."))
        self.view.setAccessibleName(t("What waits today"))
        self.view.setAccessibleDescription(self._keys.text())
        self._name_day()
        self.week.retranslate()
        self.empty.retranslate()
        self.care.retranslate()
        self.model.speak_anew()

    def clear(self) -> None:
        """Drop every line."""
        self._soon.stop()
        self._clock.stop()
        self._session.changed.disconnect(self._changed)
        self.model.show_day(None)
        self.week.show_day(None)

    def take_focus(self) -> None:
        """Put the keyboard on the first line, or on what the empty page offers."""
        if self.view.isHidden():
            self.empty.take_focus()
        else:
            self.view.setFocus()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to the lines."""
        super().focusInEvent(event)
        self.take_focus()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what was written while the page was not in sight."""
        super().showEvent(event)
        if self._stale or self._shown_on != self._session.today():
            self.load()

    def _build(self) -> None:
        px = self._session.theme.px
        self._inner = QWidget()
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        column.addLayout(row(self._title, self._date, 1, spacing=px(12)))
        for part in (self.week, self._hidden, self.empty):
            column.addWidget(part)
        column.addWidget(self.view, 1)
        column.addWidget(self._keys)
        column.addWidget(self.care)
        column.addStretch(0)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(px(26), px(14), px(20), px(8))
        outer.addWidget(self._inner)
        self._fit_width()
        self._date.setWordWrap(False)
        self.empty.hide()
        self._hidden.hide()

    def _connect(self) -> None:
        self._session.cafe_changed.connect(self.set_cafe_view)
        self.view.opened.connect(self._open)
        self.view.put_off.connect(lambda index, where: self._offer(index, self.acts.offer_put_off, where))
        self.view.menu_wanted.connect(lambda index, where: self._offer(index, self.acts.offer_all, where))
        self.acts.open_wanted.connect(self.opened)
        self.acts.course_wanted.connect(self.course_wanted)
        self.acts.before_wanted.connect(self.before_wanted)
        self.acts.changed.connect(self.load)
        self.empty.begin_wanted.connect(self.citizen_wanted)
        self._soon.timeout.connect(self.load)
        self._clock.timeout.connect(self._look_at_clock)
        self._session.changed.connect(self._changed)
        self._session.theme.changed.connect(self._fit_width)
        self._clock.start()

    def _fit_width(self) -> None:
        self._inner.setMaximumWidth(self._session.theme.px(_WIDEST))

    def _fit_parts(self) -> None:
        lines = self.model.rowCount() > 0
        self.view.setVisible(lines)
        self._keys.setVisible(lines and not self.model.discreet)
        self.empty.setVisible(not lines and not self.model.discreet)
        self._hidden.setVisible(self.model.discreet)

    def _name_day(self) -> None:
        day = self.t.date(self._shown_on or self._session.today(), "weekday")
        self._date.setText(day[:1].upper() + day[1:])

    def _changed(self, _kind: str, _id: str) -> None:
        self._stale = True
        if self.isVisible():
            self._soon.start()

    def _look_at_clock(self) -> None:
        if self._shown_on is not None and self._shown_on != self._session.today():
            self._session.changed.emit("day", "")

    def _open(self, index: QModelIndex) -> None:
        found = self.model.row_of(index)
        if isinstance(found, More):
            self.model.open_section(found.section)
            self.view.go_to(self.model.standing_near(index.row()))
        elif isinstance(found, Line):
            self.opened.emit(found.line)

    def _offer(self, index: QModelIndex, offer: Callable[[Line, QPoint], None], where: QPoint) -> None:
        found = self.model.row_of(index)
        if isinstance(found, Line):
            offer(found, where)
