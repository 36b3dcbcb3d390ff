"""The sheet of keyboard shortcuts, read from the same table as the menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

from exit_desktop.ui.shortcuts import Acts, keys_text
from exit_desktop.ui.widgets.labels import Label

if TYPE_CHECKING:
    from exit_desktop.system.language import Texts
    from exit_desktop.ui.theme import Theme


def shortcuts_sheet(acts: Acts, theme: Theme, t: Texts) -> QWidget:
    """Return a table of keys and acts; the keys inside lists and dates stand below."""
    sheet = QWidget()
    grid = QGridLayout(sheet)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.px(28))
    grid.setVerticalSpacing(theme.px(7))
    rows = [(keys_text(action), t(act.words)) for act, action in acts if act.keys]
    rows += [
        ("F10", t("Menu")),
        ("Ctrl+Enter", t("Add what is written")),
        ("Esc", t("Close or leave")),
        ("↑ ↓", t("A day on or back in a date; the next line in a list")),
        ("Tab", t("Next field")),
        ("F11", t("Together mode, from a reading under way")),
        ("← →", t("In together mode: the question before, the next one")),
        ("1–9, 0", t("In together mode: choose an answer; 0 is ten")),
    ]
    for number, (keys, words) in enumerate(rows):
        grid.addWidget(Label(theme, keys, "heading", wrap=False), number, 0)
        grid.addWidget(Label(theme, words), number, 1)
    grid.setColumnStretch(1, 1)
    return sheet
