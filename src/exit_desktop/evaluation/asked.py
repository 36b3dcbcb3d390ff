"""Tables that are one question counted: what is asked of which sheet, at which occasions, as data."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import compress
from operator import and_

from exit_desktop.evaluation.codes import MISSING_FROM, NO, YES, Measure, Shape, Sheet
from exit_desktop.evaluation.facts import START, Facts, Pile, sheet_of
from exit_desktop.evaluation.table import Cell, ColumnsAre, ExactTable, RowsAre, Unit

Condition = tuple[tuple[str, int], ...]
"""A question is asked of those whose codes reach these (a yes is 1)."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A table of one question, or of several yes-or-no questions (a row each) of one sheet.

    `only_if` holds for every question, `also_if` for the named ones; `first_made` leaves out what stands in the place
    of another form.
    """

    key: str
    measure: Measure
    questions: tuple[str, ...]
    source: str
    columns: tuple[str, ...] = (START,)
    only_if: Condition = ()
    also_if: tuple[tuple[str, Condition], ...] = ()
    first_made: bool = False
    rule: str = ""


def count_asked(facts: Facts, asked: Asked) -> ExactTable:
    """Return the table of a question: each row with its own denominator, what is missing beside it."""
    field = sheet_of(asked.measure).field(asked.questions[0])
    if field.shape is Shape.YES_NO:
        rows, columns = asked.questions, [_yes(facts, asked, occasion) for occasion in asked.columns]
    elif field.shape is Shape.SEVERAL:
        rows, columns = field.options, [_several(facts, asked, occasion) for occasion in asked.columns]
    else:
        rows, columns = field.options, [_one_of(facts, asked, occasion) for occasion in asked.columns]
    return ExactTable(
        key=asked.key,
        rows_are=RowsAre.PARTS if field.shape is Shape.SINGLE else RowsAre.CHOICES,
        columns_are=ColumnsAre.LOOKS,
        unit=Unit.PEOPLE,
        rows=rows,
        columns=asked.columns,
        cells=turned(columns),
        source=asked.source,
        rule=asked.rule,
    )


def turned(columns: Sequence[Sequence[Cell]]) -> tuple[tuple[Cell, ...], ...]:
    """Return the cells of columns as rows."""
    return tuple(zip(*columns, strict=True))


def _one_of(facts: Facts, asked: Asked, occasion: str) -> list[Cell]:
    question = asked.questions[0]
    (codes,), of_whom = _columns(facts, asked, occasion, question)
    counts = [codes.count(code) for code in range(len(sheet_of(asked.measure).field(question).options))]
    return [Cell(count, sum(counts), of_whom - sum(counts)) for count in counts]


def _several(facts: Facts, asked: Asked, occasion: str) -> list[Cell]:
    columns, of_whom = _columns(facts, asked, occasion, asked.questions[0])
    return [_yes_or_no(codes, of_whom) for codes in columns]


def _yes(facts: Facts, asked: Asked, occasion: str) -> list[Cell]:
    both = (_columns(facts, asked, occasion, question) for question in asked.questions)
    return [_yes_or_no(columns[0], of_whom) for columns, of_whom in both]


def _yes_or_no(codes: bytes, of_whom: int) -> Cell:
    yes, no = codes.count(YES), codes.count(NO)
    return Cell(yes, yes + no, of_whom - yes - no)


def _columns(facts: Facts, asked: Asked, occasion: str, question: str) -> tuple[list[bytes], int]:
    """Return the codes of a question, a column for each of its options, and of how many people it was to be asked."""
    sheet = sheet_of(asked.measure)
    pile = facts.pile(asked.measure, occasion)
    pile = pile.first_made() if asked.first_made else pile
    columns = [pile.column(sheet, question, option) for option in range(sheet.field(question).width)]
    condition = (*asked.only_if, *dict(asked.also_if).get(question, ()))
    if not condition:
        return columns, len(facts.people)
    held = _held(pile, sheet, condition)
    return [bytes(compress(column, held)) for column in columns], held.count(YES)


def _held(pile: Pile, sheet: Sheet, condition: Condition) -> bytes:
    """Return a 1 for each sheet whose codes reach the condition, a 0 for the others."""
    masks = [pile.column(sheet, key).translate(_reaching(low)) for key, low in condition]
    every = masks[0]
    for mask in masks[1:]:
        every = bytes(map(and_, every, mask))
    return every


def _reaching(low: int) -> bytes:
    return bytes(YES if low <= code < MISSING_FROM else NO for code in range(256))
