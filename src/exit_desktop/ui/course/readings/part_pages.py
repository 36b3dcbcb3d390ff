"""The questions of a reading or form, one part at a time; each part is made when it first comes in sight."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from exit_desktop.domain.submissions import Submission
from exit_desktop.instruments.definition import Scoring
from exit_desktop.services.prefill import prefill
from exit_desktop.services.readings import READING_PARTS
from exit_desktop.ui.course.readings.instrument_form import InstrumentForm
from exit_desktop.ui.course.readings.parts import Part
from exit_desktop.ui.course.readings.proposals import proposals_in_words
from exit_desktop.ui.course.readings.sources_dialog import SourcesDialog
from exit_desktop.ui.course.readings.star_form import StarForm
from exit_desktop.ui.guidance.about_link import AboutLink
from exit_desktop.ui.widgets.panels import row, scrolled

if TYPE_CHECKING:
    from exit_desktop.domain.prefilling import Prefilled
    from exit_desktop.ui.course.work import CourseWork

Form = InstrumentForm | StarForm


class PartPages(QStackedWidget):
    """`answered(Answer)`, `cleared(Answer)` and `ended` as a form has them; `place_wanted(place)` to see a source."""

    answered = Signal(object)
    cleared = Signal(object)
    ended = Signal()
    place_wanted = Signal(str)

    def __init__(self, work: CourseWork) -> None:
        super().__init__()
        self.t, self._work = work.session.t, work
        self._submission: Submission | None = None
        self._parts: tuple[Part, ...] = ()
        self._forms: dict[int, Form] = {}
        self._language = ""
        self._cafe = self._fast = False

    def begin(self, submission: Submission, parts: tuple[Part, ...], language: str) -> None:
        """Take up another submission, its questions in `language`; nothing is made before a part is opened."""
        self.let_go()
        self._submission, self._parts, self._language = submission, parts, language

    def show_submission(self, submission: Submission) -> None:
        """Show what is kept of the submission, and what is proposed now."""
        self._submission = submission
        found = self._proposals()
        for form in self._forms.values():
            form.show_submission(submission)
            self._propose(form, found)

    def open(self, number: int) -> Form:
        """Bring a part in sight, made now if it is not there yet."""
        form = self._forms.get(number) or self._make(number)
        page = form if isinstance(form, StarForm) else self.widget(list(self._forms).index(number))
        if page is not None:
            self.setCurrentWidget(page)
        return form

    def set_fast(self, on: bool) -> None:
        """Type in from paper: one key per answer."""
        self._fast = on
        for form in self._forms.values():
            form.set_fast(on)

    def set_cafe_view(self, on: bool) -> None:
        """Show the scores without labels."""
        self._cafe = on
        for form in self._forms.values():
            if isinstance(form, StarForm):
                form.set_cafe_view(on)

    def retranslate(self) -> None:
        """Speak the language in force around the questions."""
        found = self._proposals()
        for form in self._forms.values():
            form.retranslate()
            self._propose(form, found)
        for link in self.findChildren(AboutLink):
            link.retranslate()

    def let_go(self) -> None:
        """Drop every question and answer."""
        self._submission, self._parts, self._forms = None, (), {}
        while (page := self.widget(0)) is not None:
            self.removeWidget(page)
            for label in page.findChildren(QLabel):
                label.clear()
            page.deleteLater()

    def stops(self, form: Form) -> list[QWidget]:
        """Return what Tab comes to in a part, in order."""
        return [part for part in form.findChildren(QWidget) if part.focusPolicy() & Qt.FocusPolicy.TabFocus]

    def _make(self, number: int) -> Form:
        if self._submission is None:
            raise RuntimeError("a part was opened before there is a submission")
        part, spoken = self._parts[number], replace(self._submission, language=self._language)
        form: Form
        if part.instrument.scoring is Scoring.AREAS:
            form = StarForm(self._work, part.instrument, spoken)
            form.set_cafe_view(self._cafe)
        else:
            form = InstrumentForm(self._work, part.instrument, spoken, sections=part.sections)
            form.sources_wanted.connect(self._show_sources)
        form.answered.connect(self.answered)
        form.cleared.connect(self.cleared)
        form.ended.connect(self.ended)
        self._forms[number] = form
        self.addWidget(_page(form, self._about(part)))
        self._propose(form, self._proposals())
        form.set_fast(self._fast)
        return form

    def _about(self, part: Part) -> AboutLink | None:
        """Return a way to how these questions can be asked; most speak for themselves."""
        return AboutLink(self._work.session, "reading/selling") if part.instrument.id == READING_PARTS[-1] else None

    def _proposals(self) -> dict[str, Prefilled]:
        here, course = self._submission, self._work.course
        return {} if here is None or course is None else prefill(self._work.desk.catalogue, course, here)

    def _propose(self, form: Form, found: dict[str, Prefilled]) -> None:
        if isinstance(form, InstrumentForm) and self._work.course is not None:
            form.show_proposals(proposals_in_words(self._work.course, form.instrument, found, self.t))

    def _show_sources(self, key: str) -> None:
        question, found = self._parts[0].instrument.question(key), self._proposals().get(key)
        if question is not None and found is not None:
            dialog = SourcesDialog(self, self._work, question, found)
            dialog.place_wanted.connect(self.place_wanted)
            dialog.open()


def _page(form: Form, about: AboutLink | None) -> QWidget:
    if isinstance(form, StarForm):
        # The star stays in sight while its questions scroll.
        return form
    place = QWidget()
    column = QVBoxLayout(place)
    column.setContentsMargins(2, 2, 12, 2)
    column.addWidget(form)
    if about is not None:
        column.addLayout(row(about, 1))
    return scrolled(place)
