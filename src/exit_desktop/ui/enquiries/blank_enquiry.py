"""The questions about an enquiry for pen and paper, seen before they are printed or saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from exit_desktop.domain.submissions import SubmissionKind
from exit_desktop.services.blank_papers import blank_form_pdf
from exit_desktop.services.papers import record_paper
from exit_desktop.ui.course.plan.in_step import column_of
from exit_desktop.ui.course.work import CourseWork
from exit_desktop.ui.papers.options import LanguageRow, tick
from exit_desktop.ui.papers.preview import BLANK_FORM, PaperPreview
from exit_desktop.ui.widgets.labels import small

if TYPE_CHECKING:
    from exit_desktop.services.desk import Act
    from exit_desktop.ui.session import Session


class EnquiryPaper(QWidget):
    """The language of the paper, and a promise that it does not lie about: its words tell what it is for."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self.t, theme = session, session.t, session.theme
        self.language = LanguageRow(theme, self.t, self.t.language)
        self.mine = tick(self.t("The paper stays with me"))
        words = self.t("The words of a form tell what it is about. Leave it with nobody, and bring it back filled in.")
        column = column_of(self, theme.px(8))
        for part in (self.language, self.mine, small(theme, words)):
            column.addWidget(part)
        column.addStretch(1)
        self.language.box.activated.connect(self.changed)

    def make(self) -> bytes:
        """Return the blank questions."""
        return blank_form_pdf(self._session.desk, SubmissionKind.NOT_STARTED, self.language.words())

    def undecided(self) -> str:
        """Return what is still to be promised."""
        return "" if self.mine.isChecked() else self.t("Tick first that the paper stays with you.")

    def record(self, act: Act) -> None:
        """Write it down; the paper is nobody's."""
        record_paper(self._session.desk, None, "blank_not_started", act)

    def drop(self) -> None:
        """Hold nothing personal."""


def open_blank_enquiry(session: Session, parent: QWidget) -> PaperPreview:
    """Show the questions about an enquiry for pen and paper."""
    # A paper that is nobody's: no course is chosen.
    preview = PaperPreview(CourseWork(session, session.desk), BLANK_FORM, EnquiryPaper(session), parent)
    preview.open()
    return preview
