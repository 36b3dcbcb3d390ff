"""The Overview tab: star, change, well-being, next steps and what was last told, on one page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from exit_desktop.domain.calendar import CourseState
from exit_desktop.domain.contacts import with_citizen
from exit_desktop.domain.courses import Course
from exit_desktop.services.readings import draft_reading
from exit_desktop.services.scores import LIFE_SITUATION, read_scores
from exit_desktop.system.language import mark
from exit_desktop.ui.course.overview.curve_panel import CurvePanel
from exit_desktop.ui.course.overview.facts_panel import FactsPanel
from exit_desktop.ui.course.overview.since_start import SinceStart
from exit_desktop.ui.course.overview.star_compare import StarCompare
from exit_desktop.ui.course.overview.steps_panel import StepsPanel
from exit_desktop.ui.course.place_words import guidance_place
from exit_desktop.ui.guidance.about_link import AboutLink
from exit_desktop.ui.widgets.buttons import Button, LinkButton
from exit_desktop.ui.widgets.flow import buttons
from exit_desktop.ui.widgets.labels import Label, heading
from exit_desktop.ui.widgets.panels import QuietPanel, laid_out_once, row, scrolled
from exit_desktop.ui.widgets.properties import put

if TYPE_CHECKING:
    from exit_desktop.ui.course.work import CourseWork

# Widths in pixels at 100 %: from here on three columns, from there on two.
THREE_COLUMNS, TWO_COLUMNS = 900, 640
# Row, column, rows and columns of each panel, in the order of the panels; and how the columns share the width.
Part = StarCompare | SinceStart | CurvePanel | StepsPanel | FactsPanel
Place = tuple[int, int, int, int]
_PLACES: dict[int, tuple[Place, ...]] = {
    3: ((0, 0, 3, 1), (0, 1, 1, 1), (0, 2, 1, 1), (1, 1, 1, 2), (2, 1, 1, 2)),
    2: ((0, 0, 2, 1), (0, 1, 1, 1), (1, 1, 1, 1), (2, 0, 1, 2), (3, 0, 1, 2)),
}
_WIDTHS = {3: (9, 5, 7), 2: (1, 1, 0), 1: (1, 0, 0)}


class OverviewTab(QWidget):
    """`reading_opened(submission id)`, `reading_wanted` and so on lead to the other tabs."""

    reading_opened = Signal(str)
    reading_wanted = Signal()
    plan_wanted = Signal()
    sheet_wanted = Signal()
    contact_wanted = Signal()
    start_wanted = Signal()

    def __init__(self, work: CourseWork) -> None:
        super().__init__()
        self.t, self._work = work.session.t, work
        self._course: Course | None = None
        self._stale = self._cafe = False
        self._places: tuple[tuple[Part, Place], ...] = ()
        self.star, self.since, self.curve = StarCompare(work), SinceStart(work), CurvePanel(work)
        self.steps, self.facts = StepsPanel(work), FactsPanel(work)
        self._panels: tuple[Part, ...] = (self.star, self.since, self.curve, self.steps, self.facts)
        self._build()
        self._connect()
        self.retranslate()

    def show_course(self, course: Course) -> None:
        """Show a course, at once if the tab is in sight."""
        self._course = course
        self._stale = True
        self.about.set_place(guidance_place(course))
        if self.isVisible():
            self._fill()

    def clear(self) -> None:
        """Let the course go."""
        self._course = None
        self._stale = False
        for panel in self._panels:
            panel.clear()

    def set_cafe_view(self, on: bool) -> None:
        """Show scores without labels, and nothing of what was told or planned."""
        self._cafe = on
        self.star.set_cafe_view(on)
        self.curve.set_cafe_view(on)
        self.facts.set_cafe_view(on)
        self._tell_first()

    def retranslate(self) -> None:
        """Speak the language in force."""
        for panel in self._panels:
            panel.retranslate()
        self.about.retranslate()
        self._first_title.setText(self.t("What this place is for"))
        self._sheet.setText(self.t("Print the citizen's sheet"))
        self._first_words.setText(
            self.t(
                "Here you see how things are for the citizen, what has changed since the start, and what comes next. "
                "It fills from the first reading on."
            )
        )
        self._tell_first()

    def showEvent(self, event: QShowEvent) -> None:
        """Fill in what was left while nobody could see it."""
        super().showEvent(event)
        self.fill_unseen()

    def fill_unseen(self) -> None:
        """Fill in what was left, best before it is seen."""
        if self._stale:
            self._fill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for the width that there is."""
        super().resizeEvent(event)
        self._suit()

    def _build(self) -> None:
        theme = self._work.session.theme
        self._first = QuietPanel(theme)
        self._first_title, self._first_words = heading(theme), Label(theme)
        self._begin, self._talk, self._start = Button(), Button(), Button()
        self._ways = (self._talk, self._start, self._begin)
        for part in (self._first_title, self._first_words):
            self._first.body.addWidget(part)
        self._first.body.addLayout(buttons(theme, *self._ways))
        self._grid = QGridLayout()
        self._grid.setSpacing(theme.px(12))
        self._sheet, self.about = LinkButton(), AboutLink(self._work.session, words=mark("About this phase"))
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, theme.px(10), theme.px(6), theme.px(6))
        column.setSpacing(theme.px(12))
        column.addWidget(self._first)
        column.addLayout(self._grid)
        column.addLayout(row(self.about, 1, self._sheet))
        column.addStretch(1)
        place = QVBoxLayout(self)
        place.setContentsMargins(0, 0, 0, 0)
        place.addWidget(scrolled(self._content))
        self._suit()

    def _connect(self) -> None:
        self.star.opened.connect(self.reading_opened)
        self.curve.opened.connect(self.reading_opened)
        self.steps.opened.connect(self.plan_wanted)
        self._begin.clicked.connect(self.reading_wanted)
        self._talk.clicked.connect(self.contact_wanted)
        self._start.clicked.connect(self.start_wanted)
        self._sheet.clicked.connect(self.sheet_wanted)

    def _suit(self) -> None:
        px = self._work.session.theme.px
        columns = 3 if self.width() >= px(THREE_COLUMNS) else 2 if self.width() >= px(TWO_COLUMNS) else 1
        shown: list[Part] = [panel for panel in self._panels if not panel.isHidden()]
        if self.star.isHidden():
            # With nothing but the next steps to show, they stand by themselves.
            columns = 1
        elif self._cafe:
            columns = min(2, columns)
        places = _PLACES[columns] if columns > 1 and not self._cafe else _in_rows(columns)
        self._arrange(tuple(zip(shown if self._cafe else self._panels, places, strict=False)))

    def _arrange(self, places: tuple[tuple[Part, Place], ...]) -> None:
        if places == self._places:
            return
        self._places = places
        for panel in self._panels:
            self._grid.removeWidget(panel)
        for panel, place in places:
            self._grid.addWidget(panel, *place)
        columns = 1 + max((place[1] for _, place in places), default=0)
        for column, stretch in enumerate(_WIDTHS[columns]):
            self._grid.setColumnStretch(column, stretch)

    def _fill(self) -> None:
        course = self._course
        if course is None:
            return
        self._stale = False
        with laid_out_once(self._content, *self._panels):
            self._show_in_panels(course)

    def _show_in_panels(self, course: Course) -> None:
        catalogue = self._work.desk.catalogue
        scores, instrument = read_scores(catalogue, course), catalogue.get(LIFE_SITUATION)
        self.star.show_readings(instrument, scores.stars)
        self.since.show_scores(scores, instrument)
        self.curve.show_readings(scores.wellbeing, course.milestones)
        self.steps.show_course(course)
        self.facts.show_course(course)
        self._tell_first()

    def _tell_first(self) -> None:
        course = self._course
        first = course is not None and not any(s.finished_on for s in course.submissions if s.occasion is not None)
        self._first.setVisible(first)
        open_ = course is not None and course.state is not CourseState.CLOSED
        self._begin.setVisible(open_)
        self._say_next(course)
        draft = course is not None and draft_reading(course) is not None
        self._begin.setText(self.t("Go on with the reading") if draft else self.t("Begin the first reading"))
        for panel in (self.star, self.curve):
            panel.setVisible(not first)
        self.since.setVisible(not first and not self._cafe)
        self.steps.setVisible(not self._cafe)
        self._sheet.setVisible(not first and not self._cafe)
        self._suit()

    def _say_next(self, course: Course | None) -> None:
        """Offer what comes next: in orientation the first talk, then the start; after it the first reading."""
        before = course is not None and course.state is CourseState.ORIENTATION
        talked = course is not None and bool(with_citizen(course.contacts, self._work.session.today()))
        self._talk.setVisible(before)
        self._start.setVisible(before)
        self._talk.setText(self.t("Write a talk") if talked else self.t("Write the first talk"))
        self._start.setText(self.t("Start the course …"))
        first = self._begin if not before else self._start if talked else self._talk
        for way in self._ways:
            put(way, "kind", "primary" if way is first else "plain")


def _in_rows(columns: int) -> tuple[Place, ...]:
    """Return places one after the other, as in a text."""
    return tuple((number // columns, number % columns, 1, 1) for number in range(5))
