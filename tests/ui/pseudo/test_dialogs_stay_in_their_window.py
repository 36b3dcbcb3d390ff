"""No dialog is larger than the window it stands over: on a small screen its buttons would lie outside."""

import pytest
from PySide6.QtWidgets import QPushButton

from exit_desktop.system.language import Texts
from exit_desktop.system.preferences import Theme as Colours
from exit_desktop.ui.frame import Frame
from support.open_window import Opened, dozen, opened
from support.places_to_go import DIALOGS, Place, close_dialogs, settle
from support.pseudo_language import PseudoTexts
from support.rare_dialogs import FILES, RARE
from support.receiving_places import ASKING, CHOOSING

__all__ = ["dozen", "opened"]
pytestmark = [pytest.mark.slow, pytest.mark.timeout(120)]
SMALL = (1280, 720)
# What the citizen answers on fills the screen, not the window.
EVERY = (*DIALOGS, *RARE, *FILES, *ASKING, *CHOOSING)
WALKED = tuple(place for place in EVERY if not place.name.startswith("together"))


@pytest.fixture
def t() -> Texts:
    """The language that nobody speaks, and that needs more room than others."""
    return PseudoTexts()


@pytest.mark.parametrize("scale", [150, 200])
def test_every_dialog_stays_in_a_small_window(scale: int, opened: Opened, frame: Frame) -> None:
    frame.theme.use(Colours.LIGHT, scale)
    opened.window.resize(*SMALL)
    settle()
    found = [told for place in WALKED for told in too_large(place, opened)]
    if found:
        pytest.fail("\n".join(found))


def too_large(place: Place, opened: Opened) -> list[str]:
    """Return what of a dialog does not stay in the window."""
    dialog, room = place.go(opened.work), opened.window.size()
    settle()
    told = []
    if dialog.width() > room.width() or dialog.height() > room.height():
        told.append(f"{place.name}: {dialog.width()}x{dialog.height()} in a window of {room.width()}x{room.height()}")
    for button in dialog.findChildren(QPushButton):
        at = button.mapTo(dialog, button.rect().bottomRight())
        if button.isVisible() and button.parentWidget() is dialog and not dialog.rect().contains(at):
            told.append(f"{place.name}: {button.text()} lies outside")
    close_dialogs(opened.window)
    return told
