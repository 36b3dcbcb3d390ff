"""A finished submission: what was answered, with notes and the trace of corrections, each answer correctable."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from exit_desktop.domain.answers import Answer, AnswerSource, Respondent
from exit_desktop.domain.forms import FORM_KINDS
from exit_desktop.domain.submissions import MadeBy, Submission, SubmissionKind, answers_to
from exit_desktop.instruments.definition import Instrument, Kind, Question
from exit_desktop.instruments.engine import asked_answers, visible_questions
from exit_desktop.instruments.wording import answer_text, value_text
from exit_desktop.services.labels import FORMS, OCCASIONS
from exit_desktop.services.readings import instruments_of, save_answers
from exit_desktop.ui.course.readings.correction import CorrectionDialog, trace_words
from exit_desktop.ui.course.readings.sitting_words import words_of
from exit_desktop.ui.widgets.buttons import LinkButton
from exit_desktop.ui.widgets.labels import Label, heading, muted, small, title
from exit_desktop.ui.widgets.panels import Panel, clear_layout

if TYPE_CHECKING:
    from exit_desktop.ui.course.work import CourseWork


class ReadingView(QWidget):
    """Shows one finished reading or registration."""

    def __init__(self, work: CourseWork) -> None:
        super().__init__()
        self.t, self._work = work.session.t, work
        self._submission: Submission | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, work.session.theme.px(10), 0)
        self._column.setSpacing(work.session.theme.px(12))

    def show_submission(self, submission: Submission) -> None:
        """Show it, unless it stands here already."""
        if submission is self._submission:
            return
        self._submission = submission
        self._fill()

    def clear(self) -> None:
        """Let it go."""
        self._submission = None
        clear_layout(self._column)

    def retranslate(self) -> None:
        """Speak the language in force."""
        if self._submission is not None:
            self._fill()

    def _fill(self) -> None:
        submission = self._submission
        clear_layout(self._column)
        if submission is None:
            return
        if submission.kind is SubmissionKind.READING or submission.kind in FORM_KINDS:
            for label in self._heads(submission):
                self._column.addWidget(label)
        for instrument in instruments_of(self._work.desk, submission):
            self._column.addWidget(self._part(submission, instrument))
        self._column.addStretch(1)

    def _heads(self, submission: Submission) -> Iterator[Label]:
        t, theme = self.t, self._work.session.theme
        occasion = t(OCCASIONS[submission.occasion]) if submission.occasion else ""
        day = t.date(submission.held_on)
        form = t(FORMS[submission.kind]) if submission.kind in FORMS else ""
        yield title(theme, t(words_of(submission.kind).title, form=form, date=day))
        finished = t.date(submission.finished_on or submission.held_on)
        yield muted(theme, t("For: {occasion}. Finished {date}.", occasion=occasion, date=finished))
        if submission.made_by is MadeBy.WORKER_ALONE:
            yield muted(theme, t("Filled in without the citizen; it does not count in results."))

    def _part(self, submission: Submission, instrument: Instrument) -> Panel:
        theme, t = self._work.session.theme, self.t
        # The name of a form stands above it already.
        panel = Panel(theme, "" if submission.kind in FORM_KINDS else instrument.title.of(t.language))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(6))
        grid.setColumnStretch(1, 1)
        given = asked_answers(instrument, submission)
        workers = answers_to(submission, instrument.id, Respondent.WORKER)
        line = 0
        shown = {question.key for question in visible_questions(instrument, given) if question.key in given}
        for section in instrument.sections:
            answered = [question for question in section.questions if question.key in shown]
            if answered and submission.kind in FORM_KINDS:
                line = self._head(grid, line, section.title.of(t.language))
            for question in answered:
                own = workers.get(question.key) if question.asked_of is Respondent.CITIZEN else None
                line = self._add(grid, line, (question, given[question.key], own))
        if not line:
            panel.body.addWidget(muted(theme, t("Nothing was answered here.")))
        panel.body.addLayout(grid)
        return panel

    def _head(self, grid: QGridLayout, line: int, words: str) -> int:
        grid.setRowMinimumHeight(line, self._work.session.theme.px(14) if line else 0)
        grid.addWidget(heading(self._work.session.theme, words), line + 1, 0, 1, 3)
        return line + 2

    def _add(self, grid: QGridLayout, line: int, what: tuple[Question, Answer, Answer | None]) -> int:
        theme, t = self._work.session.theme, self.t
        question, answer, workers = what
        name = (question.short if question.kind is Kind.SCALE else question.label).of(t.language)
        correct = LinkButton(t("Correct"))
        correct.setAccessibleDescription(name)
        correct.clicked.connect(partial(self._correct, question, answer))
        label = muted(theme, name)
        label.setMinimumWidth(theme.px(200))
        words = Label(theme, answer_text(question, answer, t), "body" if answer.has_value else "small")
        grid.addWidget(label, line, 0)
        grid.addWidget(words, line, 1)
        grid.addWidget(correct, line, 2)
        below = [answer.note] if answer.note else []
        if answer.source is AnswerSource.CHANGED:
            below.append(t("Proposed was: {answer}", answer=value_text(question, answer.computed, t)))
        if workers is not None and workers.has_value:
            below.append(t("The worker's own view: {answer}", answer=answer_text(question, workers, t)))
        for text in (*below, *trace_words(question, answer, t)):
            line += 1
            grid.addWidget(small(theme, text), line, 1)
        return line + 1

    def _correct(self, question: Question, answer: Answer, _checked: bool = False) -> None:
        submission = self._submission
        dialog = CorrectionDialog(self, self._work, question, answer)
        done = dialog.exec() == QDialog.DialogCode.Accepted
        corrected, reason = dialog.answer, dialog.reason.text().strip()
        dialog.deleteLater()
        if done and submission is not None:
            self._work.change(lambda desk, course: save_answers(desk, course, submission.id, (corrected,), reason))
