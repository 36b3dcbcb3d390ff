"""The whole program as a user starts it, in a process of its own, driven from within."""

import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QApplication

from exit_desktop import app as root
from exit_desktop.system.launch import WindowOptions
from exit_desktop.ui import ahead
from exit_desktop.ui.main_window import MainWindow

PATIENCE = 60.0


def start_program(data: Path, today: date | None = None) -> tuple[QApplication, root.Start, MainWindow]:
    """Return the program with its window shown; what follows the first paint comes as events are handled."""
    start = root.Start(WindowOptions(data_dir=data, today=today))
    for step in root.BEFORE_QT:
        step(start)
    app = root.make_application()
    for build in root.WITH_QT:
        build(start, app)
    assert start.window is not None
    return app, start, start.window


def handle_until(app: QApplication, done: Callable[[], bool], patience: float = PATIENCE) -> bool:
    """Handle events until `done()` is true; return whether it became so."""
    until = time.monotonic() + patience
    while time.monotonic() < until:
        app.processEvents()
        if done():
            return True
    return False


def all_loaded() -> bool:
    """Return whether everything that is loaded ahead is there."""
    return f"exit_desktop.{ahead.PARTS[-1]}" in sys.modules
