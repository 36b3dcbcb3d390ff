"""The name guard: it sees what may identify someone, stores no word, and never blocks."""

import pytest

from exit_desktop.services.desk import Desk
from exit_desktop.services.name_guard import Finding, check_text, count_guarded, forget_guarded, guard_words


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("født 010190-1234", Finding.CPR),
        ("ring 12 34 56 78", None),
        ("ring 22 34 56 78", Finding.PHONE),
        ("+45 22345678", Finding.PHONE),
        ("skriv til a.b@posten.dk", Finding.MAIL),
        ("bor Nørregade 12", Finding.ADDRESS),
        ("Vi talte om budgettet, 6.000 kr. om måneden.", None),
        ("mødt kl. 14.30 den 28. november 2026", None),
    ],
)
def test_patterns(desk: Desk, text: str, finding: Finding | None) -> None:
    assert [hint.finding for hint in check_text(desk, text)] == ([finding] if finding else [])


def test_a_cpr_number_is_not_told_as_a_phone_number_too(desk: Desk) -> None:
    assert [hint.finding for hint in check_text(desk, "3112991234")] == [Finding.CPR]


@pytest.mark.parametrize("text", ["Mette ringede.", "METTES mor", "hos mette's", "(Mette)"])
def test_a_guarded_word_is_seen_in_any_case_and_with_s(desk: Desk, text: str) -> None:
    guard_words(desk, "Mette")
    assert [hint.finding for hint in check_text(desk, text)] == [Finding.GUARDED_WORD]


def test_a_part_of_another_word_is_not_a_guarded_word(desk: Desk) -> None:
    guard_words(desk, "Bo")
    assert check_text(desk, "bolig og bord") == ()


def test_guarded_words_are_a_count_and_stand_in_no_row(desk: Desk) -> None:
    assert guard_words(desk, "Mette Sørensen") == 2
    with desk.vault.reading() as connection:
        rows = connection.execute("SELECT mac FROM guarded_word").fetchall()
    assert all(b"ette" not in row[0] and len(row[0]) == 32 for row in rows)
    forget_guarded(desk)
    assert count_guarded(desk) == 0
