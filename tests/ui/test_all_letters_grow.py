"""Whoever makes the letters larger finds all of them larger, at once."""

from PySide6.QtWidgets import QAbstractButton

from exit_desktop.system.preferences import Theme as Look
from support.open_window import Opened, dozen, opened
from support.places_to_go import TABS, settle

__all__ = ["dozen", "opened"]


def test_no_button_keeps_its_small_letters(opened: Opened) -> None:
    window = TABS[0].go(opened.work)
    opened.work.session.theme.use(Look.LIGHT, 200)
    settle()
    shown = [one for one in window.findChildren(QAbstractButton) if one.isVisible() and one.text()]
    small = {one.text() for one in shown if one.fontInfo().pixelSize() < 20}
    assert len(shown) > 10
    assert small == set()
