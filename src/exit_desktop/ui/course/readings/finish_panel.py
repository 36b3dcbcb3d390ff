"""The last step of a reading: says what was not asked, and offers the act that finishes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from exit_desktop.domain.submissions import Submission, answers_to
from exit_desktop.instruments.definition import Instrument
from exit_desktop.instruments.engine import visible_questions
from exit_desktop.ui.widgets.buttons import PrimaryButton
from exit_desktop.ui.widgets.labels import Label, small
from exit_desktop.ui.widgets.panels import QuietPanel, row

if TYPE_CHECKING:
    from exit_desktop.ui.course.work import CourseWork


class FinishPanel(QuietPanel):
    """`agreed` when the worker finishes the reading; hidden until it is asked for."""

    agreed = Signal()

    def __init__(self, work: CourseWork) -> None:
        super().__init__(work.session.theme)
        self.t = work.session.t
        self._missing: list[str] = []
        self._words = Label(work.session.theme)
        self._note = small(work.session.theme)
        self._finish = PrimaryButton()
        self._finish.clicked.connect(self.agreed)
        self.body.addWidget(self._words)
        self.body.addLayout(row(self._note, 1, self._finish))
        self.retranslate()
        self.hide()

    def show_missing(self, submission: Submission, instruments: list[Instrument]) -> None:
        """Say which questions have no answer, and ask."""
        self._missing = []
        for instrument in instruments:
            given = answers_to(submission, instrument.id)
            asked = visible_questions(instrument, given)
            self._missing += [q.short.of(self.t.language) for q in asked if q.key not in given]
        self.retranslate()
        self.show()
        self._finish.setFocus()

    def clear(self) -> None:
        """Say nothing."""
        self._missing = []
        self._words.clear()
        self.hide()

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self.t
        self._finish.setText(t("Finish the reading"))
        self._note.setText(t("An answer can be corrected later; what it said before is kept."))
        if self._missing:
            self._words.setText(t("Not asked: {questions}.", questions=", ".join(self._missing)))
        else:
            self._words.setText(t("Everything has been asked."))
