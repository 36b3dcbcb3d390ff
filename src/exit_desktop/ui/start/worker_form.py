"""Asks who works here: a code, a town, hours, a line for papers, a role. No real name is needed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from exit_desktop.ui.widgets.fields import FormRow, HalfHours, TextLine, give_room
from exit_desktop.ui.widgets.unturned import PickBox

if TYPE_CHECKING:
    from exit_desktop.system.language import Texts
    from exit_desktop.ui.theme import Theme

LONGEST_CODE = 12
FULL_TIME = 37.0


@dataclass(frozen=True, slots=True)
class WorkerAnswers:
    """What the form holds; `hours` per week."""

    code: str
    project: str
    hours: float
    contact_line: str = field(repr=False)
    coordinator: bool = False


class WorkerForm(QWidget):
    """Five fields; `changed(complete)` after each key."""

    changed = Signal(bool)

    def __init__(self, theme: Theme, t: Texts) -> None:
        super().__init__()
        self._t = t
        self._code, self._project, self._line = TextLine(most=LONGEST_CODE), TextLine(most=60), TextLine(most=120)
        self._hours = HalfHours()
        self._hours.setRange(1, 60)
        give_room(self._hours, theme)
        self._hours.setValue(FULL_TIME)
        self._role = PickBox()
        self._role.addItems(["", ""])
        fields = (self._code, self._project, self._hours, self._line, self._role)
        self._rows = [FormRow(theme, part) for part in fields]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        for part in self._rows:
            column.addWidget(part)
        self._code.textChanged.connect(self._tell)
        self.setFocusProxy(self._code)
        self.retranslate()

    @property
    def complete(self) -> bool:
        """Whether there is a code; the rest may wait."""
        return bool(self._code.text().strip())

    def answers(self) -> WorkerAnswers:
        """Return what is written."""
        return WorkerAnswers(
            self._code.text().strip(),
            self._project.text().strip(),
            self._hours.value(),
            self._line.text().strip(),
            self._role.currentIndex() == 1,
        )

    def show_answers(self, answers: WorkerAnswers) -> None:
        """Show what is already known."""
        self._code.set_saved(answers.code)
        self._project.set_saved(answers.project)
        self._hours.setValue(answers.hours)
        self._line.set_saved(answers.contact_line)
        self._role.setCurrentIndex(int(answers.coordinator))

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self._t
        words = (
            (t("Your code"), t("1-12 letters or digits, such as your initials. Your name is not needed.")),
            (t("Town or project"), t("It tells this vault from others on the laptop.")),
            (t("Hours a week"), t("Full time is 37.")),
            (
                t("Contact line for papers"),
                t("Printed at the foot of a plan after “Call or write”, such as 12 34 56 78"),
            ),
            (t("Role"), t("It decides which pages are shown, and can be changed.")),
        )
        for part, (name, hint) in zip(self._rows, words, strict=True):
            part.set_words(name, hint)
        self._hours.set_mark("," if t.language == "da" else ".")
        self._role.setItemText(0, t("Worker"))
        self._role.setItemText(1, t("Coordinator"))

    def _tell(self) -> None:
        self.changed.emit(self.complete)
