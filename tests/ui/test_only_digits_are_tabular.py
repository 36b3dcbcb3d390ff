"""Figures stand under each other in lists; a hyphen, a space and a full stop keep the width that words need."""

import pytest
from fontTools.ttLib import TTFont
from PySide6.QtGui import QFont, QFontMetricsF

from exit_desktop.system.resources import resource_folder
from exit_desktop.ui.theme import Size, Theme


@pytest.mark.parametrize(("bold", "italic"), [(False, False), (True, False), (False, True)])
def test_words_are_as_wide_as_the_face_draws_them(theme: Theme, bold: bool, italic: bool) -> None:
    font = theme.font(Size.TITLE, bold, italic)
    plain = QFont(font)
    plain.unsetFeature(QFont.Tag("tnum"))
    words = "USB-stik (A-B), Ask-: nu. +"
    assert QFontMetricsF(font).horizontalAdvance(words) == QFontMetricsF(plain).horizontalAdvance(words)


@pytest.mark.parametrize("bold", [False, True])
def test_every_figure_is_as_wide_as_the_next(theme: Theme, bold: bool) -> None:
    measured = QFontMetricsF(theme.font(Size.TITLE, bold))
    assert len({measured.horizontalAdvance(digit * 10) for digit in "0123456789"}) == 1


def test_on_paper_too() -> None:
    faces = [TTFont(resource_folder("fonts") / f"Inter-{name}.ttf") for name in ("Regular", "Tabular")]
    plain, tabular = ({sign: face["hmtx"][face.getBestCmap()[ord(sign)]][0] for sign in "-. 19"} for face in faces)
    assert {sign: plain[sign] for sign in "-. "} == {sign: tabular[sign] for sign in "-. "}
    assert tabular["1"] == tabular["9"]
