"""Aliases: any script, tidy, unique when folded, near ones hinted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exit_desktop.domain.citizens import LONGEST_ALIAS, alias_key, near_aliases, suggest_alias, tidy_alias


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Mågen ", "Mågen"),
        ("Sol\t47", "Sol 47"),
        ("A\u030agot", "Ågot"),
        ("🌻 sol", "🌻 sol"),
        ("   ", ""),
        ("ส้ม", "ส้ม"),
    ],
)
def test_an_alias_is_tidied(typed: str, kept: str) -> None:
    assert tidy_alias(typed) == kept


@pytest.mark.parametrize(("one", "other"), [("MÅGEN", "mågen"), ("Straße", "STRASSE"), ("A\u030a", "å")])
def test_aliases_that_are_the_same_to_a_person_have_one_key(one: str, other: str) -> None:
    assert alias_key(one) == alias_key(other)


@given(st.text(min_size=1, max_size=60))
def test_a_suggestion_is_free_and_short_enough(text: str) -> None:
    alias = tidy_alias(text)[:LONGEST_ALIAS] or "x"
    suggestion = suggest_alias(alias, {alias_key(alias)})
    assert alias_key(suggestion) != alias_key(alias)
    assert len(suggestion) <= LONGEST_ALIAS


def test_near_aliases_are_hinted_nearest_first() -> None:
    assert near_aliases("Anemome", ["Anemone", "Rav", "Anemonen"]) == ("Anemone", "Anemonen")


def test_short_aliases_hint_nothing() -> None:
    assert near_aliases("Bo", ["Ba", "Bo-2"]) == ()
