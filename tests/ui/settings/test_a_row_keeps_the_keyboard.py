"""A row that wants nothing any more moves to another panel, and the keyboard goes along."""

import pytest
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from exit_desktop.system.language import Texts
from exit_desktop.ui.settings.state_rows import StatePanels, StateRow
from exit_desktop.ui.theme import Theme


def test_it_comes_back_to_the_act_that_was_done_in_a_dialog(
    theme: Theme, t: Texts, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    wants = [True]
    panels = StatePanels(theme, t, [lambda: StateRow("Backup", "None yet.", wants[0], "Back up", lambda: None)])
    qtbot.addWidget(panels)
    panels.refresh()
    with qtbot.waitActive(panels):
        panels.show()
    button = panels.lines[0].button
    button.setFocus()
    dialog = QDialog(panels)
    close = QPushButton("Close", dialog)
    dialog.open()
    dialog.activateWindow()
    close.setFocus()
    qtbot.waitUntil(lambda: close.hasFocus() and not button.hasFocus())
    wants[0], taken = False, list[bool]()
    # Without a window manager Qt gives the keyboard back by itself, and nothing would be seen to be missing.
    monkeypatch.setattr(button, "setFocus", lambda: taken.append(True))
    panels.refresh()
    assert taken == [True]
