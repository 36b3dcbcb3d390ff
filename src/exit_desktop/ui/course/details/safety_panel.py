"""The safety note: a few words to read before a home visit. It never leaves this computer and ends by itself."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from exit_desktop.domain.courses import Course
from exit_desktop.errors import Failure
from exit_desktop.services.safety import USUAL_DAYS, read_safety_note, save_safety_note
from exit_desktop.ui.course.details.kept_text import KeptText
from exit_desktop.ui.widgets.fields import DateField, FormRow
from exit_desktop.ui.widgets.labels import muted
from exit_desktop.ui.widgets.panels import Panel

if TYPE_CHECKING:
    from exit_desktop.ui.course.work import CourseWork


class SafetyPanel(Panel):
    """The words are saved when their field is left, the date at once."""

    def __init__(self, work: CourseWork) -> None:
        super().__init__(work.session.theme)
        self._work, self._t = work, work.session.t
        theme = work.session.theme
        self._means = muted(theme)
        self.words = KeptText(work, "safety", self._save_words)
        self.until = DateField(work.session.today())
        self.until.setMaximumWidth(theme.px(160))
        self._until_row = FormRow(theme, self.until)
        for part in (self._means, self.words, self._until_row):
            self.body.addWidget(part)
        self.until.picked.connect(self._save_until)

    def show_course(self, course: Course) -> None:
        """Show the note of a course."""
        try:
            note = read_safety_note(self._work.desk, course)
        except Failure as failure:
            self._work.session.tell(failure)
            return
        usual = self._work.session.today() + timedelta(days=USUAL_DAYS)
        self.words.show_text(course.id, note.words if note else "")
        self.until.set_value(note.expires_on if note else usual)

    def clear(self) -> None:
        """Let the note go."""
        self.words.show_text("", "")

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self._t
        self.set_heading(t("Safety note"))
        self._means.setText(t("Short, for home visits. It is never printed, shared or exported."))
        self.words.set_words(t("What to know before you go"), t("For instance: a dog, ring first, come as two."))
        self._until_row.set_words(t("Erased after"))

    def _save_words(self, words: str) -> bool:
        return self._save(words, self.until.value)

    def _save_until(self, until: date | None) -> None:
        if until is not None:
            self._save(self.words.field.text(), until)

    def _save(self, words: str, until: date | None) -> bool:
        course = self._work.course
        if course is None:
            return False
        try:
            save_safety_note(self._work.desk, course, words, until)
        except Failure as failure:
            self._work.session.tell(failure)
            return False
        return True
