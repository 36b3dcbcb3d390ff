"""The last step of a reading or form: says what was not asked or confirmed, and offers the act that finishes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from exit_desktop.domain.forms import FORM_KINDS
from exit_desktop.domain.submissions import Submission
from exit_desktop.instruments.definition import Instrument
from exit_desktop.instruments.engine import asked_answers, visible_questions
from exit_desktop.ui.course.readings.sitting_words import READING, words_of
from exit_desktop.ui.widgets.buttons import Button, PrimaryButton
from exit_desktop.ui.widgets.labels import Label, small
from exit_desktop.ui.widgets.panels import QuietPanel, row

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from exit_desktop.system.language import Texts
    from exit_desktop.ui.course.work import CourseWork


# More than a screenful of names helps nobody; the parts beside them say where something is open.
MOST_NAMED = 12


def shortened(names: Sequence[str], t: Texts) -> str:
    """Return names in a row; of very many the first, and how many more there are."""
    told = ", ".join(names[:MOST_NAMED])
    more = len(names) - MOST_NAMED
    return t.plural("{names} and {count} more", "{names} and {count} more", more, names=told) if more > 0 else told


class FinishPanel(QuietPanel):
    """`agreed` when the worker finishes, `all_fits` to confirm what is still proposed; hidden until it is asked for."""

    agreed = Signal()
    all_fits = Signal()

    def __init__(self, work: CourseWork) -> None:
        super().__init__(work.session.theme)
        self.t = work.session.t
        self._missing: list[str] = []
        self._proposed: list[str] = []
        self._said = READING
        self._proposals, self._confirm = Label(work.session.theme), Button()
        self._confirm.clicked.connect(self.all_fits)
        self._words = Label(work.session.theme)
        self._note = small(work.session.theme)
        self._finish = PrimaryButton()
        self._finish.clicked.connect(self.agreed)
        self.body.addWidget(self._proposals)
        self.body.addLayout(row(self._confirm, 1))
        self.body.addWidget(self._words)
        self.body.addLayout(row(self._note, 1, self._finish))
        self.retranslate()
        self.hide()

    def show_missing(
        self, submission: Submission, instruments: Sequence[Instrument], proposed: Collection[str] = ()
    ) -> None:
        """Say which questions have no answer, apart those that one is proposed to, and ask."""
        self._missing, self._proposed, self._said = [], [], words_of(submission.kind)
        for instrument in instruments:
            given = asked_answers(instrument, submission)
            for question in visible_questions(instrument, given):
                if question.key not in given:
                    there = self._proposed if question.key in proposed else self._missing
                    name = question.label if submission.kind in FORM_KINDS else question.short
                    there.append(name.of(self.t.language))
        self.retranslate()
        self.show()
        (self._confirm if self._proposed else self._finish).setFocus()

    def clear(self) -> None:
        """Say nothing."""
        self._missing, self._proposed = [], []
        self._words.clear()
        self._proposals.clear()
        self.hide()

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self.t
        self._finish.setText(t(self._said.finish))
        self._confirm.setText(t("Confirm the rest"))
        for part in (self._proposals, self._confirm):
            part.setVisible(bool(self._proposed))
        words = t("Proposed and not confirmed: {questions}.", questions=shortened(self._proposed, t))
        self._proposals.setText(words if self._proposed else "")
        self._note.setText(t("An answer can be corrected later; what it said before is kept."))
        if self._missing:
            self._words.setText(t("Not asked: {questions}.", questions=shortened(self._missing, t)))
        elif self._proposed:
            self._words.setText(t("What is not confirmed is written down as not asked."))
        else:
            self._words.setText(t("Everything has been asked."))
