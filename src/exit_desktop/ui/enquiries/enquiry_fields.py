"""The fields of an enquiry: its date and the questions, kept as a draft while they are filled in."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from exit_desktop.domain.answers import Answer
from exit_desktop.domain.not_started import NOT_STARTED
from exit_desktop.domain.submissions import Part, Submission, SubmissionKind
from exit_desktop.services.not_started import instrument_of
from exit_desktop.ui.course.readings.instrument_form import InstrumentForm
from exit_desktop.ui.course.work import CourseWork
from exit_desktop.ui.widgets.buttons import Chip
from exit_desktop.ui.widgets.fields import DateField
from exit_desktop.ui.widgets.labels import small
from exit_desktop.ui.widgets.panels import row
from exit_desktop.ui.widgets.short_fields import Named

if TYPE_CHECKING:
    from datetime import date

    from exit_desktop.ui.session import Session


@dataclass(frozen=True, slots=True)
class Written:
    """What stands in the fields: the date as it was typed, and the answers."""

    on: str
    answers: tuple[Answer, ...] = field(default=(), repr=False)


def waiting_at(session: Session, place: str) -> Written | None:
    """Return the draft that waits at a place."""
    try:
        return msgspec.json.decode(session.drafts.text(place), type=Written)
    except msgspec.MsgspecError:
        return None


class EnquiryFields(QWidget):
    """`edited` when an answer or the date is another one, `ended` when the keyboard goes on from the last question.

    A draft that waits at `place` goes before what is given.
    """

    edited = Signal()
    ended = Signal()

    def __init__(self, session: Session, place: str, on: date, answers: tuple[Answer, ...] = ()) -> None:
        super().__init__()
        self._session, self._place, self.t = session, place, session.t
        waiting = waiting_at(session, place)
        self._answers = {answer.question: answer for answer in (waiting.answers if waiting else answers)}
        self.on = DateField(session.today(), on)
        if waiting:
            self.on.setText(waiting.on)
        self._build(on)
        self.on.textChanged.connect(self._keep)
        self._form.answered.connect(self._take)
        self._form.cleared.connect(self._drop)
        self._form.ended.connect(self.ended)
        self._paper.toggled.connect(self._type_in)

    @property
    def answers(self) -> tuple[Answer, ...]:
        """The answers as they stand."""
        return tuple(self._answers.values())

    def take_focus(self) -> None:
        """Put the keyboard on the date."""
        self.on.setFocus(Qt.FocusReason.TabFocusReason)

    def forget(self) -> None:
        """Drop the draft: the enquiry is kept, or given up."""
        self._session.drafts.drop(self._place)

    def _build(self, on: date) -> None:
        theme, t = self._session.theme, self.t
        self.on.setFixedWidth(theme.px(130))
        named = Named(theme, self.on)
        named.set_name(t("Date"))
        self._paper = Chip(t("Type in from paper"))
        self._paper_note = small(
            theme, t("One key for each answer; the keys stand beside the answers and on the paper.")
        )
        self._paper_note.hide()
        instrument = instrument_of(self._session.desk, self.answers)
        parts = (Part(NOT_STARTED, instrument.version),)
        self._shown = Submission(NOT_STARTED, SubmissionKind.NOT_STARTED, on, language=t.language, parts=parts)
        # The questions are asked here as in a course, but there is no course: nothing is anybody's.
        nobody = CourseWork(self._session, self._session.desk)
        self._form = InstrumentForm(nobody, instrument, self._submission(), notes=False)
        head = row(named, 1)
        head.addWidget(self._paper, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addLayout(head)
        column.addWidget(self._paper_note)
        column.addWidget(self._form)

    def _submission(self) -> Submission:
        return replace(self._shown, answers=self.answers)

    def _take(self, answer: Answer) -> None:
        self._answers[answer.question] = answer
        self._show()

    def _drop(self, answer: Answer) -> None:
        self._answers.pop(answer.question, None)
        self._show()

    def _show(self) -> None:
        self._form.show_submission(self._submission())
        self._keep()

    def _keep(self) -> None:
        written = Written(self.on.text(), self.answers)
        self._session.drafts.keep(self._place, msgspec.json.encode(written).decode())
        self.edited.emit()

    def _type_in(self, on: bool) -> None:
        self._paper_note.setVisible(on)
        self._form.set_fast(on)
