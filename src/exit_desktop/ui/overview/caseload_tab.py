"""The caseload: how many are carried on which hours, and a line for each course, as a colleague would ask about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from exit_desktop.errors import Failure
from exit_desktop.services.caseload import read_caseload
from exit_desktop.services.caseload_words import (
    beside_words,
    day_words,
    next_words,
    quiet_words,
    share_words,
    since_words,
    where_words,
)
from exit_desktop.ui.widgets.buttons import LinkButton, PrimaryButton
from exit_desktop.ui.widgets.labels import Label, heading, muted
from exit_desktop.ui.widgets.line_table import LineTable
from exit_desktop.ui.widgets.panels import QuietPanel, row, scrolled

if TYPE_CHECKING:
    from exit_desktop.domain.caseload import Carried, Caseload
    from exit_desktop.ui.session import Session

WIDEST = 1100


class CaseloadTab(QWidget):
    """`opened(course id)` leads to a course, `hours_wanted` to where the weekly hours are written."""

    opened = Signal(str)
    hours_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self.t = session, session.t
        self._caseload: Caseload | None = None
        theme = session.theme
        self._name, self.share, self.beside = heading(theme), Label(theme), muted(theme)
        self.print, self.hours = PrimaryButton(), LinkButton()
        self.table = LineTable(theme)
        self._empty, self._empty_words = QuietPanel(theme), Label(theme)
        self._build()
        self.table.opened.connect(self.opened)
        self.hours.clicked.connect(self.hours_wanted)
        self.print.clicked.connect(self._print)
        session.changed.connect(self._follow)
        self.retranslate()

    def load(self) -> None:
        """Read the caseload anew; the keyboard stays on its line."""
        try:
            self._caseload = read_caseload(self._session.desk)
        except Failure as failure:
            self._session.tell(failure)
        self._lay_out()

    def take_focus(self) -> None:
        """Put the keyboard on the courses, or on where the hours are changed while there are none."""
        (self.hours if self.table.isHidden() else self.table).setFocus()

    def clear(self) -> None:
        """Let everything go."""
        self._caseload = None
        self._lay_out()

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self.t
        self._name.setText(t("What you carry now"))
        self.print.setText(t("Print for a talk among colleagues"))
        self.hours.setText(t("Change your weekly hours"))
        self._empty_words.setText(t("Here stands everyone you follow, with the last contact and what comes next."))
        self.table.setAccessibleName(t("What you carry now"))
        self.table.setAccessibleDescription(t("Enter opens the course."))
        self._lay_out()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what was written while this was not in sight."""
        super().showEvent(event)
        self.load()

    def _build(self) -> None:
        theme = self._session.theme
        page = QWidget()
        page.setMaximumWidth(theme.px(WIDEST))
        column = QVBoxLayout(page)
        column.setContentsMargins(2, theme.px(8), 2, 2)
        column.setSpacing(theme.px(10))
        head = row(self._name, self.print)
        head.setStretch(0, 1)
        column.addLayout(head)
        self._empty.body.addWidget(self._empty_words)
        for part in (self.share, self.beside, self._empty):
            column.addWidget(part)
        column.addWidget(self.table, 1)
        column.addLayout(row(self.hours, 1))
        column.addStretch(0)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(page))

    def _lay_out(self) -> None:
        caseload, t = self._caseload, self.t
        self.share.setText(share_words(caseload, t) if caseload else "")
        beside = beside_words(caseload, t) if caseload else ""
        self.beside.setText(beside)
        self.beside.setVisible(bool(beside))
        courses = caseload.courses if caseload else ()
        heads = (t("Who, and the code on paper"), t("Phase"), t("Last contact"), t("Comes next"))
        self.table.show_lines(heads, [(one.course_id, self._cells(one)) for one in courses], self.table.chosen)
        self.table.setVisible(bool(courses))
        self.print.setVisible(bool(courses))
        self._empty.setVisible(not courses)

    def _cells(self, one: Carried) -> tuple[str, ...]:
        t, today = self.t, self._session.today()
        since = since_words(one, today, t)
        last = (day_words(one.last_contact_on, today, t), quiet_words(one, t))
        return (
            f"{one.alias}\n{one.code}",
            f"{where_words(one, t)}\n{since}",
            "\n".join(words for words in last if words),
            next_words(one, today, t),
        )

    def _print(self) -> None:
        from exit_desktop.ui.overview.caseload_options import open_caseload_preview  # noqa: PLC0415 - QtPdf, at first use

        if self._caseload is not None:
            open_caseload_preview(self._session, self._caseload, self.window())

    def _follow(self, _kind: str, _id: str) -> None:
        if self.isVisible():
            self.load()
