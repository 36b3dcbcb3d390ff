"""Warns before a vault is made in a place that is not the best, and offers another one first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from exit_desktop.services.place_words import place_words
from exit_desktop.services.places import is_only_unwise
from exit_desktop.ui.start.layout import Column
from exit_desktop.ui.widgets.buttons import Button, PrimaryButton
from exit_desktop.ui.widgets.flow import loose_buttons
from exit_desktop.ui.widgets.labels import Label, title
from exit_desktop.ui.widgets.panels import clear_layout

if TYPE_CHECKING:
    from exit_desktop.services.places import Warned
    from exit_desktop.system.language import Texts
    from exit_desktop.ui.theme import Theme


class PlacePage(QWidget):
    """`another_wanted`, `went_on` where that is only unwise, or `left`."""

    another_wanted = Signal()
    went_on = Signal()
    left = Signal()

    def __init__(self, theme: Theme, t: Texts, can_leave: bool) -> None:
        super().__init__()
        self._theme, self._t = theme, t
        self._warned: tuple[Warned, ...] = ()
        self._title, self._words = title(theme), QVBoxLayout()
        self.another, self.on, self.back = PrimaryButton(), Button(), Button()
        self.another.clicked.connect(self.another_wanted)
        self.on.clicked.connect(self.went_on)
        self.back.clicked.connect(self.left)
        self.back.setVisible(can_leave)
        column = Column(theme)
        self._words.setSpacing(theme.px(10))
        column.body.addWidget(self._title)
        column.body.addLayout(self._words)
        column.body.addLayout(loose_buttons(theme, self.another, self.on, self.back))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(column.in_page())
        self.setFocusProxy(self.another)
        self.retranslate()

    def show_place(self, warned: tuple[Warned, ...]) -> None:
        """Say what speaks against a place."""
        self._warned = warned
        self.on.setVisible(is_only_unwise(warned))
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self._t
        self._title.setText(t("This is not the best place for a vault"))
        self.another.setText(t("Another place"))
        self.on.setText(t("Use it all the same"))
        self.back.setText(t("Back"))
        clear_layout(self._words)
        for words in place_words(self._warned, t):
            self._words.addWidget(Label(self._theme, words))
