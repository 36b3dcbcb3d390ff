"""The options of the work overview on paper: by code or by the names used here, and its language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from exit_desktop.services.caseload_paper import caseload_lines_to_look_at, caseload_pdf
from exit_desktop.services.papers import PaperChoice, record_paper
from exit_desktop.system.language import mark
from exit_desktop.ui.course.plan.in_step import column_of
from exit_desktop.ui.course.work import CourseWork
from exit_desktop.ui.papers.lines_choice import LinesChoice
from exit_desktop.ui.papers.options import LanguageRow, tick
from exit_desktop.ui.papers.preview import PaperKind, PaperPreview
from exit_desktop.ui.widgets.labels import small

if TYPE_CHECKING:
    from exit_desktop.domain.caseload import Caseload
    from exit_desktop.services.desk import Act
    from exit_desktop.ui.session import Session

WORK_OVERVIEW = PaperKind(mark("The work overview on paper"), "oversigt.pdf")


class CaseloadOptions(QWidget):
    """Without names until they are ticked; a name that gives away is looked at first."""

    changed = Signal()

    def __init__(self, session: Session, caseload: Caseload) -> None:
        super().__init__()
        self._session, self._caseload, self.t = session, caseload, session.t
        theme = session.theme
        self.alias = tick(self.t("With the names used here"))
        self.language = LanguageRow(theme, self.t, self.t.language)
        self.lines = LinesChoice(theme, self.t)
        words = self.t("Without the names everyone stands there by a code. The list under Overview tells whose it is.")
        column = column_of(self, theme.px(10))
        for part in (self.alias, small(theme, words), self.language, self.lines):
            column.addWidget(part)
        column.addStretch(1)
        self.language.box.activated.connect(self.changed)
        self.alias.toggled.connect(self._alias_toggled)
        self.lines.changed.connect(self.changed)
        self._look()

    def make(self) -> bytes:
        """Return the work overview."""
        choice = self.lines.applied(PaperChoice(with_alias=self.alias.isChecked()))
        return caseload_pdf(self._session.desk, self._caseload, choice, self.language.words())

    def undecided(self) -> str:
        """Return how many names wait for a decision."""
        count = self.lines.undecided()
        if not count:
            return ""
        return self.t.plural("{count} line waits for you to choose.", "{count} lines wait for you to choose.", count)

    def record(self, act: Act) -> None:
        """Write it down; the paper is about the work as a whole."""
        record_paper(self._session.desk, None, "caseload", act)

    def drop(self) -> None:
        """Let the names go."""
        self.lines.show_lines(())

    def _alias_toggled(self, _on: bool) -> None:
        self._look()
        self.changed.emit()

    def _look(self) -> None:
        self.lines.show_lines(caseload_lines_to_look_at(self._session.desk, self._caseload, self.alias.isChecked()))


def open_caseload_preview(session: Session, caseload: Caseload, parent: QWidget) -> PaperPreview:
    """Show the work overview as it will come out."""
    # A paper of the whole work: no course is chosen.
    options = CaseloadOptions(session, caseload)
    preview = PaperPreview(CourseWork(session, session.desk), WORK_OVERVIEW, options, parent)
    preview.open()
    return preview
