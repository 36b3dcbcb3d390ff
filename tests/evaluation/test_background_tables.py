"""Who is in the courses: each table of chapter 4 on a few courses made by hand."""

from datetime import date, timedelta

import pytest

from evaluation.asking_tables import cell, counts, report_of
from evaluation.coded_people import START, Made, at_start, form, held_row, reading, star
from exit_desktop.domain.answers import AnswerState, Value
from exit_desktop.domain.calendar import ClosingKind, Occasion
from exit_desktop.domain.not_started import Enquiry
from exit_desktop.evaluation.table import Cell, ColumnsAre, RowsAre
from exit_desktop.exchange.coded import CodedClosing
from exit_desktop.exchange.coded_not_started import code_enquiry
from exit_desktop.services.counted import keep_counted_of_held_enquiry
from exit_desktop.services.desk import Desk
from support.enquiries import about

DONT_KNOW, WONT_SAY = AnswerState.DONT_KNOW, AnswerState.WONT_SAY
M02 = Occasion.M02


def registered(number: int, **said: Value | AnswerState) -> Made:
    made = at_start(number)
    made.submissions.append(form("registration", START, None, **said))
    return made


def started_with(number: int, **said: Value | AnswerState) -> Made:
    made = at_start(number)
    made.submissions.append(form("start_form", START, Occasion.M00, **said))
    return made


def ended(kind: ClosingKind, months: int = 12) -> CodedClosing:
    return CodedClosing(START + timedelta(days=31 * months), kind, None, None)


def test_only_courses_with_a_life_situation_at_the_start_are_counted(desk: Desk) -> None:
    report = report_of(desk, at_start(1), at_start(2), Made(3), Made(4, start=None))
    assert (report.people, report.registered) == (2, 3)


def test_3_2_counts_the_forms_of_each_occasion(desk: Desk) -> None:
    one, other = started_with(1), at_start(2, closings=(ended(ClosingKind.EARLY),))
    one.submissions.append(form("ongoing_form", START + timedelta(60), M02))
    other.submissions.append(form("closing_form", START + timedelta(380), Occasion.END))
    table = report_of(desk, one, other).tables["3.2"]
    assert counts(table, "m00") == {"life_situation": 2, "start_form": 1}
    assert counts(table, "m02") == {"ongoing_form": 1}
    assert counts(table, "end") == counts(table, "end_early") == {"closing_form": 1}
    assert cell(table, "start_form", "m02") == Cell(0, 0)


def test_3_2b_tells_what_became_of_each_reading(desk: Desk) -> None:
    done, gone, late, new = at_start(1), at_start(2), at_start(3), at_start(4, start=date(2026, 3, 20))
    done.submissions.append(reading(START + timedelta(60), M02, life_situation=star(6)))
    gone.closings = (CodedClosing(START + timedelta(20), ClosingKind.EARLY, None, None),)
    table = report_of(desk, done, gone, late, new, on=date(2026, 4, 2)).tables["3.2b"]
    assert counts(table, "m02") == {"made": 1, "ended_before": 1, "missed": 1, "not_yet": 1}
    assert counts(table, "end") == {"not_yet": 3, "missed": 1}


def test_4_1_tells_towns_and_states(desk: Desk) -> None:
    people = (at_start(1, project="Aarhus"), at_start(2), at_start(3, closings=(ended(ClosingKind.FULL),)))
    table = report_of(desk, *people).tables["4.1"]
    assert (table.rows, table.rows_are, table.columns_are) == (("Aarhus", "Odense"), RowsAre.PARTS, ColumnsAre.PARTS)
    assert counts(table, "active") == {"Aarhus": 1, "Odense": 1}
    assert counts(table, "closed") == {"Odense": 1}


def test_4_2_counts_enquiries_of_whole_months(desk: Desk) -> None:
    said = [
        (about("gender", "woman"), about("citizenship", "danish"), about("referred_on", True)),
        (about("gender", "undisclosed"), about("referred_on", state=DONT_KNOW), about("reason", "did_not_wish")),
        (about("gender", "man"), about("heard_from", "job_centre")),
    ]
    days = (date(2026, 8, 31), date(2026, 9, 1), date(2026, 10, 1))
    instrument = desk.catalogue.get("not_started")
    with desk.vault.writing() as connection:
        for number, (answers, on) in enumerate(zip(said, days, strict=True)):
            coded = code_enquiry(Enquiry(f"{900 + number:032x}", on, "Odense", answers), instrument, "K7")
            row = held_row(connection, Made(900 + number).coded())
            keep_counted_of_held_enquiry(connection, row, coded)
    tables = report_of(desk, on=date(2026, 10, 30)).tables
    assert counts(tables["4.2a"], "all") == {"woman": 1}
    assert cell(tables["4.2a"], "woman", "all") == Cell(1, 1, 1)
    assert counts(tables["4.2c"], "all") == {"yes": 1, "no_or_not_told": 1}
    assert counts(report_of(desk, on=date(2026, 10, 31)).tables["4.2e"], "all") == {"municipal": 1}
    assert report_of(desk, on=date(2026, 10, 31), projects=("Aarhus",)).enquiries == 0


@pytest.mark.parametrize(
    ("key", "question", "given", "row"),
    [
        ("4.3a", "goal", "exit", "exit"),
        ("4.4a", "gender", "trans", "trans"),
        ("4.4b", "citizenship", "danish", "danish"),
        ("4.4c", "age", "from_31_to_40", "from_31_to_40"),
        ("4.5a", "school", "none", "grades_1_to_6"),
        ("4.5b", "qualifying_education", "higher", "higher"),
        ("4.6a", "first_sale", "over_four_years", "over_four_years"),
        ("4.6b", "last_sale", "under_one_year", "under_one_year"),
        ("4.16", "heard_from", "treatment_centre", "municipal"),
    ],
)
def test_one_answer_of_the_registration(desk: Desk, key: str, question: str, given: str, row: str) -> None:
    people = (registered(1, **{question: given}), registered(2, **{question: WONT_SAY}), at_start(3))
    table = report_of(desk, *people).tables[key]
    assert table.rows_are is RowsAre.PARTS
    assert counts(table, "m00") == {row: 1}
    assert cell(table, row, "m00") == Cell(1, 1, 2)


def test_other_and_undisclosed_gender_are_missing(desk: Desk) -> None:
    table = report_of(desk, registered(1, gender="other"), registered(2, gender="undisclosed")).tables["4.4a"]
    assert cell(table, "woman", "m00") == Cell(0, 0, 2)


def test_4_3b_asks_those_who_want_better_conditions(desk: Desk) -> None:
    people = (
        registered(1, goal="better_conditions", last_sale="over_two_years"),
        registered(2, goal="better_conditions", last_sale="under_one_year"),
        registered(3, goal="better_conditions"),
        registered(4, goal="exit", last_sale="over_two_years"),
    )
    table = report_of(desk, *people).tables["4.3b"]
    assert cell(table, "not_within_a_year", "m00") == Cell(1, 2, 1)


@pytest.mark.parametrize(("key", "question"), [("4.7a", "arena"), ("4.7b", "payment")])
def test_several_answers_have_one_denominator(desk: Desk, key: str, question: str) -> None:
    both = {"arena": ("clinic", "street"), "payment": ("money", "drugs")}[question]
    people = (registered(1, **{question: both}), registered(2, **{question: ("none",)}), registered(3))
    table = report_of(desk, *people).tables[key]
    assert table.rows_are is RowsAre.CHOICES
    assert counts(table, "m00") == {both[0]: 1, both[1]: 1, "none": 1}
    assert {one.answered for (one,) in table.cells} == {2}


def test_where_the_start_form_is_missing_the_first_ongoing_form_tells(desk: Desk) -> None:
    first, other = started_with(1, employment="employed", services_now=("exercise",)), at_start(2)
    said = {"employment": "unemployed", "services_now": ("psychologist",)}
    other.submissions.append(form("ongoing_form", START + timedelta(60), M02, **said))
    report = report_of(desk, first, other)
    assert counts(report.tables["4.10b"], "m00") == {"employed": 1, "unemployed": 1}
    assert report.from_ongoing == 1
    assert counts(report.tables["4.8"], "m00") == {"exercise": 1}, "table 4.8 knows the start form alone"


def test_a_start_form_made_later_takes_the_place(desk: Desk) -> None:
    made = at_start(1)
    made.submissions.append(form("ongoing_form", START + timedelta(60), M02, employment="unemployed"))
    made.submissions.append(form("start_form", START + timedelta(90), Occasion.M00, employment="employed"))
    before = report_of(desk, made, on=START + timedelta(89)).tables["4.10b"]
    assert counts(before, "m00") == {"unemployed": 1}
    assert counts(report_of(desk, made).tables["4.10b"], "m00") == {"employed": 1}


@pytest.mark.parametrize(
    ("key", "question"),
    [
        ("4.9", "wants_help_finances"),
        ("4.11a", "has_debt"),
        ("4.13b", "in_mental_treatment"),
        ("4.13b", "physical_problem"),
        ("4.14a", "misuse"),
        ("4.15a", "partner"),
        ("4.15a", "children"),
        ("4.15b", "knows_siblings"),
    ],
)
def test_yes_has_its_own_denominator(desk: Desk, key: str, question: str) -> None:
    told: tuple[Value | AnswerState, ...] = (True, False, AnswerState.NOT_RELEVANT, DONT_KNOW)
    people = [started_with(number, **{question: one}) for number, one in enumerate(told, 1)]
    table = report_of(desk, *people).tables[key]
    assert cell(table, question, "m00") == Cell(1, 2, 2)


@pytest.mark.parametrize(
    ("key", "question", "given"),
    [
        ("4.10b", "employment", "activation"),
        ("F4.1", "trouble_paying_housing", "some"),
        ("F4.2", "weak_network", "high"),
    ],
)
def test_one_answer_of_the_start_form(desk: Desk, key: str, question: str, given: str) -> None:
    table = report_of(desk, started_with(1, **{question: given}), started_with(2)).tables[key]
    assert cell(table, given, "m00") == Cell(1, 1, 1)


def test_4_12_counts_all_without_a_home_together(desk: Desk) -> None:
    people = [started_with(i, housing=one) for i, one in enumerate(("shelter", "street", "homeless", "rented"), 1)]
    assert counts(report_of(desk, *people).tables["4.12"], "m00") == {"homeless": 3, "rented": 1}


@pytest.mark.parametrize(("key", "question"), [("4.10a", "income_source"), ("4.13a", "mental_difficulties")])
def test_several_answers_of_the_start_form(desk: Desk, key: str, question: str) -> None:
    chosen = {"income_source": ("wage", "cash_benefit"), "mental_difficulties": ("adhd", "double_life")}[question]
    table = report_of(desk, started_with(1, **{question: chosen}), started_with(2, **{question: DONT_KNOW})).tables[key]
    assert counts(table, "m00") == dict.fromkeys(chosen, 1)
    assert cell(table, chosen[0], "m00") == Cell(1, 1, 1)


@pytest.mark.parametrize(
    ("key", "parent", "question"),
    [("4.11b", "has_debt", "debt_to_bank"), ("4.14b", "misuse", "misuse_cannabis")],
)
def test_kinds_are_asked_of_those_who_have_it(desk: Desk, key: str, parent: str, question: str) -> None:
    people = (
        started_with(1, **{parent: True, question: True}),
        started_with(2, **{parent: True, question: False}),
        started_with(3, **{parent: True}),
        started_with(4, **{parent: False}),
    )
    assert cell(report_of(desk, *people).tables[key], question, "m00") == Cell(1, 2, 1)


def test_choices_narrow_whose_courses_are_counted(desk: Desk) -> None:
    people = (registered(1, goal="exit"), registered(2, goal="better_conditions"), at_start(3, worker="B", project="X"))
    assert report_of(desk, *people).people == 3
    assert report_of(desk, goal="exit").people == 1
    assert report_of(desk, workers=("B",)).people == 1
    assert report_of(desk, workers=("B",), projects=("Odense",)).people == 0
    assert report_of(desk, first=START + timedelta(1)).people == 0
    assert report_of(desk, last=START).people == 3
