"""Drives the real window in a process of its own and prints, as JSON, how long its answers take in milliseconds.

Arguments: the data folder (with one practice vault), the vault, the passphrase, the day that the vault was made for (on
an earlier one the window has more to tell). The clock starts when Argon2 has given the key, as the whole vault's
libraries were loaded while the passphrase was typed; it stops when the list or page is painted.
"""

import json
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import ClassVar

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem, QWidget

from exit_desktop import app as root
from exit_desktop.system.single_instance import hold_lock
from exit_desktop.ui.citizens import citizen_list
from exit_desktop.ui.citizens.citizen_list import CitizenList
from exit_desktop.ui.citizens.order import Column, Filter, Order
from exit_desktop.ui.citizens.row_delegate import CitizenDelegate
from exit_desktop.ui.course.course_page import CoursePage
from exit_desktop.ui.course.tabs import TabId
from exit_desktop.ui.main_window import MainWindow
from exit_desktop.vault import access
from exit_desktop.vault.holding import Holding
from exit_desktop.vault.open_vault import Vault
from support.whole_program import all_loaded, handle_until, start_program


class CountedLines(CitizenDelegate):
    """Counts the lines that are painted, and notes when the last one stood that was painted for the first time.

    A filter on what they are painted on would count too, but to hand that over PySide makes all of its classes, and
    that would be measured (30 ms).
    """

    count = 0
    seen: ClassVar[set[int]] = set()
    stood_at = 0.0

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Count, and paint."""
        CountedLines.count += 1
        super().paint(painter, option, index)
        if index.row() not in CountedLines.seen:
            CountedLines.seen.add(index.row())
            CountedLines.stood_at = time.perf_counter()


class Paints(QObject):
    """Counts how often a widget was painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Count, and let the event pass."""
        self.count += event.type() == QEvent.Type.Paint
        return False


def settle(app: QApplication, seconds: float) -> None:
    """Let the window do what waits."""
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        app.processEvents()
        time.sleep(0.002)


def until_painted(app: QApplication, act: Callable[[], object], count: Callable[[], int]) -> float:
    """Return how many milliseconds an act takes until something more of what `count` counts has been painted."""
    begun = time.perf_counter()
    act()
    before = count()
    while count() == before and time.perf_counter() < begun + 30:
        app.processEvents()
    spent = (time.perf_counter() - begun) * 1000
    assert count() > before, "nothing was painted"
    return spent


def started(data_dir: Path, today: date) -> tuple[QApplication, root.Start, MainWindow]:
    """Return the program as it stands when somebody has typed the passphrase: what is loaded ahead is there."""
    app, start, window = start_program(data_dir, today)
    handle_until(app, all_loaded)
    settle(app, 2)
    vars(citizen_list)["CitizenDelegate"] = CountedLines
    return app, start, window


def measure(app: QApplication, window: MainWindow, folder: Path, passphrase: str) -> dict[str, object]:
    """Return the figures of one vault."""
    held, secret, _ = access.unlock(folder, access.by_passphrase(passphrase))
    lock = hold_lock(folder / access.LOCK_NAME)

    def unlock() -> None:
        window.start.opened.emit(Vault(folder, (held, secret), Holding(lock)))

    def lines() -> int:
        return CountedLines.count

    begun = time.perf_counter()
    unlock()
    assert handle_until(app, lambda: CountedLines.count > 0), "nothing was painted"
    found: dict[str, object] = {"list": (CountedLines.stood_at - begun) * 1000}
    app.processEvents()
    # What comes after the list: the day beside it.
    found["free"] = (time.perf_counter() - begun) * 1000
    settle(app, 3)
    screen, orders = shown(window), [Order(one) for one in Column]
    found["rows"] = screen.model.counts[Filter.ALL]
    found["search"] = max(until_painted(app, partial(screen.search.setText, text), lines) for text in ("a", ""))
    found["sort"] = max(until_painted(app, partial(screen.sort.sorted_by.emit, one), lines) for one in orders)
    indexes = [screen.model.index(at, 0) for at in range(0, 140, 7)]
    ids = [row.course_id for row in map(screen.model.row_of, indexes) if row is not None]
    chosen = [choosing(app, window, one) for one in ids]
    found["choose_first"], found["choose"] = chosen[0], statistics.median(chosen[1:])
    found["pages"] = {tab.value: opening(app, window, ids[:7], tab) for tab in TabId}
    return found


def opening(app: QApplication, window: MainWindow, ids: list[str], tab: TabId) -> float:
    """Return how many milliseconds a page of a course takes until it is painted: the median, the first one left out."""
    page, spent = page_of(window), []
    tabs, paints = page.tabs, Paints(page)

    def turn() -> None:
        tabs.open(tab)
        # What stands in it is painted with the page.
        page.update()

    for one in ids:
        tabs.open(TabId.READINGS if tab is TabId.OVERVIEW else TabId.OVERVIEW)
        choosing(app, window, one)
        settle(app, 0.3)
        spent.append(until_painted(app, turn, lambda: paints.count))
    page.removeEventFilter(paints)
    return statistics.median(spent[1:])


def choosing(app: QApplication, window: MainWindow, course_id: str) -> float:
    """Return how many milliseconds it takes to choose a course until its page is painted."""
    screen, page = shown(window), page_of(window)
    paints = Paints(page)

    def choose() -> None:
        screen.choose(course_id)
        page.update()

    spent = until_painted(app, choose, lambda: paints.count)
    page.removeEventFilter(paints)
    return spent


def shown(window: MainWindow) -> CitizenList:
    """Return the list that stands in the window."""
    assert window.work is not None
    return window.work._list


def page_of(window: MainWindow) -> CoursePage:
    """Return what the course is painted on."""
    assert window.work is not None
    return window.work._course


if __name__ == "__main__":
    application, everything, main_window = started(Path(sys.argv[1]), date.fromisoformat(sys.argv[4]))
    figures = measure(application, main_window, Path(sys.argv[2]), sys.argv[3])
    sys.stdout.write(json.dumps(figures) + "\n")
    sys.stdout.flush()
    main_window.close()
    root.stop(everything)
