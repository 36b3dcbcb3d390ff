"""What every preview asks of the options at its side, and the two that most papers share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QCheckBox

from exit_desktop.services.desk import Act
from exit_desktop.system.language import Language, Texts
from exit_desktop.ui.course.plan.in_step import Folded
from exit_desktop.ui.widgets.fields import FormRow

if TYPE_CHECKING:
    from exit_desktop.ui.theme import Theme


class Options(Protocol):
    """The options of one kind of paper; `changed` when the paper is to be made anew."""

    changed: SignalInstance

    def make(self) -> bytes:
        """Return the paper as PDF as the options stand."""

    def undecided(self) -> str:
        """Return what is still to be decided before the paper may leave; empty when nothing is."""

    def record(self, act: Act) -> None:
        """Write that the paper left the program in this way."""

    def drop(self) -> None:
        """Let everything personal go."""


class LanguageRow(FormRow):
    """In which language a paper speaks; at first that of the citizen."""

    def __init__(self, theme: Theme, t: Texts, language: str) -> None:
        self.box = Folded()
        super().__init__(theme, self.box, t("Language of the paper"))
        for one, label in ((Language.DANISH, t("Danish")), (Language.ENGLISH, t("English"))):
            self.box.addItem(label, str(one))
        self.box.setCurrentIndex(max(0, self.box.findData(language)))

    def words(self) -> Texts:
        """Return the words of that language."""
        return Texts(str(self.box.currentData()))


def tick(text: str, on: bool = False) -> QCheckBox:
    """Return a box to tick."""
    box = QCheckBox(text)
    box.setChecked(on)
    return box
