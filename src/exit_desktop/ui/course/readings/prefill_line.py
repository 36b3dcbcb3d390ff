"""The quiet line beneath a question that the program can answer: the proposal, where it comes from, and a yes to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from exit_desktop.domain.answers import Answer, Value, same_value
from exit_desktop.ui.widgets.buttons import Button, LinkButton
from exit_desktop.ui.widgets.flow import FlowLayout
from exit_desktop.ui.widgets.labels import small

if TYPE_CHECKING:
    from exit_desktop.ui.course.work import CourseWork


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposed value, in words, and what it was worked out from, in words."""

    value: Value
    words: str
    from_what: str


class PrefillLine(QWidget):
    """`confirmed` when the worker says that the proposal fits; `sources_wanted` to see what it was worked out from.

    `link` leads to the sources; the question puts it among its other links.
    """

    confirmed = Signal()
    sources_wanted = Signal()

    def __init__(self, work: CourseWork, question: str) -> None:
        super().__init__()
        self.t, self._question = work.session.t, question
        theme = work.session.theme
        self._proposal: Proposal | None = None
        self._answer: Answer | None = None
        self._words = small(theme)
        self._fits, self.link = Button(), LinkButton()
        self._fits.clicked.connect(self.confirmed)
        self.link.clicked.connect(self.sources_wanted)
        # Only hidden here: what is shown before it has a place in the row would be a window of its own.
        self.link.hide()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(10))
        line.addWidget(self._words, 1)
        line.addWidget(self._fits)

    @property
    def waits(self) -> bool:
        """Whether a proposal is there and the question has no answer."""
        return self._proposal is not None and self._answer is None

    def show_state(self, proposal: Proposal | None, answer: Answer | None) -> None:
        """Show the proposal beside the answer that there is."""
        self._proposal, self._answer = proposal, answer
        self.setVisible(proposal is not None)
        self.link.setVisible(proposal is not None)
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the language in force."""
        t, proposal = self.t, self._proposal
        if proposal is None:
            self._words.clear()
            return
        agrees = self._answer is not None and same_value(self._answer.value, proposal.value)
        self._fits.setText(t("Fits") if self._answer is None else t("Use the proposal"))
        self._fits.setVisible(not agrees)
        told = t("{proposal}: {question}", proposal=proposal.words, question=self._question)
        self._fits.setAccessibleDescription(told)
        self.link.setText(t("See what it comes from"))
        self.link.setAccessibleDescription(self._question)
        self._words.setText(self._sentence(proposal, agrees))

    def _sentence(self, proposal: Proposal, agrees: bool) -> str:
        t, from_what = self.t, proposal.from_what
        if agrees:
            return t("Fits what is known: {from_what}", from_what=from_what)
        if self._answer is None:
            return t("Proposed: {proposal}. {from_what}", proposal=proposal.words, from_what=from_what)
        return t("You chose otherwise. Proposed: {proposal}. {from_what}", proposal=proposal.words, from_what=from_what)


def links_in_lines(links: list[LinkButton], spacing: int) -> QWidget:
    """Return links beside each other, over a second line where there is no room."""
    place = QWidget()
    line = FlowLayout(place, spacing=spacing)
    for link in links:
        line.addWidget(link)
    return place
