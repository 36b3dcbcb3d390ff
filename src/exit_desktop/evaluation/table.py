"""What a table of the evaluation is before anything is hidden: exact counts, each with its own denominator.

Exact tables never leave the unlocked window; whatever leaves is made from the protected form alone.
"""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


class RowsAre(StrEnum):
    """How the rows of a table hang together."""

    # Each person stands in one row: the counts of a column add up to its `answered`.
    PARTS = "parts"
    # Each row is a question of its own (several allowed, or yes and no): `answered` may differ from row to row.
    CHOICES = "choices"
    # Each cell is a mean over `answered` people.
    MEANS = "means"


class ColumnsAre(StrEnum):
    """How the columns of a table hang together."""

    # Each person stands in one column (towns, states): a row added up tells a count of all.
    PARTS = "parts"
    # The same people may stand in several (measurements): the columns add up to nothing.
    LOOKS = "looks"


class Unit(StrEnum):
    """What is counted."""

    PEOPLE = "people"
    FORMS = "forms"


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure: how many, of how many who answered, and how many of the population gave no answer.

    For a mean `count` is `answered` and `total` the exact sum of the values.
    """

    count: int
    answered: int
    missing: int = 0
    total: Fraction | None = None


@dataclass(frozen=True, slots=True)
class ExactTable:
    """A published table or figure rebuilt: rows and columns by key, `cells[row][column]`; `rule` names a choice made.

    `key` is the number in the source with a letter where one table holds several questions ("4.4a"), `source` says
    where the rule stands ("S004 table 4.4").
    """

    key: str
    rows_are: RowsAre
    columns_are: ColumnsAre
    unit: Unit
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[tuple[Cell, ...], ...]
    source: str
    rule: str = ""
