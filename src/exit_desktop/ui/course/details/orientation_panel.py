"""The time before the course: how the citizen came, whether the method fits, what was urgent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from exit_desktop.domain.contacts import is_with_citizen
from exit_desktop.domain.courses import CameThrough, Course, Orientation, TargetGroup
from exit_desktop.services.courses import change_orientation
from exit_desktop.services.labels import CAME_THROUGH, TARGET_GROUPS
from exit_desktop.ui.course.details.kept_text import KeptText
from exit_desktop.ui.guidance.about_link import AboutLink
from exit_desktop.ui.widgets.choices import ChipRow, Choice
from exit_desktop.ui.widgets.fields import FormRow
from exit_desktop.ui.widgets.labels import Label, muted
from exit_desktop.ui.widgets.panels import Panel, row

if TYPE_CHECKING:
    from exit_desktop.services.desk import Desk
    from exit_desktop.ui.course.work import CourseWork


class OrientationPanel(Panel):
    """Everything is saved at once and can be changed later."""

    def __init__(self, work: CourseWork) -> None:
        super().__init__(work.session.theme)
        self._work, self._t = work, work.session.t
        theme = work.session.theme
        self.talks, self.about = muted(theme), AboutLink(work.session, "orientation")
        self.came: Choice[CameThrough] = Choice(self._t, CAME_THROUGH)
        self._came_row = FormRow(theme, self.came)
        self._target_name = Label(theme)
        self.target: ChipRow[TargetGroup] = ChipRow(self._t, TARGET_GROUPS)
        self.note = KeptText(work, "target_note", self._save_note)
        self.acute = KeptText(work, "acute_help", self._save_acute)
        told = row(self.talks, self.about)
        told.setStretch(0, 1)
        self.body.addLayout(told)
        for part in (self._came_row, self._target_name, self.target, self.note, self.acute):
            self.body.addWidget(part)
        self.came.currentIndexChanged.connect(self._save_came)
        self.target.chosen.connect(self._save_target)

    def show_course(self, course: Course) -> None:
        """Show what the orientation found out."""
        found = course.orientation
        self.talks.setText(self._talks(course))
        self.came.set_value(found.came_through)
        self.target.set_value(found.target_group)
        self.note.show_text(course.id, found.target_note)
        self.acute.show_text(course.id, found.acute_help)

    def clear(self) -> None:
        """Let the course go."""
        self.talks.clear()
        self.note.show_text("", "")
        self.acute.show_text("", "")

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self._t
        self.set_heading(t("Orientation"))
        self.about.retranslate()
        self._came_row.set_words(t("How the citizen came to you"))
        self._target_name.setText(t("Is this the right help?"))
        self.target.name(t("Is this the right help?"))
        self.note.set_words(t("What speaks for it, and what against"))
        self.acute.set_words(t("What was urgent, and what you did"), t("For instance a bed for the night, a doctor."))
        self.came.blockSignals(True)
        self.came.retranslate()
        self.came.blockSignals(False)
        self.target.retranslate()
        if self._work.course is not None:
            self.talks.setText(self._talks(self._work.course))

    def _talks(self, course: Course) -> str:
        start, began = course.calendar.start, self._t.date(course.calendar.orientation_on)
        talks = sum(is_with_citizen(c) and (start is None or c.on < start) for c in course.contacts)
        return self._t.plural(
            "{count} talk before the course. The first day here was {date}.",
            "{count} talks before the course. The first day here was {date}.",
            talks,
            date=began,
        )

    def _save_came(self) -> None:
        came = self.came.value
        if came is not None:
            self._save(lambda found: replace(found, came_through=came))

    def _save_target(self) -> None:
        self._save(lambda found: replace(found, target_group=self.target.value))

    def _save_note(self, words: str) -> bool:
        return self._save(lambda found: replace(found, target_note=words))

    def _save_acute(self, words: str) -> bool:
        return self._save(lambda found: replace(found, acute_help=words))

    def _save(self, change: Callable[[Orientation], Orientation]) -> bool:
        def act(desk: Desk, course: Course) -> Course:
            after = change(course.orientation)
            return course if after == course.orientation else change_orientation(desk, course, after)

        return self._work.change(act)
