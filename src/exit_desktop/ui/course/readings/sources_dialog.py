"""Shows what a proposed answer was worked out from: every contact or line that was counted, each opens its place."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from exit_desktop.domain.prefilling import Prefilled
from exit_desktop.instruments.definition import Question
from exit_desktop.ui.course.readings.proposals import SourceLine, from_what, proposed_words, source_lines
from exit_desktop.ui.widgets.buttons import Button, LinkButton
from exit_desktop.ui.widgets.labels import Label, muted, title
from exit_desktop.ui.widgets.panels import row, scrolled

if TYPE_CHECKING:
    from exit_desktop.domain.courses import Course
    from exit_desktop.ui.course.work import CourseWork


class SourcesDialog(QDialog):
    """`place_wanted(place)` when one of the lines is opened; the dialog goes with it, and with the lock."""

    place_wanted = Signal(str)

    def __init__(self, parent: QWidget, work: CourseWork, question: Question, found: Prefilled) -> None:
        super().__init__(parent)
        self.t, self._theme = work.session.t, work.session.theme
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Forløb")
        self.setAccessibleName(self.t("What the proposal comes from"))
        work.session.locked.connect(self.reject)
        if work.course is not None:
            self._build(work.course, question, found)

    def _build(self, course: Course, question: Question, found: Prefilled) -> None:
        t, theme = self.t, self._theme
        lines = source_lines(course, question, found, t)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.px(20)] * 4)
        column.setSpacing(theme.px(10))
        column.addWidget(title(theme, question.label.of(t.language)))
        words = t("Proposed: {proposal}. {from_what}", proposal=proposed_words(question, found.value, t), from_what="")
        column.addWidget(Label(theme, words.strip()))
        column.addWidget(muted(theme, from_what(course, question, found, t)))
        column.addWidget(scrolled(self._lines(lines)), 1)
        close = Button(t("Close"))
        close.clicked.connect(self.reject)
        column.addLayout(row(1, close))
        room = (self.parentWidget() or self).window().size().boundedTo(self.screen().availableSize())
        tall = theme.px(210 + 46 * min(len(lines), 9))
        self.resize(QSize(theme.px(560), tall).boundedTo(room))

    def _lines(self, lines: tuple[SourceLine, ...]) -> QWidget:
        content = QWidget()
        grid = QGridLayout(content)
        grid.setContentsMargins(0, 0, self._theme.px(12), 0)
        grid.setColumnStretch(0, 1)
        for at, line in enumerate(lines):
            grid.addWidget(Label(self._theme, line.words), at, 0)
            if line.place:
                link = LinkButton(self.t("Open"))
                link.setAccessibleDescription(line.words)
                link.clicked.connect(partial(self._open, line.place))
                grid.addWidget(link, at, 1)
        grid.setRowStretch(len(lines), 1)
        return content

    def _open(self, place: str, _checked: bool = False) -> None:
        self.place_wanted.emit(place)
        self.accept()
