"""How the method was kept: tables 6.1-6.4 and figures 6.1-6.6 of S004."""

from fractions import Fraction

from exit_desktop.domain.calendar import EARLY_REASONS, ClosingKind, Phase
from exit_desktop.evaluation.asked import Asked, Condition, count_asked, turned
from exit_desktop.evaluation.codes import NO, YES, Measure
from exit_desktop.evaluation.elapsed import MONTH
from exit_desktop.evaluation.facts import EARLY_END, END, ONGOING_AT, Facts, Person
from exit_desktop.evaluation.sheets import CLOSING
from exit_desktop.evaluation.table import Cell, ColumnsAre, ExactTable, RowsAre, Unit

MONTH_BANDS = (
    ("under_3", 0, 2),
    ("from_3_to_4", 3, 4),
    ("from_5_to_6", 5, 6),
    ("from_7_to_9", 7, 9),
    ("from_10_to_11", 10, 11),
    ("from_12_to_13", 12, 13),
    ("over_13", 14, 9999),
)
FEWEST_HOURS, MOST_HOURS = 1, 39
_PLANNED: Condition = (("plan_exists", YES),)
_PLANNED_IN_TWO: Condition = (*_PLANNED, ("phase", Phase.TWO))
PLAN = Asked(
    "6.4",
    Measure.ONGOING,
    ("plan_exists", "citizen_took_part", "agreements_made", "plan_evaluated", "plan_adjusted"),
    "S004 table 6.4",
    ONGOING_AT,
    also_if=(
        ("citizen_took_part", _PLANNED),
        ("plan_evaluated", _PLANNED_IN_TWO),
        ("plan_adjusted", _PLANNED_IN_TWO),
    ),
)


def _ongoing(key: str, question: str, only_if: Condition = ()) -> Asked:
    figure = f"S004 figure {key.removeprefix('F')}"
    return Asked(key, Measure.ONGOING, (question,), figure, ONGOING_AT, only_if)


ASKED = (
    PLAN,
    _ongoing("F6.1", "meetings_frequency"),
    _ongoing("F6.2", "other_contact_frequency"),
    _ongoing("F6.4", "needs_met", _PLANNED),
    _ongoing("F6.5", "areas_worked_on"),
    _ongoing("F6.6", "activities_worked_on"),
)


def method_kept(facts: Facts) -> tuple[ExactTable, ...]:
    """Return every table of chapter 6."""
    return (
        _transitions(facts),
        *_ends(facts),
        _services_at_end(facts),
        *(count_asked(facts, asked) for asked in ASKED),
        _took_part_pooled(facts),
        *_hours(facts),
    )


def _transitions(facts: Facts) -> ExactTable:
    """Table 6.1: months until the newest form of the occasion, and until the change of phase that was recorded."""
    people = len(facts.people)
    inside = {person.key for person in facts.people}
    rows = []
    for occasion, phase in (("m04", Phase.TWO), ("m08", Phase.THREE)):
        by_form = [one for one in facts.pile(Measure.ONGOING, occasion).elapsed if one is not None]
        recorded = [one for key, to, one in facts.transitions if to == phase and key in inside]
        rows.append(
            tuple(Cell(len(one), len(one), people - len(one), Fraction(sum(one), MONTH)) for one in (by_form, recorded))
        )
    names, columns = ("to_phase_two", "to_phase_three"), ("newest_form", "recorded")
    means, looks = RowsAre.MEANS, ColumnsAre.LOOKS
    return ExactTable(
        "6.1", means, looks, Unit.PEOPLE, names, columns, tuple(rows), "S004 table 6.1", "calendar_months"
    )


def _is_full(person: Person) -> bool:
    return person.end_kind == ClosingKind.FULL


def _ends(facts: Facts) -> tuple[ExactTable, ...]:
    """Table 6.2: how the courses ended, after how many whole months, and why early."""
    closed = facts.closed
    full = [person for person in closed if _is_full(person)]
    early = [person for person in closed if not _is_full(person)]
    kinds = [[Cell(len(full), len(closed)), Cell(len(early), len(closed))]]
    months = [[Cell(_between(some, low, high), len(some)) for _, low, high in MONTH_BANDS] for some in (full, early)]
    reasons = tuple(reason.value for reason in EARLY_REASONS)
    told = [person.end_reason for person in early if person.end_reason in reasons]
    why = [[Cell(told.count(reason), len(told), len(early) - len(told)) for reason in reasons]]
    bands = tuple(name for name, _, _ in MONTH_BANDS)
    parts, looks, people = RowsAre.PARTS, ColumnsAre.LOOKS, Unit.PEOPLE
    source = "S004 table 6.2"
    return (
        ExactTable("6.2a", parts, looks, people, ("full", "early"), ("all",), turned(kinds), source),
        ExactTable(
            "6.2b", parts, ColumnsAre.PARTS, people, bands, ("full", "early"), turned(months), source, "whole_months"
        ),
        ExactTable("6.2c", parts, looks, people, reasons, ("early",), turned(why), f"{source} and text"),
    )


def _between(people: list[Person], low: int, high: int) -> int:
    return sum(1 for person in people if low <= (person.end_months or 0) <= high)


def _services_at_end(facts: Facts) -> ExactTable:
    """Table 6.3: services at the end, of all closed courses and of those that ended early."""
    options = CLOSING.field("services_now").options
    piles = {END: facts.pile(Measure.CLOSING, END), EARLY_END: facts.pile(Measure.CLOSING, EARLY_END)}
    early = sum(1 for person in facts.closed if not _is_full(person))
    of_whom = {"all": len(facts.closed), END: len(facts.closed) - early, EARLY_END: early}
    columns = []
    for column, whole in of_whom.items():
        among = [pile for name, pile in piles.items() if column in ("all", name)]
        cells = []
        for option in range(len(options)):
            codes = b"".join(pile.column(CLOSING, "services_now", option) for pile in among)
            answered = codes.count(YES) + codes.count(NO)
            cells.append(Cell(codes.count(YES), answered, whole - answered))
        columns.append(cells)
    choices, looks = RowsAre.CHOICES, ColumnsAre.LOOKS
    names = tuple(of_whom)
    return ExactTable("6.3", choices, looks, Unit.PEOPLE, options, names, turned(columns), "S004 table 6.3")


def _took_part_pooled(facts: Facts) -> ExactTable:
    """The second row of table 6.4 over forms of both phases: 99 per cent cannot come from its N of 39 people."""
    counted = count_asked(facts, PLAN)
    row = counted.cells[counted.rows.index("citizen_took_part")]
    cells = [row[ONGOING_AT.index(at)] for at in ("m02", "m06")]
    pooled = Cell(
        sum(cell.count for cell in cells), sum(cell.answered for cell in cells), sum(cell.missing for cell in cells)
    )
    choices, looks = RowsAre.CHOICES, ColumnsAre.LOOKS
    rows, columns = ("citizen_took_part",), ("m02_and_m06",)
    source = "S004 table 6.4, forms pooled"
    return ExactTable("6.4p", choices, looks, Unit.FORMS, rows, columns, ((pooled,),), source, "forms_pooled")


def _hours(facts: Facts) -> tuple[ExactTable, ...]:
    """Figure 6.3: mean hours of a month where all kinds were filled in, without under 1 and over 39; and of whom."""
    means, filled = [], []
    for occasion in ONGOING_AT:
        hours = facts.pile(Measure.ONGOING, occasion).hours
        known = [one for one in hours if one is not None]
        kept = [one for one in known if FEWEST_HOURS <= one <= MOST_HOURS]
        means.append([Cell(len(kept), len(kept), len(facts.people) - len(kept), Fraction(sum(kept)))])
        counts = (len(kept), len(known) - len(kept), len(hours) - len(known))
        filled.append([Cell(count, len(hours), len(facts.people) - len(hours)) for count in counts])
    looks, source, rule = ColumnsAre.LOOKS, "S004 figure 6.3", "hours_1_to_39"
    rows = ("counted", "left_out", "not_filled_in")
    return (
        ExactTable("F6.3", RowsAre.MEANS, looks, Unit.PEOPLE, ("hours",), ONGOING_AT, turned(means), source, rule),
        ExactTable("F6.3b", RowsAre.PARTS, looks, Unit.PEOPLE, rows, ONGOING_AT, turned(filled), source, rule),
    )
