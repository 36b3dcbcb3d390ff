"""The few parts of a reading beside each other, with how far each has come."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from exit_desktop.ui.theme import Theme
from exit_desktop.ui.widgets.buttons import Chip
from exit_desktop.ui.widgets.flow import FlowLayout
from exit_desktop.ui.widgets.panels import clear_layout


class PartsChips(QWidget):
    """`wanted(number)` when another part is to be in sight."""

    wanted = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.chips: list[Chip] = []
        self._along = FlowLayout(self, spacing=theme.px(6))

    def clear(self) -> None:
        """Let the parts go."""
        self.chips = []
        clear_layout(self._along)

    def begin(self, count: int) -> None:
        """Make room for so many parts; without words until they are shown."""
        self.clear()
        for number in range(count):
            chip = Chip()
            chip.clicked.connect(partial(self._tell, number))
            self.chips.append(chip)
            self._along.addWidget(chip)

    def show_parts(self, parts: list[tuple[str, str]], at: int) -> None:
        """Write each part with its title and how far it has come, and mark the one in sight."""
        for number, (chip, (title, done)) in enumerate(zip(self.chips, parts, strict=True)):
            chip.setText(f"{title}  {done}")
            chip.setChecked(number == at)

    def _tell(self, number: int, _checked: bool = False) -> None:
        self.wanted.emit(number)
