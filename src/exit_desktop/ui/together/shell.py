"""What stands around a question: how far one is, the language, the ring for the worker; back, pause, go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from exit_desktop.ui.telling import announce
from exit_desktop.ui.together.answer_places import places_between
from exit_desktop.ui.together.holding import LeaveRing
from exit_desktop.ui.together.large_buttons import Face, LargeButton, LargeRadio, Manner
from exit_desktop.ui.together.leave_strip import LeaveStrip
from exit_desktop.ui.together.measures import Letters, Measures
from exit_desktop.ui.widgets.panels import row

if TYPE_CHECKING:
    from exit_desktop.system.language import Texts
    from exit_desktop.ui.session import Session

# Each language in its own words, in every language.
LANGUAGES = {"da": "Dansk", "en": "English"}


class Shell(QWidget):
    """The frame of every page; the window fills `body` and hears the buttons."""

    def __init__(self, session: Session, measures: Measures, t: Texts) -> None:
        super().__init__()
        self.measures, self.t = measures, t
        self.way = QLabel()
        self.way.setFont(measures.font(Letters.QUIET))
        self.way.setProperty("kind", "muted")
        quiet = Face(measures, Manner.WHISPER)
        self.hint = QLabel()
        self.hint.setFont(measures.font(Letters.QUIET))
        self.hint.setWordWrap(True)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.languages = {language: LargeRadio(quiet, words) for language, words in LANGUAGES.items()}
        for language, button in self.languages.items():
            button.setChecked(language == t.language)
        self.ring = LeaveRing(measures)
        self.ring.setAccessibleName(t("For the worker: hold for two seconds to go back to the course"))
        self.strip = LeaveStrip(session, measures, t)
        self.back = LargeButton(Face(measures), t("Back"))
        self.pause = LargeButton(Face(measures), t("Pause"))
        self.next = LargeButton(Face(measures, Manner.ON), t("Go on"))
        self._page: QWidget | None = None
        self._build()

    @property
    def page(self) -> QWidget | None:
        """What stands in the middle."""
        return self._page

    def show_page(self, page: QWidget, bare: bool = False) -> None:
        """Put another page in the middle; a bare one stands alone."""
        old, self._page = self._page, page
        self._body.addWidget(page)
        page.show()
        for part in (self._head, self._foot):
            part.setVisible(not bare)
        if old is not None:
            self._body.removeWidget(old)
            old.hide()
            old.deleteLater()

    def step_language(self, step: int) -> bool:
        """Go to the other language if the keyboard is on one: answers that exclude each other are one stop of Tab."""
        buttons = list(self.languages.values())
        if not any(button.hasFocus() for button in buttons):
            return False
        there = places_between(buttons, self.focusWidget(), step)
        if there is not None:
            there.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def say(self, words: str) -> None:
        """Say one line in the head, beside the ring; nothing else moves for it."""
        self.hint.setText(words)
        if words:
            announce(self.hint, words)

    def say_way(self, words: str) -> None:
        """Say how far one is."""
        self.way.setText(words)

    def room(self, width: int, height: int) -> tuple[int, int]:
        """Return the room for a page when the whole is so large."""
        taken = self._head.sizeHint().height() + self._foot.sizeHint().height()
        edges = self._column.contentsMargins()
        return width - edges.left() - edges.right(), height - taken - edges.top() - edges.bottom()

    def _build(self) -> None:
        px = self.measures.px
        self._head, self._foot = QWidget(), QWidget()
        head = row(self.way, self.hint, *self.languages.values(), self.ring, spacing=px(6))
        head.setStretchFactor(self.hint, 1)
        head.setContentsMargins(px(26), 0, px(12), 0)
        self._head.setLayout(head)
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(px(26), 0, px(26), 0)
        foot.setSpacing(px(8))
        foot.addStretch(1)
        for button in (self.back, self.pause, self.next):
            foot.addWidget(button)
        foot.addStretch(1)
        self._body = QVBoxLayout()
        self._body.setContentsMargins(0, 0, 0, 0)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, px(6), 0, px(12))
        column.setSpacing(0)
        column.addWidget(self._head)
        inner = row(self.strip)
        inner.setContentsMargins(px(26), 0, px(26), 0)
        column.addLayout(inner)
        column.addLayout(self._body, 1)
        column.addWidget(self._foot)
