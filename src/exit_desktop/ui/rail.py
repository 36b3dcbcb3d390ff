"""The rail at the left: where one can go, and at its foot safety and lock."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QMenu, QSizePolicy, QVBoxLayout

from exit_desktop.system.language import mark
from exit_desktop.ui.shortcuts import ActId, Acts
from exit_desktop.ui.widgets.buttons import Button

if TYPE_CHECKING:
    from exit_desktop.system.language import Texts
    from exit_desktop.ui.theme import Theme

# Above the gap: where the work is; below it: what keeps it safe.
_UPPER = (
    (ActId.TODAY, mark("Today")),
    (ActId.CITIZENS, mark("Citizens")),
    (ActId.SERVICES, mark("Services")),
    (ActId.OVERVIEW, mark("Overview")),
    (ActId.HOURS, mark("Hours")),
    (ActId.HELP, mark("Help")),
)
_FOOT = ((ActId.SHARING, mark("Sharing")), (ActId.SAFETY, mark("Safety")), (ActId.LOCK, mark("Lock")))
# A line above these acts in the menu.
_MENU_BREAKS = frozenset({ActId.WRITE_CONTACT, ActId.TODAY, ActId.HELP, ActId.LOCK})

# Up to this scale, in per cent, there is room between the places on a screen of 768 lines.
ROOMY_UP_TO = 150


class Rail(QFrame):
    """Buttons for the places and the menu of all acts (F10); `wanted(act)` when one is pressed."""

    wanted = Signal(object)

    def __init__(self, theme: Theme, t: Texts) -> None:
        super().__init__()
        self._theme, self._t = theme, t
        self.setProperty("kind", "rail")
        self._buttons: dict[ActId, Button] = {}
        self._menu = QMenu(self)
        self._menu_button = Button(kind="rail")
        self._menu_button.clicked.connect(self._open_menu)
        QShortcut(QKeySequence("F10"), self, self._open_menu)
        self._build()
        self.retranslate()
        theme.changed.connect(self._fit)

    def show_place(self, act: ActId) -> None:
        """Mark the place that is shown."""
        for own, button in self._buttons.items():
            button.setChecked(own is act)

    def fill_menu(self, acts: Acts) -> None:
        """Put every act with its keys into the menu."""
        self._menu.clear()
        for act, action in acts:
            if act.id in _MENU_BREAKS:
                self._menu.addSeparator()
            self._menu.addAction(action)

    def retranslate(self) -> None:
        """Speak the language in force."""
        self._menu_button.setText(self._t("Menu"))
        for act, words in (*_UPPER, *_FOOT):
            self._buttons[act].setText(self._t(words))
        for button in (self._menu_button, *self._buttons.values()):
            button.setAccessibleName(button.text())
        self.setAccessibleName(self._t("Places"))
        self._fit()

    def _build(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._menu_button)
        for act, _ in _UPPER:
            self._column.addWidget(self._button(act))
        self._column.addStretch(1)
        for act, _ in _FOOT:
            self._column.addWidget(self._button(act))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def _button(self, act: ActId) -> Button:
        button = Button(kind="rail")
        # Lock is an act, not a place to be in.
        button.setCheckable(act is not ActId.LOCK)
        button.clicked.connect(self._pressing(act))
        self._buttons[act] = button
        return button

    def _pressing(self, act: ActId) -> Callable[[], None]:
        def press() -> None:
            self.wanted.emit(act)

        return press

    def _open_menu(self) -> None:
        self._menu_button.setFocus()
        self._menu.popup(self._menu_button.mapToGlobal(QPoint(0, self._menu_button.height() + 2)))

    def _fit(self) -> None:
        space = self._theme.px(10)
        # With the largest letters the places stand close, so that the last of them is on a low screen too.
        large = self._theme.scale > ROOMY_UP_TO
        ends = 2 if large else space
        self._column.setContentsMargins(space, ends, space, ends)
        self._column.setSpacing(0 if large else self._theme.px(4))
        buttons = (self._menu_button, *self._buttons.values())
        for button in buttons:
            button.ensurePolished()
        self.setFixedWidth(max(self._theme.px(102), *(button.sizeHint().width() + 2 * space + 8 for button in buttons)))
