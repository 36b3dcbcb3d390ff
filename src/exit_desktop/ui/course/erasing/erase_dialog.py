"""Two steps before a course is erased: why, with all that follows; then the act itself, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from exit_desktop.services.erasing import Consequences, Reason
from exit_desktop.services.erasure_words import REASONS, foreseen_words
from exit_desktop.ui.course.details.asking import Asked
from exit_desktop.ui.settings.key_dialogs import KeyDialog
from exit_desktop.ui.widgets.buttons import Button
from exit_desktop.ui.widgets.choices import ChipRow
from exit_desktop.ui.widgets.labels import Label, breaking
from exit_desktop.ui.widgets.panels import clear_layout

if TYPE_CHECKING:
    from exit_desktop.ui.session import Session


class ReasonForm(QWidget):
    """Why, and what an erasure for that reason reaches."""

    def __init__(self, session: Session, reasons: tuple[Reason, ...], seen: Consequences) -> None:
        super().__init__()
        self._session, self._seen = session, seen
        self.reasons: ChipRow[Reason] = ChipRow(session.t, {reason: REASONS[reason] for reason in reasons})
        self.reasons.name(session.t("Why it is erased"))
        self.reasons.setVisible(len(reasons) > 1)
        self.reasons.chosen.connect(self._tell)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(session.theme.px(8))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(session.theme.px(12))
        column.addWidget(self.reasons)
        column.addLayout(self._lines)
        self._tell()

    def _tell(self) -> None:
        clear_layout(self._lines)
        for words in foreseen_words(self._seen, self.reasons.value, self._session.t):
            self._lines.addWidget(Label(self._session.theme, breaking(words)))


class EraseDialog(KeyDialog):
    """`wanted(Reason)` after the second step. `act` and `back` are its buttons."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget, session: Session, form: ReasonForm, asked: Asked) -> None:
        super().__init__(parent, session, form)
        self._form, self._last, self._act_words = form, False, asked.act
        self.keeper: object = None
        """Who does what is asked for here, alive as long as this is."""
        self.set_words(asked.title, asked.consequence, session.t("Next"), asked.back)
        self.asked.connect(self._go_on)
        self.back.setFocus()

    @property
    def act(self) -> Button:
        """The button that goes on, and then erases."""
        return self._act

    @property
    def back(self) -> Button:
        """The way back, which has the focus at each step."""
        return self._back

    def _go_on(self) -> None:
        t = self.session.t
        if self._last:
            self.wanted.emit(self._form.reasons.value)
            return
        self._last = True
        self.set_busy(False)
        self._form.hide()
        self.set_words(
            t("{act}?", act=self._act_words),
            t("This is the last step. What is erased cannot be brought back on this computer."),
            self._act_words,
            t("Keep the course"),
        )
        self.back.setFocus()
