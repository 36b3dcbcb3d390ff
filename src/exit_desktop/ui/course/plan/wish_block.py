"""A wish in the citizen's own words with the activities under it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from exit_desktop.domain.plans import Wish
from exit_desktop.services.plans import remove_wish, write_wish
from exit_desktop.ui.course.plan.activity_line import ActivityLine
from exit_desktop.ui.course.plan.in_step import change_here, column_of, keep_in_step
from exit_desktop.ui.course.plan.new_activity import new_activity
from exit_desktop.ui.course.plan.saved_text import SavedText
from exit_desktop.ui.widgets.buttons import LinkButton
from exit_desktop.ui.widgets.panels import row

if TYPE_CHECKING:
    from exit_desktop.services.service_list import Service
    from exit_desktop.ui.course.work import CourseWork


class WishBlock(QWidget):
    """One wish and its activities."""

    def __init__(self, work: CourseWork, course_id: str, wish_id: str) -> None:
        super().__init__()
        self._work, self.t = work, work.session.t
        self._course_id, self._wish_id = course_id, wish_id
        self.lines: dict[str, ActivityLine] = {}
        self.words = SavedText(work, f"plan/{course_id}/{wish_id}/words", self._write, own_words=True)
        self.new = new_activity(work, course_id, wish_id)
        self.remove = LinkButton()
        theme = work.session.theme
        column = column_of(self, theme.px(6))
        column.addWidget(self.words)
        self._inner = QVBoxLayout()
        self._inner.setSpacing(theme.px(6))
        column.addLayout(self._inner)
        column.addLayout(row(self.new, self.remove, spacing=theme.px(8)))
        self.remove.clicked.connect(self._remove)
        self.retranslate()

    def show_wish(self, wish: Wish, services: Sequence[Service]) -> None:
        """Show a wish of the plan."""
        self.words.show_text(wish.words)
        activities = {activity.id: activity for activity in wish.activities}
        keep_in_step(self._inner, self.lines, activities, self._line)
        for activity_id, line in self.lines.items():
            line.show_activity(activities[activity_id], services)

    def retranslate(self) -> None:
        """Speak the language in force."""
        self.words.set_words(self.t("Wish in the citizen's own words"), visible=False)
        self.words.field.setPlaceholderText(self.t("In the citizen's own words"))
        self.remove.setText(self.t("Remove wish"))
        self.new.retranslate()
        for line in self.lines.values():
            line.retranslate()

    def _line(self, activity_id: str) -> ActivityLine:
        return ActivityLine(self._work, self._course_id, self._wish_id, activity_id)

    def _write(self, text: str) -> bool:
        wish_id = self._wish_id
        return change_here(self._work, self._course_id, lambda desk, course: write_wish(desk, course, wish_id, text))

    def _remove(self) -> None:
        work, wish_id = self._work, self._wish_id
        if change_here(work, self._course_id, lambda desk, course: remove_wish(desk, course, wish_id)):
            words = self.t("The wish is gone, with what stood under it.")
            work.session.note(words, self.t("Undo"), work.undo)
