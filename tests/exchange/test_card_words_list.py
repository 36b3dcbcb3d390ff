"""The list of words is frozen: a changed line would change words that people have already compared."""

import hashlib
import re

from exit_desktop.system.resources import resource_folder

FROZEN = "cb817178f5d5b5de66ba5e1474fd8d80910847df9b2f1a160cdd3f628642d5ed"


def words() -> list[str]:
    return (resource_folder("words") / "card-words.txt").read_text(encoding="utf-8").splitlines()


def test_the_list_is_the_one_that_cards_were_made_with() -> None:
    data = (resource_folder("words") / "card-words.txt").read_bytes()
    assert hashlib.sha256(data).hexdigest() == FROZEN


def test_every_word_is_short_danish_letters() -> None:
    assert all(re.fullmatch("[a-zæøå]{4,8}", word) for word in words())


def test_words_are_distinct_also_on_a_foreign_keyboard() -> None:
    plain = {word.replace("æ", "ae").replace("ø", "oe").replace("å", "aa") for word in words()}
    assert len(plain) == 2048
