"""The quiet button that tells what the list is sorted by, and opens the choice."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from exit_desktop.system.language import Texts
from exit_desktop.ui.citizens.order import COLUMNS, Column, Order
from exit_desktop.ui.widgets.buttons import LinkButton


class SortButton(LinkButton):
    """`sorted_by(Order)` when the worker chose another order."""

    sorted_by = Signal(object)

    def __init__(self, t: Texts) -> None:
        super().__init__()
        self._t = t
        self.order = Order()
        self._menu = QMenu(self)
        columns, ways = QActionGroup(self), QActionGroup(self)
        self._columns = {column: self._entry(columns) for column in Column}
        self._menu.addSeparator()
        self._ways = {backwards: self._entry(ways) for backwards in (False, True)}
        self._columns[Column.ALIAS].setChecked(True)
        self._ways[False].setChecked(True)
        self._menu.triggered.connect(self._choose)
        self.setMenu(self._menu)
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the language in force."""
        t, order = self._t, self.order
        for column, action in self._columns.items():
            action.setText(t(COLUMNS[column]))
        self._ways[False].setText(t("First to last"))
        self._ways[True].setText(t("Last to first"))
        self.setText(t(COLUMNS[order.column]))
        self.setAccessibleName(t("Sorted by: {column}", column=t(COLUMNS[order.column])))
        self.setToolTip(self.accessibleName())

    def _entry(self, group: QActionGroup) -> QAction:
        action = self._menu.addAction("")
        action.setCheckable(True)
        group.addAction(action)
        return action

    def _choose(self) -> None:
        column = next(column for column, action in self._columns.items() if action.isChecked())
        self.order = Order(column, self._ways[True].isChecked())
        self.retranslate()
        self.sorted_by.emit(self.order)
