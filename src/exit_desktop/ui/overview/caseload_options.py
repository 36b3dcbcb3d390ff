"""The options of the work overview on paper: by code or by the names used here, and its language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from exit_desktop.services.caseload_paper import caseload_lines_to_look_at, caseload_pdf
from exit_desktop.services.paper_lines import LineToLookAt
from exit_desktop.services.papers import PaperChoice, record_paper
from exit_desktop.system.language import mark
from exit_desktop.ui.course.work import CourseWork
from exit_desktop.ui.papers.lines_options import LinesOptions
from exit_desktop.ui.papers.preview import PaperKind, PaperPreview
from exit_desktop.ui.widgets.labels import small

if TYPE_CHECKING:
    from exit_desktop.domain.caseload import Caseload
    from exit_desktop.services.desk import Act
    from exit_desktop.ui.session import Session

WORK_OVERVIEW = PaperKind(mark("The work overview on paper"), "oversigt.pdf")


class CaseloadOptions(LinesOptions):
    """Without names until they are ticked; a name that gives away is looked at first."""

    def __init__(self, session: Session, caseload: Caseload) -> None:
        super().__init__(session, session.t.language, session.t("With the names used here"))
        self._session, self._caseload = session, caseload
        words = self.t("Without the names everyone stands there by a code. The list under Overview tells whose it is.")
        self._arrange(self.alias, small(self._theme, words), self.language)

    def make(self) -> bytes:
        """Return the work overview."""
        choice = self.lines.applied(PaperChoice(with_alias=self.alias.isChecked()))
        return caseload_pdf(self._session.desk, self._caseload, choice, self.language.words())

    def record(self, act: Act) -> None:
        """Write it down; the paper is about the work as a whole."""
        record_paper(self._session.desk, None, "caseload", act)

    def _find_lines(self) -> tuple[LineToLookAt, ...]:
        return caseload_lines_to_look_at(self._session.desk, self._caseload, self.alias.isChecked())


def open_caseload_preview(session: Session, caseload: Caseload, parent: QWidget) -> PaperPreview:
    """Show the work overview as it will come out."""
    # A paper of the whole work: no course is chosen.
    options = CaseloadOptions(session, caseload)
    preview = PaperPreview(CourseWork(session, session.desk), WORK_OVERVIEW, options, parent)
    preview.open()
    return preview
