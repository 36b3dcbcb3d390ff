"""A flow of parts is as high as its parts are now, also after one came or went."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from exit_desktop.ui.widgets.flow import LooseFlow


@pytest.fixture
def place(qtbot: QtBot) -> QWidget:
    """What the flow stands in."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


def part(place: QWidget, width: int = 80) -> QWidget:
    made = QWidget(place)
    made.setFixedSize(width, 30)
    made.show()
    return made


def test_a_part_that_comes_is_counted(place: QWidget) -> None:
    flow = LooseFlow(place, spacing=0)
    flow.addWidget(part(place))
    assert (flow.heightForWidth(100), flow.minimumSize().width()) == (30, 80)
    flow.addWidget(part(place, 90))
    assert (flow.heightForWidth(100), flow.minimumSize().width()) == (60, 90)


def test_a_part_that_goes_is_counted_no_more(place: QWidget) -> None:
    flow = LooseFlow(place, spacing=0)
    for width in (80, 90):
        flow.addWidget(part(place, width))
    assert (flow.heightForWidth(100), flow.minimumSize().width()) == (60, 90)
    flow.takeAt(1)
    assert (flow.heightForWidth(100), flow.minimumSize().width()) == (30, 80)
