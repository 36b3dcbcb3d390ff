"""Chooses between several vaults on one laptop; they are called by a town or a short number, never by a person."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from exit_desktop.ui.start.layout import Column
from exit_desktop.ui.widgets.buttons import Button, LinkButton
from exit_desktop.ui.widgets.labels import Badge, muted, title
from exit_desktop.ui.widgets.panels import clear_layout, row

if TYPE_CHECKING:
    from exit_desktop.system.language import Texts
    from exit_desktop.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class VaultChoice:
    """A vault on this machine: where it is, its neutral name, whether it is for practice."""

    folder: Path
    name: str
    practice: bool = False


class ChooserPage(QWidget):
    """`chosen(folder)` or `new_wanted`."""

    chosen = Signal(object)
    new_wanted = Signal()

    def __init__(self, theme: Theme, t: Texts) -> None:
        super().__init__()
        self._theme, self._t = theme, t
        self._choices: tuple[VaultChoice, ...] = ()
        column = Column(theme)
        self._title, self._why = title(theme), muted(theme)
        self._rows = QVBoxLayout()
        self._new = LinkButton()
        self._new.clicked.connect(self.new_wanted)
        column.body.addWidget(self._title)
        column.body.addWidget(self._why)
        column.body.addLayout(self._rows)
        column.body.addLayout(row(self._new, 1))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(column.in_page())
        self.retranslate()

    def show_vaults(self, choices: tuple[VaultChoice, ...]) -> None:
        """Offer these vaults, the cursor on the first."""
        self._choices = choices
        here = self.window().focusWidget()
        held = here is not None and self.isAncestorOf(here)
        clear_layout(self._rows)
        buttons = [self._offer(choice) for choice in choices]
        first = buttons[0] if buttons else self._new
        # Whoever shows the page gives it the keyboard, and thereby the first vault.
        self.setFocusProxy(first)
        if held:
            # It would stay on a button that is on its way out; what does not show yet cannot take it.
            first.show()
            first.setFocus()

    def _offer(self, choice: VaultChoice) -> Button:
        button = Button(choice.name)
        button.setAccessibleName(self._t("Open {name}", name=choice.name))
        button.clicked.connect(lambda _on=False, folder=choice.folder: self.chosen.emit(folder))
        badge = (Badge(self._theme, self._t("Practice"), clay=True),) if choice.practice else ()
        line = row(button, *badge)
        line.setStretch(0, 1)
        self._rows.addLayout(line)
        return button

    def retranslate(self) -> None:
        """Speak the language in force."""
        self._title.setText(self._t("Which vault?"))
        self._why.setText(self._t("Each worker on this laptop has a vault of her own, with her own passphrase."))
        self._new.setText(self._t("Make a new vault"))
        self.show_vaults(self._choices)
