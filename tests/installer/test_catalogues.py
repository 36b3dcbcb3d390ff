"""Every string is found in the source, and nothing unfinished passes as a translation."""

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

import catalogues

SOURCE = """
LABEL = mark("Paused")
class Page:
    def retranslate(self):
        self.a(self.t("Day {day}", day=3))
        self.b(self._t.plural("{count} talk", "{count} talks", n))
"""
DAY, TALKS = "Day {day}", ("{count} talk", "{count} talks")


@pytest.fixture
def template(tmp_path: Path) -> Catalog:
    (tmp_path / "page.py").write_text(SOURCE, encoding="utf-8")
    return catalogues.extract(tmp_path)


def _danish(day: str = "Dag {day}", many: str = "{count} samtaler") -> Catalog:
    done = Catalog(locale="da")
    done.add("Paused", "På pause")
    done.add(DAY, day)
    done.add(TALKS, ("{count} samtale", many))
    return done


def test_every_way_of_asking_for_words_is_found(template: Catalog) -> None:
    assert {message.id for message in template if message.id} == {"Paused", DAY, TALKS}


def test_a_finished_translation_has_no_fault(template: Catalog) -> None:
    assert list(catalogues.faults("da", _danish(), template)) == []


def test_a_missing_string_is_a_fault(template: Catalog) -> None:
    assert list(catalogues.faults("da", _danish(day=""), template)) == ["da: no words for “Day {day}”"]


def test_a_guessed_string_is_a_fault(template: Catalog) -> None:
    done = _danish()
    done.add(DAY, "Dag {day}", flags=["fuzzy"])
    assert list(catalogues.faults("da", done, template)) == ["da: only guessed (fuzzy) “Day {day}”"]


def test_a_name_that_the_source_does_not_fill_is_a_fault(template: Catalog) -> None:
    assert list(catalogues.faults("da", _danish("Dag {dag}"), template)) == [
        "da: other names in braces than in “Day {day}”"
    ]


def test_a_string_that_nobody_asks_for_is_a_fault(template: Catalog) -> None:
    done = _danish()
    done.add("Gone", "Væk")
    assert list(catalogues.faults("da", done, template)) == ["da: no longer in the source “Gone”"]


def test_half_a_plural_is_a_fault(template: Catalog) -> None:
    assert list(catalogues.faults("da", _danish(many=""), template)) == ["da: no words for “{count} talk”"]


def test_a_compiled_translation_is_spoken(tmp_path: Path) -> None:
    (tmp_path / "da.po").write_text('msgid ""\nmsgstr ""\n\nmsgid "Paused"\nmsgstr "På pause"\n', encoding="utf-8")
    catalogues.compile_all(tmp_path)
    assert "På pause".encode() in (tmp_path / "da.mo").read_bytes()
