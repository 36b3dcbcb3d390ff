"""Tab goes through the fields of someone new, of a new task and a new meeting as they are read."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from exit_desktop.ui.course.network.tab import NetworkTab
from exit_desktop.ui.course.plan.new_entry import NewEntry


def stops(tab: NetworkTab) -> Iterator[QWidget]:
    """Go round with Tab, from the first control of the page."""
    here = tab.nextInFocusChain()
    while here is not None and here is not tab:
        if here.focusPolicy() & Qt.FocusPolicy.TabFocus and here.isVisible() and tab.isAncestorOf(here):
            yield here
        here = here.nextInFocusChain()


def unfold_all(tab: NetworkTab, qtbot: QtBot) -> None:
    for entry in tab.findChildren(NewEntry):
        entry.open.click()
    qtbot.wait(300)


def test_what_is_written_anew_comes_where_it_stands(tab: NetworkTab, qtbot: QtBot) -> None:
    unfold_all(tab, qtbot)
    panels = (tab.map, tab.people, tab.board, tab.meetings, tab.afterwards)
    standing = [stop for stop in stops(tab) if stop is not tab.first]
    found = [next(number for number, panel in enumerate(panels) if panel.isAncestorOf(stop)) for stop in standing]
    assert found == sorted(found)


@pytest.mark.parametrize("number", [0, 1, 2])
def test_every_field_of_a_new_entry_is_reached_from_above_to_below(tab: NetworkTab, qtbot: QtBot, number: int) -> None:
    unfold_all(tab, qtbot)
    entry = tab.findChildren(NewEntry)[number]
    inside = [stop.mapTo(entry, QPoint()).y() for stop in stops(tab) if entry.isAncestorOf(stop)]
    assert len(inside) > 2
    assert inside == sorted(inside)
