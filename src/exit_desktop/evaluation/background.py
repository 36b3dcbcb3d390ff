"""Who is in the courses: tables 3.2 and 4.1-4.15 and figures 4.1 and 4.2 of S004."""

from datetime import date

from exit_desktop.evaluation.asked import Asked, Condition, turned
from exit_desktop.evaluation.codes import MISSING_FROM, YES, Measure
from exit_desktop.evaluation.facts import EARLY_END, END, ONGOING_AT, READINGS, START, Facts
from exit_desktop.evaluation.sheets import DEBTS, ENQUIRY, KNOWS, MISUSES, REGISTRATION, WANTS
from exit_desktop.evaluation.table import Cell, ColumnsAre, ExactTable, RowsAre, Unit

FROM_ONGOING = "start_form_or_first_ongoing"
_INDEBTED: Condition = (("has_debt", YES),)
_MISUSING: Condition = (("misuse", YES),)


def _registered(key: str, question: str) -> Asked:
    return Asked(key, Measure.REGISTRATION, (question,), f"S004 table {key.rstrip('abcde')}")


def _at_start(key: str, source: str, *questions: str, only_if: Condition = ()) -> Asked:
    return Asked(key, Measure.STATUS, questions, f"S004 {source}", only_if=only_if, rule=FROM_ONGOING)


ASKED = (
    _registered("4.3a", "goal"),
    _registered("4.4a", "gender"),
    _registered("4.4b", "citizenship"),
    _registered("4.4c", "age"),
    _registered("4.5a", "school"),
    _registered("4.5b", "qualifying_education"),
    _registered("4.6a", "first_sale"),
    _registered("4.6b", "last_sale"),
    _registered("4.7a", "arena"),
    _registered("4.7b", "payment"),
    Asked("4.8", Measure.STATUS, ("services_now",), "S004 table 4.8", first_made=True, rule="start_form_alone"),
    _at_start("4.9", "table 4.9", *WANTS),
    _at_start("4.10a", "table 4.10", "income_source"),
    _at_start("4.10b", "table 4.10", "employment"),
    _at_start("4.11a", "table 4.11", "has_debt"),
    _at_start("4.11b", "table 4.11", *DEBTS, only_if=_INDEBTED),
    _at_start("4.12", "table 4.12", "housing"),
    _at_start("F4.1", "figure 4.1", "trouble_paying_housing"),
    _at_start("4.13a", "table 4.13", "mental_difficulties"),
    _at_start("4.13b", "table 4.13", "in_mental_treatment", "physical_problem"),
    _at_start("4.14a", "table 4.14", "misuse"),
    _at_start("4.14b", "table 4.14", *MISUSES, only_if=_MISUSING),
    _at_start("F4.2", "figure 4.2", "weak_network"),
    _at_start("4.15a", "table 4.15", "partner", "children"),
    _at_start("4.15b", "table 4.15", *KNOWS),
    Asked("4.16", Measure.REGISTRATION, ("heard_from",), "S004 chapter 4, of started courses"),
)

_FORMS = (
    ("registration", Measure.REGISTRATION, (START,)),
    ("life_situation", Measure.STAR, READINGS),
    ("who5", Measure.WHO5, READINGS),
    ("selling", Measure.SELLING, READINGS),
    ("start_form", Measure.STATUS, (START,)),
    ("ongoing_form", Measure.ONGOING, ONGOING_AT),
    ("closing_form", Measure.CLOSING, (END, EARLY_END)),
)
_FATES = ("made", "not_yet", "ended_before", "missed")


def forms_made(facts: Facts) -> ExactTable:
    """Table 3.2: how many have each form at each occasion; here `end` is every end, `end_early` those of them early."""
    people = len(facts.people)

    def cell(measure: Measure, occasion: str, asked_at: tuple[str, ...]) -> Cell:
        if occasion not in asked_at:
            return Cell(0, 0)
        count = sum(1 for other in facts.pile(measure, occasion).in_place_of if not other)
        if occasion == END:
            count += len(facts.pile(measure, EARLY_END).keys)
        return Cell(count, people)

    cells = tuple(tuple(cell(measure, occasion, at) for occasion in READINGS) for _, measure, at in _FORMS)
    rows = tuple(name for name, _, _ in _FORMS)
    looks = ColumnsAre.LOOKS
    return ExactTable("3.2", RowsAre.CHOICES, looks, Unit.PEOPLE, rows, READINGS, cells, "S004 table 3.2", "all_ends")


def reached(facts: Facts) -> ExactTable:
    """What became of each planned reading: made, not yet due, ended before it, or missed (the life situation).

    A course with phases of three months has no reading after ten months; of the end, a running course is not yet there.
    """
    made = {at: set(facts.pile(Measure.STAR, at).keys) for at in (*ONGOING_AT, END)}
    made[END] |= set(facts.pile(Measure.STAR, EARLY_END).keys)
    due = {(key, occasion): on for key, occasion, on in facts.dues}
    columns = []
    for occasion, keys in made.items():
        became = [_became(facts, key, due.get((key, occasion)), occasion) for key in _inside(facts) if key not in keys]
        counts = [len(keys), *(became.count(fate) for fate in _FATES[1:])]
        columns.append([Cell(count, sum(counts)) for count in counts])
    parts, looks = RowsAre.PARTS, ColumnsAre.LOOKS
    source = "model 9 and 10: the plan as it stood on the reporting date"
    return ExactTable("3.2b", parts, looks, Unit.PEOPLE, _FATES, tuple(made), turned(columns), source)


def _inside(facts: Facts) -> list[int]:
    return [person.key for person in facts.people]


def _became(facts: Facts, key: int, due: date | None, occasion: str) -> str:
    if due is None:
        return ""
    ended = facts.ended_on.get(key)
    if occasion == END:
        return "not_yet" if ended is None else "missed"
    if ended is not None and ended < due:
        return "ended_before"
    return "not_yet" if due > facts.choices.on else "missed"


def status_by_project(facts: Facts) -> ExactTable:
    """Table 4.1: closed and running courses of each town."""
    projects = tuple(sorted({person.project for person in facts.people}))
    closed = {project: 0 for project in projects}
    running = dict(closed)
    for person in facts.people:
        (running if person.end_kind is None else closed)[person.project] += 1
    cells = tuple(
        (Cell(closed[project], sum(closed.values())), Cell(running[project], sum(running.values())))
        for project in projects
    )
    both = RowsAre.PARTS, ColumnsAre.PARTS
    return ExactTable("4.1", *both, Unit.PEOPLE, projects, ("closed", "active"), cells, "S004 table 4.1")


def enquiries(facts: Facts) -> tuple[ExactTable, ...]:
    """Table 4.2: enquiries that became no course, in whole months that had ended by the reporting date."""
    tables = []
    for key, question in (("4.2a", "gender"), ("4.2b", "citizenship"), ("4.2d", "reason"), ("4.2e", "heard_from")):
        codes = _enquiry_column(facts, question)
        options = ENQUIRY.field(question).options
        answered = sum(1 for code in codes if code < MISSING_FROM)
        cells = [Cell(codes.count(code), answered, len(codes) - answered) for code in range(len(options))]
        tables.append(_enquiry_table(key, options, cells))
    sent = _enquiry_column(facts, "referred_on")
    # Not told stands with no, as in the source.
    both = [Cell(sent.count(YES), len(sent)), Cell(len(sent) - sent.count(YES), len(sent))]
    tables.insert(2, _enquiry_table("4.2c", ("yes", "no_or_not_told"), both))
    return tuple(tables)


def _enquiry_column(facts: Facts, question: str) -> bytes:
    return b"".join(facts.enquiries)[ENQUIRY.place(question) :: ENQUIRY.width]


def _enquiry_table(key: str, rows: tuple[str, ...], cells: list[Cell]) -> ExactTable:
    parts, looks = RowsAre.PARTS, ColumnsAre.LOOKS
    rule = "whole_months_of_every_goal"
    return ExactTable(
        key, parts, looks, Unit.PEOPLE, rows, ("all",), turned([cells]), "S004 table 4.2 and chapter 4", rule
    )


def not_sold_lately(facts: Facts) -> ExactTable:
    """Of those whose goal is better conditions: how many have not sold within the last year (S004 after table 4.3)."""
    pile = facts.pile(Measure.REGISTRATION, START)
    goals, last = pile.column(REGISTRATION, "goal"), pile.column(REGISTRATION, "last_sale")
    wanted = REGISTRATION.field("goal").options.index("better_conditions")
    within = REGISTRATION.field("last_sale").options.index("under_one_year")
    told = [code for goal, code in zip(goals, last, strict=True) if goal == wanted]
    answered = [code for code in told if code < MISSING_FROM]
    cell = Cell(sum(1 for code in answered if code != within), len(answered), len(told) - len(answered))
    choices, looks = RowsAre.CHOICES, ColumnsAre.LOOKS
    rows = ("not_within_a_year",)
    return ExactTable("4.3b", choices, looks, Unit.PEOPLE, rows, (START,), ((cell,),), "S004, text to table 4.3")
