"""The network tab of a course: who is around the citizen, who does what afterwards, and the way there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from exit_desktop.ui.course.network.afterwards import Afterwards
from exit_desktop.ui.course.network.board import Board
from exit_desktop.ui.course.network.map_panel import MapPanel
from exit_desktop.ui.course.network.meetings_panel import MeetingsPanel
from exit_desktop.ui.course.network.people_panel import PeoplePanel
from exit_desktop.ui.course.network.placing import follow_reading
from exit_desktop.ui.course.plan.in_step import SideBySide
from exit_desktop.ui.widgets.after_paint import AfterPaint
from exit_desktop.ui.widgets.buttons import Button
from exit_desktop.ui.widgets.labels import Label, heading
from exit_desktop.ui.widgets.panels import QuietPanel, row, scrolled

if TYPE_CHECKING:
    from exit_desktop.domain.courses import Course
    from exit_desktop.ui.course.work import CourseWork

# The page is laid out in waves; so long after the last one, what was opened has found its place.
FOUND_AFTER_MS = 200


class NetworkTab(QWidget):
    """Shows the network of the course that `work` holds and hands every change to it."""

    def __init__(self, work: CourseWork) -> None:
        super().__init__()
        self._work, self.t = work, work.session.t
        self._stale, self._cafe = True, False
        self._shown_id = ""
        self._order = QTimer(self, singleShot=True, interval=0)
        self._order.timeout.connect(self._follow)
        self._sought: QWidget | None = None
        self._found = QTimer(self, singleShot=True, interval=FOUND_AFTER_MS)
        self._found.timeout.connect(self._lose_sight)
        self.map, self.people, self.board = MapPanel(work), PeoplePanel(work), Board(work)
        self.meetings, self.afterwards = MeetingsPanel(work), Afterwards(work)
        self.first = Button()
        self._build()
        work.shown.connect(self._show)
        self.first.clicked.connect(self._begin)
        self.map.person_opened.connect(self.open_person)
        self.map.print_wanted.connect(self.print_network)
        self.retranslate()
        self._show()

    def print_network(self) -> None:
        """Open the preview of the network's paper."""
        from exit_desktop.ui.papers.preview import open_network_preview  # noqa: PLC0415 - QtPdf, first needed here

        open_network_preview(self._work, self.window())

    def open_person(self, person_id: str) -> None:
        """Open somebody's fields and go there."""
        self.fill_rest()
        self._go_to(self.people.open_person(person_id))

    def open_task(self, task_id: str) -> None:
        """Open a task's card and go there."""
        self.fill_rest()
        self._go_to(self.board.open_task(task_id))

    def open_meetings(self) -> None:
        """Go to the meetings with the network."""
        self.fill_rest()
        self._go_to(self.meetings)

    def open_afterwards(self, text: str) -> None:
        """Go to the plan for the time afterwards, or to who is "responsible" then, ready to be written."""
        self.fill_rest()
        field = self.afterwards.responsible if text == "responsible" else self.afterwards.plan
        self._go_to(self.afterwards)
        if field is not None:
            field.setFocus()

    def set_cafe_view(self, on: bool) -> None:
        """Show roles without names, or all again."""
        self._cafe = on
        self._show()

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self.t
        self._empty_heading.setText(t("Who will be there afterwards?"))
        self._empty_words.setText(
            t(
                "The help lasts only if others can carry it when the course ends. So begin the network on the first "
                "day: draw together who is around, close or far. One person is enough to begin with."
            )
        )
        self.first.setText(t("Put the first one on the map"))
        for part in (self.map, self.people, self.board, self.meetings, self.afterwards):
            part.retranslate()

    def clear(self) -> None:
        """Drop all that is shown; drafts stay in their file."""
        self._rest.stop()
        self._lose_sight()
        self._shown_id = ""
        self.map.show_course(None)
        self._clear_rest()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what was chosen while the tab was not in sight."""
        super().showEvent(event)
        self.fill_unseen()

    def fill_unseen(self) -> None:
        """Show what was chosen, best before it is seen."""
        if self._stale:
            self._show_chosen()

    def _build(self) -> None:
        theme = self._work.session.theme
        self._empty = QuietPanel(theme)
        self._empty_heading, self._empty_words = heading(theme), Label(theme)
        self._empty.body.addWidget(self._empty_heading)
        self._empty.body.addWidget(self._empty_words)
        self._empty.body.addLayout(row(self.first, 1))
        self._page = page = QWidget()
        page.installEventFilter(self)
        self._rest = AfterPaint(page, self._show_rest)
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(0, theme.px(12), theme.px(12), theme.px(24))
        self._column.setSpacing(theme.px(14))
        beside = SideBySide(theme, self.meetings, self.afterwards)
        for part in (self._empty, self.map, self.people, self.board, beside):
            self._column.addWidget(part)
        self._column.addStretch(1)
        self.area = scrolled(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.area)

    def _show(self) -> None:
        course = self._work.course
        self._stale = course is not None and not self.isVisible()
        if not self._stale:
            self._show_chosen()

    def _show_chosen(self) -> None:
        course = self._work.course
        self._stale = False
        if course is None:
            self.clear()
            return
        self._show_course(course)

    def fill_rest(self) -> None:
        """Have everything on the page, so that a part of it can be opened."""
        if self._work.course is not None and (self._stale or self._rest.waiting):
            self._stale = False
            self._shown_id = self._work.course.id
            self._show_course(self._work.course)

    def _show_course(self, course: Course) -> None:
        self._empty.setVisible(not course.network and not course.handover.tasks)
        self.map.show_course(course, self._cafe)
        if self._shown_id not in ("", course.id):
            # Another citizen: the map is painted first, and nothing of the one before stays in sight.
            self._clear_rest()
            self._shown_id = course.id
            self._rest.start()
            return
        self._shown_id = course.id
        self._show_rest()

    def _show_rest(self) -> None:
        course = self._work.course
        self._rest.stop()
        # Another one may have been chosen by now, while nobody sees this tab: it is shown when the tab is seen.
        if course is None or course.id != self._shown_id:
            return
        for part in (self.people, self.board, self.meetings):
            part.show_course(course, self._cafe)
        self.afterwards.show_course(course)
        self._follow()

    def _clear_rest(self) -> None:
        for part in (self.people, self.board, self.meetings, self.afterwards):
            part.show_course(None)

    def _begin(self) -> None:
        self.people.begin()
        self._go_to(self.people.new)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Tab, and what was gone to, follow whatever came on the page: fields that unfold are made late."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._order.start()
        return super().eventFilter(watched, event)

    def _follow(self) -> None:
        follow_reading(self._column)
        if self._sought is not None and self._page.isAncestorOf(self._sought):
            self._scroll_to(self._sought)
            self._found.start()

    def _go_to(self, part: QWidget | None) -> None:
        # The part's place is known after the layout has run.
        self._found.stop()
        self._sought = part
        self._order.start()

    def _lose_sight(self) -> None:
        self._sought = None

    def _scroll_to(self, part: QWidget) -> None:
        """Show the whole part, or its top where it is higher than the room."""
        top, room = part.mapTo(self._page, QPoint(0, 0)).y(), self.area.viewport().height()
        bar = self.area.verticalScrollBar()
        if top < bar.value() or top + part.height() > bar.value() + room:
            bar.setValue(max(top - self._work.session.theme.px(12), 0))
        field = self.window().focusWidget()
        if field is not None and part.isAncestorOf(field):
            self.area.ensureWidgetVisible(field)
