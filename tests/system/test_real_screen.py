"""The screen that the window tests run on takes a real click."""

import shutil
import subprocess

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot


@pytest.mark.window
@pytest.mark.skipif(not shutil.which("xdotool"), reason="xdotool is missing")
def test_a_real_mouse_presses_a_button(qtbot: QtBot) -> None:
    button = QPushButton("Press")
    qtbot.addWidget(button)
    with qtbot.waitExposed(button):
        button.show()
    middle = button.mapToGlobal(button.rect().center())
    with qtbot.waitSignal(button.clicked):
        subprocess.run(["xdotool", "mousemove", str(middle.x()), str(middle.y()), "click", "1"], check=True)
