"""What every chart's test lays out with: English words, and a face in which every letter is as wide as the next."""

from __future__ import annotations

import pytest

from exit_desktop.charts.drawing import Measure
from exit_desktop.system.language import Texts


@pytest.fixture
def t() -> Texts:
    """The source language, so that no catalogue is needed."""
    return Texts("en")


@pytest.fixture
def measure() -> Measure:
    """A plain stand-in for a font."""
    return lambda words, size, bold: len(words) * size * (0.6 if bold else 0.55)
