"""The ring of a capital Å is not cut off at the top of a title: many of them begin with it in Danish."""

import pytest
from pytestqt.qtbot import QtBot

from exit_desktop.system.preferences import Theme as Look
from exit_desktop.ui.theme import Theme
from exit_desktop.ui.widgets.labels import title


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_nothing_is_painted_on_its_topmost_line(theme: Theme, qtbot: QtBot, scale: int) -> None:
    theme.use(Look.LIGHT, scale)
    label = title(theme, "Åbn")
    qtbot.addWidget(label)
    label.show()
    label.resize(label.sizeHint())
    image = label.grab().toImage()
    assert len({image.pixel(x, 0) for x in range(image.width())}) == 1
