"""The kind of a service: one of those that have a name in each language, or the worker's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QLineEdit

from exit_desktop.services.labels import SERVICE_KINDS
from exit_desktop.services.service_list import LONGEST_NAME, kind_of, kind_words
from exit_desktop.ui.course.plan.in_step import Folded

if TYPE_CHECKING:
    from exit_desktop.system.language import Texts


class KindBox(Folded):
    """A choice that can also be written in."""

    def __init__(self, t: Texts) -> None:
        super().__init__()
        self._t = t
        # Put in place of Qt's own: a line that is known here.
        self.line = QLineEdit()
        self.setEditable(True)
        self.setLineEdit(self.line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.line.setMaxLength(LONGEST_NAME)
        self.retranslate()

    @property
    def kind(self) -> str:
        """The key of a known kind, or what is written."""
        return kind_of(" ".join(self.currentText().split()))

    def set_kind(self, kind: str) -> None:
        """Show a kind in the language in force."""
        self.setCurrentText(kind_words(kind, self._t))

    def name(self, words: str) -> None:
        """Name the field for a screen reader; the keyboard stands in the line inside."""
        self.setAccessibleName(words)
        self.line.setAccessibleName(words)

    def retranslate(self) -> None:
        """Name the kinds in the language in force."""
        kind = self.kind
        self.clear()
        self.addItems([self._t(words) for words in SERVICE_KINDS.values()])
        self.set_kind(kind)
