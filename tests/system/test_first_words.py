"""The first page speaks Danish without reading the sentences of all the others."""

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

import catalogues
from exit_desktop.system.language import read_catalogue


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of translations in which only the small catalogue can be read."""
    words = Catalog(locale="da")
    words.add("Passphrase", "Adgangssætning", locations=[("exit_desktop/ui/start/unlock.py", 0)])
    words.add("Citizens", "Borgere", locations=[("exit_desktop/ui/rail.py", 0)])
    with (tmp_path / "da.po").open("wb") as stream:
        write_po(stream, words)
    catalogues.compile_all(tmp_path)
    return tmp_path


def test_what_the_first_page_says_is_there(folder: Path) -> None:
    (folder / "da.mo").write_bytes(b"")
    assert read_catalogue("da", folder).gettext("Passphrase") == "Adgangssætning"


def test_everything_else_is_read_when_it_is_asked_for(folder: Path) -> None:
    words = read_catalogue("da", folder)
    assert words.gettext("Citizens") == "Borgere"
    assert words.gettext("Unknown") == "Unknown"


def test_without_the_small_one_nothing_is_missing(folder: Path) -> None:
    (folder / "da.first.mo").unlink()
    words = read_catalogue("da", folder)
    assert (words.gettext("Passphrase"), words.gettext("Citizens")) == ("Adgangssætning", "Borgere")
