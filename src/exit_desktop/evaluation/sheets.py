"""Which questions the published tables count, measure by measure, with the options in the order of the report.

Keys and options are those of the instrument files (a test holds them against each other). Raise `LAYOUT` with every
change: what was counted before is then counted anew.
"""

from exit_desktop.domain.answers import Respondent
from exit_desktop.domain.plans import FocusArea
from exit_desktop.domain.scoring import AREA_KEYS, WHO5_KEYS
from exit_desktop.evaluation.codes import Field, Measure, Shape, Sheet

LAYOUT = 1

DEGREE = ("high", "some", "little", "not_at_all")
FREQUENCY = ("several_a_week", "weekly", "every_second_week", "monthly", "less", "none")
FOCUS_AREAS = tuple(area.value for area in FocusArea)
SERVICES = (
    "substitution_treatment",
    "psychiatric_treatment",
    "network_groups",
    "housing_support",
    "financial_advice",
    "social_drug_treatment",
    "psychologist",
    "somatic_treatment",
    "exercise",
    "education_guidance",
    "job_coaching",
    "activation",
    "other",
    "none",
)
HEARD_FROM = ("own_initiative", "ngo", "kc", "cmm", "municipal", "other")
HEARD_FOLDS = (("treatment_centre", "municipal"), ("job_centre", "municipal"))
GENDERS = ("woman", "man", "trans")
GENDER_FOLDS = (("other", ""), ("undisclosed", ""))
DEBTS = (
    "debt_to_bank",
    "debt_to_consumer_credit",
    "debt_to_partner",
    "debt_to_friends_family",
    "debt_to_public",
    "debt_to_selling_circle",
    "debt_to_drug_circle",
    "debt_to_others",
)
KNOWS = (
    "knows_partner",
    "knows_siblings",
    "knows_parents",
    "knows_children",
    "knows_other_family",
    "knows_friends",
)
MISUSES = ("misuse_alcohol", "misuse_hard_drugs", "misuse_cannabis")
WANTS = tuple(f"wants_help_{area}" for area in FOCUS_AREAS)


def _single(key: str, *options: str, folds: tuple[tuple[str, str], ...] = ()) -> Field:
    return Field(key, Shape.SINGLE, options, folds)


def _several(key: str, *options: str) -> Field:
    return Field(key, Shape.SEVERAL, options)


def _yes_no(*keys: str) -> tuple[Field, ...]:
    return tuple(Field(key, Shape.YES_NO) for key in keys)


def _scales(lowest: int, highest: int, *keys: str) -> tuple[Field, ...]:
    return tuple(Field(key, Shape.SCALE, lowest=lowest, highest=highest) for key in keys)


REGISTRATION = Sheet(
    Measure.REGISTRATION,
    Respondent.CITIZEN,
    (
        _single("gender", *GENDERS, folds=GENDER_FOLDS),
        _single("age", "under_18", "from_18_to_30", "from_31_to_40", "from_41_to_50", "over_50"),
        _single("citizenship", "other", "danish"),
        _single("school", "grades_1_to_6", "grades_7_to_10", "upper_secondary", folds=(("none", "grades_1_to_6"),)),
        _single("qualifying_education", "none", "vocational", "higher"),
        _single("goal", "exit", "better_conditions"),
        _single("first_sale", "over_four_years", "one_to_four_years", "under_one_year"),
        _single("last_sale", "over_two_years", "one_to_two_years", "under_one_year"),
        _several(
            "arena",
            "clinic",
            "street",
            "own_home",
            "discreet",
            "customer_home",
            "hotel",
            "booths",
            "escort",
            "bar",
            "online",
            "other",
            "none",
        ),
        _several("payment", "money", "drugs", "alcohol", "lodging", "food", "protection", "other", "none"),
        _single("heard_from", *HEARD_FROM, folds=HEARD_FOLDS),
    ),
)
STAR = Sheet(Measure.STAR, Respondent.CITIZEN, _scales(1, 10, *AREA_KEYS))
WHO5 = Sheet(Measure.WHO5, Respondent.CITIZEN, _scales(0, 5, *WHO5_KEYS))
SELLING = Sheet(
    Measure.SELLING,
    Respondent.CITIZEN,
    (
        _single("goal", "exit", "better_conditions"),
        *_yes_no("paid_last_month", "considered_last_month"),
        _several(
            "motivation",
            "social_environment",
            "living_costs",
            "debt",
            "substances",
            "goods",
            "pressed",
            "education",
            "no_alternative",
            "likes_it",
            "other",
            "none",
        ),
    ),
)
STATUS = Sheet(
    Measure.STATUS,
    Respondent.WORKER,
    (
        _several("services_now", *SERVICES),
        _several(
            "income_source",
            "selling_sex",
            "wage",
            "student_grant",
            "cash_benefit",
            "disability_pension",
            "old_age_pension",
            "unemployment_benefit",
            "sickness_benefit",
            "resource_programme",
            "other",
            "none",
        ),
        *_yes_no("has_debt", *DEBTS),
        _single("employment", "activation", "employed", "unemployed", "on_sick_leave", "in_education"),
        _single(
            "housing",
            "homeless",
            "owned",
            "rented",
            "other",
            folds=tuple((key, "homeless") for key in ("with_acquaintances", "shelter", "crisis_centre", "street")),
        ),
        _single("trouble_paying_housing", *DEGREE),
        _single("weak_network", *DEGREE),
        *_yes_no("partner", "children", *KNOWS),
        _several(
            "mental_difficulties",
            "depression_mania",
            "stress_anxiety",
            "personality_disorder",
            "sleeplessness",
            "voices_psychosis",
            "from_substances",
            "adhd",
            "eating_disorder",
            "double_life",
            "other",
            "none",
        ),
        *_yes_no("in_mental_treatment", "physical_problem", "misuse", *MISUSES, *WANTS),
    ),
)
ONGOING = Sheet(
    Measure.ONGOING,
    Respondent.WORKER,
    (
        *_scales(1, 3, "phase"),
        _single("meetings_frequency", *FREQUENCY),
        _single("other_contact_frequency", *FREQUENCY),
        *_yes_no("plan_exists", "citizen_took_part", "agreements_made"),
        _single("needs_met", *DEGREE),
        *_yes_no("plan_evaluated", "plan_adjusted"),
        _several("areas_worked_on", *FOCUS_AREAS, "none"),
        _several(
            "activities_worked_on",
            "social_support_talks",
            "benefits_advice",
            "contact_to_services",
            "practical_support",
            "coordination",
            "mediation",
            "finances_debt",
            "housing",
            "treatment",
            "education_work",
            "leisure",
            "other",
            "none",
        ),
    ),
)
CLOSING = Sheet(
    Measure.CLOSING,
    Respondent.WORKER,
    (
        _several("services_now", *SERVICES),
        _single("goal_reached", *DEGREE),
        *_yes_no("long_term_plan", "responsible_actor"),
    ),
)
ENQUIRY = Sheet(
    Measure.REGISTRATION,
    Respondent.WORKER,
    (
        _single("gender", *GENDERS, folds=GENDER_FOLDS),
        _single("citizenship", "danish", "danish_and_other", "other_or_unknown"),
        *_yes_no("referred_on"),
        _single(
            "reason", "did_not_wish", "outside_target_group", "single_issue_advice", "supported_elsewhere", "other"
        ),
        _single("heard_from", *HEARD_FROM, folds=HEARD_FOLDS),
    ),
)
SHEETS = {sheet.measure: sheet for sheet in (REGISTRATION, STAR, WHO5, SELLING, STATUS, ONGOING, CLOSING)}
