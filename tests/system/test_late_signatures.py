"""What Qt's binding reads only for words about its functions is not read at the start, and comes when asked for."""

import subprocess
import sys

READ = """
import sys, types
from exit_desktop.system.late_signatures import LATE
def read(): return sorted(name for name in LATE if type(sys.modules[name]) is types.ModuleType)
"""
START = "import exit_desktop.ui\nfrom PySide6.QtWidgets import QApplication, QLabel\napp = QApplication([])\n"
WRONG = "try: QLabel().setText(3)\nexcept TypeError as fault: print(fault)\n"


def said(*lines: str) -> str:
    """Return what a process of its own prints."""
    command = [sys.executable, "-c", "\n".join(lines)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def test_nothing_of_it_is_read_for_a_window() -> None:
    shown = "label = QLabel('x')\nlabel.show()\napp.processEvents()\nprint(read())"
    assert said(START, READ, shown) == "[]"


def test_a_wrong_call_is_told_in_the_same_words() -> None:
    plain = START.replace("import exit_desktop.ui", "")
    told = said(START, WRONG)
    assert told == said(plain, WRONG)
    assert "setText(arg__1: str" in told


def test_a_signature_is_found() -> None:
    asked = "from shibokensupport.signature import get_signature\nprint(get_signature(QLabel.setText))"
    assert said(START, asked) == "(self, arg__1: str, /) -> None"


def test_each_of_them_can_be_read() -> None:
    every = "for name in sorted(LATE): getattr(sys.modules[name], 'no_such_thing', None)\nprint(read() == sorted(LATE))"
    assert said(START, READ, every) == "True"


def test_the_list_of_finders_is_as_it_was() -> None:
    assert said("import sys\nbefore = list(sys.meta_path)", START, "print(sys.meta_path == before)") == "True"
