"""The bin of the contact log: what was deleted in the last 30 days, to be put back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from exit_desktop.domain.contacts import Contact
from exit_desktop.errors import Failure
from exit_desktop.services.bin import BinLine, list_bin, restore_from_bin
from exit_desktop.ui.course.contacts import log_words
from exit_desktop.ui.widgets.buttons import Button, LinkButton
from exit_desktop.ui.widgets.labels import Label, small
from exit_desktop.ui.widgets.panels import Panel, clear_layout, row

if TYPE_CHECKING:
    from exit_desktop.domain.courses import Course
    from exit_desktop.services.desk import Desk
    from exit_desktop.ui.course.work import CourseWork


class ContactBin(QWidget):
    """A link that tells how many contacts wait in the bin, and opens it; hidden while none does."""

    def __init__(self, work: CourseWork) -> None:
        super().__init__()
        self._work, self.t = work, work.session.t
        self._lines: tuple[BinLine, ...] = ()
        self.link = LinkButton()
        self.link.setCheckable(True)
        self._panel = Panel(work.session.theme)
        self._rows = QVBoxLayout()
        self._panel.body.addLayout(self._rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row(self.link, 1))
        column.addWidget(self._panel)
        self.link.toggled.connect(self._panel.setVisible)
        self._panel.hide()

    def show_course(self, course: Course | None) -> None:
        """Show what waits in the bin of a course."""
        self._lines = self._read(course) if course else ()
        if not self._lines:
            self.link.setChecked(False)
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self.t
        self.setVisible(bool(self._lines))
        self.link.setText(t.plural("{count} contact in the bin", "{count} contacts in the bin", len(self._lines)))
        self._panel.set_heading(t("Bin"))
        clear_layout(self._rows)
        for line in self._lines:
            self._add(line)

    def _add(self, line: BinLine) -> None:
        record = line.record
        if not isinstance(record, Contact):
            return
        t, theme = self.t, self._work.session.theme
        kind, whom = log_words.subject(record, t)
        words = t("{day}: {kind}, {whom}", day=log_words.when(record, t), kind=kind, whom=whom)
        back = Button(t("Put back"))
        back.setAccessibleDescription(words)
        back.clicked.connect(partial(self._restore, line))
        gone = small(theme, t("Erased for good {date}", date=t.date(line.gone_on, "day")))
        gone.setWordWrap(False)
        self._rows.addLayout(row(Label(theme, words), 1, gone, back))

    def _read(self, course: Course) -> tuple[BinLine, ...]:
        try:
            lines = list_bin(self._work.desk, course)
        except Failure as failure:
            self._work.session.tell(failure)
            return ()
        return tuple(line for line in lines if isinstance(line.record, Contact))

    def _restore(self, line: BinLine) -> None:
        self._work.change(partial(_restore, line))


def _restore(line: BinLine, desk: Desk, course: Course) -> Course:
    return restore_from_bin(desk, course, line)
