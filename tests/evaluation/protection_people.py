"""Random people, and the exact tables of a small report about them, counted as a coordinator's would be."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from random import Random

from exit_desktop.evaluation.table import Cell, ColumnsAre, ExactTable, RowsAre, Unit

GROUPS = ("first", "second", "third")
TOWNS = ("aalborg", "kobenhavn", "odense")
SCHOOLS = ("short", "middle", "long", "other")
KINDS = ("alcohol", "cannabis")
OPEN, CLOSED = "open", "closed"


@dataclass(frozen=True, slots=True)
class Person:
    """What was asked of one person; None is no answer. Kinds are asked of those with misuse alone."""

    town: str
    group: str
    state: str
    school: str | None
    misuse: bool | None
    kinds: tuple[bool | None, bool | None]
    paid: bool | None
    considered: bool
    mood: int | None
    helped: bool | None
    in_debt: bool | None


def draw_people(rng: Random, most: int) -> list[Person]:
    """Return people with rare answers, so that small numbers are many."""
    weights = [rng.choice((1, 1, 4, 12)) for _ in SCHOOLS]
    towns = [rng.choice((1, 3, 9)) for _ in TOWNS]
    yes, silent = rng.choice((0.06, 0.3, 0.6, 0.94)), rng.choice((0.0, 0.03, 0.2))
    return [_draw(rng, weights, towns, yes, silent) for _ in range(rng.randrange(1, most))]


def _draw(rng: Random, weights: list[int], towns: list[int], yes: float, silent: float) -> Person:
    def said(chance: float) -> bool | None:
        return None if rng.random() < silent else rng.random() < chance

    return Person(
        rng.choices(TOWNS, towns)[0],
        rng.choices(GROUPS, towns[::-1])[0],
        CLOSED if rng.random() < yes / 2 else OPEN,
        None if rng.random() < silent else rng.choices(SCHOOLS, weights)[0],
        said(yes),
        (said(0.9), said(0.1)),
        said(yes),
        rng.random() < 0.1,
        None if rng.random() < silent else rng.randrange(1, 11),
        said(yes),
        said(1 - yes),
    )


LOOKS: dict[str, tuple[str, ...]] = {
    "6.3": ("all", "end", "end_early"),
    "5.1": ("m00", "m02", "m08"),
    "5.1p": ("m00_to_m06", "all"),
}
"""Tables of which one column is the sum of others, or of those of another table."""
WHERE = {
    **{town: (town,) for town in TOWNS},
    "all": GROUPS,
    "end": GROUPS[:1],
    "end_early": GROUPS[1:],
    "m00": GROUPS[:1],
    "m02": GROUPS[1:2],
    "m08": GROUPS[2:],
    "m00_to_m06": GROUPS[:2],
}
"""Whom a column is about."""

Asked = Callable[[Person], object]


@dataclass(frozen=True, slots=True)
class Question:
    """One question of the report: what a person said (None: nothing), and of whom it was asked."""

    name: str
    said: Asked
    answers: tuple[object, ...]
    of: Callable[[Person], bool] = lambda _: True


QUESTIONS = {
    "state": Question("state", lambda p: p.state, (OPEN, CLOSED)),
    "school": Question("school", lambda p: p.school, SCHOOLS),
    "misuse": Question("misuse", lambda p: p.misuse, (True, False)),
    "alcohol": Question("alcohol", lambda p: p.kinds[0], (True, False), lambda p: p.misuse is True),
    "cannabis": Question("cannabis", lambda p: p.kinds[1], (True, False), lambda p: p.misuse is True),
    "paid_last_month": Question("paid_last_month", lambda p: p.paid, (True, False)),
    "paid_or_considered": Question(
        "paid_or_considered", lambda p: None if p.paid is None else p.paid or p.considered, (True, False)
    ),
    "helped": Question("helped", lambda p: p.helped, (True, False)),
    "in_debt": Question("in_debt", lambda p: p.in_debt, (True, False)),
    "mood": Question("mood", lambda p: None if p.mood is None else True, (True,)),
}


def parts(people: Sequence[Person], name: str, key: str, by_town: bool = False) -> ExactTable:
    """Return a table where each person stands in one row."""
    return _table(
        key, RowsAre.PARTS, [(QUESTIONS[name], answer) for answer in QUESTIONS[name].answers], people, by_town
    )


def choices(people: Sequence[Person], names: Sequence[str], key: str, by_town: bool = False) -> ExactTable:
    """Return a table with a question in each row, and how many said yes."""
    return _table(key, RowsAre.CHOICES, [(QUESTIONS[name], True) for name in names], people, by_town)


def _table(
    key: str, rows_are: RowsAre, rows: list[tuple[Question, object]], people: Sequence[Person], by_town: bool
) -> ExactTable:
    named = LOOKS.get(key, TOWNS if by_town else ("all",))
    where = [WHERE[column] for column in named]
    columns = [[p for p in people if p.town in some or p.group in some] for some in where]
    cells = tuple(tuple(_cell(question, answer, some) for some in columns) for question, answer in rows)
    names = tuple(f"{q.name}:{answer}" if rows_are is RowsAre.PARTS else q.name for q, answer in rows)
    columns_are = ColumnsAre.PARTS if by_town else ColumnsAre.LOOKS
    return ExactTable(key, rows_are, columns_are, Unit.PEOPLE, names, named, cells, f"S004 table {key}")


def _cell(question: Question, answer: object, people: Sequence[Person]) -> Cell:
    said = [question.said(p) for p in people if question.of(p)]
    return Cell(said.count(answer), len(said) - said.count(None), said.count(None))


def means(people: Sequence[Person], key: str) -> ExactTable:
    """Return the table with the mean mood of all."""
    said = [p.mood for p in people if p.mood is not None]
    cell = Cell(len(said), len(said), len(people) - len(said), Fraction(sum(said)))
    return ExactTable(
        key, RowsAre.MEANS, ColumnsAre.LOOKS, Unit.PEOPLE, ("mood",), ("all",), ((cell,),), f"S004 table {key}"
    )


def report_about(people: Sequence[Person]) -> list[ExactTable]:
    """Return a report: all, by towns, tables within others, and a mean."""
    return [
        parts(people, "state", "3.2"),
        parts(people, "state", "4.1", by_town=True),
        parts(people, "school", "4.5"),
        parts(people, "school", "4.5t", by_town=True),
        choices(people, ["misuse"], "4.14a"),
        choices(people, ["misuse"], "4.14t", by_town=True),
        choices(people, ["alcohol", "cannabis"], "4.14b"),
        choices(people, ["paid_last_month"], "F5.4"),
        choices(people, ["paid_or_considered"], "F5.5"),
        means(people, "F5.1"),
        choices(people, ["helped"], "6.3"),
        choices(people, ["in_debt"], "5.1"),
        choices(people, ["in_debt"], "5.1p"),
    ]
