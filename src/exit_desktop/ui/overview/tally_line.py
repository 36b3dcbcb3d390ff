"""One indicator across courses: what is expected, how many, and which ones, each leading there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from exit_desktop.services.fidelity import CourseFindings, Tally
from exit_desktop.services.fidelity_words import INDICATORS
from exit_desktop.services.tally_words import tally_words
from exit_desktop.ui.course.plan.in_step import column_of
from exit_desktop.ui.widgets.buttons import LinkButton
from exit_desktop.ui.widgets.flow import FlowLayout
from exit_desktop.ui.widgets.labels import Label, heading, muted, small
from exit_desktop.ui.widgets.panels import clear_layout

if TYPE_CHECKING:
    from exit_desktop.ui.session import Session

MOST_SHOWN = 24


class TallyLine(QWidget):
    """`opened(course id)` leads to a course that differs, or in which it does not fit."""

    opened = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self.t = session, session.t
        self._tally: Tally | None = None
        theme = session.theme
        self._name, self._expected, self.words = heading(theme), muted(theme), Label(theme)
        self.which = LinkButton()
        self._names = QWidget()
        self._column = QVBoxLayout(self._names)
        self._column.setContentsMargins(0, 0, 0, 0)
        column = column_of(self, theme.px(4))
        for part in (self._name, self._expected, self.words, self.which, self._names):
            column.addWidget(part)
        self.which.setCheckable(True)
        self.which.toggled.connect(self._turn)
        self._names.hide()

    def show_tally(self, tally: Tally, expected: str) -> None:
        """Show an indicator."""
        self._tally = tally
        self._name.setText(self.t(INDICATORS[tally.indicator]))
        self._expected.setText(expected)
        self.words.setText(tally_words(tally, self.t))
        some = bool(tally.otherwise or tally.not_suitable)
        self.which.setVisible(some)
        self.which.setText(self.t("See which courses"))
        self.which.setAccessibleDescription(self._name.text())
        if not some:
            self.which.setChecked(False)
        self._turn(self.which.isChecked())

    def clear(self) -> None:
        """Let the courses go."""
        self._tally = None
        self.which.setChecked(False)
        clear_layout(self._column)
        for part in (self._name, self._expected, self.words):
            part.clear()

    def _turn(self, shown: bool) -> None:
        clear_layout(self._column)
        tally = self._tally
        if shown and tally is not None:
            self._add(self.t("Differs in:"), tally.otherwise)
            self._add(self.t("Does not fit in:"), tally.not_suitable)
        self._names.setVisible(shown)

    def _add(self, words: str, courses: tuple[CourseFindings, ...]) -> None:
        if not courses:
            return
        theme = self._session.theme
        flow = FlowLayout(spacing=theme.px(4), centred=True)
        flow.addWidget(small(theme, words))
        for course in courses[:MOST_SHOWN]:
            link = LinkButton(course.alias)
            link.setAccessibleDescription(words)
            link.clicked.connect(partial(self.opened.emit, course.course_id))
            flow.addWidget(link)
        rest = len(courses) - MOST_SHOWN
        if rest > 0:
            flow.addWidget(small(theme, self.t.plural("and {count} more", "and {count} more", rest)))
        self._column.addLayout(flow)
