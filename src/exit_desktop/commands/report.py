"""The command that rebuilds the evaluation's tables: only what may leave, as one JSON document."""

from datetime import date

from exit_desktop.commands.running import Answer
from exit_desktop.commands.work import Work, at_desk
from exit_desktop.domain.scoring import ImprovementRule
from exit_desktop.evaluation.choices import ReportChoices
from exit_desktop.services.released import report_document
from exit_desktop.services.reports import read_report_rule


def report(work: Work) -> Answer:
    """Make the report from its protected form, remember that it left, and print it."""
    wish = work.wish
    with at_desk(work) as desk:
        choices = ReportChoices(
            on=wish.on or desk.clock.today(),
            first=wish.started_from or date.min,
            last=wish.started_until or date.max,
            workers=tuple(wish.workers or ()),
            projects=tuple(wish.projects or ()),
            goal=wish.goal or "",
            who5=ImprovementRule(wish.who5) if wish.who5 else read_report_rule(desk),
        )
        return Answer(report_document(desk, choices, _go_on), always_json=True)


def _go_on() -> None:
    """A command is stopped from the keyboard."""
