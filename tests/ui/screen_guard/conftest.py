"""An open window for the tests of this room."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from exit_desktop.services.practice import PracticeVault
from exit_desktop.ui.frame import Frame
from support.open_window import Opened, dozen, open_window

__all__ = ["dozen"]


@pytest.fixture
def opened(frame: Frame, dozen: PracticeVault, tmp_path: Path) -> Iterator[Opened]:
    """The window, with a practice vault open."""
    with open_window(frame, dozen, tmp_path / "open") as made:
        yield made
