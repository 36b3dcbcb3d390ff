"""What is written about the citizen is theirs to see: all of it on paper, and chosen contacts for a journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exit_desktop.domain.courses import Course
from exit_desktop.ui.widgets.buttons import Button
from exit_desktop.ui.widgets.flow import buttons
from exit_desktop.ui.widgets.labels import muted, small
from exit_desktop.ui.widgets.panels import Panel

if TYPE_CHECKING:
    from exit_desktop.ui.course.work import CourseWork


class StoredPanel(Panel):
    """Two ways out, each through its own preview; an anonymous course is written into no journal."""

    def __init__(self, work: CourseWork) -> None:
        super().__init__(work.session.theme)
        self._work, self._t = work, work.session.t
        theme = work.session.theme
        self._means, self._anonymous = muted(theme), small(theme)
        self.stored, self.journal = Button(), Button()
        self.body.addWidget(self._means)
        self.body.addLayout(buttons(theme, self.stored, self.journal))
        self.body.addWidget(self._anonymous)
        self.stored.clicked.connect(self._show_stored)
        self.journal.clicked.connect(self._write_for_journal)

    def show_course(self, course: Course) -> None:
        """Offer what this course allows."""
        self.journal.setVisible(not course.anonymous)
        self._anonymous.setVisible(course.anonymous)

    def clear(self) -> None:
        """Nothing of the course is held here."""

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self._t
        self.set_heading(t("What is stored"))
        self._means.setText(t("The citizen may see all of it, and have a copy, in plain words and in their language."))
        self.stored.setText(t("Show all that is stored …"))
        self.journal.setText(t("Text for the journal …"))
        self._anonymous.setText(t("This course is anonymous: nothing of it is written into a journal elsewhere."))

    def _write_for_journal(self) -> None:
        from exit_desktop.ui.course.journal.journal_dialog import JournalDialog  # noqa: PLC0415 - seldom used

        JournalDialog(self, self._work).open()

    def _show_stored(self) -> None:
        from exit_desktop.ui.papers.preview import open_stored_preview  # noqa: PLC0415 - QtPdf, first needed here

        open_stored_preview(self._work, self.window())
