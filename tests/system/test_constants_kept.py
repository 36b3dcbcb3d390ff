"""A working day of signals and calls ends with the constants still there."""

import subprocess
import sys

DAY = """
import exit_desktop.ui
from PySide6.QtCore import QObject, Signal

class Speaker(QObject):
    said = Signal(bool)

speaker = Speaker()
speaker.said.connect(lambda _: None)
for _ in range(30_000):
    speaker.said.emit(True)
    speaker.setObjectName("x")
print("still here")
"""


def test_thirty_thousand_signals_do_not_end_the_program() -> None:
    done = subprocess.run([sys.executable, "-c", DAY], capture_output=True, text=True, timeout=60)
    assert done.stdout == "still here\n", done.stderr
