"""Fields read what people write and say what is amiss."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from exit_desktop.ui.theme import Theme
from exit_desktop.ui.widgets.fields import DateField, FormRow, HalfHours, TextLine, read_date
from exit_desktop.ui.widgets.flow import FlowLayout

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("3/12", date(2026, 12, 3)),
        ("3.1", date(2027, 1, 3)),
        ("30. 11. 26", None),
        ("30.11.26", date(2026, 11, 30)),
        ("2026-12-01", date(2026, 12, 1)),
        ("31-12-2026", date(2026, 12, 31)),
        ("30/2", None),
        ("i morgen", None),
        ("", None),
    ],
)
def test_date_is_read_as_people_write_it(text: str, day: date | None) -> None:
    assert read_date(text, TODAY) == day


def test_arrows_step_days_and_pages_step_weeks(theme: Theme, qtbot: QtBot) -> None:
    field = DateField(TODAY, TODAY)
    qtbot.addWidget(field)
    QTest.keyClick(field, Qt.Key.Key_Up)
    QTest.keyClick(field, Qt.Key.Key_PageUp)
    assert field.value == date(2026, 12, 1)


def test_leaving_a_changed_line_tells_once(theme: Theme, qtbot: QtBot) -> None:
    window, line, other = QWidget(), TextLine("før"), QLineEdit()
    told: list[str] = []
    line.left.connect(told.append)
    for field in (line, other):
        field.setParent(window)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    line.setFocus()
    line.setText("efter")
    other.setFocus()
    line.setFocus()
    other.setFocus()
    assert told == ["efter"]


def test_fault_is_seen_and_heard(theme: Theme, qtbot: QtBot) -> None:
    line = TextLine()
    row = FormRow(theme, line, "Alias", "One to forty characters")
    qtbot.addWidget(row)
    row.set_fault("This one is taken.")
    assert (line.accessibleName(), line.accessibleDescription()) == ("Alias", "This one is taken.")


def test_flow_breaks_where_the_room_ends(theme: Theme, qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    flow = FlowLayout(box)
    for text in ("one", "two", "three"):
        flow.addWidget(QPushButton(text))
    assert flow.heightForWidth(100) > flow.heightForWidth(1000)


@pytest.mark.parametrize(("typed", "shown"), [("37", "37"), ("22,5", "22,5"), ("22.5", "22,5"), ("30,0", "30")])
def test_hours_are_shown_as_people_write_them(theme: Theme, qtbot: QtBot, typed: str, shown: str) -> None:
    field = HalfHours()
    field.setRange(1, 60)
    qtbot.addWidget(field)
    field.selectAll()
    QTest.keyClicks(field, typed)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == shown
