"""On a low screen the question that has the keyboard can be read."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from exit_desktop.ui.theme import Theme
from exit_desktop.ui.widgets.in_sight import show_at_once
from exit_desktop.ui.widgets.labels import Label
from exit_desktop.ui.widgets.panels import scrolled


def test_a_part_that_is_higher_than_the_room_stands_with_its_top_in_sight(theme: Theme, qtbot: QtBot) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    parts = [Label(theme, f"Question {number}") for number in range(6)]
    for part in parts:
        part.setFixedHeight(240)
        column.addWidget(part)
    area = scrolled(page)
    qtbot.addWidget(area)
    area.resize(400, 100)
    with qtbot.waitExposed(area):
        area.show()
    show_at_once(parts[4])
    assert parts[4].mapTo(area.viewport(), QPoint(0, 0)).y() == 0
