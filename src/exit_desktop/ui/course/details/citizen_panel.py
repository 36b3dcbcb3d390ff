"""What the citizen is called here, and in which language they are asked and answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exit_desktop.domain.courses import Course
from exit_desktop.services.courses import change_citizen
from exit_desktop.system.language import Language
from exit_desktop.ui.language_words import LANGUAGES
from exit_desktop.ui.telling import announce, sentence_of
from exit_desktop.ui.widgets.choices import ChipRow
from exit_desktop.ui.widgets.fields import FormRow, TextLine
from exit_desktop.ui.widgets.guard_line import GuardLine
from exit_desktop.ui.widgets.labels import Label
from exit_desktop.ui.widgets.panels import Panel

if TYPE_CHECKING:
    from exit_desktop.ui.course.work import CourseWork


class CitizenPanel(Panel):
    """Both are saved at once; a name that cannot be is refused under its field."""

    def __init__(self, work: CourseWork) -> None:
        super().__init__(work.session.theme)
        self._work, self._t = work, work.session.t
        self._course_id = ""
        theme = work.session.theme
        self.alias = TextLine(most=60)
        self._alias_row, self._guard = FormRow(theme, self.alias), GuardLine(work, self.alias)
        self._language_name = Label(theme)
        self.language = ChipRow(self._t, LANGUAGES)
        for part in (self._alias_row, self._guard, self._language_name, self.language):
            self.body.addWidget(part)
        self.alias.left.connect(self._save)
        self.alias.returnPressed.connect(self._save_written)
        self.language.chosen.connect(self._change_language)

    def show_course(self, course: Course) -> None:
        """Show the citizen of a course; a name that is being written stays while it is the same course."""
        another, self._course_id = course.id != self._course_id, course.id
        if another or not self.alias.hasFocus() or self.alias.text() == course.citizen.alias:
            self.alias.set_saved(course.citizen.alias)
            self._alias_row.set_fault("")
        self.language.set_value(Language(course.citizen.language))

    def clear(self) -> None:
        """Let the citizen go."""
        self._course_id = ""
        self.alias.set_saved("")
        self._alias_row.set_fault("")

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self._t
        self.set_heading(t("The citizen"))
        self._alias_row.set_words(
            t("Called here"), t("Their own choice, never the real name. The old one is forgotten when you change it.")
        )
        self._language_name.setText(t("Language for readings and papers"))
        self.language.name(t("Language for readings and papers"))
        self.language.retranslate()

    def _save_written(self) -> None:
        self._save(self.alias.text())

    def _save(self, alias: str) -> None:
        course = self._work.course
        if course is None or course.id != self._course_id or alias == course.citizen.alias:
            self._alias_row.set_fault("")
            return
        language = course.citizen.language
        failure = self._work.try_change(lambda desk, course: change_citizen(desk, course, alias, language))
        sentence = sentence_of(failure, self._t) if failure else ""
        self._alias_row.set_fault(sentence)
        if sentence:
            announce(self, sentence)

    def _change_language(self) -> None:
        language = self.language.value
        self._work.change(lambda desk, course: change_citizen(desk, course, course.citizen.alias, language))
