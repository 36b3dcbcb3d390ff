"""A reading or form under way: one part after the other, saved at each answer, finished by a clear act."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from exit_desktop.domain.answers import Answer
from exit_desktop.domain.courses import Course
from exit_desktop.domain.forms import FORM_KINDS
from exit_desktop.domain.submissions import Submission
from exit_desktop.services.forms import confirm_rest
from exit_desktop.services.prefill import unconfirmed
from exit_desktop.services.readings import (
    change_reading,
    clear_answer,
    finish_reading,
    instruments_of,
    save_answers,
)
from exit_desktop.ui.course.readings.discarding import ask_discard
from exit_desktop.ui.course.readings.finish_panel import FinishPanel
from exit_desktop.ui.course.readings.part_pages import Form, PartPages
from exit_desktop.ui.course.readings.parts import Part, first_open, parts_of, progress_of
from exit_desktop.ui.course.readings.parts_chips import PartsChips
from exit_desktop.ui.course.readings.parts_list import PartsList
from exit_desktop.ui.course.readings.reading_head import ReadingHead
from exit_desktop.ui.course.readings.sitting_words import READING, SittingWords, words_of
from exit_desktop.ui.together.door import TogetherDoor
from exit_desktop.ui.widgets.buttons import Button, Chip, LinkButton, PrimaryButton
from exit_desktop.ui.widgets.labels import small
from exit_desktop.ui.widgets.panels import row

if TYPE_CHECKING:
    from exit_desktop.ui.course.work import CourseWork

# Below this height, in pixels at 100 %, the head is told in one line, so that the questions have the room; below this
# width the parts of a form are not listed beside them.
ROOMY, WITH_LIST = 520, 560


class ReadingFlow(QWidget):
    """`left` when the worker stops for today, has finished, or has discarded the reading.

    `place_wanted(place)` when they want to see what a proposed answer comes from, such as "contact:…".
    """

    left = Signal()
    place_wanted = Signal(str)

    def __init__(self, work: CourseWork) -> None:
        super().__init__()
        self.t, self._work = work.session.t, work
        self._submission: Submission | None = None
        self._built: tuple[object, ...] = ()
        self._parts: tuple[Part, ...] = ()
        self._at = 0
        self._cafe = False
        self._build()
        self._connect()
        self.retranslate()

    def show_submission(self, submission: Submission, course: Course) -> None:
        """Show a reading under way; its widgets stay as long as it is the same one in the same language."""
        wanted = (submission.id, self._language(submission), submission.held_on)
        self._submission = submission
        if wanted != self._built:
            self._build_parts(submission)
            self._built = wanted
        else:
            self._pages.show_submission(submission)
        self._head.show_submission(submission, course.calendar)
        self._together.show_submission(submission)
        self._tell_progress()

    def take_focus(self) -> None:
        """Put the keyboard on the first open question of the part in sight."""
        if self._parts:
            self._pages.open(self._at).begin()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the head where the questions would have too little room."""
        super().resizeEvent(event)
        self._head.fold(event.size().height() < self._work.session.theme.px(ROOMY))
        self._list_parts()

    def clear(self) -> None:
        """Let the reading go."""
        self._submission, self._built, self._parts, self._at = None, (), (), 0
        self._chips.clear()
        self._contents.clear()
        self._pages.let_go()
        self._finish.clear()
        self._head.clear()

    def set_cafe_view(self, on: bool) -> None:
        """Show the scores without labels."""
        self._cafe = on
        self._pages.set_cafe_view(on)
        self._tell_progress()

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self.t
        self._paper.setText(t("Type in from paper"))
        self._paper_note.setText(t("One key for each answer; the keys stand beside the answers and on the paper."))
        self._stop.setText(t("Stop here for today"))
        self._discard.setText(t(self._words.discard))
        self._contents.setAccessibleName(t("Parts of the form"))
        self._back.setText(t("Back"))
        self._next.setText(t("Go on"))
        self._head.retranslate()
        self._together.retranslate()
        self._finish.retranslate()
        self._pages.retranslate()
        here, course = self._submission, self._work.course
        if here is not None and course is not None:
            self.show_submission(here, course)

    @property
    def _words(self) -> SittingWords:
        return words_of(self._submission.kind) if self._submission else READING

    def _language(self, submission: Submission) -> str:
        # A form is the worker's own and speaks the language of the window; a reading the one chosen for the talk.
        return self.t.language if submission.kind in FORM_KINDS else submission.language

    def _build(self) -> None:
        theme = self._work.session.theme
        self._head = ReadingHead(self._work)
        self._chips = PartsChips(theme)
        self._paper, self._paper_note = Chip(), small(theme)
        self._together = TogetherDoor(self._work)
        self._pages, self._contents = PartPages(self._work), PartsList(theme)
        self._finish = FinishPanel(self._work)
        self._stop, self._discard = Button(), LinkButton()
        self._back, self._next = Button(), PrimaryButton()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(10), 0, 0)
        column.setSpacing(theme.px(10))
        head = row(self._head, spacing=theme.px(8))
        head.setStretchFactor(self._head, 1)
        ways = QVBoxLayout()
        ways.setSpacing(theme.px(4))
        for way in (self._together, self._paper):
            ways.addWidget(way)
        ways.addStretch(1)
        head.addLayout(ways)
        column.addLayout(head)
        column.addWidget(self._chips)
        column.addWidget(self._paper_note)
        asked = row(self._contents, self._pages, spacing=theme.px(16))
        asked.setStretchFactor(self._pages, 1)
        column.addLayout(asked, 1)
        column.addWidget(self._finish)
        column.addLayout(row(self._stop, self._discard, 1, self._back, self._next, spacing=theme.px(8)))

    def _connect(self) -> None:
        self._head.edited.connect(self._change_head)
        self._paper.toggled.connect(self._type_in)
        self._together.returned.connect(self._come_back)
        self._stop.clicked.connect(self.left)
        self._discard.clicked.connect(self._throw_away)
        self._back.clicked.connect(self._go_back)
        self._next.clicked.connect(self._go_on)
        self._finish.agreed.connect(self._end)
        self._finish.all_fits.connect(self._confirm_rest)
        self._chips.wanted.connect(self._choose_part)
        self._contents.wanted.connect(self._show_part)
        self._contents.entered.connect(self.take_focus)
        self._pages.answered.connect(self._write)
        self._pages.cleared.connect(self._take_out)
        self._pages.ended.connect(self._go_on)
        self._pages.place_wanted.connect(self.place_wanted)

    def _build_parts(self, submission: Submission) -> None:
        at = self._at if self._built[:1] == (submission.id,) else None
        self.clear()
        self._submission = submission
        self._parts = parts_of(submission, instruments_of(self._work.desk, submission))
        self._pages.begin(submission, self._parts, self._language(submission))
        if submission.kind not in FORM_KINDS:
            self._chips.begin(len(self._parts))
        self._list_parts()
        self._discard.setText(self.t(self._words.discard))
        self._show_part(first_open(self._parts, submission) if at is None else at)
        self._type_in(self._paper.isChecked())

    def _list_parts(self) -> None:
        form = self._submission is not None and self._submission.kind in FORM_KINDS
        self._contents.setVisible(form and self.width() >= self._work.session.theme.px(WITH_LIST))
        self._chips.setVisible(not form)

    def _confirm_rest(self) -> None:
        here = self._submission
        if here is not None and self._work.change(lambda desk, course: confirm_rest(desk, course, here.id)):
            self._ask_to_finish()

    def _order_foot(self, form: Form) -> None:
        # The forms are made after the foot: without this, Tab would come to the foot before the questions.
        foot = [*self._finish.findChildren(QPushButton), self._stop, self._discard, self._back, self._next]
        for earlier, later in pairwise([*self._pages.stops(form)[-1:], *foot]):
            QWidget.setTabOrder(earlier, later)

    def _come_back(self, instrument: str, at_end: bool) -> None:
        here = next((at for at, part in enumerate(self._parts) if part.instrument.id == instrument), self._at)
        self._show_part(len(self._parts) - 1 if at_end else here)
        if at_end:
            self._ask_to_finish()
        else:
            self.take_focus()

    def _choose_part(self, number: int) -> None:
        self._show_part(number)
        if self._paper.isChecked():
            self.take_focus()
        else:
            # The questions get their place first, then the keyboard.
            QTimer.singleShot(0, self, self.take_focus)

    def _show_part(self, number: int) -> None:
        self._at = number
        self._order_foot(self._pages.open(number))
        self._finish.hide()
        self._next.show()
        self._tell_progress()

    def _tell_progress(self) -> None:
        t, here = self.t, self._submission
        if here is None:
            return
        far = [progress_of(part, here) for part in self._parts]
        # In café view someone may be looking at what a part is about.
        titles = [
            t("Part {number}", number=number) if self._cafe else part.title.of(t.language)
            for number, part in enumerate(self._parts, 1)
        ]
        counts = [t("{done} of {asked}", done=one.done, asked=one.asked) for one in far]
        shown = self._contents if here.kind in FORM_KINDS else self._chips
        shown.show_parts(list(zip(titles, counts, strict=True)), self._at)
        self._back.setEnabled(self._at > 0)
        last = self._at == len(self._parts) - 1
        self._next.setText(t(self._words.finish) if last else t("Go on"))

    def _type_in(self, on: bool) -> None:
        self._paper_note.setVisible(on)
        self._pages.set_fast(on)
        if on and self._parts:
            self._show_part(self._at)
            self._pages.open(self._at).set_fast(True)

    def _go_back(self) -> None:
        self._show_part(max(0, self._at - 1))
        if self._paper.isChecked():
            self.take_focus()

    def _go_on(self) -> None:
        if self._at + 1 < len(self._parts):
            self._choose_part(self._at + 1)
        else:
            self._ask_to_finish()

    def _ask_to_finish(self) -> None:
        here, course = self._submission, self._work.course
        if here is None or course is None:
            return
        self._next.hide()
        self._finish.show_missing(
            here, instruments_of(self._work.desk, here), unconfirmed(self._work.desk.catalogue, course, here)
        )

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
