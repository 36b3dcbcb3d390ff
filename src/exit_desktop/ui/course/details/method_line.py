"""One indicator of a course: evidence and expectation, the way to the evidence, and why it does not fit if so."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from exit_desktop.domain.courses import Course
from exit_desktop.domain.findings import Finding, Standing
from exit_desktop.domain.indicators import Indicator
from exit_desktop.services.fidelity import expect_again, set_aside
from exit_desktop.services.fidelity_words import INDICATORS, STANDINGS, finding_words
from exit_desktop.ui.course.details.kept_text import KeptText
from exit_desktop.ui.course.plan.in_step import change_here, column_of
from exit_desktop.ui.widgets.buttons import LinkButton
from exit_desktop.ui.widgets.flow import buttons
from exit_desktop.ui.widgets.labels import Label, small
from exit_desktop.ui.widgets.panels import rule

if TYPE_CHECKING:
    from exit_desktop.ui.course.work import CourseWork

# Where each is counted from, as a mark of the timeline names its place.
EVIDENCE = {
    Indicator.FIRST_MONTH: "week",
    Indicator.COMMUNITY: "week",
    Indicator.SUPPORTS: "network",
    Indicator.PLAN_IN_TIME: "plan",
    Indicator.TOOK_PART: "plan",
    Indicator.AGREEMENTS: "plan",
    Indicator.FOCUS_AREAS: "plan",
    Indicator.PHASE_TWO: "",
    Indicator.EVALUATED: "plan",
    Indicator.PHASE_THREE: "",
    Indicator.FEWER_MEETINGS: "week",
    Indicator.MEASUREMENTS: "readings",
    Indicator.ATTACHED: "forms",
    Indicator.LENGTH: "",
}


class MethodLine(QWidget):
    """`place_wanted(place)` leads to the evidence. A reason is saved when its field is left; emptied, it fits again."""

    place_wanted = Signal(str)

    def __init__(self, work: CourseWork, indicator: Indicator) -> None:
        super().__init__()
        self._work, self._t, self.indicator = work, work.session.t, indicator
        self._course_id = ""
        self._finding: Finding | None = None
        theme = work.session.theme
        self.words, self.standing, self.why = Label(theme), small(theme), small(theme)
        self.standing.setWordWrap(False)
        self.see, self.unfit, self.fits = LinkButton(), LinkButton(), LinkButton()
        self.reason: KeptText | None = None
        self._column = column_of(self, theme.px(3))
        self._column.addWidget(rule())
        for part in (self.words, self.why):
            self._column.addWidget(part)
        self._column.addLayout(buttons(theme, self.standing, self.see, self.unfit, self.fits))
        self.see.clicked.connect(self._lead)
        self.unfit.clicked.connect(self._open)
        self.fits.clicked.connect(self._take_back)
        self.hide()

    def show_finding(self, course: Course, finding: Finding | None) -> None:
        """Show what a course shows; nothing without a finding."""
        if course.id != self._course_id:
            self._close()
        self._course_id, self._finding = course.id, finding
        self.setVisible(finding is not None)
        self._say()
        if self.reason is not None:
            self.reason.show_text(course.id, finding.reason if finding else "")
        elif finding is not None and self._work.session.drafts.text(self._draft):
            self._unfold()

    def clear(self) -> None:
        """Let the course go."""
        self.hide()
        self._close()
        self._course_id, self._finding = "", None
        self._say()

    def retranslate(self) -> None:
        """Speak the language in force."""
        self._say()

    @property
    def _draft(self) -> str:
        return f"details/{self._course_id}/method-{self.indicator}"

    def _say(self) -> None:
        t, found = self._t, self._finding
        self.words.setText(finding_words(found, t) if found else "")
        unfit = found is not None and found.standing is Standing.NOT_SUITABLE
        self.standing.setText(t(STANDINGS[found.standing]) if found and STANDINGS[found.standing] else "")
        self.standing.setVisible(bool(self.standing.text()) and not unfit)
        self.why.setText(t("Does not fit here: {reason}", reason=found.reason) if found and unfit else "")
        self.why.setVisible(unfit)
        self.see.setText(t("See what it comes from"))
        self.see.setVisible(bool(EVIDENCE[self.indicator]))
        self.unfit.setText(t("Change the reason") if unfit else t("Does not fit here …"))
        # What is as expected needs no reason.
        self.unfit.setVisible(found is not None and found.standing is not Standing.AS_EXPECTED and self.reason is None)
        self.fits.setText(t("It fits after all"))
        self.fits.setVisible(unfit)
        for way in (self.see, self.unfit, self.fits):
            way.setAccessibleDescription(t(INDICATORS[self.indicator]))
        if self.reason is not None:
            self.reason.set_words(t("Why it does not fit here"), t("A few words, for a talk among colleagues"))

    def _lead(self) -> None:
        self.place_wanted.emit(EVIDENCE[self.indicator])

    def _open(self) -> None:
        self._unfold()
        if self.reason is not None:
            self.reason.field.setFocus()

    def _unfold(self) -> None:
        if self.reason is None:
            self.reason = KeptText(self._work, f"method-{self.indicator}", partial(self._save, self._course_id))
            self._column.addWidget(self.reason)
            self.reason.show_text(self._course_id, self._finding.reason if self._finding else "")
            self._say()

    def _close(self) -> None:
        if self.reason is not None:
            self._column.removeWidget(self.reason)
            self.reason.show_text("", "")
            self.reason.hide()
            self.reason.deleteLater()
            self.reason = None

    def _save(self, course_id: str, words: str) -> bool:
        if not words:
            return change_here(self._work, course_id, lambda desk, course: expect_again(desk, course, self.indicator))
        return change_here(self._work, course_id, lambda desk, course: set_aside(desk, course, self.indicator, words))

    def _take_back(self) -> None:
        self._work.session.drafts.drop(self._draft)
        self._close()
        change_here(self._work, self._course_id, lambda desk, course: expect_again(desk, course, self.indicator))
        self._say()
