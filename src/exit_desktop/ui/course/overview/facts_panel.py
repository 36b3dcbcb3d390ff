"""The selling questions as a quiet row of facts from the newest reading, never a score; and the last contact's note."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from exit_desktop.domain.contacts import with_citizen
from exit_desktop.domain.courses import Course
from exit_desktop.domain.submissions import Submission, answers_to, finished_readings
from exit_desktop.instruments.engine import counted_answers
from exit_desktop.instruments.wording import answer_text
from exit_desktop.services.readings import READING_PARTS
from exit_desktop.ui.widgets.labels import Label, small
from exit_desktop.ui.widgets.panels import Panel

if TYPE_CHECKING:
    from exit_desktop.ui.course.work import CourseWork

SELLING = READING_PARTS[-1]
# The goal stands in Details and nowhere else: someone may look at the screen.
LEFT_OUT = frozenset({"goal"})


class FactsPanel(Panel):
    """Two quiet groups; a group with nothing to tell takes no room."""

    def __init__(self, work: CourseWork) -> None:
        super().__init__(work.session.theme)
        self.t, self._work = work.session.t, work
        self._course: Course | None = None
        self._cafe = False
        self._labels: list[tuple[Label, Label]] = []
        self._lines = QVBoxLayout()
        self._lines.setSpacing(work.session.theme.px(3))
        self.body.addLayout(self._lines)
        self.body.addStretch(1)
        self.retranslate()

    def show_course(self, course: Course) -> None:
        """Show the facts of a course."""
        self._course = course
        self._fill()

    def clear(self) -> None:
        """Let the course go."""
        self._course = None
        self._fill()

    def set_cafe_view(self, on: bool) -> None:
        """Show none of this where somebody may look."""
        self._cafe = on
        self._fill()

    def retranslate(self) -> None:
        """Speak the language in force."""
        self.set_heading(self.t("Last told"))
        self._fill()

    def _fill(self) -> None:
        told = [] if self._course is None or self._cafe else [*self._facts(self._course), *self._contact(self._course)]
        while len(self._labels) < len(told):
            self._labels.append((small(self._work.session.theme), Label(self._work.session.theme)))
            for label in self._labels[-1]:
                self._lines.addWidget(label)
        empty = [("", "")] * (len(self._labels) - len(told))
        for labels, words in zip(self._labels, [*told, *empty], strict=True):
            for label, text in zip(labels, words, strict=True):
                label.setText(text)
                label.setVisible(bool(text))
        self.setVisible(bool(told))

    def _facts(self, course: Course) -> list[tuple[str, str]]:
        for reading in reversed(finished_readings(course.submissions)):
            if any(a.instrument == SELLING and a.has_value and a.question not in LEFT_OUT for a in reading.answers):
                return self._of_reading(reading)
        return []

    def _of_reading(self, reading: Submission) -> list[tuple[str, str]]:
        t = self.t
        version = next(part.version for part in reading.parts if part.instrument == SELLING)
        instrument = self._work.desk.catalogue.get(SELLING, version)
        counted = counted_answers(instrument, answers_to(reading, SELLING))
        day = t.date(reading.held_on, "day")
        facts = []
        for key, answer in counted.items():
            question = instrument.question(key)
            if question is not None and answer.has_value and key not in LEFT_OUT:
                name = question.label.of(t.language)
                facts.append((t("{name}, {date}", name=name, date=day), answer_text(question, answer, t)))
        return facts

    def _contact(self, course: Course) -> list[tuple[str, str]]:
        held = with_citizen(course.contacts, self._work.session.today())
        last = max(held, key=lambda contact: (contact.on, contact.at or time.min), default=None)
        if last is None or not last.note:
            return []
        return [(self.t("Last contact, {date}", date=self.t.date(last.on, "day")), last.note)]
