"""What the tables of S004 have to do with each other, by their keys: which sums, parts and differences they tell."""

from dataclasses import dataclass

NESTED = {
    ("4.3b", ""): ("4.3a", "better_conditions"),
    ("4.11b", ""): ("4.11a", "has_debt"),
    ("4.14b", ""): ("4.14a", "misuse"),
    ("5.1", ""): ("F5.4", "paid_last_month"),
    ("6.2b", "full"): ("6.2a", "full"),
    ("6.2b", "early"): ("6.2a", "early"),
    ("6.2c", "early"): ("6.2a", "early"),
    ("6.3", "end"): ("6.2a", "full"),
    ("6.3", "end_early"): ("6.2a", "early"),
    ("F6.4", ""): ("6.4", "plan_exists"),
    ("6.4", ""): ("6.4", "plan_exists"),
}
"""Tables, or columns of them, about those only who are counted in a row of a table."""

# fmt: off
OF_ALL = frozenset(
    (
        "3.2", "3.2b", "4.1", "4.2a", "4.2b", "4.2c", "4.2d", "4.2e", "4.3a", "4.4a", "4.4b", "4.4c", "4.5a", "4.5b",
        "4.6a", "4.6b", "4.7a", "4.7b", "4.8", "4.9", "4.10a", "4.10b", "4.11a", "4.12", "F4.1", "4.13a", "4.13b",
        "4.14a", "F4.2", "4.15a", "4.15b", "4.16", "F5.1", "F5.1p", "F5.2", "F5.3", "F5.4", "F5.5", "5.1p", "F5.6",
        "F5.6p", "5.2", "5.3", "5.3d", "5.3p", "F5.7", "6.1", "6.2a", "F6.1", "F6.2", "F6.5", "F6.6", "6.4p", "F6.3",
        "F6.3b",
    )
)
# fmt: on
"""Tables about everybody, or everybody who has ended: how many that are is no secret of another table."""


REST = {("5.1p", "m00_to_m06"): "all"}
"""Columns that are a part of another one: with both told, so is the rest."""


@dataclass(frozen=True, slots=True)
class SumOf:
    """Columns that are sums of columns of a table, row by row."""

    table: str
    sums: tuple[str, ...]
    of: str
    columns: tuple[str, ...]


SUMS = (
    SumOf("5.1p", ("m00_to_m06", "all"), "5.1", ("m00", "m02", "m04", "m06", "m08", "m10", "end", "end_early")),
    SumOf("6.3", ("all",), "6.3", ("end", "end_early")),
    SumOf("6.4p", ("m02_and_m06",), "6.4", ("m02", "m06")),
)


@dataclass(frozen=True, slots=True)
class Within:
    """Counts that lie within others, so that their difference tells a number; column by column."""

    inner: str
    outer: str
    inner_row: str
    outer_rows: tuple[str, ...]


WITHIN = (
    # Who was paid or considered it, without who was paid.
    Within("F5.4", "F5.5", "paid_last_month", ("paid_or_considered",)),
    # Who sold last long ago, whatever the goal, without those whose goal is better conditions.
    Within("4.3b", "4.6b", "not_within_a_year", ("over_two_years", "one_to_two_years")),
)

SAME = (("3.2", "life_situation", "3.2b", "made"), ("F6.3b", "counted", "F6.3", "hours"))
"""Rows of two tables that count the same people (of a mean: how many it is of)."""

PAIRED = (("F5.1p", "F5.1"), ("F5.6p", "F5.6"))
"""Means of the same people at two readings, beside the means of all who had them."""
