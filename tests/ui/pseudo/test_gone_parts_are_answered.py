"""A screen reader counts the parts of something and then asks for each; one that has gone meanwhile ends nothing."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface

from support.open_window import Opened, dozen, opened
from support.places_to_go import DIALOGS, PAGES, TABS, Place

__all__ = ["dozen", "opened"]
# Scroll bars, corners, and the memory behind a short list.
BEYOND = 12
# Every kind of part that the window is made of.
KINDS = ("list", "help", "guidance", "overview-method", "sharing-send", "go-to", "together", "print-plan")
PLACES = (*TABS, *(place for place in (*PAGES, *DIALOGS) if place.name in KINDS))


def parts(seen: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Go through everything as a screen reader does."""
    yield seen
    for index in range(seen.childCount()):
        part = seen.child(index)
        if part is not None:
            yield from parts(part)


# Lists and tables answer, and say in the log that they were asked for too much.
@pytest.mark.qt_log_ignore("[Ii]nvalid index")
@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
def test_what_has_gone_can_be_asked_for(place: Place, opened: Opened) -> None:
    window = QAccessible.queryAccessibleInterface(place.go(opened.work))
    asked = 0
    for seen in parts(window):
        count = seen.childCount()
        for index in range(count, count + BEYOND):
            part = seen.child(index)
            # A table has headers beyond its cells; they say that they are none.
            assert part is None or not part.isValid()
        asked += 1
    assert asked > 1
