"""The command line opens the window exactly when no command is asked for."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from exit_desktop.system.language import Language
from exit_desktop.system.launch import WindowOptions, window_options


def test_no_word_at_all_opens_the_window() -> None:
    assert window_options([]) == WindowOptions()


def test_options_reach_the_window() -> None:
    found = window_options(["--data-dir", "d", "--language", "en", "--today", "2026-11-23"])
    assert found == WindowOptions(Path("d"), Language.ENGLISH, date(2026, 11, 23))


@pytest.mark.parametrize("line", ["practice --citizens 3 --seed 7", "--seed 7 practice --citizens 3"])
def test_practice_opens_the_window_wherever_its_options_stand(line: str) -> None:
    assert window_options(line.split()) == WindowOptions(practice=True, citizens=3, seed=7)


@pytest.mark.parametrize(
    "line",
    [
        "check v",
        "practice --make-only",
        "--json practice",
        "--help",
        "--today never",
        "--language se",
        "nonsense",
        "--seed 7",
    ],
)
def test_everything_else_is_for_the_commands(line: str) -> None:
    assert window_options(line.split()) is None


def test_a_folder_named_like_a_command_is_still_a_folder() -> None:
    assert window_options(["--data-dir", "check"]) == WindowOptions(Path("check"))


def test_asking_for_help_loads_no_qt() -> None:
    code = "import sys; sys.argv[1:] = ['check']\nimport exit_desktop.__main__\nprint('PySide6' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "False\n"
