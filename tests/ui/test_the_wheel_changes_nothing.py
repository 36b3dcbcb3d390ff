"""Who scrolls down a page with the wheel changes no choice and no number that comes under the pointer."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from exit_desktop.ui.session import Session
from exit_desktop.ui.settings.safety_page import SafetyPage
from exit_desktop.ui.widgets.fields import HalfHours
from exit_desktop.ui.widgets.unturned import NumberBox, PickBox


def _turn(field: QWidget) -> None:
    where, down = QPointF(field.rect().center()), QPoint(0, -120)
    buttons, keys, phase = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    QApplication.sendEvent(field, QWheelEvent(where, where, QPoint(), down, buttons, keys, phase, False))


def test_no_setting_changes_under_the_wheel(session: Session, qtbot: QtBot) -> None:
    page = SafetyPage(session)
    qtbot.addWidget(page)
    page.show()
    choices, numbers = page.findChildren(QComboBox), page.findChildren(QAbstractSpinBox)
    before = [one.currentText() for one in choices] + [one.text() for one in numbers]
    for field in (*choices, *numbers):
        field.setFocus()
        _turn(field)
    assert len(before) >= 8
    assert [one.currentText() for one in choices] + [one.text() for one in numbers] == before


@pytest.mark.parametrize("kind", [PickBox, NumberBox, HalfHours])
def test_the_wheel_does_not_take_the_keyboard_away(kind: type[QWidget], qtbot: QtBot) -> None:
    field = kind()
    qtbot.addWidget(field)
    assert field.focusPolicy() == Qt.FocusPolicy.StrongFocus
