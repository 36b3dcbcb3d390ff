"""A list of a few choices opens with all of them in sight, wherever its field stands."""

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from exit_desktop.ui.frame import Frame


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("count", [3, 6])
def test_no_choice_has_to_be_scrolled_to(frame: Frame, qtbot: QtBot, scale: int, count: int) -> None:
    frame.theme.use(frame.theme.look, scale)
    page, field = QWidget(), QComboBox()
    qtbot.addWidget(page)
    QVBoxLayout(page).addWidget(field)
    field.addItems([f"Valg {at}" for at in range(count)])
    # Laid over its field, the list would begin above the screen.
    field.setCurrentIndex(count - 1)
    with qtbot.waitExposed(page):
        page.show()
    field.showPopup()
    QApplication.processEvents()
    assert field.view().verticalScrollBar().maximum() == 0
    field.hidePopup()
