"""What the made-up citizens and their workers said, question by question, with exactly the published counts."""

from collections.abc import Iterable, Mapping, Sequence

from evaluation.published.figures import (
    AT_START,
    MEETINGS,
    METHOD,
    NEEDS_MET,
    OTHER_CONTACT,
    OUTCOMES,
    REGISTERED,
    Share,
)
from evaluation.published.people import EVERYBODY, NO_SERVICES_AT_END, with_form, with_reading
from evaluation.published.spread import chosen, shared_out, some
from exit_desktop.domain.answers import Value
from exit_desktop.domain.calendar import Occasion

Said = dict[int, Value | set[str]]
"""What each person who answered said; a set where several may be chosen. Who is not in it did not answer."""

START_FORMS = with_form(Occasion.M00)
_INSTEAD = [person for person in with_form(Occasion.M02) if person not in START_FORMS][:4]
"""Four without a start form: their first ongoing form tells of the start (S004 note 9)."""
KNOWN_AT_START = sorted([*START_FORMS[:48], *_INSTEAD])
_NO_EXPERIENCE = 6


def rows_of(shares: Iterable[Share], table: str, column: str = "") -> dict[str, Share]:
    """Return the figures of a table by row."""
    return {share.row: share for share in shares if share.table == table and column in ("", share.column)}


def _parts(shares: Mapping[str, Share], of: Sequence[int], name: str) -> Said:
    return dict(shared_out(of, {row: share.count for row, share in shares.items()}, name))


def _yes(share: Share, of: Sequence[int]) -> Said:
    """Return yes and no of as many as answered."""
    asked = some(of, share.answered, f"asked {share.row} {share.column}")
    yes = some(asked, share.count, f"yes {share.row} {share.column}")
    return {person: person in yes for person in asked}


def _several(shares: Mapping[str, Share], of: Sequence[int], otherwise: str, name: str) -> Said:
    asked = some(of, next(iter(shares.values())).answered, f"asked {name}")
    return dict(chosen(asked, {row: share.count for row, share in shares.items()}, otherwise, name))


def registration() -> dict[str, Said]:
    """Return the answers of the registration."""
    goal = _parts(rows_of(REGISTERED, "4.3a"), EVERYBODY, "goal")
    other_goal = [person for person in EVERYBODY if goal[person] == "better_conditions"]
    without = some(other_goal, _NO_EXPERIENCE, "no experience")
    told = [person for person in EVERYBODY if person not in without]
    age = _parts(rows_of(REGISTERED, "4.4c"), some(EVERYBODY, 59, "asked age"), "age")
    among_61 = some(EVERYBODY, 61, "asked education")
    return {
        "goal": goal,
        "gender": _parts(rows_of(REGISTERED, "4.4a"), EVERYBODY, "gender"),
        "citizenship": _parts(rows_of(REGISTERED, "4.4b"), EVERYBODY, "citizenship"),
        "age": {person: _years(str(band), person) for person, band in age.items()},
        "school": _some_without_school(_parts(rows_of(REGISTERED, "4.5a"), EVERYBODY, "school")),
        "qualifying_education": _parts(rows_of(REGISTERED, "4.5b"), among_61, "education"),
        "first_sale": _parts(rows_of(REGISTERED, "4.6a"), EVERYBODY, "first sale"),
        "last_sale": _last_sale([person for person in other_goal if person in told], told),
        "arena": _several(rows_of(REGISTERED, "4.7a"), told, "online", "arena"),
        "payment": _several(rows_of(REGISTERED, "4.7b"), told, "other", "payment"),
    }


def _years(band: str, person: int) -> int:
    first, last = {"from_18_to_30": (18, 30), "from_31_to_40": (31, 40), "from_41_to_50": (41, 50)}[band]
    return first + 5 * person % (last - first + 1)


def _some_without_school(school: Said) -> Said:
    """Return the schooling with two who never went to school: the report counts them with grades 1 to 6."""
    low = [person for person, said in school.items() if said == "grades_1_to_6"]
    return {person: "none" if person in low[:2] else said for person, said in school.items()}


def _last_sale(other_goal: Sequence[int], told: Sequence[int]) -> Said:
    """Return when each sold last: of the 33 whose goal is better conditions 14 not within a year."""
    rows = rows_of(REGISTERED, "4.6b")
    long_ago = some(other_goal, rows_of(REGISTERED, "4.3b")["not_within_a_year"].count, "not within a year")
    others = [person for person in told if person not in other_goal]
    not_lately = rows["over_two_years"].count + rows["one_to_two_years"].count
    long_ago += some(others, not_lately - len(long_ago), "not within a year, other goal")
    older = some(long_ago, rows["over_two_years"].count, "over two years")
    said = {person: "one_to_two_years" if person in long_ago else "under_one_year" for person in told}
    return {**said, **dict.fromkeys(older, "over_two_years")}


def services_at_start() -> Said:
    """Return the services at the start, of start forms alone: six of 43 had none (S004 table 4.8)."""
    rows = rows_of(AT_START, "4.8")
    asked = some(START_FORMS, rows["none"].answered, "asked services")
    none = some(asked, rows["none"].count, "no services")
    counts = {row: share.count for row, share in rows.items() if row != "none"}
    held = chosen([person for person in asked if person not in none], counts, "other", "services")
    return {**held, **{person: {"none"} for person in none}}


def status_at_start() -> dict[str, Said]:
    """Return the other answers of the status block at the start."""
    known = KNOWN_AT_START
    debt = _yes(rows_of(AT_START, "4.11a")["has_debt"], known)
    misuse = _yes(rows_of(AT_START, "4.14a")["misuse"], known)
    owing = [person for person, said in debt.items() if said]
    misusing = [person for person, said in misuse.items() if said]
    return {
        "income_source": _several(rows_of(AT_START, "4.10a"), known, "other", "income"),
        "employment": _parts(rows_of(AT_START, "4.10b"), known, "employment"),
        "has_debt": debt,
        **{row: _yes(share, owing) for row, share in rows_of(AT_START, "4.11b").items()},
        "housing": _homes(_parts(rows_of(AT_START, "4.12"), known, "housing")),
        "trouble_paying_housing": _parts(rows_of(AT_START, "F4.1"), known, "trouble"),
        "mental_difficulties": _several(rows_of(AT_START, "4.13a"), known, "none", "difficulties"),
        "misuse": misuse,
        **{row: _yes(share, misusing) for row, share in rows_of(AT_START, "4.14b").items()},
        "weak_network": _parts(rows_of(AT_START, "F4.2"), known, "network"),
        **{
            row: _yes(share, known)
            for table in ("4.9", "4.13b", "4.15a", "4.15b")
            for row, share in rows_of(AT_START, table).items()
        },
    }


def _homes(housing: Said) -> Said:
    """Return the homes with the kinds of homelessness that the report counts as one."""
    kinds = ("homeless", "shelter", "crisis_centre", "with_acquaintances", "street")
    return {
        person: kinds[person % len(kinds)] if said == "homeless" else said for person, said in sorted(housing.items())
    }


_PAID = {Occasion.M00: 35, Occasion.M02: 18, Occasion.M04: 10, Occasion.M06: 12}
"""75 measurements with payment over the four occasions (S004 table 5.1 as read in domain 4.7 item 13)."""
_CONSIDERED = {Occasion.M00: 15, Occasion.M02: 8, Occasion.M04: 5, Occasion.M06: 10}


def selling() -> dict[Occasion, dict[str, Said]]:
    """Return the answers on selling at each occasion; one person does not answer at the start and after six months."""
    paid: dict[Occasion, list[int]] = {}
    made: dict[Occasion, dict[str, Said]] = {}
    for occasion in (Occasion.M00, *_LATER):
        people = with_reading(occasion)
        silent = some(people, 1, f"silent {occasion}") if occasion in (Occasion.M00, Occasion.M06) else []
        asked = [person for person in people if person not in silent]
        paid[occasion] = _who_paid(occasion, asked, paid)
        thought = [person for person in asked if person not in paid[occasion]]
        yes = some(thought, _CONSIDERED.get(occasion, 2), f"considered {occasion}")
        made[occasion] = {
            "paid_last_month": {person: person in paid[occasion] for person in asked},
            "considered_last_month": {person: person in yes for person in thought},
        }
    for occasion, said in _motivations(paid).items():
        made[occasion]["motivation"] = said
    return made


_LATER = (Occasion.M02, Occasion.M04, Occasion.M06, Occasion.M08, Occasion.M10, Occasion.END)


def _who_paid(occasion: Occasion, asked: Sequence[int], paid: Mapping[Occasion, Sequence[int]]) -> list[int]:
    """Return who was paid: later those of the start, and after two months five others, so that it is 40 people."""
    wanted = _PAID.get(occasion, 2)
    if occasion is Occasion.M00:
        return some(asked, wanted, "paid m00")
    before = {person for people in paid.values() for person in people}
    new = some([p for p in asked if p not in before], 5, "paid later") if occasion is Occasion.M02 else []
    return sorted([*new, *some([p for p in asked if p in before], wanted - len(new), f"paid {occasion}")])


def _motivations(paid: Mapping[Occasion, Sequence[int]]) -> dict[Occasion, Said]:
    rows = rows_of(OUTCOMES, "5.1p")
    forms = [(occasion, person) for occasion in _PAID for person in paid[occasion]]
    held = chosen(range(len(forms)), {row: share.count for row, share in rows.items()}, "other", "motivation")
    made: dict[Occasion, Said] = {occasion: {} for occasion in paid}
    for number, (occasion, person) in enumerate(forms):
        made[occasion][person] = held[number]
    for occasion in paid.keys() - _PAID.keys():
        made[occasion] = {person: {"living_costs"} for person in paid[occasion]}
    return made


def ongoing() -> dict[Occasion, dict[str, Said]]:
    """Return the answers of the ongoing forms at each occasion."""
    return {
        Occasion.M02: _first_phase(with_form(Occasion.M02)),
        Occasion.M06: _second_phase(with_form(Occasion.M06)),
        **{occasion: _between(occasion) for occasion in (Occasion.M04, Occasion.M08, Occasion.M10)},
    }


def _weekly(figure: tuple[str, int, int, int], of: Sequence[int], name: str) -> Said:
    """Return how often they met: once a week or more as published, the others less."""
    _, weekly, answered, _ = figure
    asked = some(of, answered, f"asked {name}")
    often = some(asked, weekly, name)
    often_said, seldom_said = ("several_a_week", "weekly"), ("every_second_week", "monthly", "less")
    return {person: often_said[person % 2] if person in often else seldom_said[person % 3] for person in asked}


def _first_phase(people: Sequence[int]) -> dict[str, Said]:
    rows = rows_of(METHOD, "6.4", "m02")
    plan = _yes(rows["plan_exists"], people)
    planned = [person for person, said in plan.items() if said]
    areas = some(people, 35, "areas m02")
    return {
        "phase": dict.fromkeys(people, 1),
        "meetings_frequency": _weekly(MEETINGS["m02"], people, "meetings m02"),
        "other_contact_frequency": _weekly(OTHER_CONTACT["m02"], people, "contact m02"),
        "plan_exists": plan,
        "citizen_took_part": {person: person != planned[0] for person in planned},
        "agreements_made": _yes(rows["agreements_made"], people),
        "areas_worked_on": dict(
            chosen(areas, {"mental_health": 25, "finances": 18, "education_work": 10}, "none", "a2")
        ),
        "activities_worked_on": dict(chosen(areas, _activities(35), "other", "activities m02")),
        **_hours(people, Occasion.M02, 36, 12),
    }


def _second_phase(people: Sequence[int]) -> dict[str, Said]:
    rows = rows_of(METHOD, "6.4", "m06")
    met = some(people, 39, "needs m06")
    return {
        "phase": dict.fromkeys(people, 2),
        "meetings_frequency": _weekly(MEETINGS["m06"], people, "meetings m06"),
        "other_contact_frequency": _weekly(OTHER_CONTACT["m06"], people, "contact m06"),
        "plan_exists": dict.fromkeys(people, True),
        "citizen_took_part": dict.fromkeys(people, True),
        "agreements_made": _yes(rows["agreements_made"], people),
        "plan_evaluated": _yes(rows["plan_evaluated"], people),
        "plan_adjusted": _yes(rows["plan_adjusted"], people),
        "needs_met": dict(shared_out(met, NEEDS_MET, "needs met")),
        "areas_worked_on": dict(chosen(met, {"mental_health": 20, "finances": 17, "education_work": 22}, "none", "a6")),
        "activities_worked_on": dict(chosen(met, _activities(39), "other", "activities m06")),
        **_hours(people, Occasion.M06, 35, 10),
    }


def _activities(people: int) -> dict[str, int]:
    """Return figure 6.6 in words: support talks nearly all, advice on benefits and contact to services about half."""
    return {"social_support_talks": people - 1, "benefits_advice": people // 2, "contact_to_services": people // 2 + 1}


def _between(occasion: Occasion) -> dict[str, Said]:
    people = with_form(occasion)
    phase = {Occasion.M04: 1, Occasion.M08: 2, Occasion.M10: 3}[occasion]
    hours = _hours(people, occasion, 20, 15) if occasion is Occasion.M04 else {}
    return {"phase": dict.fromkeys(people, phase), **hours}


HOURS = ("practical_tasks", "social_support", "coordination", "transport", "peer_sparring", "other")


def _hours(people: Sequence[int], occasion: Occasion, counted: int, mean: int) -> dict[str, Said]:
    """Return the hours of a month: `counted` from one to 39 with this mean; one more has none, one 44."""
    filled_in = some(people, counted + 2, f"hours {occasion}")
    kept = filled_in[:counted]
    total = {person: mean + (n % 5 - 2 if n < counted // 5 * 5 else 0) for n, person in enumerate(kept)}
    total |= {filled_in[-2]: 0, filled_in[-1]: 44}
    return {
        f"hours_{kind}": {p: hours // len(HOURS) + (n < hours % len(HOURS)) for p, hours in total.items()}
        for n, kind in enumerate(HOURS)
    }


def closing() -> dict[str, Said]:
    """Return the services at the end: 11 of 13 have any (S004 table 6.3)."""
    rows = rows_of(METHOD, "6.3")
    attached = [person for person in with_form(Occasion.END) if person not in NO_SERVICES_AT_END]
    counts = {row: share.count for row, share in rows.items() if row not in ("none", "other")}
    held = chosen(attached, counts, "", "services at the end")
    bare = [person for person, said in held.items() if said == {""}]
    more = some([p for p in attached if p not in bare], rows["other"].count - len(bare), "other services")
    said = {
        person: (services - {""}) | ({"other"} if person in (*bare, *more) else set())
        for person, services in held.items()
    }
    return {"services_now": {**said, **{person: {"none"} for person in NO_SERVICES_AT_END}}}
