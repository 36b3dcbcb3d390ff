"""The options of a blank form: which one, its language, and a promise that it does not lie about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from exit_desktop.domain.forms import FORM_KINDS, form_wanted
from exit_desktop.domain.submissions import SubmissionKind
from exit_desktop.services.blank_papers import blank_form_pdf
from exit_desktop.services.desk import Act
from exit_desktop.services.labels import FORMS
from exit_desktop.services.papers import record_paper
from exit_desktop.ui.course.plan.in_step import Folded, column_of
from exit_desktop.ui.papers.options import LanguageRow, tick
from exit_desktop.ui.widgets.fields import FormRow
from exit_desktop.ui.widgets.labels import small

if TYPE_CHECKING:
    from exit_desktop.ui.course.work import CourseWork


class FormOptions(QWidget):
    """Which form and in which language; the words of every form tell what it is about, so that is asked first."""

    changed = Signal()

    def __init__(self, work: CourseWork) -> None:
        super().__init__()
        self._work = work
        self.t, theme = work.session.t, work.session.theme
        self.form = Folded()
        for kind in FORM_KINDS:
            self.form.addItem(self.t(FORMS[kind]), kind.value)
        if work.course is not None:
            wanted = form_wanted(work.course, work.session.today())
            self.form.setCurrentIndex(self.form.findData(wanted.value))
        self.language = LanguageRow(theme, self.t, self.t.language)
        self.mine = tick(self.t("The paper stays with me"))
        words = self.t("The words of a form tell what it is about. Leave it with nobody, and bring it back filled in.")
        column = column_of(self, theme.px(8))
        for part in (FormRow(theme, self.form, self.t("Form")), self.language, self.mine, small(theme, words)):
            column.addWidget(part)
        column.addStretch(1)
        for box in (self.form, self.language.box):
            box.activated.connect(self.changed)

    def make(self) -> bytes:
        """Return the blank form."""
        return blank_form_pdf(self._work.desk, SubmissionKind(self.form.currentData()), self.language.words())

    def undecided(self) -> str:
        """Return what is still to be promised."""
        return "" if self.mine.isChecked() else self.t("Tick first that the paper stays with you.")

    def record(self, act: Act) -> None:
        """Write it down; the paper is nobody's."""
        record_paper(self._work.desk, None, "blank_form", act)

    def drop(self) -> None:
        """Hold nothing personal."""
