"""Opens the real window on a vault in a process of its own and prints which parts of the window a second thread loaded.

Arguments: the data folder (with one vault), the passphrase. Prints one line "opened" when the list stands.
"""

import sys
import threading
import time
from pathlib import Path

OF_THE_WINDOW = ("PySide6", "shiboken6", "exit_desktop.ui", "exit_desktop.app")
elsewhere: set[str] = set()


def watch(event: str, details: tuple[object, ...]) -> None:
    """Note a module of the window that is loaded on another thread than the window's own."""
    if event == "import" and threading.current_thread() is not threading.main_thread():
        name = str(details[0])
        if name.startswith(OF_THE_WINDOW):
            elsewhere.add(name)


def main(data: Path, passphrase: str) -> None:
    """Start, wait until all is loaded ahead, unlock, and wait for the list."""
    from exit_desktop import app as root
    from exit_desktop.system.launch import WindowOptions

    start = root.Start(WindowOptions(data_dir=data))
    for step in root.BEFORE_QT:
        step(start)
    app = root.make_application()
    for build in root.WITH_QT:
        build(start, app)
    window = start.window
    assert window is not None
    until = time.monotonic() + 60
    unlocking = False
    while window.work is None and time.monotonic() < until:
        app.processEvents()
        if not unlocking and f"exit_desktop.{root.AHEAD[-1]}" in sys.modules:
            unlocking = True
            window.start.unlock.tried.emit(passphrase)
    print("opened" if window.work is not None else "not opened", *sorted(elsewhere), sep="\n")  # noqa: T201
    root.stop(start)


if __name__ == "__main__":
    sys.addaudithook(watch)
    main(Path(sys.argv[1]), sys.argv[2])
