"""The README shows pictures that exist, small enough to be fetched, and each that is kept for it."""

import re

import pytest

from architecture.source_reading import ROOT
from pictures._keeping import BEST, LARGEST

PICTURES = ROOT / "resources" / "docs" / "pictures"
SHOWN = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", (ROOT / "README.md").read_text(encoding="utf-8"))


@pytest.mark.parametrize("link", SHOWN)
def test_a_picture_of_the_readme_is_there(link: str) -> None:
    assert (ROOT / link).is_file()
    assert (ROOT / link).stat().st_size <= LARGEST


def test_every_kept_picture_is_shown() -> None:
    assert {f"resources/docs/pictures/{name}.png" for name in BEST.values()} == set(SHOWN)
    assert {path.name for path in PICTURES.glob("*.png")} == {f"{name}.png" for name in BEST.values()}
