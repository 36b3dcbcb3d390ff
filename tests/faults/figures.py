"""What the fault suite tried and what it found, printed as a table when the tests are done; kept nowhere.

The short run stands among the other tests. The long one, with all cycles, points and calls, is one command:
`python3 installer/dev.py faults` (or `FAULTS=full python -m pytest -n 2 tests/faults`). Each line has a control: the
same test on something known to be broken, or without what protects, which must be found, or the test sees nothing.
"""

import os
from collections.abc import Callable

import pytest

FULL = os.environ.get("FAULTS") == "full"
_NAME = "figure"
_LAYOUT = "{:<5}{:<66}{:>8}{:>7}  {}"

Figures = Callable[[str, str, int, object, str], None]


def tries(short: int, full: int) -> int:
    """Return how often something is tried in this run."""
    return full if FULL else short


@pytest.fixture
def figures(record_property: Callable[[str, object], None]) -> Figures:
    """Tell a line of the table: number, what was done, how often, what was found wrong, and what the control found."""

    def tell(number: str, what: str, tried: int, found: object, control: str) -> None:
        # As one text: properties travel from the process that runs a test to the one that prints.
        record_property(_NAME, "\t".join((number, what, str(tried), str(found), control)))

    return tell


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the table."""
    reports = [one for outcome in ("passed", "failed") for one in terminalreporter.stats.get(outcome, [])]
    told = [str(value) for one in reports for name, value in one.user_properties if name == _NAME]
    if not told:
        return
    terminalreporter.write_sep("-", f"faults ({'long' if FULL else 'short'} run; found: 0 is what it should be)")
    terminalreporter.write_line(_LAYOUT.format("no.", "what", "tried", "found", "control"))
    for line in sorted(set(told), key=lambda one: (int(one[1:].split("\t")[0]), one)):
        terminalreporter.write_line(_LAYOUT.format(*line.split("\t")))
