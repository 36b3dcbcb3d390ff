"""Confidence intervals of shares: Wilson's score interval, and the exact one of Clopper and Pearson where few.

Formulas as in R. G. Newcombe, Statistics in Medicine 17 (1998) 857-872, methods 3 and 5; its table I is a test.
"""

from collections.abc import Callable
from math import comb, sqrt
from statistics import NormalDist

LEVEL = 0.95
# With fewer than this on either side an interval is exact.
FEW = 5


def share_interval(count: int, answered: int, level: float = LEVEL) -> tuple[float, float] | None:
    """Return the interval (0-1) of a share, exact where fewer than five have or lack it; None where none answered."""
    if answered == 0:
        return None
    few = min(count, answered - count) < FEW
    return exact_interval(count, answered, level) if few else wilson_interval(count, answered, level)


def wilson_interval(count: int, answered: int, level: float = LEVEL) -> tuple[float, float]:
    """Return Wilson's score interval without correction for continuity; `answered` is at least 1."""
    z = NormalDist().inv_cdf((1 + level) / 2)
    share, square = count / answered, z * z
    middle = 2 * answered * share + square
    half = z * sqrt(square + 4 * answered * share * (1 - share))
    wide = 2 * (answered + square)
    low = 0.0 if count == 0 else (middle - half) / wide
    return low, 1.0 if count == answered else (middle + half) / wide


def exact_interval(count: int, answered: int, level: float = LEVEL) -> tuple[float, float]:
    """Return the interval of Clopper and Pearson; `answered` is at least 1."""
    tail = (1 - level) / 2
    low = 0.0 if count == 0 else _where(lambda share: _at_least(count, answered, share) < tail)
    # So many or fewer at a share is as likely as the rest or more at its complement.
    rest = answered - count
    high = 1.0 if rest == 0 else 1 - _where(lambda share: _at_least(rest, answered, share) < tail)
    return low, high


def _at_least(count: int, answered: int, share: float) -> float:
    """Return how likely `count` or more are, by summing the shorter of both tails."""
    if count > answered - count:
        return sum(_likely(k, answered, share) for k in range(count, answered + 1))
    return 1 - sum(_likely(k, answered, share) for k in range(count))


def _likely(k: int, answered: int, share: float) -> float:
    return comb(answered, k) * share**k * (1 - share) ** (answered - k)


def _where(too_low: Callable[[float], bool]) -> float:
    """Return the share at which `too_low` turns from true to false."""
    low, high = 0.0, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if too_low(middle) else (low, middle)
    return (low + high) / 2
