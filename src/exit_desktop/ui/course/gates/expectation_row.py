"""One thing that a gate expects: the sentence, what is there with a way to it, and room for a reason."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from exit_desktop.domain.gates import WITHOUT_REASON
from exit_desktop.services.gates import write_reason
from exit_desktop.services.labels import EXPECTATIONS
from exit_desktop.ui.course.gates.gate_words import fact_words, link_words, place_of
from exit_desktop.ui.course.plan.in_step import change_here, column_of
from exit_desktop.ui.course.plan.saved_text import SavedText
from exit_desktop.ui.widgets.buttons import LinkButton
from exit_desktop.ui.widgets.labels import Label, muted, small
from exit_desktop.ui.widgets.panels import clear_layout, row
from exit_desktop.ui.widgets.properties import put

if TYPE_CHECKING:
    from exit_desktop.domain.expectations import Expected, Gate
    from exit_desktop.domain.gate_facts import Fact
    from exit_desktop.domain.gates import Item
    from exit_desktop.ui.course.work import CourseWork


class ExpectationRow(QWidget):
    """`place_wanted(place)` leads to what a fact was counted from, or to where it can be begun.

    Steps that are done in an order have a `number`.
    """

    place_wanted = Signal(str)

    def __init__(self, work: CourseWork, course_id: str, gate: Gate, expected: Expected, number: int = 0) -> None:
        super().__init__()
        self._work, self.t = work, work.session.t
        self._course_id, self._gate, self.expected = course_id, gate, expected
        self._number = number
        self._facts: tuple[Fact, ...] = ()
        theme = work.session.theme
        self._sentence, self._state, self._said = Label(theme), small(theme), muted(theme)
        self._state.setWordWrap(False)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(theme.px(2))
        self.reason = SavedText(work, f"step/{course_id}/{gate}/{expected}", self._write)
        column = column_of(self, theme.px(4))
        head = row(self._sentence, self._state, spacing=theme.px(12))
        head.setStretch(0, 1)
        head.setAlignment(self._state, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addLayout(self._lines)
        column.addWidget(self._said)
        column.addWidget(self.reason)

    def show_item(self, item: Item) -> None:
        """Show what is there. Lines that say the same stay, with the keyboard if it stands on them."""
        self._tell(item)
        if item.facts != self._facts:
            self._facts = item.facts
            self._show_facts()
        written = item.reason.words if item.reason else ""
        asks = not item.met and self.expected not in WITHOUT_REASON
        self.reason.setVisible(asks)
        self.reason.show_text(written)
        self._said.setVisible(bool(written) and not asks)
        self._said.setText(self.t("You wrote: {words}", words=written) if written else "")

    def links(self) -> list[LinkButton]:
        """Return what leads to the facts, in order."""
        return self.findChildren(LinkButton)

    def _tell(self, item: Item) -> None:
        t = self.t
        sentence = t(EXPECTATIONS[self.expected])
        self._sentence.setText(t("{number}. {step}", number=self._number, step=sentence) if self._number else sentence)
        self.setAccessibleName(sentence)
        self.reason.set_words(t("If not, why not"), visible=False, hint=t("If not, why not? A word or two is enough."))
        self.reason.field.setAccessibleDescription(sentence)
        self._state.setText(self._state_words(item))
        quiet = item.settled or item.ahead or self.expected in WITHOUT_REASON
        put(self._state, "kind", "small" if quiet else "wants")

    def _state_words(self, item: Item) -> str:
        t = self.t
        if item.met:
            return t("in place")
        if item.reason:
            return t("the reason is written")
        if self.expected in WITHOUT_REASON:
            return t("happens when you close")
        return t("not due yet") if item.ahead else t("not there yet")

    def _show_facts(self) -> None:
        clear_layout(self._lines)
        places = [place_of(fact.refs[0]) if fact.refs else "" for fact in self._facts]
        for at, fact in enumerate(self._facts):
            # Two facts of one place have one way there, behind the last of them.
            ends = places[at] not in places[at + 1 :]
            self._lines.addWidget(self._line(fact, places[at] if ends else ""))

    def _line(self, fact: Fact, place: str) -> QWidget:
        theme, line = self._work.session.theme, QWidget()
        words = Label(theme, fact_words(self._work.desk, fact, self.t), "muted")
        across = row(words, spacing=theme.px(10))
        across.setStretch(0, 1)
        line.setLayout(across)
        if place:
            link = LinkButton(link_words(fact, self.t))
            link.setAccessibleDescription(self.t(EXPECTATIONS[self.expected]))
            link.clicked.connect(partial(self.place_wanted.emit, place))
            across.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _write(self, text: str) -> bool:
        gate, expected = self._gate, self.expected
        return change_here(
            self._work, self._course_id, lambda desk, course: write_reason(desk, course, gate, expected, text)
        )
