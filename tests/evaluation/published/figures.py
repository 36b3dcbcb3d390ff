"""The published figures of S004 as data: table, row and column by key, how many of how many, and what is printed.

The keys are those of the program's own tables. Where what is printed cannot come from the printed N (domain 4.7 item
13), `printed` stays as it is and `reading` names what is asserted instead; the counts are those of that reading.
"""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Share:
    """A count of those who answered; `printed` is the per cent of the source, or None where it prints the count."""

    table: str
    row: str
    column: str
    count: int
    answered: int
    printed: int | None = None
    reading: str = ""


@dataclass(frozen=True, slots=True)
class Mean:
    """A mean of those who answered, as printed: in tenths, or in whole points where `whole`."""

    table: str
    row: str
    column: str
    answered: int
    printed: Fraction
    reading: str = ""
    whole: bool = False


def _shares(
    table: str, answered: int, rows: dict[str, tuple[int, int | None]], column: str = "m00", **readings: str
) -> list[Share]:
    return [
        Share(table, row, column, count, answered, printed, readings.get(row, ""))
        for row, (count, printed) in rows.items()
    ]


def _each(table: str, rows: dict[str, tuple[int, int, int | None]], column: str, **readings: str) -> list[Share]:
    """Return rows of which each has a denominator of its own."""
    return [
        Share(table, row, column, count, answered, printed, readings.get(row, ""))
        for row, (count, answered, printed) in rows.items()
    ]


_FORMS_MADE = {
    "life_situation": {"m00": 68, "m02": 39, "m04": 23, "m06": 36, "m08": 15, "m10": 16, "end": 8},
    "ongoing_form": {"m02": 40, "m04": 22, "m06": 40, "m08": 19, "m10": 15},
    "start_form": {"m00": 52},
    "closing_form": {"end": 13},
}
FORMS = [
    Share("3.2", row, column, count, 68) for row, columns in _FORMS_MADE.items() for column, count in columns.items()
]

_TOWNS = {"Aalborg": (3, 5), "Aarhus": (1, 10), "København": (7, 27), "Odense": (2, 13)}
BY_TOWN = [
    Share("4.1", town, column, count, total)
    for town, counts in _TOWNS.items()
    for column, count, total in zip(("closed", "active"), counts, (13, 55), strict=True)
]

NOT_STARTED = [
    *_shares("4.2a", 38, {"man": (2, None), "woman": (36, None)}, "all"),
    *_shares(
        "4.2b",
        38,
        {"danish": (31, None), "danish_and_other": (3, None), "other_or_unknown": (4, None)},
        "all",
    ),
    *_shares("4.2c", 38, {"yes": (20, None), "no_or_not_told": (18, None)}, "all"),
]

_NOT_BY_61 = "12 % is not reachable with 61 people (it is with 60): 7 of 61"
REGISTERED = [
    *_shares("4.3a", 68, {"exit": (29, 43), "better_conditions": (39, 57)}),
    *_shares(
        "4.3b",
        33,
        {"not_within_a_year": (14, 42)},
        not_within_a_year="42 % is not reachable with 39 people: of the 33 who told when",
    ),
    *_shares("4.4a", 68, {"woman": (62, 91), "man": (4, 6), "trans": (2, 3)}),
    *_shares("4.4b", 68, {"other": (7, 10), "danish": (61, 90)}),
    *_shares("4.4c", 59, {"from_18_to_30": (29, 49), "from_31_to_40": (18, 31), "from_41_to_50": (12, 20)}),
    *_shares("4.5a", 68, {"grades_1_to_6": (8, 12), "grades_7_to_10": (41, 60), "upper_secondary": (19, 28)}),
    *_shares("4.5b", 61, {"none": (47, 77), "vocational": (10, 16), "higher": (4, 7)}),
    *_shares("4.6a", 68, {"over_four_years": (49, 72), "one_to_four_years": (12, 18), "under_one_year": (7, 10)}),
    *_shares("4.6b", 62, {"over_two_years": (5, 8), "one_to_two_years": (13, 21), "under_one_year": (44, 71)}),
    *_shares(
        "4.7a",
        61,
        {
            "clinic": (29, 48),
            "street": (16, 26),
            "own_home": (12, 20),
            "discreet": (8, 13),
            "customer_home": (17, 28),
            "hotel": (17, 28),
            "booths": (9, 15),
        },
    ),
    *_shares(
        "4.7b",
        61,
        {
            "money": (50, 82),
            "drugs": (12, 20),
            "alcohol": (2, 3),
            "lodging": (7, 12),
            "food": (4, 7),
            "protection": (3, 5),
        },
        lodging=_NOT_BY_61,
    ),
]

AT_START = [
    *_shares(
        "4.8",
        43,
        {
            "substitution_treatment": (9, 21),
            "psychiatric_treatment": (7, 16),
            "network_groups": (7, 16),
            "none": (6, 14),
        },
    ),
    *_each(
        "4.9",
        {
            "wants_help_finances": (36, 49, 74),
            "wants_help_housing": (26, 47, 55),
            "wants_help_network": (21, 45, 47),
            "wants_help_mental_health": (36, 48, 75),
            "wants_help_physical_health": (19, 44, 43),
            "wants_help_substance_misuse": (14, 45, 31),
            "wants_help_education_work": (37, 48, 77),
            "wants_help_daily_activities": (25, 45, 56),
        },
        "m00",
        wants_help_finances="74 % is not reachable with 49 people: 36 of 49 are 73 %",
    ),
    *_shares(
        "4.10a",
        49,
        {
            "selling_sex": (12, 25),
            "wage": (2, 4),
            "student_grant": (5, 10),
            "cash_benefit": (27, 55),
            "disability_pension": (7, 14),
            "old_age_pension": (1, 2),
        },
        selling_sex="25 % is not reachable with 49 people: 12 of 49 are 24 %",
    ),
    *_shares(
        "4.10b",
        49,
        {
            "activation": (7, 14),
            "employed": (3, 6),
            "unemployed": (21, 43),
            "on_sick_leave": (11, 22),
            "in_education": (7, 14),
        },
    ),
    *_shares("4.11a", 42, {"has_debt": (36, 86)}),
    *_each(
        "4.11b",
        {
            "debt_to_bank": (18, 33, 55),
            "debt_to_consumer_credit": (22, 36, 61),
            "debt_to_partner": (1, 28, 4),
            "debt_to_friends_family": (11, 34, 32),
            "debt_to_public": (32, 36, 89),
            "debt_to_selling_circle": (4, 31, 13),
            "debt_to_drug_circle": (7, 36, 19),
            "debt_to_others": (12, 34, 35),
        },
        "m00",
        **dict.fromkeys(
            ("debt_to_bank", "debt_to_partner", "debt_to_friends_family", "debt_to_selling_circle", "debt_to_others"),
            "not reachable with 36 people: the kinds have differing N",
        ),
    ),
    *_shares("4.12", 48, {"homeless": (16, 33), "owned": (4, 8), "rented": (28, 58)}),
    *_shares(
        "F4.1",
        41,
        {"high": (10, None), "some": (8, None), "little": (8, None), "not_at_all": (15, None)},
        not_at_all="printed as about 36 and as good 35; the bars are lost",
    ),
    *_shares(
        "4.13a",
        49,
        {
            "depression_mania": (25, 51),
            "stress_anxiety": (34, 69),
            "personality_disorder": (7, 14),
            "sleeplessness": (21, 43),
            "voices_psychosis": (3, 6),
            "from_substances": (5, 10),
            "adhd": (7, 14),
            "eating_disorder": (8, 16),
            "double_life": (13, 27),
        },
    ),
    *_each("4.13b", {"in_mental_treatment": (21, 49, 43), "physical_problem": (17, 46, 37)}, "m00"),
    *_shares("4.14a", 47, {"misuse": (26, 55)}),
    *_each(
        "4.14b",
        {"misuse_alcohol": (8, 23, 35), "misuse_hard_drugs": (16, 25, 64), "misuse_cannabis": (13, 23, 57)},
        "m00",
    ),
    *_shares(
        "F4.2",
        47,
        {"high": (16, None), "some": (12, None), "little": (10, None), "not_at_all": (9, None)},
        high="printed in words: more than half, about six of ten to a high or some degree",
    ),
    *_shares("4.15a", 48, {"partner": (13, 27), "children": (21, 44)}),
    *_each(
        "4.15b",
        {
            "knows_partner": (14, 19, 74),
            "knows_siblings": (10, 27, 37),
            "knows_parents": (15, 32, 47),
            "knows_children": (8, 20, 40),
            "knows_other_family": (10, 25, 40),
            "knows_friends": (18, 29, 62),
        },
        "m00",
    ),
]

_NOT_68, _NOT_36 = (
    "not reachable with 68 people: one did not answer",
    "not reachable with 36 people: one did not answer",
)
_ONE_SILENT = "the N is the one that the other reading of the same question shows"
OUTCOMES = [
    Share("F5.2", "at_risk", "m00", 45, 68, 66),
    Share("F5.2", "at_risk", "m06", 16, 36, 44),
    Share("F5.3", "improved", "m02", 20, 39, 51),
    Share("F5.3", "improved", "m06", 22, 36, 61),
    Share("F5.4", "paid_last_month", "m00", 35, 67, 52, _NOT_68),
    Share("F5.4", "paid_last_month", "m06", 12, 35, 34, _NOT_36),
    Share("F5.5", "paid_or_considered", "m00", 50, 67, 75, _ONE_SILENT),
    Share("F5.5", "paid_or_considered", "m06", 22, 35, 63, _NOT_36),
    *_shares(
        "5.1p",
        75,
        {
            "social_environment": (25, 33),
            "living_costs": (44, 59),
            "debt": (9, 12),
            "substances": (18, 24),
            "goods": (8, 11),
            "pressed": (2, 3),
            "education": (1, 1),
            "no_alternative": (11, 15),
            "likes_it": (10, 13),
        },
        "m00_to_m06",
        **dict.fromkeys(
            ("living_costs", "debt", "substances", "goods", "education"),
            "not reachable with 40 people: of 75 measurements over the four occasions",
        ),
    ),
    *_shares(
        "5.2", 39, {"regression": (5, 13), "no_change": (6, 15), "moderate": (18, 46), "substantial": (10, 26)}, "m02"
    ),
    *_shares(
        "5.2", 36, {"regression": (2, 6), "no_change": (8, 22), "moderate": (10, 28), "substantial": (16, 44)}, "m06"
    ),
]

AREAS = (
    "motivation",
    "self_care",
    "money",
    "network",
    "substance",
    "physical_health",
    "mental_health",
    "time_use",
    "housing",
    "offending",
)
AREA_MEANS = {
    "m00": (68, (53, 73, 56, 56, 68, 64, 49, 51, 75, 84)),
    "m02": (39, (61, 80, 59, 63, 72, 67, 58, 62, 79, 83)),
    "m04": (23, (61, 77, 66, 63, 73, 70, 57, 58, 83, 82)),
    "m06": (36, (68, 83, 68, 73, 76, 69, 64, 63, 84, 90)),
}
"""Table 5.3 in tenths, in the order of the areas."""

_DIFFERENCES = (15, 10, 12, 17, 8, 5, 15, 12, 9, 6)
_WHOLE = {"m00": (5, 7, 6, 6, 7, 6, 5, 5, 8, 8), "m06": (7, 8, 7, 7, 8, 7, 6, 6, 8, 9)}
MEANS = [
    Mean("F5.1", "who5_index", "m00", 68, Fraction(40), whole=True),
    Mean("F5.1", "who5_index", "m06", 36, Fraction(51), whole=True),
    Mean("F5.6", "ten_areas", "m00", 68, Fraction(63, 10)),
    Mean("F5.6", "ten_areas", "m06", 36, Fraction(74, 10)),
    *(
        Mean("5.3", area, column, answered, Fraction(tenths, 10))
        for column, (answered, row) in AREA_MEANS.items()
        for area, tenths in zip(AREAS, row, strict=True)
    ),
    *(Mean("5.3d", area, "m06", 36, Fraction(tenths, 10)) for area, tenths in zip(AREAS, _DIFFERENCES, strict=True)),
    *(
        Mean("F5.7", area, column, AREA_MEANS[column][0], Fraction(points), whole=True)
        for column, row in _WHOLE.items()
        for area, points in zip(AREAS, row, strict=True)
    ),
    Mean("6.1", "to_phase_two", "recorded", 19, Fraction(41, 10), "table 3.2 has 22 forms of this occasion"),
    Mean("6.1", "to_phase_three", "recorded", 18, Fraction(81, 10), "table 3.2 has 19 forms of this occasion"),
    Mean("F6.3", "hours", "m02", 36, Fraction(12), "printed as about 12; its N is lost", whole=True),
    Mean("F6.3", "hours", "m04", 20, Fraction(15), "printed as about 15; its N is lost", whole=True),
    Mean("F6.3", "hours", "m06", 35, Fraction(10), "printed as about 10; its N is lost", whole=True),
]

_POOLED = "99 % is not reachable with 39 people: 73 of 74 forms of both phases"
METHOD = [
    *_shares("6.2a", 13, {"full": (7, None), "early": (6, None)}, "all"),
    Share("6.2b", "from_12_to_13", "full", 7, 7),
    *_shares("6.2b", 6, {"from_10_to_11": (1, None), "from_5_to_6": (4, None), "from_3_to_4": (1, None)}, "early"),
    *_shares(
        "6.2c", 6, {"no_longer_needed": (2, None), "citizens_wish": (2, None), "lost_contact": (2, None)}, "early"
    ),
    *_shares(
        "6.3",
        13,
        {
            "housing_support": (2, None),
            "financial_advice": (1, None),
            "social_drug_treatment": (1, None),
            "psychiatric_treatment": (1, None),
            "psychologist": (3, None),
            "somatic_treatment": (2, None),
            "exercise": (2, None),
            "education_guidance": (2, None),
            "job_coaching": (1, None),
            "activation": (1, None),
            "other": (7, None),
            "none": (2, None),
        },
        "all",
    ),
    Share("6.4", "plan_exists", "m02", 34, 35, 97),
    Share("6.4p", "citizen_took_part", "m02_and_m06", 73, 74, 99, _POOLED),
    Share("6.4", "agreements_made", "m02", 28, 34, 82),
    Share("6.4", "agreements_made", "m06", 35, 37, 95),
    Share("6.4", "plan_evaluated", "m06", 27, 34, 79),
    Share("6.4", "plan_adjusted", "m06", 21, 35, 60, "60 % is not reachable with 37 people: 21 of 35"),
]

MEETINGS = {"m02": ("F6.1", 27, 40, 68), "m06": ("F6.1", 12, 40, 30)}
OTHER_CONTACT = {"m02": ("F6.2", 36, 40, 90), "m06": ("F6.2", 28, 40, 70)}
"""By occasion: table, how many once a week or more (its first two rows together), of how many, per cent."""

NEEDS_MET = {"high": 21, "some": 13, "little": 4, "not_at_all": 1}
"""Figure 6.4 of 39 at m06: more than half, about a third, few."""

SHARES = [*FORMS, *BY_TOWN, *NOT_STARTED, *REGISTERED, *AT_START, *OUTCOMES, *METHOD]
