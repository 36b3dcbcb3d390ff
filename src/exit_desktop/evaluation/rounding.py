"""Rounding half up by whole numbers alone: no figure of a report depends on how a machine keeps a fraction."""

from decimal import Decimal
from fractions import Fraction

from exit_desktop.evaluation.table import Cell


def half_up(value: Fraction, places: int = 0) -> Decimal:
    """Return `value` with so many decimals; what lies half way goes away from zero (S004: 0.25 is 0.3)."""
    return Decimal(whole_half_up(value * 10**places)).scaleb(-places)


def whole_half_up(value: Fraction) -> int:
    """Return the nearest whole number; what lies half way goes away from zero."""
    size = abs(value)
    whole = (2 * size.numerator + size.denominator) // (2 * size.denominator)
    return whole if value >= 0 else -whole


def percent(cell: Cell, places: int = 0) -> Decimal | None:
    """Return the share of those who answered as a percentage; None where nobody did. Never forced to add up to 100."""
    return half_up(Fraction(100 * cell.count, cell.answered), places) if cell.answered else None


def mean(cell: Cell, places: int = 1) -> Decimal | None:
    """Return the mean of those who answered; None where nobody did, or where the cell is no mean."""
    return half_up(cell.total / cell.answered, places) if cell.answered and cell.total is not None else None
