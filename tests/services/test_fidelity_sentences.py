"""Evidence and expectation in Danish and English, one and many; what nothing is known of says so."""

from datetime import date
from fractions import Fraction

import pytest

from exit_desktop.domain.caseload import Caseload
from exit_desktop.domain.findings import Finding, Standing
from exit_desktop.domain.indicators import Indicator
from exit_desktop.domain.method_figures import Expectations
from exit_desktop.services.caseload_words import day_words, share_words
from exit_desktop.services.fidelity import Tally
from exit_desktop.services.fidelity_words import INDICATORS, finding_words, rate_words
from exit_desktop.services.tally_words import expectation_words, tally_words
from exit_desktop.system.language import Texts

DAY = date(2026, 3, 1)
OK = Standing.AS_EXPECTED
CASES = [
    (
        Finding(Indicator.COMMUNITY, OK, 4, expected=3),
        "4 meetings in the community in phase 1; the method expects 3 or more.",
    ),
    (
        Finding(Indicator.COMMUNITY, OK, 1, expected=3),
        "1 meeting in the community in phase 1; the method expects 3 or more.",
    ),
    (Finding(Indicator.COMMUNITY, OK, 0, expected=3, second=1), "1 meeting says no place and is not counted."),
    (Finding(Indicator.FIRST_MONTH, OK, 1, expected=2), "1 contact with the citizen in the first month"),
    (Finding(Indicator.PHASE_TWO, OK, 1, expected=4, on=DAY), "after 1 month; the method has it at about 4 months."),
    (Finding(Indicator.AGREEMENTS, OK, 1, 2), "1 of 2 activities for others are agreed"),
    (Finding(Indicator.FEWER_MEETINGS, OK, rates=(Fraction(11, 2), Fraction(9, 4))), "first 5.5, then 2.3; the method"),
    (Finding(Indicator.LENGTH, Standing.OTHERWISE, 1, expected=12), "1 month from start to end; the method has 12."),
    (Finding(Indicator.ATTACHED, OK, 0), "0 services go on after the end"),
]
DANISH = [
    (
        Finding(Indicator.COMMUNITY, OK, 1, expected=3),
        "1 møde uden for kontoret i fase 1; metoden forventer 3 eller flere.",
    ),
    (Finding(Indicator.COMMUNITY, OK, 4, expected=3), "4 møder uden for kontoret i fase 1"),
    (Finding(Indicator.FOCUS_AREAS, OK, 1, expected=3, most=5), "1 fokusområde i planen; metoden forventer 3 til 5."),
    (Finding(Indicator.FEWER_MEETINGS, OK, rates=(Fraction(11, 2),)), "Møder om måneden: 5,5 indtil nu"),
]


@pytest.mark.parametrize(("finding", "words"), CASES)
def test_evidence_stands_before_expectation(finding: Finding, words: str) -> None:
    assert words in finding_words(finding, Texts("en"))


@pytest.mark.parametrize(("finding", "words"), DANISH)
def test_danish_counts_one_and_many(finding: Finding, words: str) -> None:
    assert words in finding_words(finding, Texts("da"))


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("indicator", list(Indicator))
def test_what_nothing_is_known_of_is_a_sentence_too(indicator: Indicator, language: str) -> None:
    t = Texts(language)
    words = finding_words(Finding(indicator, Standing.OPEN, due=DAY), t)
    assert words.endswith(".")
    assert "None" not in words
    assert t(INDICATORS[indicator])
    assert expectation_words(indicator, Expectations(), t).endswith(".")


def test_rates_round_half_up() -> None:
    assert [rate_words(Fraction(n, 100), Texts("en")) for n in (5, 14, 15, 225)] == ["0.1", "0.1", "0.2", "2.3"]


def test_a_tally_tells_what_it_leaves_out() -> None:
    tally = Tally(Indicator.SUPPORTS, 6, (), (), 2)
    assert tally_words(tally, Texts("en")) == "As expected in 6 of 6 courses. Still open in 2 courses."
    assert tally_words(Tally(Indicator.SUPPORTS, 1, (), (), 0), Texts("da")) == "Som forventet i 1 af 1 forløb."
    assert tally_words(Tally(Indicator.SUPPORTS, 0, (), (), 0), Texts("en")) == "Nothing to count yet."


def test_months_are_told_as_a_span_and_not_judged() -> None:
    told = Tally(Indicator.PHASE_TWO, 0, (), (), 0, (3, 4, 6))
    assert tally_words(told, Texts("en")) == "Months until it began: 3 to 6, in 3 courses."
    same = Tally(Indicator.PHASE_TWO, 0, (), (), 0, (4,))
    assert tally_words(same, Texts("en")) == "Months until it began: 4, in 1 course."


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0, "0 courses under way. No weekly hours are written, so the guide of 10 cannot be compared."),
        (37 * 60, "0 courses under way on full time; the guide is 10 at most."),
        (37 * 30, "0 courses under way on 18.5 hours a week, 50 percent of full time; the guide is 5 at most."),
        (30 * 60, "0 courses under way on 30 hours a week, 81 percent of full time; the guide is 8 at most."),
    ],
)
def test_the_share_of_full_time_is_told(minutes: int, words: str) -> None:
    assert share_words(Caseload((), minutes), Texts("en")) == words


def test_a_day_of_another_year_has_its_year() -> None:
    t = Texts("da")
    assert day_words(date(2025, 12, 1), date(2026, 11, 23), t) == "1. dec. 2025"
    assert (day_words(DAY, date(2026, 11, 23), t), day_words(None, DAY, t)) == ("1. mar.", "–")
