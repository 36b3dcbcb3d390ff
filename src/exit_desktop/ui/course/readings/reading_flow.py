"""A reading under way: one instrument after the other, saved at each answer, finished by a clear act."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from exit_desktop.domain.answers import Answer
from exit_desktop.domain.courses import Course
from exit_desktop.domain.submissions import Submission, SubmissionKind, answers_to
from exit_desktop.instruments.definition import Instrument, Scoring
from exit_desktop.instruments.engine import progress
from exit_desktop.services.readings import (
    change_reading,
    clear_answer,
    finish_reading,
    instruments_of,
    save_answers,
)
from exit_desktop.ui.course.readings.discarding import ask_discard
from exit_desktop.ui.course.readings.finish_panel import FinishPanel
from exit_desktop.ui.course.readings.instrument_form import InstrumentForm
from exit_desktop.ui.course.readings.reading_head import ReadingHead
from exit_desktop.ui.course.readings.star_form import StarForm
from exit_desktop.ui.widgets.buttons import Button, Chip, LinkButton, PrimaryButton
from exit_desktop.ui.widgets.flow import FlowLayout
from exit_desktop.ui.widgets.labels import small
from exit_desktop.ui.widgets.panels import clear_layout, row, scrolled

if TYPE_CHECKING:
    from exit_desktop.ui.course.work import CourseWork

Form = InstrumentForm | StarForm


# Below this height, in pixels at 100 %, the head is told in one line, so that the questions have the room.
ROOMY = 520


class ReadingFlow(QWidget):
    """`left` when the worker stops for today, has finished, or has discarded the reading."""

    left = Signal()

    def __init__(self, work: CourseWork) -> None:
        super().__init__()
        self.t, self._work = work.session.t, work
        self._submission: Submission | None = None
        self._built: tuple[object, ...] = ()
        self._forms: list[Form] = []
        self._chip_row: list[Chip] = []
        self._cafe = False
        self._build()
        self._connect()
        self.retranslate()

    def show_submission(self, submission: Submission, course: Course) -> None:
        """Show a reading under way; its widgets stay as long as it is the same one in the same language."""
        wanted = (submission.id, submission.language, submission.held_on)
        self._submission = submission
        if wanted != self._built:
            self._build_forms(submission)
            self._built = wanted
        else:
            for form in self._forms:
                form.show_submission(submission)
        self._head.show_submission(submission, course.calendar)
        self._tell_progress()

    def take_focus(self) -> None:
        """Put the keyboard on the first question of the part in sight."""
        if not self._forms:
            return
        form = self._forms[max(0, self._pages.currentIndex())]
        if self._paper.isChecked():
            form.set_fast(True)
            return
        first = next((p for p in form.findChildren(QWidget) if p.focusPolicy() & Qt.FocusPolicy.TabFocus), form)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the head where the questions would have too little room."""
        super().resizeEvent(event)
        self._head.fold(event.size().height() < self._work.session.theme.px(ROOMY))

    def clear(self) -> None:
        """Let the reading go."""
        self._submission, self._built = None, ()
        self._forms, self._chip_row = [], []
        while (page := self._pages.widget(0)) is not None:
            self._pages.removeWidget(page)
            for label in page.findChildren(QLabel):
                label.clear()
            page.deleteLater()
        clear_layout(self._steps)
        self._finish.clear()
        self._head.clear()

    def set_cafe_view(self, on: bool) -> None:
        """Show the scores without labels."""
        self._cafe = on
        for form in self._forms:
            if isinstance(form, StarForm):
                form.set_cafe_view(on)
        self._tell_progress()

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self.t
        self._paper.setText(t("Type in from paper"))
        self._paper_note.setText(t("One key for each answer; the keys stand beside the answers and on the paper."))
        self._stop.setText(t("Stop here for today"))
        self._discard.setText(t("Discard this reading"))
        self._back.setText(t("Back"))
        self._next.setText(t("Go on"))
        self._head.retranslate()
        self._finish.retranslate()
        for form in self._forms:
            form.retranslate()
        self._tell_progress()

    def _build(self) -> None:
        theme = self._work.session.theme
        self._head = ReadingHead(self._work)
        self._chips = QWidget()
        self._steps = FlowLayout(self._chips, spacing=theme.px(6))
        self._paper, self._paper_note = Chip(), small(theme)
        self._pages = QStackedWidget()
        self._finish = FinishPanel(self._work)
        self._stop, self._discard = Button(), LinkButton()
        self._back, self._next = Button(), PrimaryButton()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(10), 0, 0)
        column.setSpacing(theme.px(10))
        head = row(self._head, spacing=theme.px(8))
        head.setStretchFactor(self._head, 1)
        head.addWidget(self._paper, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(self._chips)
        column.addWidget(self._paper_note)
        column.addWidget(self._pages, 1)
        column.addWidget(self._finish)
        column.addLayout(row(self._stop, self._discard, 1, self._back, self._next, spacing=theme.px(8)))

    def _connect(self) -> None:
        self._head.edited.connect(self._change_head)
        self._paper.toggled.connect(self._type_in)
        self._stop.clicked.connect(self.left)
        self._discard.clicked.connect(self._throw_away)
        self._back.clicked.connect(self._go_back)
        self._next.clicked.connect(self._go_on)
        self._finish.agreed.connect(self._end)

    def _build_forms(self, submission: Submission) -> None:
        at = self._pages.currentIndex() if self._built[:1] == (submission.id,) else 0
        self.clear()
        self._submission = submission
        for number, instrument in enumerate(instruments_of(self._work.desk, submission)):
            form = self._new_form(instrument, submission)
            self._forms.append(form)
            self._pages.addWidget(_page(form))
            chip = Chip()
            chip.clicked.connect(partial(self._choose_part, number))
            self._chip_row.append(chip)
            self._steps.addWidget(chip)
        self._order_foot()
        self.set_cafe_view(self._cafe)
        self._type_in(self._paper.isChecked())
        self._show_part(max(0, at))

    def _order_foot(self) -> None:
        # The forms are made after the foot: without this, Tab would come to the foot before the questions.
        foot = [*self._finish.findChildren(QPushButton), self._stop, self._discard, self._back, self._next]
        asked = [part for part in self._forms[-1].findChildren(QWidget) if part.focusPolicy() & Qt.FocusPolicy.TabFocus]
        for earlier, later in pairwise([*asked[-1:], *foot]):
            QWidget.setTabOrder(earlier, later)

    def _new_form(self, instrument: Instrument, submission: Submission) -> Form:
        areas = instrument.scoring is Scoring.AREAS
        form: Form = (StarForm if areas else InstrumentForm)(self._work, instrument, submission)
        form.answered.connect(self._write)
        form.cleared.connect(self._take_out)
        form.ended.connect(self._go_on)
        return form

    def _choose_part(self, number: int, _checked: bool = False) -> None:
        self._show_part(number)
        if self._paper.isChecked():
            self._forms[number].set_fast(True)

    def _show_part(self, number: int) -> None:
        self._pages.setCurrentIndex(number)
        self._finish.hide()
        self._next.show()
        self._tell_progress()

    def _tell_progress(self) -> None:
        t, at = self.t, self._pages.currentIndex()
        if self._submission is None:
            return
        for number, form in enumerate(self._forms):
            how_far = progress(form.instrument, answers_to(self._submission, form.instrument.id))
            # Someone may be looking at what the part is about.
            title = t("Part {number}", number=number + 1) if self._cafe else form.instrument.title.of(t.language)
            chip = self._chip_row[number]
            chip.setText(t("{title}  {done} of {asked}", title=title, done=how_far.done, asked=how_far.asked))
            chip.setChecked(number == at)
        self._back.setEnabled(at > 0)
        last = at == len(self._forms) - 1
        reading = self._submission.kind is SubmissionKind.READING
        self._next.setText(t("Finish the reading") if last and reading else t("Go on"))

    def _type_in(self, on: bool) -> None:
        self._paper_note.setVisible(on)
        for form in self._forms:
            form.set_fast(on)
        if on and self._forms:
            self._show_part(max(0, self._pages.currentIndex()))
            self._forms[self._pages.currentIndex()].set_fast(True)

    def _go_back(self) -> None:
        self._choose_part(max(0, self._pages.currentIndex() - 1))

    def _go_on(self) -> None:
        at = self._pages.currentIndex()
        if at + 1 < len(self._forms):
            self._choose_part(at + 1)
        elif self._submission is not None:
            self._next.hide()
            self._finish.show_missing(self._submission, [form.instrument for form in self._forms])

    def _write(self, answer: Answer) -> None:
        if (here := self._submission) is not None:
            self._work.change(lambda desk, course: save_answers(desk, course, here.id, (answer,)))

    def _take_out(self, answer: Answer) -> None:
        if (here := self._submission) is not None:
            self._work.change(lambda desk, course: clear_answer(desk, course, here.id, answer))

    def _change_head(self, new: Submission) -> None:
        self._work.change(lambda desk, course: change_reading(desk, course, new.id, new))

    def _end(self) -> None:
        here = self._submission
        if here is not None and self._work.change(lambda desk, course: finish_reading(desk, course, here.id)):
            self.left.emit()

    def _throw_away(self) -> None:
        if self._submission is not None and ask_discard(self, self._work, self._submission):
            self.left.emit()


def _page(form: Form) -> QWidget:
    if isinstance(form, StarForm):
        # The star stays in sight while its questions scroll.
        return form
    place = QWidget()
    column = QVBoxLayout(place)
    column.setContentsMargins(2, 2, 12, 2)
    column.addWidget(form)
    return scrolled(place)
