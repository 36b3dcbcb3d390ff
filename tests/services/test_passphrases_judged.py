"""Passphrases drawn and judged."""

import pytest

from exit_desktop.services.danish_guesses import read_words
from exit_desktop.services.passphrases import generate_passphrase, judge_passphrase
from faults.figures import Figures

REFUSED = [
    "Sommer2026!",
    "Aarhus8000",
    "rødgrød med fløde",
    "Rødgrød med fløde 2026!",
    "københavn2026sofie",
    "sommersommersommer",
    "jeg elsker min hund og min kat",
    "qwertyuiopasdfgh",
    "Mette Frederiksen 1977",
    "der er et yndigt land",
    "",
]


@pytest.mark.parametrize("text", REFUSED)
def test_what_a_dane_would_guess_is_refused(text: str) -> None:
    assert not judge_passphrase(text).ok


@pytest.mark.parametrize("text", ["hest lampe skrue vandmand tagsten", "xK9#mQ2$vL7pWz!t"])
def test_what_nobody_would_guess_is_accepted(text: str) -> None:
    assert judge_passphrase(text).ok


def test_what_the_program_proposes_is_always_accepted() -> None:
    assert all(judge_passphrase(generate_passphrase()).ok for _ in range(40))


def test_no_everyday_word_with_a_year_is_accepted(figures: Figures) -> None:
    # The shorter ones fall by their length alone; here they are long enough.
    words = [word for word in read_words("frequent_da.txt")[:1000] if len(word) > 5]
    accepted = [word for word in words if judge_passphrase(f"{word.title()}{word}2026!!!").ok]
    control = sum(judge_passphrase(generate_passphrase()).ok for _ in range(10))
    figures("T20", "everyday Danish words with a year", len(words), len(accepted), f"five drawn: {control} of 10 taken")
    assert (accepted, control) == ([], 10)


def test_the_list_holds_7776_different_lower_case_words() -> None:
    words = read_words("passphrase_da.txt")
    assert len(set(words)) == 7776
    assert all(word.islower() and 3 <= len(word) <= 8 for word in words)
