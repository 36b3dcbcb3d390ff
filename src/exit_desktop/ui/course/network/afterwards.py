"""The time after the course: the long-term plan, and who is responsible then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exit_desktop.services.network import name_responsible, write_long_term_plan
from exit_desktop.ui.course.plan.in_step import change_here
from exit_desktop.ui.course.plan.saved_text import SavedText
from exit_desktop.ui.widgets.labels import small
from exit_desktop.ui.widgets.panels import Panel

if TYPE_CHECKING:
    from exit_desktop.domain.courses import Course
    from exit_desktop.ui.course.work import CourseWork


class Afterwards(Panel):
    """Two texts that are saved when they are left; made anew for each course, as drafts belong to one."""

    def __init__(self, work: CourseWork) -> None:
        super().__init__(work.session.theme)
        self._work, self.t = work, work.session.t
        self._course_id = ""
        self.plan: SavedText | None = None
        self.responsible: SavedText | None = None
        self._hint = small(work.session.theme)
        self.body.addWidget(self._hint)
        self.body.addStretch(1)
        self.retranslate()

    def show_course(self, course: Course | None) -> None:
        """Show what is written for a course."""
        course_id = course.id if course else ""
        if course_id != self._course_id:
            self._change_course(course_id)
        if course is not None and self.plan is not None and self.responsible is not None:
            self.plan.show_text(course.handover.long_term_plan)
            self.responsible.show_text(course.handover.responsible_actor)

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self.t
        self.set_heading(t("When the course has ended"))
        self._hint.setText(t("It can be begun on the first day and grow from there."))
        if self.plan is not None:
            self.plan.set_words(
                t("The plan for the time afterwards"), hint=t("What goes on, and what helps if it gets hard")
            )
        if self.responsible is not None:
            self.responsible.set_words(
                t("Who is responsible afterwards"), hint=t("A role or a place, such as “the caseworker”")
            )

    def _change_course(self, course_id: str) -> None:
        for text in (self.plan, self.responsible):
            if text is not None:
                text.hide()
                text.deleteLater()
        self.plan = self.responsible = None
        self._course_id = course_id
        if course_id:
            self.plan = SavedText(self._work, f"network/{course_id}/long-term-plan", self._write_plan)
            self.responsible = SavedText(self._work, f"network/{course_id}/responsible", self._write_responsible)
            for text in (self.responsible, self.plan):
                self.body.insertWidget(self.body.count() - 1, text)
            self.retranslate()

    def _write_plan(self, text: str) -> bool:
        return change_here(self._work, self._course_id, lambda desk, course: write_long_term_plan(desk, course, text))

    def _write_responsible(self, text: str) -> bool:
        return change_here(self._work, self._course_id, lambda desk, course: name_responsible(desk, course, text))
