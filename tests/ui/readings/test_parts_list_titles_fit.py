"""The list of a form's parts: each title has its room, also beside the scroll bar."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics
from pytestqt.qtbot import QtBot

from exit_desktop.ui.course.readings.parts_list import _WRAP, COUNT_WIDTH, SPACE, WIDTH, PartsList
from exit_desktop.ui.theme import Theme


def just_fitting(width: int, metrics: QFontMetrics) -> str:
    """Return words that just stand on one line of this width."""
    title = "i"
    while metrics.horizontalAdvance(f"{title} i") < width:
        title = f"{title} i"
    return title


def test_a_title_has_room_for_the_line_that_a_scroll_bar_makes_of_it(theme: Theme, qtbot: QtBot) -> None:
    parts = PartsList(theme)
    qtbot.addWidget(parts)
    parts.resize(theme.px(WIDTH), 2000)
    parts.show()
    metrics = QFontMetrics(parts.font())
    room = parts.viewport().width() - theme.px(2 * SPACE + COUNT_WIDTH)
    title = just_fitting(room, metrics)
    parts.show_parts([(title, "0 af 2")], 0)
    beside_bar = QRect(0, 0, room - parts.verticalScrollBar().sizeHint().width(), 1000)
    needed = metrics.boundingRect(beside_bar, _WRAP, title).height()
    assert needed > metrics.height()
    assert parts.visualItemRect(parts.item(0)).height() >= needed
