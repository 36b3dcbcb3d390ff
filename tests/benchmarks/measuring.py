"""Two ways of doing the same are timed turn by turn in one run, so that what else the machine does meets both alike."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table: what was measured, ours and the other in one unit, and the goal in words."""

    what: str
    ours: float
    other: float | None
    goal: str
    unit: str = "ms"


@dataclass(slots=True)
class Table:
    """What the benchmarks of a run found; it is printed at the end and kept nowhere."""

    lines: list[Line] = field(default_factory=list)

    def tell(self, what: str, ours: float, other: float | None, goal: str, unit: str = "ms") -> None:
        """Add a line."""
        self.lines.append(Line(what, ours, other, goal, unit))

    def text(self) -> list[str]:
        """Return the table as text."""
        head = f"{'what':<58}{'ours':>10}{'beside':>10}{'ratio':>8}  goal"
        return [head, *(_text(line) for line in self.lines)]


def _text(line: Line) -> str:
    other = "-" if line.other is None else f"{line.other:.1f}"
    ratio = "-" if not line.other else f"{line.ours / line.other:.2f}"
    return f"{line.what:<58}{line.ours:>7.1f} {line.unit:<2}{other:>10}{ratio:>8}  {line.goal}"


def milliseconds(act: Callable[[], object]) -> float:
    """Return how long an act takes."""
    begun = time.perf_counter()
    act()
    return (time.perf_counter() - begun) * 1000


def side_by_side(ours: Callable[[], object], other: Callable[[], object], rounds: int) -> tuple[float, float]:
    """Return the median milliseconds of both, taken in turns."""
    pairs = [(milliseconds(ours), milliseconds(other)) for _ in range(rounds)]
    return statistics.median(pair[0] for pair in pairs), statistics.median(pair[1] for pair in pairs)
