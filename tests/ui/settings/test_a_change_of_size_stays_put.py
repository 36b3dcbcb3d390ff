"""The page of safety stays at the control that was changed, whatever grows above it."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QComboBox, QScrollArea

from exit_desktop.ui.settings.safety_page import SafetyPage
from support.open_window import Opened, dozen, opened
from support.places_to_go import PAGES, settle

__all__ = ["dozen", "opened"]


def page_of(opened: Opened) -> SafetyPage:
    """The page of safety in its window."""
    next(place for place in PAGES if place.name == "safety").go(opened.work)
    page = opened.work.findChild(SafetyPage)
    assert isinstance(page, SafetyPage)
    return page


def test_the_look_stands_before_the_words(opened: Opened) -> None:
    page = page_of(opened)
    assert page.look.y() < page.giveaway.y()


@pytest.mark.parametrize("scale", [4, 2])
def test_the_size_is_still_under_the_hand(opened: Opened, scale: int) -> None:
    page = page_of(opened)
    size, area = page.look.findChildren(QComboBox)[2], page.findChildren(QScrollArea)[0]
    area.ensureWidgetVisible(size)
    settle()
    before = size.mapTo(area.viewport(), QPoint(0, 0)).y()
    size.setCurrentIndex(scale)
    size.activated.emit(scale)
    settle()
    assert abs(size.mapTo(area.viewport(), QPoint(0, 0)).y() - before) <= 2
