"""The fields of one person in the network; each is saved when it is left or chosen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from exit_desktop.domain.network import NetworkPerson
from exit_desktop.ui.course.network.choices import HALVES, TIE_WORDS, Half, Tie
from exit_desktop.ui.course.plan.in_step import column_of
from exit_desktop.ui.course.plan.saved_text import SavedText
from exit_desktop.ui.widgets.choices import Choice
from exit_desktop.ui.widgets.fields import FormRow

if TYPE_CHECKING:
    from exit_desktop.ui.course.work import CourseWork

Save = Callable[[Callable[[NetworkPerson], NetworkPerson]], bool]

TEXTS = ("role", "name", "knows", "note")


class PersonForm(QWidget):
    """Shows a person; `save(change)` writes one change."""

    def __init__(self, work: CourseWork, place: str, save: Save) -> None:
        super().__init__()
        self._work, self.t, self._save = work, work.session.t, save
        self.texts = {name: SavedText(work, f"{place}/{name}", partial(self._write, name)) for name in TEXTS}
        self.half, self.tie = Choice(self.t, HALVES), Choice(self.t, TIE_WORDS)
        theme = work.session.theme
        self._rows = (FormRow(theme, self.half), FormRow(theme, self.tie))
        column = column_of(self, theme.px(8))
        across = QHBoxLayout()
        across.setSpacing(theme.px(10))
        for line in self._rows:
            across.addWidget(line, 1)
        for part in (self.texts["role"], self.texts["name"]):
            column.addWidget(part)
        column.addLayout(across)
        for part in (self.texts["knows"], self.texts["note"]):
            column.addWidget(part)
        self.setFocusProxy(self.texts["role"])
        # A stop by name: only so can the fields be put in their place in the order of Tab, all of them together.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.half.activated.connect(self._half_chosen)
        self.tie.activated.connect(self._tie_chosen)

    def show_person(self, person: NetworkPerson) -> None:
        """Show what is kept; what is being written just now stays."""
        for name, text in self.texts.items():
            text.show_text(getattr(person, name))
        self.half.set_value(Half.PROFESSIONAL if person.professional else Half.PRIVATE)
        self.tie.set_value(Tie(str(person.strength)))

    def set_cafe_view(self, on: bool) -> None:
        """Hide the name."""
        self.texts["name"].setHidden(on)

    def retranslate(self) -> None:
        """Speak the language in force."""
        t, texts = self.t, self.texts
        texts["role"].set_words(t("Who it is: a role"), hint=t("Such as “mother” or “the doctor”"))
        texts["name"].set_words(t("What the citizen calls them, if you want"), hint=t("Only what you need; no surname"))
        texts["knows"].set_words(t("What they know"), hint=t("Such as “everything”, “something”, “nothing”"))
        texts["note"].set_words(t("Note"), hint=t("For you; it is not on the network's paper"))
        half, tie = self._rows
        half.set_words(t("Where on the map"))
        tie.set_words(t("How close"))
        self.half.retranslate()
        self.tie.retranslate()

    def _write(self, name: str, text: str) -> bool:
        return self._save(lambda person: replace(person, **{name: text}))  # type: ignore[arg-type] # TEXTS are texts

    def _half_chosen(self, _index: int) -> None:
        professional = self.half.value is Half.PROFESSIONAL
        self._save(lambda person: replace(person, professional=professional))

    def _tie_chosen(self, _index: int) -> None:
        strength = int(self.tie.value or Tie.BETWEEN)
        self._save(lambda person: replace(person, strength=strength))
