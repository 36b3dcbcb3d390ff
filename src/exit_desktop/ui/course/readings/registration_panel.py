"""The registration, asked with the same questions as everything else; it stands on the Details tab."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from exit_desktop.domain.answers import Answer
from exit_desktop.domain.courses import Course
from exit_desktop.domain.submissions import Part, Submission, SubmissionKind
from exit_desktop.services.readings import (
    REGISTRATION_PARTS,
    begin_registration,
    clear_answer,
    finish_reading,
    instruments_of,
    registration_of,
    save_answers,
)
from exit_desktop.ui.course.readings.instrument_form import InstrumentForm
from exit_desktop.ui.course.readings.reading_view import ReadingView
from exit_desktop.ui.widgets.buttons import Button
from exit_desktop.ui.widgets.labels import muted
from exit_desktop.ui.widgets.panels import Panel, clear_layout, row

if TYPE_CHECKING:
    from exit_desktop.services.desk import Desk
    from exit_desktop.ui.course.work import CourseWork


class RegistrationPanel(Panel):
    """Asks the registration; each answer is kept at once, the first one begins it. Finished, it is corrected."""

    def __init__(self, work: CourseWork) -> None:
        super().__init__(work.session.theme)
        self.t, self._work = work.session.t, work
        self._course: Course | None = None
        self._form: InstrumentForm | None = None
        self._built: tuple[str, ...] = ()
        self._words = muted(work.session.theme)
        self._place = QVBoxLayout()
        self._view = ReadingView(work)
        self._finish = Button()
        self._finish.clicked.connect(self._end)
        self.body.addWidget(self._words)
        self.body.addLayout(self._place)
        self.body.addWidget(self._view)
        self.body.addLayout(row(1, self._finish))
        self.retranslate()

    def show_course(self, course: Course) -> None:
        """Show the registration of a course."""
        self._course = course
        there = registration_of(course)
        done = there is not None and there.finished_on is not None
        self._view.setVisible(done)
        self._finish.setVisible(not done)
        self._words.setVisible(not done)
        if there is not None and done:
            self._drop_form()
            self._view.show_submission(there)
        else:
            self._view.clear()
            self._show_form(course, there or self._blank(course))
        self._finish.setEnabled(there is not None)

    def clear(self) -> None:
        """Let the course go."""
        self._course = None
        self._drop_form()
        self._view.clear()
        for part in (self._words, self._view, self._finish):
            part.hide()

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self.t
        self.set_heading(t("Registration"))
        self._words.setText(t("Nothing here has to be answered at once. Ask what fits the talk, and come back."))
        self._finish.setText(t("The registration is complete"))
        self._view.retranslate()
        if self._form is not None and self._course is not None:
            self._drop_form()
            self.show_course(self._course)

    def _show_form(self, course: Course, submission: Submission) -> None:
        wanted = (course.id, submission.language)
        if self._form is None or wanted != self._built:
            self._drop_form()
            self._form = InstrumentForm(self._work, instruments_of(self._work.desk, submission)[0], submission)
            self._form.answered.connect(self._write)
            self._form.cleared.connect(self._take_out)
            self._place.addWidget(self._form)
            self._built = wanted
        self._form.show_submission(submission)

    def _blank(self, course: Course) -> Submission:
        """Return a registration that is not kept yet, in the language of the citizen."""
        catalogue = self._work.desk.catalogue
        parts = tuple(Part(name, catalogue.get(name).version) for name in REGISTRATION_PARTS)
        today, language = self._work.session.today(), course.citizen.language
        return Submission(course.id, SubmissionKind.REGISTRATION, today, language=language, parts=parts)

    def _drop_form(self) -> None:
        clear_layout(self._place)
        self._form, self._built = None, ()

    def _write(self, answer: Answer) -> None:
        def act(desk: Desk, course: Course) -> Course:
            begun, submission_id = begin_registration(desk, course)
            return save_answers(desk, begun, submission_id, (answer,))

        self._work.change(act)

    def _take_out(self, answer: Answer) -> None:
        there = registration_of(self._course) if self._course else None
        if there is not None:
            self._work.change(lambda desk, course: clear_answer(desk, course, there.id, answer))

    def _end(self) -> None:
        there = registration_of(self._course) if self._course else None
        if there is not None:
            self._work.change(lambda desk, course: finish_reading(desk, course, there.id))
