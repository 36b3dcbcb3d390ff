"""What a name field may hold: a plain name, a whole path, nothing else."""

from pathlib import Path

import pytest

from exit_desktop.ui.files.written import LONGEST_NAME, file_named, with_ending

HERE = Path("/somewhere")


@pytest.mark.parametrize("text", ["", "   ", ".skjult", "a/b.pdf", "hvad?.pdf", "to\nlinjer", "x" * (LONGEST_NAME + 1)])
def test_what_is_no_name_is_not_taken(text: str) -> None:
    assert file_named(text, HERE) is None


def test_a_plain_name_stands_in_the_chosen_folder() -> None:
    assert file_named("  min plan.pdf ", HERE) == HERE / "min plan.pdf"


def test_a_whole_path_brings_its_folder(tmp_path: Path) -> None:
    assert file_named(f'"{tmp_path / "plan.pdf"}"', HERE) == tmp_path / "plan.pdf"


def test_a_path_from_home_is_understood(home: Path) -> None:
    assert file_named("~/Papirer/plan.pdf", HERE) == home / "Papirer" / "plan.pdf"


def test_an_ending_is_added_once() -> None:
    assert with_ending(HERE / "plan", ".pdf") == HERE / "plan.pdf"
    assert with_ending(HERE / "plan.PDF", ".pdf") == HERE / "plan.PDF"
