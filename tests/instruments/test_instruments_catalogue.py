"""Shipped instruments, an organisation's own words for them, and versions that a vault kept."""

import hashlib
import shutil
from pathlib import Path

import pytest

from exit_desktop.errors import (
    DefinitionChanged,
    DefinitionFault,
    DefinitionFixed,
    DefinitionNotOurs,
    InstrumentMissing,
)
from exit_desktop.instruments.catalogue import Catalogue
from exit_desktop.system.resources import resource_folder
from instruments.instrument_files import NEW_QUESTION, SMALL, line_of


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    shipped, own = tmp_path / "shipped", tmp_path / "own"
    shipped.mkdir()
    own.mkdir()
    (shipped / "small.yaml").write_text(SMALL, encoding="utf-8")
    return shipped, own


def refused(folders: tuple[Path, Path], text: str, name: str = "small.yaml") -> DefinitionFault:
    (folders[1] / name).write_text(text, encoding="utf-8")
    (fault,) = Catalogue(*folders).refusals()
    return fault


def test_own_words_replace_the_shipped_ones(folders: tuple[Path, Path]) -> None:
    (folders[1] / "small.yaml").write_text(SMALL.replace("da: Gæld", "da: Lån"), encoding="utf-8")
    catalogue = Catalogue(*folders)
    why = catalogue.get("small").question("why")
    assert why is not None
    assert (why.options[0].text.da, catalogue.refusals()) == ("Lån", ())


@pytest.mark.parametrize(
    ("old", "new", "word"),
    [
        ("{key: food,", "{key: meal,", "key"),
        ("maximum: 99", "maximum: 90", "maximum"),
        ("is: true", "is: false", "is"),
        ("        condition: {question: paid, is: true}\n", "", "condition"),
        (", none_of_these: true", "", "none_of_these"),
        ("[wont_say, not_asked]", "[wont_say]", "states"),
        ("source: Test\n", "source: Test\nscoring: areas\n", "scoring"),
    ],
)
def test_more_than_words_is_refused(folders: tuple[Path, Path], old: str, new: str, word: str) -> None:
    fault = refused(folders, SMALL.replace(old, new, 1))
    assert (type(fault), fault.values["word"]) == (DefinitionChanged, word)


def test_a_refusal_names_file_and_line_and_the_shipped_words_stay(folders: tuple[Path, Path]) -> None:
    text = SMALL.replace("maximum: 99", "maximum: 90").replace("da: Gæld", "da: Lån")
    fault = refused(folders, text)
    why = Catalogue(*folders).get("small").question("why")
    assert why is not None
    assert (fault.values["file"], fault.values["line"]) == ("small.yaml", line_of(text, "maximum: 90"))
    assert why.options[0].text.da == "Gæld"


def test_an_added_question_in_an_own_file_is_refused(folders: tuple[Path, Path]) -> None:
    assert isinstance(refused(folders, SMALL + NEW_QUESTION), DefinitionChanged)


def test_an_own_file_that_replaces_nothing_is_refused(folders: tuple[Path, Path]) -> None:
    assert isinstance(refused(folders, SMALL.replace("id: small", "id: mine"), "mine.yaml"), DefinitionNotOurs)


def test_validated_wording_cannot_be_replaced(tmp_path: Path) -> None:
    own = tmp_path / "who5.yaml"
    shutil.copy(resource_folder("instruments") / "who5.yaml", own)
    own.write_text(own.read_text(encoding="utf-8").replace("Hele tiden", "Altid"), encoding="utf-8")
    (fault,) = Catalogue(resource_folder("instruments"), tmp_path).refusals()
    assert isinstance(fault, DefinitionFixed)


def test_the_newest_version_is_used_and_the_old_one_is_found(folders: tuple[Path, Path]) -> None:
    newer = SMALL.replace("version: 1", "version: 2") + NEW_QUESTION
    (folders[0] / "small.yaml").rename(folders[0] / "small.1.yaml")
    (folders[0] / "small.yaml").write_text(newer, encoding="utf-8")
    catalogue = Catalogue(*folders)
    assert (catalogue.get("small").version, catalogue.get("small", 1).version) == (2, 1)


def test_a_kept_version_is_found_by_its_bytes(folders: tuple[Path, Path]) -> None:
    catalogue = Catalogue(*folders)
    old = SMALL.replace("version: 1", "version: 7").encode()
    assert catalogue.keep(old).sha256 == hashlib.sha256(old).hexdigest()
    assert (catalogue.get("small").version, catalogue.content("small", 7)) == (1, old)


@pytest.mark.parametrize(
    ("name", "version"), [("nothing", None), ("small", 9), ("../small", None), ("*", None), ("", 1)]
)
def test_a_form_that_is_not_here_is_told(folders: tuple[Path, Path], name: str, version: int | None) -> None:
    with pytest.raises(InstrumentMissing):
        Catalogue(*folders).get(name, version)
