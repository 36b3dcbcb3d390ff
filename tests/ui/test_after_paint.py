"""What can wait until a page is painted comes once, after it, and does not wait for a page that nobody paints."""

import pytest
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from exit_desktop.ui.widgets import after_paint
from exit_desktop.ui.widgets.after_paint import AfterPaint


class Page(QWidget):
    """Writes down when it is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.told.append("painted")


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    made = Page()
    qtbot.addWidget(made)
    return made


def test_it_comes_once_and_after_the_painting(page: Page, qtbot: QtBot) -> None:
    rest = AfterPaint(page, lambda: page.told.append("rest"))
    rest.start()
    page.show()
    qtbot.waitUntil(lambda: "rest" in page.told)
    page.repaint()
    assert page.told[0] == "painted" and page.told.count("rest") == 1 and not rest.waiting


def test_a_page_that_is_not_painted_gets_it_too(page: Page, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(after_paint, "AT_LATEST_MS", 20)
    rest = AfterPaint(page, lambda: page.told.append("rest"))
    rest.start()
    qtbot.waitUntil(lambda: page.told == ["rest"])


def test_what_was_stopped_does_not_come(page: Page, qtbot: QtBot) -> None:
    rest = AfterPaint(page, lambda: page.told.append("rest"))
    rest.start()
    rest.stop()
    page.show()
    qtbot.waitUntil(lambda: "painted" in page.told)
    qtbot.wait(after_paint.BREATH_MS * 3)
    assert "rest" not in page.told and not rest.waiting
