"""The last two steps of an end: what becomes of what is written, and the paper that the citizen takes along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from exit_desktop.domain.calendar import CourseState
from exit_desktop.services.closing import day_of_erasure, day_to_come_back, read_retention_months
from exit_desktop.ui.course.details.delete_panel import ask_to_erase
from exit_desktop.ui.course.gates.kept_until import KeepDialog
from exit_desktop.ui.course.plan.in_step import column_of
from exit_desktop.ui.widgets.buttons import Button
from exit_desktop.ui.widgets.labels import Label, muted
from exit_desktop.ui.widgets.panels import Panel, row

if TYPE_CHECKING:
    from exit_desktop.domain.courses import Course
    from exit_desktop.ui.course.work import CourseWork


class AfterwardsPanel(QWidget):
    """Says until when the course is kept, and shows the paper."""

    def __init__(self, work: CourseWork) -> None:
        super().__init__()
        theme = work.session.theme
        self._work, self.t = work, work.session.t
        self._course: Course | None = None
        self._kept, self._gift = Panel(theme), Panel(theme)
        self._kept_words, self._why, self._gift_words = Label(theme), muted(theme), Label(theme)
        self._again = Label(theme)
        self.other_day, self.erase, self.paper = Button(), Button(), Button()
        for part in (self._kept_words, self._again, self._why):
            self._kept.body.addWidget(part)
        self._kept.body.addLayout(row(self.other_day, self.erase, 1))
        self._gift.body.addWidget(self._gift_words)
        self._gift.body.addLayout(row(self.paper, 1))
        column = column_of(self, theme.px(10))
        column.addWidget(self._kept)
        column.addWidget(self._gift)
        self.other_day.clicked.connect(lambda: KeepDialog(self, work).open())
        self.erase.clicked.connect(lambda: ask_to_erase(self, work))
        self.paper.clicked.connect(self.see_paper)

    def show_course(self, course: Course) -> None:
        """Show what becomes of what is written in a course."""
        self._course = course
        closed = course.state is CourseState.CLOSED
        self._kept_words.setText(self._kept_text(course))
        again = self._again_text(course)
        self._again.setText(again)
        self._again.setVisible(bool(again))
        why = course.retention.reason if closed else ""
        self._why.setText(self.t("You wrote: {words}", words=why) if why else "")
        self._why.setVisible(bool(why))
        self.other_day.setVisible(closed)
        self.erase.setVisible(closed)

    def see_paper(self) -> None:
        """Open the preview of the citizen's paper."""
        from exit_desktop.ui.papers.preview import open_goodbye_preview  # noqa: PLC0415 - QtPdf, first needed here

        open_goodbye_preview(self._work, self.window())

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self.t
        self._kept.set_heading(t("What happens to what is written"))
        self.other_day.setText(t("Another day …"))
        self.erase.setText(t("Erase it …"))
        self._gift.set_heading(t("A paper for the citizen"))
        self._gift_words.setText(
            t(
                "What you have agreed, and who to call, in plain words. The plan for the time afterwards stands on it "
                "as it is written. Go through it together before you part."
            )
        )
        self.paper.setText(t("See the paper"))
        if self._course is not None:
            self.show_course(self._course)

    def clear(self) -> None:
        """Drop all that is shown."""
        self._course = None
        self._kept_words.clear()
        self._again.clear()
        self._why.clear()

    def _kept_text(self, course: Course) -> str:
        day = day_of_erasure(self._work.desk, course)
        if day is not None:
            return self.t(
                "It stays locked in here until {date}. Then the page Today asks you to erase it.",
                date=self.t.date(day),
            )
        return self.t.plural(
            "It stays locked in here for {count} month after the last day. Then the page Today asks you to erase it.",
            "It stays locked in here for {count} months after the last day. Then the page Today asks you to erase it.",
            read_retention_months(self._work.desk),
        )

    def _again_text(self, course: Course) -> str:
        until = day_to_come_back(self._work.desk, course)
        if until is None:
            return self.t(
                "If the citizen comes back within three months, the course can be taken up again. Later you begin a "
                "new one."
            )
        if until < self._work.session.today():
            return self.t("If the citizen comes back now, you begin a new course.")
        return self.t(
            "Until {date} the course can be taken up again. Later you begin a new one.", date=self.t.date(until)
        )
