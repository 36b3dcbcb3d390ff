"""The page of a gate: what the method expects, what is there, reasons; at its foot the way on, always open."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from exit_desktop.domain.calendar import CourseState
from exit_desktop.domain.expectations import EXPECTATIONS, Gate, next_gate
from exit_desktop.domain.gates import WITHOUT_REASON
from exit_desktop.services.gates import read_gate
from exit_desktop.services.labels import GATES
from exit_desktop.ui.course.gates.afterwards_panel import AfterwardsPanel
from exit_desktop.ui.course.gates.expectation_row import ExpectationRow
from exit_desktop.ui.course.header import AliasLabel
from exit_desktop.ui.course.place_words import next_phase, place_line
from exit_desktop.ui.course.steps.offers import Step
from exit_desktop.ui.widgets.buttons import Button, PrimaryButton
from exit_desktop.ui.widgets.labels import Label, muted, small, title
from exit_desktop.ui.widgets.panels import Panel, clear_layout, row, rule, scrolled

if TYPE_CHECKING:
    from exit_desktop.domain.courses import Course
    from exit_desktop.domain.gates import Item
    from exit_desktop.ui.course.work import CourseWork

WIDEST = 820


class GatePage(QWidget):
    """`place_wanted` leads to evidence, `step_wanted` takes the step itself, `course_wanted` leaves the page.

    `passed` when the course has gone on to another phase.

    `set_cafe_view` blanks everything, the name too.
    """

    place_wanted = Signal(str)
    step_wanted = Signal(object)
    course_wanted = Signal()
    passed = Signal()

    def __init__(self, work: CourseWork) -> None:
        super().__init__()
        self._work, self.t = work, work.session.t
        self.gate: Gate | None = None
        self._course: Course | None = None
        self.rows: list[ExpectationRow] = []
        self._list, self._lines = Panel(work.session.theme), QVBoxLayout()
        self._lines.setSpacing(work.session.theme.px(10))
        self._list.body.addLayout(self._lines)
        self.act, self.back = PrimaryButton(), Button()
        self._build()
        self.act.clicked.connect(self._go_on)
        self.back.clicked.connect(self.course_wanted)
        self.retranslate()

    @property
    def blank(self) -> bool:
        """Whether everything is out of sight."""
        return self._stack.currentIndex() == 1

    def show_gate(self, gate: Gate, course: Course) -> None:
        """Show a gate of a course; of the same one, only what is new there."""
        if self._course is None or (gate, course.id) != (self.gate, self._course.id):
            self._make_rows(gate, course)
        self.gate, self._course = gate, course
        items = read_gate(self._work.desk, course, gate)
        for one, item in zip(self.rows, items, strict=True):
            one.show_item(item)
        self._show_head(course, items)
        self.afterwards.setVisible(gate is Gate.CLOSING)
        if gate is Gate.CLOSING:
            self.afterwards.show_course(course)
        self._order()

    def show_course(self, course: Course) -> None:
        """Show another revision of the course; leave where the gate is behind it, or another course stands here."""
        if self.gate is None or self._course is None:
            return
        if course.id != self._course.id:
            self.course_wanted.emit()
        elif self.gate is not Gate.CLOSING and next_gate(course.phase) is not self.gate:
            self.passed.emit()
        else:
            self.show_gate(self.gate, course)

    def set_cafe_view(self, on: bool) -> None:
        """Blank the page, or show it again."""
        self._stack.setCurrentIndex(int(on))
        if on and self.isVisible():
            self._blank.setFocus()

    def take_focus(self) -> None:
        """Put the keyboard on the first thing that can be opened, else on the way on."""
        links = [link for one in self.rows for link in one.links()]
        (self._blank if self.blank else links[0] if links else self.act).setFocus()

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self.t
        self.back.setText(t("To the course"))
        self._hides.setText(t("F8 blanks this page"))
        self._blank.setText(t("The page is blank. F8 shows it again."))
        self.afterwards.retranslate()
        course, gate = self._course, self.gate
        if course is not None and gate is not None:
            self._make_rows(gate, course)
            self.show_gate(gate, course)

    def clear(self) -> None:
        """Drop all that is shown."""
        self._course = self.gate = None
        self._drop_rows()
        self.afterwards.clear()
        for label in (self.alias, self._place, self._title, self._intro, self._count):
            label.clear()
        self.alias.setToolTip("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the course with Esc."""
        if event.key() == Qt.Key.Key_Escape and not self.blank:
            self.course_wanted.emit()
            return
        super().keyPressEvent(event)

    def _show_head(self, course: Course, items: tuple[Item, ...]) -> None:
        t, closed = self.t, course.state is CourseState.CLOSED
        self.alias.setText(course.citizen.alias)
        self.alias.setToolTip(course.citizen.alias)
        self._place.setText(place_line(course, t, self._work.session.today()))
        name = t(GATES[self.gate]) if self.gate else ""
        self._title.setText(name)
        self.setAccessibleName(name)
        self._intro.setText(self._intro_words())
        # The end itself is not missing before it is there: all else can be in place.
        counted = [item.met for item in items if item.met or item.expected not in WITHOUT_REASON]
        self._count.setText(t("In place: {met} of {all}", met=sum(counted), all=len(counted)))
        if self.gate is not Gate.CLOSING:
            self.act.setText(t("Go on to phase {number} …", number=int(next_phase(course))))
        else:
            self.act.setText(t("See the paper") if closed else t("Close the course …"))

    def _intro_words(self) -> str:
        if self.gate is Gate.CLOSING:
            return self.t(
                "The steps of the end, in the order in which they fit best. You can stop after any of them and go on "
                "another day."
            )
        return self.t(
            "This is what the method expects by now, and what is there. What is missing can have a good reason: write "
            "it, or just go on."
        )

    def _make_rows(self, gate: Gate, course: Course) -> None:
        self._drop_rows()
        for number, expected in enumerate(EXPECTATIONS[gate], 1):
            if self.rows:
                self._lines.addWidget(rule())
            place = number if gate is Gate.CLOSING else 0
            one = ExpectationRow(self._work, course.id, gate, expected, place)
            one.place_wanted.connect(self.place_wanted)
            self._lines.addWidget(one)
            self.rows.append(one)

    def _drop_rows(self) -> None:
        self.rows = []
        clear_layout(self._lines)

    def _order(self) -> None:
        """Let Tab follow the page: a fact that has changed has a new link, which would else come last."""
        each = [part for one in self.rows for part in (*one.links(), one.reason.field)]
        # Hung on what was made with the page: hung on a link, which is made late, Tab from the list leaps over all.
        stops = [
            self._blank,
            *each,
            self.afterwards.other_day,
            self.afterwards.erase,
            self.afterwards.paper,
            self.act,
            self.back,
        ]
        for one, following in pairwise(stops):
            QWidget.setTabOrder(one, following)

    def _go_on(self) -> None:
        closed = self._course is not None and self._course.state is CourseState.CLOSED
        if self.gate is not Gate.CLOSING:
            self.step_wanted.emit(Step.TRANSITION)
        elif closed:
            self.afterwards.see_paper()
        else:
            self.step_wanted.emit(Step.CLOSE)

    def _build(self) -> None:
        theme = self._work.session.theme
        self._title, self.alias = title(theme), AliasLabel(theme)
        self._place, self._intro, self._count = muted(theme), Label(theme), small(theme)
        self._hides, self._blank = small(theme), muted(theme)
        self._hides.setWordWrap(False)
        self.afterwards = AfterwardsPanel(self._work)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._whole())
        self._blank.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._blank.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._stack.addWidget(self._blank)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def _whole(self) -> QWidget:
        px, whole = self._work.session.theme.px, QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(scrolled(self._page()), 1)
        column.addWidget(rule())
        # What leads on stays in sight however long the page is.
        foot = row(self.act, self.back, 1, spacing=px(10))
        foot.setContentsMargins(px(26), px(10), px(20), px(10))
        column.addLayout(foot)
        return whole

    def _page(self) -> QWidget:
        px, leaf, inner = self._work.session.theme.px, QWidget(), QWidget()
        inner.setMaximumWidth(px(WIDEST))
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(10))
        head = QVBoxLayout()
        head.setSpacing(px(2))
        head.addLayout(row(self.alias, 1, self._hides))
        head.addWidget(self._place)
        self._column.addLayout(head)
        for part in (self._title, self._intro, self._count, self._list, self.afterwards):
            self._column.addWidget(part)
        self._column.addStretch(1)
        across = QHBoxLayout(leaf)
        across.setContentsMargins(px(26), px(16), px(20), px(16))
        across.addWidget(inner, 10)
        across.addStretch(1)
        return leaf
