"""The exact report: every table of S004 from one set of facts. It stays inside the unlocked window."""

from collections.abc import Mapping
from dataclasses import dataclass

from exit_desktop.evaluation import background, method, outcomes
from exit_desktop.evaluation.asked import count_asked
from exit_desktop.evaluation.choices import ReportChoices
from exit_desktop.evaluation.codes import Measure
from exit_desktop.evaluation.facts import START, Facts
from exit_desktop.evaluation.table import ExactTable


@dataclass(frozen=True, slots=True)
class ExactReport:
    """Tables by key, in the order of the source.

    `registered` are the started courses chosen, `people` those of them with a life situation at the start: they are
    what is counted. Of `from_ongoing` the start form is missing and the first ongoing form tells of the start.
    `threshold` is the smallest cell that may leave, `scope` the slices of people that are counted.
    """

    choices: ReportChoices
    people: int
    registered: int
    enquiries: int
    from_ongoing: int
    threshold: int
    scope: frozenset[str]
    tables: Mapping[str, ExactTable]


def make_tables(facts: Facts) -> dict[str, ExactTable]:
    """Return every exact table by its key."""
    tables = (
        background.forms_made(facts),
        background.reached(facts),
        background.status_by_project(facts),
        *background.enquiries(facts),
        *(count_asked(facts, asked) for asked in background.ASKED),
        background.not_sold_lately(facts),
        *outcomes.outcomes(facts),
        *method.method_kept(facts),
    )
    return {table.key: table for table in tables}


def make_report(facts: Facts, threshold: int) -> ExactReport:
    """Return the report."""
    return ExactReport(
        choices=facts.choices,
        people=len(facts.people),
        registered=facts.registered,
        enquiries=len(facts.enquiries),
        from_ongoing=sum(facts.pile(Measure.STATUS, START).in_place_of),
        threshold=threshold,
        scope=frozenset(person.slice for person in facts.people),
        tables=make_tables(facts),
    )
