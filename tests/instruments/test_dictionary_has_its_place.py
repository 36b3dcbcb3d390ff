"""Every row of the evaluation's data dictionary has its place: a question of an instrument or a field of the course."""

from dataclasses import dataclass, fields

import pytest

from exit_desktop.domain.answers import AnswerState, Respondent
from exit_desktop.domain.calendar import Calendar, Closing
from exit_desktop.domain.citizens import Citizen
from exit_desktop.domain.courses import Course
from exit_desktop.domain.not_started import Enquiry
from exit_desktop.domain.plans import Activity, Focus, PlanVersion, Wish
from exit_desktop.domain.submissions import Submission
from exit_desktop.instruments.catalogue import Catalogue
from exit_desktop.instruments.definition import Kind, Question
from exit_desktop.system.resources import resource_folder

ANY = -1
STATUS = "start_form ongoing_form closing_form"
AREAS = "finances housing network mental_health physical_health substance_misuse education_work daily_activities"
WORK = "practical_tasks social_support coordination transport peer_sparring other"


@dataclass(frozen=True)
class Row:
    """One row of the dictionary: where it is asked, under which keys, with how many answers to choose from."""

    variable: str
    instruments: str
    keys: str
    answers: int


ROWS = (
    # Registration at creation
    Row("municipality or project", "registration", "project", ANY),
    Row("gender", "registration", "gender", 5),
    Row("age at start", "registration", "age", 5),
    Row("citizenship", "registration", "citizenship", 2),
    Row("highest school", "registration", "school", 4),
    Row("highest qualifying education", "registration", "qualifying_education", 3),
    Row("goal", "registration", "goal", 2),
    Row("first sold", "registration", "first_sale", 3),
    Row("last sold", "registration", "last_sale", 3),
    Row("arena, latest", "registration", "arena", 12),
    Row("payment kind, latest", "registration", "payment", 8),
    # Life situation, well-being, selling
    Row("ten areas", "life_situation", "motivation self_care money network substance", 10),
    Row("ten areas", "life_situation", "physical_health mental_health time_use housing offending", 10),
    Row("WHO-5", "who5", "cheerful calm active rested interested", 6),
    Row("goal now", "selling", "goal", 2),
    Row("paid, last month", "selling", "paid_last_month", 2),
    Row("considered it, last month", "selling", "considered_last_month", 2),
    Row("motivation", "selling", "motivation", 11),
    # Status block of the three forms
    Row("services attached now", STATUS, "services_now", 14),
    Row("wants service, per area", STATUS, " ".join(f"wants_help_{area}" for area in AREAS.split()), 2),
    Row("extent to which it could be met, per area", STATUS, " ".join(f"need_met_{area}" for area in AREAS.split()), 4),
    Row("main income", STATUS, "income_source", 11),
    Row("employment", STATUS, "employment", 5),
    Row("has debt", STATUS, "has_debt", 2),
    Row("debt to", STATUS, "debt_to_bank debt_to_consumer_credit debt_to_partner debt_to_friends_family", 2),
    Row("debt to", STATUS, "debt_to_public debt_to_selling_circle debt_to_drug_circle debt_to_others", 2),
    Row("housing", STATUS, "housing", 8),
    Row("trouble paying housing", STATUS, "trouble_paying_housing", 4),
    Row("mental difficulties", STATUS, "mental_difficulties", 11),
    Row("in mental-health treatment", STATUS, "in_mental_treatment", 2),
    Row("long-term physical problem or disability", STATUS, "physical_problem", 2),
    Row("misuse of alcohol or drugs", STATUS, "misuse", 2),
    Row("misuse kind", STATUS, "misuse_alcohol misuse_hard_drugs misuse_cannabis", 2),
    Row("weak or missing network", STATUS, "weak_network", 4),
    Row("partner; children", STATUS, "partner children", 2),
    Row("who knows", STATUS, "knows_partner knows_siblings knows_parents knows_children", 2),
    Row("who knows", STATUS, "knows_other_family knows_friends", 2),
    # Ongoing form
    Row("meetings in person", "ongoing_form", "meetings_frequency", 6),
    Row("other contact", "ongoing_form", "other_contact_frequency", 6),
    Row("hours this month", "ongoing_form", " ".join(f"hours_{kind}" for kind in WORK.split()), 7),
    Row("activity plan exists", "ongoing_form", "plan_exists", 2),
    Row("citizen took part in plan", "ongoing_form", "citizen_took_part", 2),
    Row("needed agreements with actors", "ongoing_form", "agreements_made", 2),
    Row("reasons", "ongoing_form", "plan_exists_why_not citizen_took_part_why_not agreements_made_why_not", ANY),
    Row("plan evaluated; adjusted", "ongoing_form", "plan_evaluated plan_adjusted", 2),
    Row("needs met in plan", "ongoing_form", "needs_met", 4),
    Row("areas worked on", "ongoing_form", "areas_worked_on", 9),
    Row("activities worked on", "ongoing_form", "activities_worked_on", 13),
    # Closing form
    Row("months", "closing_form", "months_in_course", 7),
    Row("ended in full or interrupted", "closing_form", "ended_how", 2),
    Row("reason if early", "closing_form", "early_reason", 4),
    Row("services at end", "closing_form", "services_now", 14),
    Row("goal reached", "closing_form", "goal_reached", 4),
    Row("long-term plan; responsible actor", "closing_form", "long_term_plan responsible_actor", 2),
    # Not started
    Row("gender", "not_started", "gender", 5),
    Row("citizenship", "not_started", "citizenship", 3),
    Row("how came to know", "not_started", "heard_from", 8),
    Row("reason", "not_started", "reason", 5),
    Row("sent on", "not_started", "referred_on", 2),
    Row("sent on, to what", "not_started", "referred_to", 9),
)
OPTIONS = {
    "income_source": "selling_sex wage student_grant cash_benefit disability_pension old_age_pension",
    "employment": "activation employed unemployed on_sick_leave in_education",
    "housing": "homeless owned rented",
    "trouble_paying_housing": "high some little not_at_all",
    "mental_difficulties": "depression_mania stress_anxiety personality_disorder sleeplessness voices_psychosis"
    " from_substances adhd eating_disorder double_life",
    "services_now": "substitution_treatment psychiatric_treatment network_groups none housing_support financial_advice"
    " social_drug_treatment psychologist somatic_treatment exercise education_guidance job_coaching activation other",
    "meetings_frequency": "several_a_week weekly every_second_week monthly less none",
    "areas_worked_on": AREAS,
    "activities_worked_on": "social_support_talks benefits_advice contact_to_services",
    "early_reason": "no_longer_needed citizens_wish lost_contact",
    "ended_how": "full early",
}
"""The answers that the evaluation printed, by question."""
ELSEWHERE = (
    ("self-chosen id", Citizen, "alias"),
    ("language of self-report", Submission, "language"),
    ("start date", Calendar, "start"),
    ("worker", Course, "owner"),
    ("date of the end", Closing, "on"),
    ("date of a form", Submission, "held_on"),
    ("not started: date", Enquiry, "on"),
    ("not started: municipality", Enquiry, "project"),
    ("plan: focus area", Focus, "area"),
    ("plan: wish in the citizen's words", Wish, "words"),
    ("plan: activity", Activity, "what"),
    ("plan: provider", Activity, "service"),
    ("plan: who does it", Activity, "who"),
    ("plan: responsible", Activity, "actor"),
    ("plan: deadline", Activity, "by"),
    ("plan: status", Activity, "status"),
    ("plan: agreement", Activity, "agreement"),
    ("plan: evaluation", Activity, "evaluation"),
    ("plan: date of the evaluation", Activity, "evaluated_on"),
    ("plan: goes on after the course", Activity, "goes_on_after"),
    ("plan: version", PlanVersion, "number"),
)


@pytest.fixture(scope="module")
def shipped() -> Catalogue:
    return Catalogue(resource_folder("instruments"))


def number_of_answers(question: Question) -> int:
    """Count what there is to choose from; a text has nothing to choose."""
    if question.kind is Kind.YES_NO:
        return 2
    if question.kind is Kind.SCALE:
        return len(question.steps())
    return len(question.options or question.bands) or ANY


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.variable}, {row.instruments.split()[0]}")
def test_a_row_of_the_dictionary_has_its_place(shipped: Catalogue, row: Row) -> None:
    for instrument in row.instruments.split():
        found = [shipped.get(instrument).question(key) for key in row.keys.split()]
        assert [number_of_answers(question) for question in found if question] == [row.answers] * len(found)


@pytest.mark.parametrize(("key", "options"), OPTIONS.items(), ids=OPTIONS)
def test_every_answer_that_was_printed_can_be_chosen(shipped: Catalogue, key: str, options: str) -> None:
    asked = [q for name in (*STATUS.split(), "not_started") for q in shipped.get(name).questions if q.key == key]
    assert asked
    assert all({option.key for option in question.options} >= set(options.split()) for question in asked)


@pytest.mark.parametrize(("variable", "where", "field"), ELSEWHERE, ids=[row[0] for row in ELSEWHERE])
def test_what_is_no_question_is_a_field(variable: str, where: type, field: str) -> None:
    assert field in {one.name for one in fields(where)}, variable


@pytest.mark.parametrize("other", ["ongoing_form", "closing_form"])
def test_the_status_block_is_the_same_in_the_three_forms(shipped: Catalogue, other: str) -> None:
    for question in shipped.get("start_form").questions:
        same = shipped.get(other).question(question.key)
        assert same is not None
        assert (same.kind, same.options, same.condition) == (question.kind, question.options, question.condition)
        assert (same.states, same.respondents) == (question.states, question.respondents)


def test_who_knows_can_be_irrelevant_or_unknown_and_neither_is_an_answer(shipped: Catalogue) -> None:
    knows = [q for q in shipped.get("start_form").questions if q.key.startswith("knows_")]
    assert len(knows) == 6
    assert all({AnswerState.NOT_RELEVANT, AnswerState.DONT_KNOW} <= set(q.states) for q in knows)


def test_the_forms_are_the_workers_answers(shipped: Catalogue) -> None:
    names = (*STATUS.split(), "not_started")
    assert {q.respondents for name in names for q in shipped.get(name).questions} == {(Respondent.WORKER,)}


def test_no_words_can_be_written_about_a_contact_that_did_not_start(shipped: Catalogue) -> None:
    questions = shipped.get("not_started").questions
    assert [q.key for q in questions if q.kind is Kind.TEXT] == []
    assert not any(option.own_words for q in questions for option in q.options)
