"""Rounding half up by whole numbers alone: no figure of a report depends on how a machine keeps a fraction."""

from decimal import Decimal
from fractions import Fraction

from exit_desktop.evaluation.table import Cell


def half_up(value: Fraction, places: int = 0) -> Decimal:
    """Return `value` with so many decimals; what lies half way goes away from zero (S004: 0.25 is 0.3)."""
    scaled = abs(value) * 10**places
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return Decimal(whole if value >= 0 else -whole).scaleb(-places)


def percent(cell: Cell, places: int = 0) -> Decimal | None:
    """Return the share of those who answered as a percentage; None where nobody did. Never forced to add up to 100."""
    return half_up(Fraction(100 * cell.count, cell.answered), places) if cell.answered else None


def mean(cell: Cell, places: int = 1) -> Decimal | None:
    """Return the mean of those who answered; None where nobody did, or where the cell is no mean."""
    return half_up(cell.total / cell.answered, places) if cell.answered and cell.total is not None else None
