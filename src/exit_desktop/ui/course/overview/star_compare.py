"""The star with any set of readings over each other, and the table that says the same."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QSlider, QStackedWidget, QWidget

from exit_desktop.charts.star_words import star_table
from exit_desktop.domain.calendar import Occasion
from exit_desktop.instruments.definition import Instrument
from exit_desktop.services.charting import star_view
from exit_desktop.services.scores import StarReading
from exit_desktop.system.language import mark
from exit_desktop.ui.course.overview.words_table import WordsTable
from exit_desktop.ui.widgets.buttons import Chip
from exit_desktop.ui.widgets.flow import FlowLayout
from exit_desktop.ui.widgets.labels import small
from exit_desktop.ui.widgets.panels import Panel, row
from exit_desktop.ui.widgets.star_widget import StarWidget

if TYPE_CHECKING:
    from exit_desktop.ui.course.work import CourseWork


# How high the star stands, in pixels at 100 %: change and well-being stay in sight beside and under it.
STAR = 300


class Shown(Enum):
    """Which readings lie over each other."""

    START_AND_NOW = "start_and_now"
    LAST_TWO = "last_two"
    ALL = "all"


WORDS = {
    Shown.START_AND_NOW: mark("Start and now"),
    Shown.LAST_TWO: mark("Last time and now"),
    Shown.ALL: mark("All, one by one"),
}


class StarCompare(Panel):
    """`opened(submission id)` when a point of the star is opened."""

    opened = Signal(str)

    def __init__(self, work: CourseWork) -> None:
        super().__init__(work.session.theme)
        self.t, theme = work.session.t, work.session.theme
        self._theme = theme
        self._instrument: Instrument | None = None
        self._stars: tuple[StarReading, ...] = ()
        self.star = StarWidget(theme, self.t)
        self.table = WordsTable(theme)
        self._shown = Shown.START_AND_NOW
        self._choices, self._chips = QWidget(), {shown: Chip() for shown in Shown}
        self._as_table = Chip()
        self._slider, self._slider_words = QSlider(Qt.Orientation.Horizontal), small(theme)
        self._build()
        self.retranslate()

    def show_readings(self, instrument: Instrument, stars: tuple[StarReading, ...]) -> None:
        """Show the readings that count, the oldest first."""
        self._instrument, self._stars = instrument, stars
        with QSignalBlocker(self._slider):
            self._slider.setRange(0, max(0, len(stars) - 1))
            self._slider.setValue(len(stars) - 1)
        self._fill()

    def clear(self) -> None:
        """Let the readings go."""
        self._stars = ()
        self._fill()
        self.star.refresh_now()
        self.table.setRowCount(0)

    def set_cafe_view(self, on: bool) -> None:
        """Hide the names of the areas, and the table with them."""
        self.star.set_cafe_view(on)
        self._as_table.setVisible(not on)
        if on:
            self._as_table.setChecked(False)

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self.t
        self.set_heading(t("Life situation"))
        for shown, chip in self._chips.items():
            chip.setText(t(WORDS[shown]))
        self._as_table.setText(t("As a table"))
        self._slider.setAccessibleName(t("Reading"))
        self.table.setAccessibleName(t("Life situation as a table"))
        self._fill()

    @property
    def chosen(self) -> tuple[StarReading, ...]:
        """The readings over each other, the oldest first; the last is the one that stands out."""
        stars = self._stars
        if self._shown is Shown.ALL:
            return stars[: self._slider.value() + 1]
        if self._shown is Shown.LAST_TWO:
            return stars[-2:]
        start = [star for star in stars[:-1] if star.occasion is Occasion.M00][:1]
        return (*start, *stars[-1:])

    def _build(self) -> None:
        line = FlowLayout(self._choices, spacing=6)
        group = QButtonGroup(self)
        for shown, chip in self._chips.items():
            group.addButton(chip)
            chip.setChecked(shown is self._shown)
            chip.clicked.connect(lambda _checked=False, to=shown: self._choose(to))
            line.addWidget(chip)
        line.addWidget(self._as_table)
        self._slider.setPageStep(1)
        self._slider.valueChanged.connect(self._fill)
        self._as_table.toggled.connect(self._turn)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.star)
        self._pages.addWidget(self.table)
        self._step = QWidget()
        self._step.setLayout(row(self._slider, self._slider_words))
        for part in (self._pages, self._step, self._choices):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.star.opened.connect(self._open)
        self.table.resized.connect(self._fit)
        self._fit()
        self._theme.changed.connect(self._fit)

    def _fit(self) -> None:
        # The table is as high as its lines: it is the page that scrolls, never a table within it.
        lines = self.table.whole_height if self._as_table.isChecked() else 0
        self._pages.setFixedHeight(max(self._theme.px(STAR), lines))

    def _choose(self, shown: Shown) -> None:
        self._shown = shown
        self._fill()

    def _turn(self, table: bool) -> None:
        self._pages.setCurrentIndex(1 if table else 0)
        self._fill()
        self._fit()

    def _fill(self) -> None:
        several = len(self._stars) > 1
        self._choices.setVisible(bool(self._stars))
        for shown, chip in self._chips.items():
            chip.setVisible(several and (shown is not Shown.LAST_TWO or len(self._stars) > 2))
        self._step.setVisible(self._shown is Shown.ALL and several)
        if self._instrument is None:
            return
        view = star_view(self._instrument, self.chosen, self.t)
        self.star.show_view(view)
        if self._as_table.isChecked():
            self.table.show_table(star_table(view, self.t))
            self._fit()
        self._slider_words.setText(self.t.date(self.chosen[-1].on, "short") if self.chosen else "")

    def _open(self, _mark_id: str) -> None:
        if self.chosen:
            self.opened.emit(self.chosen[-1].submission_id)
