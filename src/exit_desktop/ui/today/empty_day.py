"""What the page of the day says when nothing waits, or when there is nobody yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from exit_desktop.ui.widgets.buttons import PrimaryButton
from exit_desktop.ui.widgets.labels import Label, heading
from exit_desktop.ui.widgets.panels import QuietPanel, row

if TYPE_CHECKING:
    from exit_desktop.domain.today import Day
    from exit_desktop.system.language import Texts
    from exit_desktop.ui.theme import Theme


class EmptyDay(QuietPanel):
    """`begin_wanted` when the worker wants to write the first citizen."""

    begin_wanted = Signal()

    def __init__(self, theme: Theme, t: Texts) -> None:
        super().__init__(theme)
        self._t, self._nobody = t, False
        self._heading, self._words = heading(theme), Label(theme)
        self.begin = PrimaryButton()
        self.begin.clicked.connect(self.begin_wanted)
        self.body.addWidget(self._heading)
        self.body.addWidget(self._words)
        self.body.addLayout(row(self.begin, 1))
        self.retranslate()

    def show_for(self, day: Day) -> None:
        """Say what fits: nobody yet, or nothing that waits."""
        self._nobody = day.courses == 0
        self.retranslate()

    def take_focus(self) -> None:
        """Put the keyboard on what is offered."""
        self.begin.setFocus()

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self._t
        self.begin.setText(t("New citizen"))
        self.begin.setVisible(self._nobody)
        if self._nobody:
            self._heading.setText(t("Nobody is here yet"))
            self._words.setText(
                t("Meetings, readings and deadlines of all your citizens gather here by themselves, day by day.")
            )
        else:
            self._heading.setText(t("Nothing waits today"))
            self._words.setText(
                t("No meetings this week, nothing to look at, nobody has gone quiet. New things come by themselves.")
            )
