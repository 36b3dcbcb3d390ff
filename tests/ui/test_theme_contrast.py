"""Every text can be read and every mark be seen, in light and dark, at every scale."""

import re

import pytest

from exit_desktop.system.preferences import Theme as Look
from exit_desktop.ui import theme as themes
from exit_desktop.ui.theme import DARK, LIGHT, Size, Theme, contrast
from exit_desktop.ui.theme_style import sheet_for

SETS = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])


@SETS
@pytest.mark.parametrize(("text", "under"), themes.TEXT_PAIRS)
def test_text_reaches_four_and_a_half_to_one(colours: themes.Colours, text: str, under: str) -> None:
    assert contrast(getattr(colours, text), getattr(colours, under)) >= 4.5


@SETS
@pytest.mark.parametrize(("mark", "under"), themes.MARK_PAIRS)
def test_marks_reach_three_to_one(colours: themes.Colours, mark: str, under: str) -> None:
    assert contrast(getattr(colours, mark), getattr(colours, under)) >= 3


def test_black_on_white_is_twenty_one() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@SETS
def test_sheet_leaves_no_placeholder(colours: themes.Colours) -> None:
    assert not re.search(r"[$@]\w|<\d", sheet_for(colours, 150, "/icons/{}.svg"))


def test_every_focusable_control_has_a_two_pixel_ring() -> None:
    sheet = sheet_for(LIGHT, 100, "{}")
    for control in (
        "QPushButton",
        "QLineEdit",
        "QPlainTextEdit",
        "QComboBox",
        "QCheckBox",
        "QListView",
        "QTabBar::tab",
    ):
        ring = re.search(rf"{control}:focus[^{{]*{{([^}}]*)}}", sheet)
        assert ring is not None
        assert LIGHT.teal in ring[1]


def test_scale_doubles_type_and_lengths(theme: Theme) -> None:
    theme.use(Look.LIGHT, 200)
    assert theme.font(Size.BODY).pointSizeF() == pytest.approx(2 * Size.BODY.value)
    assert theme.px(10) == 20


def test_scale_stays_within_bounds(theme: Theme) -> None:
    theme.use(Look.LIGHT, 900)
    assert theme.scale == 200


def test_look_can_be_set_dark(theme: Theme) -> None:
    theme.use(Look.DARK, 100)
    assert theme.colours is DARK


def test_charts_get_a_colour_for_every_ink(theme: Theme) -> None:
    from exit_desktop.charts.drawing import Ink

    assert set(theme.ink_colours()) == set(Ink)


@pytest.mark.parametrize("scale", [100, 125, 150, 175, 200])
def test_an_empty_radio_button_is_round_at_every_scale(scale: int) -> None:
    sheet = sheet_for(LIGHT, scale, "{}")
    width = re.search(r"QRadioButton::indicator { width: (\d+)px", sheet)
    edge = re.search(r"QRadioButton::indicator { border: (\d+)px [^;]*; border-radius: (\d+)px", sheet)
    assert width is not None and edge is not None
    assert int(width[1]) + 2 * int(edge[1]) == 2 * int(edge[2])
