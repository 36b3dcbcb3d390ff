"""What can be done with a line of the day: open it, go to the course, put it off, bring it back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from exit_desktop.domain.today_rows import LineKind, TodayLine
from exit_desktop.errors import Failure
from exit_desktop.services.today import bring_back, put_off
from exit_desktop.ui.today.putting_off import PutOffDialog, add_put_off
from exit_desktop.ui.today.rows import Line

if TYPE_CHECKING:
    from exit_desktop.ui.session import Session


class LineActs(QObject):
    """Menus over `place`; `changed` when the day is to be read anew."""

    open_wanted = Signal(object)
    course_wanted = Signal(str)
    before_wanted = Signal(str)
    changed = Signal()

    def __init__(self, place: QWidget, session: Session) -> None:
        super().__init__(place)
        self._place, self._session, self.t = place, session, session.t

    def offer_all(self, found: Line, where: QPoint) -> None:
        """Show everything that can be done with a line."""
        line, t, menu = found.line, self.t, QMenu(self._place)
        menu.addAction(t("Open")).triggered.connect(lambda: self.open_wanted.emit(line))
        if line.kind is LineKind.MEETING:
            menu.addAction(t("To the course")).triggered.connect(lambda: self.course_wanted.emit(line.course_id))
        elif line.course_id:
            before = menu.addAction(t("Before the meeting"))
            before.triggered.connect(lambda: self.before_wanted.emit(line.course_id))
        menu.addSeparator()
        self._add_put_off(menu, found)
        self._pop_up(menu, where)

    def offer_put_off(self, found: Line, where: QPoint) -> None:
        """Show until when a line can be put off, or that it can be brought back."""
        menu = QMenu(self._place)
        self._add_put_off(menu, found)
        self._pop_up(menu, where)

    def put_off(self, line: TodayLine, until: date | None) -> None:
        """Put a line off; without a date ask for one."""
        if until is None:
            dialog = PutOffDialog(self._place, self._session)
            dialog.chosen.connect(lambda day: self.put_off(line, day))
            dialog.open()
            return
        try:
            put_off(self._session.desk, line, until)
        except Failure as failure:
            self._session.tell(failure)
            return
        self.changed.emit()
        words = self.t("Put off until {date}.", date=self.t.date(until, "weekday"))
        self._session.note(words, self.t("Undo"), lambda: self.bring_back(line))

    def bring_back(self, line: TodayLine) -> None:
        """Show a line again that was put off."""
        try:
            bring_back(self._session.desk, line)
        except Failure as failure:
            self._session.tell(failure)
            return
        self.changed.emit()

    def _add_put_off(self, menu: QMenu, found: Line) -> None:
        line = found.line
        if found.back_on is not None:
            menu.addAction(self.t("Bring it back now")).triggered.connect(lambda: self.bring_back(line))
        else:
            add_put_off(menu, self.t, self._session.today(), lambda until: self.put_off(line, until))

    def _pop_up(self, menu: QMenu, where: QPoint) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)
        menu.setActiveAction(menu.actions()[0])
