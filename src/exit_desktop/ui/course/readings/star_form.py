"""The life situation as it is filled in: the star beside the questions, both of them the same answers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from exit_desktop.domain.answers import Answer, AnswerState
from exit_desktop.domain.submissions import Submission, answers_to
from exit_desktop.instruments.definition import Instrument
from exit_desktop.instruments.engine import scored_values
from exit_desktop.services.charting import area_keys, star_view
from exit_desktop.services.scores import StarReading
from exit_desktop.system.language import Texts
from exit_desktop.ui.course.readings.instrument_form import InstrumentForm
from exit_desktop.ui.widgets.panels import scrolled
from exit_desktop.ui.widgets.star_widget import StarWidget

if TYPE_CHECKING:
    from exit_desktop.ui.course.work import CourseWork

# Below this width, in pixels at 100 %, the star stands above the questions and scrolls with them.
SIDE_BY_SIDE = 640
# Below this height it stands under them: the first question is what has to be in sight.
LOW = 420
# Beside them it stays in sight, in as much height as there is between these.
LEAST_STAR, MOST_STAR = (250, 200), 400


class StarForm(QWidget):
    """Behaves as an `InstrumentForm`, with a star that can be set by mouse and keyboard."""

    answered = Signal(object)
    cleared = Signal(object)
    ended = Signal()

    def __init__(self, work: CourseWork, instrument: Instrument, submission: Submission) -> None:
        super().__init__()
        self.instrument, self._words = instrument, Texts(submission.language)
        self._keys = area_keys(instrument)
        self._given: dict[str, Answer] = {}
        self._theme = work.session.theme
        self.star = StarWidget(self._theme, work.session.t, fill_in=True)
        self.form = InstrumentForm(work, instrument, submission)
        self._stands = ""
        self._build()
        self.star.answered.connect(self._give)
        self.form.answered.connect(self.answered)
        self.form.cleared.connect(self.cleared)
        self.form.ended.connect(self.ended)
        self.show_submission(submission)

    def show_submission(self, submission: Submission) -> None:
        """Show what is kept, in the star and in the questions."""
        self._given = answers_to(submission, self.instrument.id)
        values = scored_values(self.instrument, self._given)
        drawn = StarReading(submission.id, submission.occasion, submission.held_on, values, {}, None)
        view = star_view(self.instrument, (drawn,), self._words)
        if view != self.star.view:
            self.star.show_view(view)
        self.form.show_submission(submission)

    def _build(self) -> None:
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(2, 2, 12, 2)
        self._column.setSpacing(self._theme.px(14))
        self._column.addWidget(self.form)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(self._theme.px(20))
        self._line.addWidget(self.star, 2)
        self._line.addWidget(scrolled(content), 3)

    def set_fast(self, on: bool) -> None:
        """Type in from paper: the questions hear the keys."""
        self.form.set_fast(on)

    def begin(self) -> None:
        """Put the keyboard into the first question that is open."""
        self.form.begin()

    def set_cafe_view(self, on: bool) -> None:
        """Hide the names of the areas around the star."""
        self.star.set_cafe_view(on)

    def retranslate(self) -> None:
        """Speak the language in force."""
        self.form.retranslate()
        self.star.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the star beside the questions where there is room."""
        super().resizeEvent(event)
        beside, px = event.size().width() >= self._theme.px(SIDE_BY_SIDE), self._theme.px
        stands = "beside" if beside else "under" if event.size().height() < px(LOW) else "over"
        if stands != self._stands:
            self._stands = stands
            if beside:
                self._line.insertWidget(0, self.star, 2, Qt.AlignmentFlag.AlignTop)
            else:
                self._column.insertWidget(1 if stands == "under" else 0, self.star)
        self.star.setMinimumWidth(px(LEAST_STAR[0]))
        room = min(px(MOST_STAR), event.size().height()) if beside else self.star.minimumSizeHint().height()
        self.star.setFixedHeight(max(px(LEAST_STAR[1]), room))

    def _give(self, area: int, value: int | None) -> None:
        key = self._keys[area]
        old = self._given.get(key)
        if value is None:
            if old is not None:
                self.cleared.emit(old)
            return
        bare = Answer(instrument=self.instrument.id, version=self.instrument.version, question=key)
        self.answered.emit(replace(old or bare, state=AnswerState.ANSWERED, value=value))
