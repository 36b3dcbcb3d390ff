"""A process of its own that prints a paper as the window does, or lets the queue go of what it printed; see T8."""

import os
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from exit_desktop.system.print_queue import purge_printed
from exit_desktop.ui.files.printing import JOB_NAME, neutral_printer, paint_pages


def main(what: str, *words: str) -> None:
    """Print a file on a queue, or purge, and say how many are gone, waiting, refused."""
    if what == "purge":
        purged = purge_printed(JOB_NAME)
        sys.stdout.write(f"{purged.gone} {purged.waiting} {purged.refused}")
        return
    queue, paper, times = (*words, "1")[:3]
    QApplication([JOB_NAME])
    for _ in range(int(times)):
        printer = neutral_printer()
        printer.setPrinterName(queue)
        paint_pages(Path(paper).read_bytes(), printer)
    sys.stdout.write(" ".join(path.name for path in Path(os.environ["TMPDIR"]).iterdir()))


if __name__ == "__main__":
    main(*sys.argv[1:])
