"""The star by keyboard, by mouse, and as a screen reader finds it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from exit_desktop.charts.star import ReadingRole, StarArea, StarReading, StarView, latest_value, star_point
from exit_desktop.system.language import Texts
from exit_desktop.ui.theme import Theme
from exit_desktop.ui.widgets.star_widget import AxisSlider, StarWidget

AREAS = tuple(StarArea(f"Area {n}", f"A{n}") for n in range(10))


@pytest.fixture
def star(qtbot: QtBot, theme: Theme, t: Texts) -> StarWidget:
    made = StarWidget(theme, t, fill_in=True)
    qtbot.addWidget(made)
    made.show_view(StarView(AREAS, (StarReading("now", ReadingRole.LATEST, (None,) * 10),)))
    made.resize(500, 480)
    with qtbot.waitExposed(made):
        made.show()
    made.go_to(0)
    return made


def press(star: StarWidget, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(star.focusWidget(), key)


@pytest.mark.parametrize(("key", "value"), [(Qt.Key.Key_1, 1), (Qt.Key.Key_9, 9), (Qt.Key.Key_0, 10)])
def test_a_digit_sets_the_axis(star: StarWidget, key: Qt.Key, value: int) -> None:
    press(star, key)
    assert latest_value(star.view, 0) == value


def test_arrows_move_and_change(star: StarWidget) -> None:
    press(star, Qt.Key.Key_Right, Qt.Key.Key_4, Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_2)
    assert star.view.readings[0].values == (None, 5, *(None,) * 7, 2)


def test_delete_clears(star: StarWidget) -> None:
    press(star, Qt.Key.Key_6, Qt.Key.Key_Delete)
    assert latest_value(star.view, 0) is None


def test_a_click_on_an_axis_sets_it(star: StarWidget, qtbot: QtBot) -> None:
    x, y = star_point(star.view, star.drawing.size, 3, 8)
    with qtbot.waitSignal(star.answered) as told:
        QTest.mouseClick(star, Qt.MouseButton.LeftButton, pos=QPoint(round(x * star.scale), round(y * star.scale)))
    assert told.args == [3, 8]


def test_each_axis_is_a_slider_with_a_sentence(star: StarWidget) -> None:
    press(star, Qt.Key.Key_7)
    found = QAccessible.queryAccessibleInterface(star).child(0)
    assert found.role() == QAccessible.Role.Slider
    assert found.text(QAccessible.Text.Name) == "Area 0: 7"
    assert len(star.findChildren(AxisSlider)) == 10


def test_tab_leaves_the_star_in_one_step(qtbot: QtBot, star: StarWidget) -> None:
    stops = [w for w in star.findChildren(AxisSlider) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == []


def test_a_star_without_an_instrument_is_empty(qtbot: QtBot, theme: Theme, t: Texts) -> None:
    star = StarWidget(theme, t)
    qtbot.addWidget(star)
    assert star.drawing.marks == ()


def test_cafe_view_keeps_the_names_for_the_ear(star: StarWidget) -> None:
    star.set_cafe_view(True)
    assert star.drawing.marks[0].sentence.startswith("Area 0")
    assert "A0" not in repr([getattr(shape, "words", "") for shape in star.drawing.shapes])
