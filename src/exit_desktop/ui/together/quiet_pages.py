"""The pages without a question: a pause on which nothing tells anything, and then and now at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from exit_desktop.ui.together.large_buttons import Face, LargeButton, Manner
from exit_desktop.ui.together.measures import Letters, Measures
from exit_desktop.ui.together.scrolling import QuietScroll
from exit_desktop.ui.widgets.star_widget import StarWidget

if TYPE_CHECKING:
    from exit_desktop.charts.star import StarView
    from exit_desktop.services.together import Afterwards
    from exit_desktop.system.language import Texts

# How much larger than in the worker's window the star stands.
STAR_LARGER = 1.3


class PausePage(QWidget):
    """Blank but for the way on."""

    def __init__(self, measures: Measures, t: Texts) -> None:
        super().__init__()
        self.go_on = LargeButton(Face(measures, Manner.ANSWER), t("Continue"))
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(self.go_on, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(1)

    def take_focus(self) -> None:
        """Begin with the way on."""
        self.go_on.setFocus(Qt.FocusReason.OtherFocusReason)


class LargeStar(StarWidget):
    """The star, for eyes at arm's length."""

    def __init__(self, measures: Measures, t: Texts, view: StarView) -> None:
        self._measures = measures
        super().__init__(measures.theme, t)
        self.show_view(view)

    @property
    def scale(self) -> float:
        """Pixels to a point."""
        return super().scale / self._theme.scale * self._measures.scale * STAR_LARGER


class AfterPage(QWidget):
    """The star with the start beneath it, and in plain sentences what it says; no score, no class, no praise."""

    def __init__(self, measures: Measures, after: Afterwards, t: Texts) -> None:
        super().__init__()
        self._measures = measures
        self.title = self._label(t("That was the last question."), Letters.QUESTION, bold=True)
        self.title.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.sentences = [self._label(sentence, Letters.ANSWER) for sentence in after.sentences]
        self.end = self._label(
            t("You can go back and change an answer. Otherwise hand the computer back to your worker."), Letters.QUIET
        )
        self.star = None if after.star is None else LargeStar(measures, t, after.star)
        self._build()

    def take_focus(self) -> None:
        """Begin with the first words."""
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        px = self._measures.px
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(px(8), 0, px(8), 0)
        column.setSpacing(px(14))
        column.addStretch(1)
        for label in (self.title, *self.sentences, self.end):
            column.addWidget(label)
        column.addStretch(1)
        across = QHBoxLayout(self)
        across.setContentsMargins(px(24), 0, px(24), 0)
        if self.star is not None:
            self.star.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
            across.addWidget(self.star, 5)
        else:
            self._stand_alone()
        across.addWidget(QuietScroll(words), 4)

    def _label(self, words: str, letters: Letters, bold: bool = False) -> QLabel:
        label = QLabel(words)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setFont(self._measures.font(letters, bold))
        label.setWordWrap(True)
        if letters is Letters.QUIET:
            label.setProperty("kind", "muted")
        return label

    def _stand_alone(self) -> None:
        """Put the words in the middle, above the buttons, where no star stands beside them."""
        for label in (self.title, *self.sentences, self.end):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
