"""The guidance is found by how words begin, on any keyboard, the best text first, with the line that tells why."""

import pytest

from exit_desktop.services.finding import folded
from exit_desktop.services.guidance import read_guidance


def keys(asked: str, language: str = "da") -> list[str]:
    return [one.text.key for one in read_guidance(language).find(asked)]


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("gæl", "area_finances"),
        ("GÆLD", "area_finances"),
        ("gaeld", "area_finances"),
        ("børn", "children_and_duty"),
        ("boern", "children_and_duty"),
        ("hvem ved", "area_network"),
        ("første møde", "first_meeting"),
        ("spørg", "how_to_ask"),
        ("trusl", "pressure_and_threats"),
        ("fase 2", "phase_2"),
    ],
)
def test_the_best_text_comes_first(asked: str, first: str) -> None:
    assert keys(asked)[0] == first


def test_english_words_find_the_english_text() -> None:
    assert keys("debt", "en")[0] == "area_finances"
    assert keys("debt", "da") == []


@pytest.mark.parametrize("asked", ["", "   ", "?!"])
def test_nothing_asked_shows_all_of_it_in_order(asked: str) -> None:
    assert keys(asked)[:2] == ["first_meeting", "how_to_ask"]
    assert len(keys(asked)) == len(read_guidance("da").texts)


@pytest.mark.parametrize("asked", ["zzz", "gæld zzz", "🌿x", "a" * 10_000])
def test_what_no_text_has_finds_nothing(asked: str) -> None:
    assert keys(asked) == []


def test_the_line_tells_why_it_was_found() -> None:
    found = read_guidance("da").find("metadon")[0]
    assert "metadon" in found.line
    assert "*" not in found.line and not found.line.startswith("-")


def test_a_name_of_another_text_leads_there() -> None:
    text = read_guidance("en").text("first_meeting")
    assert text is not None
    assert text.leads_to == ("children_and_duty",)
    assert "[Children and your duty](children_and_duty)" in text.markdown


def test_what_stands_beside_a_text_is_named_once() -> None:
    guidance = read_guidance("en")
    text = guidance.texts_for("orientation")[0]
    beside = [one.key for one in guidance.beside(text, "orientation")]
    assert text.key not in beside
    assert len(beside) == len(set(beside)) > 2


@pytest.mark.parametrize(("text", "alike"), [("Åse", "AASE"), ("Søs", "soes"), ("Ærø", "aeroe"), ("André", "andre")])
def test_letters_are_alike_on_every_keyboard(text: str, alike: str) -> None:
    assert folded(text) == folded(alike)
