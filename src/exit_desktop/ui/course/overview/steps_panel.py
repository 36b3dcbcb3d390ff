"""The next steps of the plan, one line each: area, what, who, by when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from exit_desktop.domain.courses import Course
from exit_desktop.domain.plans import Activity, Doer, Focus, current_plan, next_steps
from exit_desktop.services.labels import DOERS, FOCUS_AREAS
from exit_desktop.ui.widgets.buttons import LinkButton
from exit_desktop.ui.widgets.labels import Label, muted
from exit_desktop.ui.widgets.panels import Panel, row, rule

if TYPE_CHECKING:
    from exit_desktop.ui.course.work import CourseWork

MOST = 5
WIDTHS = (96, 120, 72, 50)


class StepsPanel(Panel):
    """`opened` when the worker wants to see the plan."""

    opened = Signal()

    def __init__(self, work: CourseWork) -> None:
        super().__init__(work.session.theme)
        self.t, self._work = work.session.t, work
        self._theme = work.session.theme
        self._course: Course | None = None
        self._empty, self._to_plan = muted(self._theme), LinkButton()
        self._to_plan.clicked.connect(self.opened)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(self._theme.px(14))
        self._grid.setVerticalSpacing(self._theme.px(5))
        self._grid.setColumnStretch(1, 1)
        self._lines = [self._new_line(2 * number) for number in range(MOST)]
        self.body.addWidget(self._empty)
        self.body.addLayout(self._grid)
        self.body.addLayout(row(self._to_plan, 1))
        self.body.addStretch(1)
        self.retranslate()

    def show_course(self, course: Course) -> None:
        """Show the open activities of the newest plan."""
        self._course = course
        self._fill()

    def clear(self) -> None:
        """Let the course go."""
        self._course = None
        self._fill()

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self.t
        self.set_heading(t("Next steps in the plan"))
        self._empty.setText(t("No steps yet. The plan says what, who and when."))
        self._to_plan.setText(t("Go to the plan"))
        self._fill()

    def _new_line(self, line: int) -> tuple[QWidget, ...]:
        """Return the parts of one line; they are made once, since making them is what takes time."""
        theme = self._theme
        texts = (muted(theme), Label(theme), Label(theme), muted(theme))
        for column, part in enumerate(texts):
            part.setMinimumWidth(theme.px(WIDTHS[column]))
            self._grid.addWidget(part, line, column)
        texts[-1].setWordWrap(False)
        if not line:
            return texts
        # Without a place in the panel a line that is shown would be a window of its own.
        over = rule()
        self._grid.addWidget(over, line - 1, 0, 1, len(texts))
        return (*texts, over)

    def _fill(self) -> None:
        steps = next_steps(current_plan(self._course.plans), MOST) if self._course else ()
        self._empty.setVisible(not steps)
        for number, parts in enumerate(self._lines):
            there = number < len(steps)
            words = self._words(*steps[number]) if there else ("",) * len(WIDTHS)
            for part, text in zip(parts, words, strict=False):
                if isinstance(part, Label):
                    part.setText(text)
            for part in parts:
                part.setVisible(there)

    def _words(self, focus: Focus, activity: Activity) -> tuple[str, ...]:
        when = self.t.date(activity.by, "short") if activity.by else ""
        return self.t(FOCUS_AREAS[focus.area]), activity.what, self._who(activity), when

    def _who(self, activity: Activity) -> str:
        return activity.actor if activity.who is Doer.ACTOR and activity.actor else self.t(DOERS[activity.who])
