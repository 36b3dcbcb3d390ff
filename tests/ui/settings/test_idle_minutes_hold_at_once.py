"""After how many minutes the program locks is changed for the vault that is open, not only for the next time."""

from PySide6.QtWidgets import QSpinBox

from support.open_window import Opened, dozen, opened
from support.places_to_go import PAGES

__all__ = ["dozen", "opened"]


def test_the_minutes_hold_at_once(opened: Opened) -> None:
    window = next(place for place in PAGES if place.name == "safety").go(opened.work)
    field = next(one for one in window.findChildren(QSpinBox) if one.maximum() == 10)
    assert opened.work.presence.idle.minutes == field.value()
    field.setValue(2)
    assert opened.work.presence.idle.minutes == 2
