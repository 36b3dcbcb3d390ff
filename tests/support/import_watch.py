"""Opens the real window on a vault in a process of its own and prints which parts of the window a second thread loaded.

Arguments: the data folder (with one vault or none), the passphrase. Prints "opened" first when the list stands; without
a vault one is made, as at the first start.
"""

import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from exit_desktop.ui.start.ceremony import NewVaultWish

OF_THE_WINDOW = ("PySide6", "shiboken6", "exit_desktop.ui", "exit_desktop.app")
elsewhere: set[str] = set()


def watch(event: str, details: tuple[object, ...]) -> None:
    """Note a module of the window that is loaded on another thread than the window's own."""
    if event == "import" and threading.current_thread() is not threading.main_thread():
        name = str(details[0])
        if name.startswith(OF_THE_WINDOW):
            elsewhere.add(name)


def main(data: Path, passphrase: str) -> None:
    """Start, wait until all is loaded ahead, unlock or make a vault, and wait for it."""
    from exit_desktop import app as root
    from support.whole_program import all_loaded, handle_until, start_program

    app, start, window = start_program(data)
    area = window.start
    if start.found.choices:
        handle_until(app, all_loaded)
        area.unlock.tried.emit(passphrase)
        opened = handle_until(app, lambda: window.work is not None)
    else:
        founding = area._founding
        assert founding is not None, "without a vault the program begins with making one"
        founding._make(_wish(passphrase))
        opened = handle_until(app, lambda: founding._made is not None)
        founding.clear()
    print("opened" if opened else "not opened", *sorted(elsewhere), sep="\n")  # noqa: T201
    root.stop(start)


def _wish(passphrase: str) -> "NewVaultWish":
    from exit_desktop.ui.start.ceremony import NewVaultWish
    from exit_desktop.ui.start.worker_form import WorkerAnswers

    return NewVaultWish(WorkerAnswers("K7", "Odense", 37, "Ring 12 34 56 78"), passphrase)


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    sys.addaudithook(watch)
    main(Path(sys.argv[1]), sys.argv[2])
