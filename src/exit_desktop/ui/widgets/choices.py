"""One choice of a few: a row of chips, or a box that folds open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QWidget

from exit_desktop.system.language import Texts
from exit_desktop.ui.widgets.buttons import Chip
from exit_desktop.ui.widgets.flow import FlowLayout
from exit_desktop.ui.widgets.unturned import PickBox

Value = TypeVar("Value", bound=StrEnum)


def fill_flow(flow: FlowLayout, parts: Mapping[QWidget, bool]) -> None:
    """Lay out the parts that are wanted, in their order, and hide the others, which then take no room."""
    while flow.takeAt(0) is not None:
        pass
    for part, wanted in parts.items():
        if wanted:
            flow.addWidget(part)
        part.setVisible(wanted)


class ChipRow(QWidget, Generic[Value]):
    """One choice of a few; arrow keys go from one to the next. `chosen` when the worker chose another."""

    chosen = Signal()

    def __init__(self, t: Texts, labels: Mapping[Value, str], spacing: int = 6) -> None:
        super().__init__()
        self._t = t
        self._labels = labels
        self._group = QButtonGroup(self)
        self._chips: dict[Value, Chip] = {}
        self._flow = FlowLayout(self, spacing)
        for value in labels:
            chip = Chip()
            chip.clicked.connect(self.chosen)
            self._group.addButton(chip)
            self._chips[value] = chip
            self._flow.addWidget(chip)
        next(iter(self._chips.values())).setChecked(True)
        self.retranslate()

    @property
    def value(self) -> Value:
        """The value chosen; the first one while none is."""
        return next((value for value, chip in self._chips.items() if chip.isChecked()), next(iter(self._chips)))

    def chip(self, value: Value) -> Chip:
        """Return the chip of a value."""
        return self._chips[value]

    def set_value(self, value: Value) -> None:
        """Choose without telling."""
        self._chips[value].setChecked(True)

    def offer(self, values: Iterable[Value]) -> None:
        """Show only these, and always the one that is chosen."""
        offered = {*values, self.value}
        fill_flow(self._flow, {chip: value in offered for value, chip in self._chips.items()})

    def choose_none(self) -> None:
        """Let every chip be off, until one is clicked."""
        self._group.setExclusive(False)
        for chip in self._chips.values():
            chip.setChecked(False)
        self._group.setExclusive(True)

    def name(self, words: str) -> None:
        """Say what is chosen here, for those who cannot see the row."""
        self.setAccessibleName(words)

    def take_focus(self) -> None:
        """Put the keyboard on the chip that is chosen."""
        self._chips[self.value].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def retranslate(self) -> None:
        """Name the chips in the language in force."""
        for value, chip in self._chips.items():
            chip.setText(self._t(self._labels[value]))


class Choice(PickBox, Generic[Value]):
    """A choice of values that folds open, with all of them as a first line where `every` names it."""

    def __init__(self, t: Texts, labels: Mapping[Value, str], every: str = "") -> None:
        super().__init__()
        self._t = t
        self._labels = labels
        self._every = every
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        values: list[Value | None] = [None, *labels] if every else [*labels]
        for value in values:
            self.addItem("", None if value is None else str(value))
        self.retranslate()

    @property
    def value(self) -> Value | None:
        """The value chosen; None is all of them, where that is offered."""
        chosen = self.currentData()
        return next((value for value in self._labels if value == chosen), None)

    def set_value(self, value: Value | None) -> None:
        """Choose without telling."""
        self.blockSignals(True)
        self.setCurrentIndex(max(0, self.findData(None if value is None else str(value))))
        self.blockSignals(False)

    def retranslate(self) -> None:
        """Name the choices in the language in force."""
        words = [self._every, *self._labels.values()] if self._every else [*self._labels.values()]
        for index, word in enumerate(words):
            self.setItemText(index, self._t(word))
