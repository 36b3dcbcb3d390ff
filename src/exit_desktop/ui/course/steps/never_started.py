"""After an orientation that ended: the enquiry is counted, linked to nobody; then what was written is kept or erased.

Each step can be left: the course stands closed, a half-written count waits as a draft, and the menu leads back here.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from exit_desktop.domain.calendar import closed_on
from exit_desktop.domain.steps import ended_unstarted
from exit_desktop.services.not_started import instrument_of, known_from, record_enquiry
from exit_desktop.ui.course.details.asking import Asked
from exit_desktop.ui.course.erasing.erasing import act_words, begin_erasing
from exit_desktop.ui.course.steps.step_dialog import StepDialog
from exit_desktop.ui.enquiries.enquiry_fields import EnquiryFields
from exit_desktop.ui.widgets.labels import small

if TYPE_CHECKING:
    from exit_desktop.domain.answers import Answer
    from exit_desktop.domain.courses import Course
    from exit_desktop.services.desk import Desk
    from exit_desktop.ui.course.work import CourseWork


class CountDialog(StepDialog):
    """The questions about the enquiry, with what is known filled in; the worker confirms or changes it."""

    # Wide enough for the longest answer there is to choose.
    WIDTH = 640

    def __init__(self, parent: QWidget, work: CourseWork, course: Course) -> None:
        super().__init__(parent, work, "enquiry")
        t = self.t
        self.set_words(
            t("Count it as an enquiry"),
            t(
                "It is counted under Overview without name or words. Nothing leads from there to this course, so count "
                "it only once."
            ),
            t("Add the enquiry"),
        )
        self.back.setText(t("Not now"))
        known = known_from(work.desk, course)
        if known:
            self.body.addWidget(small(self.session.theme, self._known_words(known)))
        on = closed_on(course.calendar) or self.session.today()
        self.fields = EnquiryFields(self.session, f"step/{course.id}/enquiry", on, known)
        self.fields.edited.connect(self.settle)
        self.fields.ended.connect(self.act.setFocus)
        self.body.addWidget(self.fields)
        self.settle()

    def ready(self) -> bool:
        """Return whether there is a date."""
        return self.fields.on.value is not None

    def change(self, desk: Desk, course: Course) -> Course:
        """Count the enquiry; the course stays as it is."""
        record_enquiry(desk, self.fields.on.value or self.session.today(), self.fields.answers)
        self.fields.forget()
        return course

    def _known_words(self, known: tuple[Answer, ...]) -> str:
        instrument, language = instrument_of(self.work.desk, known), self.t.language
        asked = (instrument.question(answer.question) for answer in known)
        names = ", ".join(question.label.of(language) for question in asked if question)
        return self.t("Known from the orientation: {names}. Change what does not fit.", names=names)


def offer_enquiry(parent: QWidget, work: CourseWork) -> None:
    """Offer to count the course that stands closed without having begun; then ask what is kept of it."""
    course = work.course
    # A lock may have come between.
    if course is None or not ended_unstarted(course):
        return
    dialog = CountDialog(parent, work, course)
    dialog.accepted.connect(partial(_after_counting, parent, work))
    dialog.open()
    dialog.fields.take_focus()


def _after_counting(parent: QWidget, work: CourseWork) -> None:
    work.session.changed.emit("not_started", "")
    course, t = work.course, work.session.t
    if course is None:
        return
    asked = Asked(
        t("What happens to what was written?"),
        t(
            "The enquiry is counted. Keep the talks and the registration, and you go on from here if the citizen comes "
            "back. Or erase them now."
        ),
        act_words(course.citizen.alias, t),
        t("Keep it for now"),
    )
    begin_erasing(parent, work, asked)
