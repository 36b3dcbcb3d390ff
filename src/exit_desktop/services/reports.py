"""The evaluation report over whatever courses the vault holds, received ones and its own, as they stood on one date."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta

import msgspec

from exit_desktop.domain.scoring import ImprovementRule
from exit_desktop.evaluation.choices import ReportChoices
from exit_desktop.evaluation.facts import Facts, Person, piled
from exit_desktop.evaluation.protection import DEFAULT_THRESHOLD, GREATEST_THRESHOLD, LEAST_THRESHOLD
from exit_desktop.evaluation.report import ExactReport, make_report
from exit_desktop.evaluation.sheets import REGISTRATION
from exit_desktop.evaluation.slices import slice_of
from exit_desktop.services.counted import count_own
from exit_desktop.services.desk import Desk
from exit_desktop.services.number_settings import number_setting
from exit_desktop.vault.counting import (
    PersonRow,
    SheetRow,
    Wanted,
    read_dues,
    read_end_days,
    read_enquiry_codes,
    read_people,
    read_sheets,
    read_transitions,
)
from exit_desktop.vault.rows import day
from exit_desktop.vault.settings import read_setting, read_settings, save_setting

_THRESHOLD, _WHO5 = "report_threshold", "report_who5_rule"

Checkpoint = Callable[[], None]


def exact_report(desk: Desk, choices: ReportChoices, checkpoint: Checkpoint) -> ExactReport:
    """Return the exact report; own courses that changed since the last one are counted first.

    `checkpoint` is called between the steps and may raise to stop. Raises what it raises and OnlyForReading.
    """
    # As a job: other threads read meanwhile, and nobody writes between what is counted and what is told.
    with desk.vault.job():
        count_own(desk, checkpoint)
        facts, threshold = _gather(desk, choices, checkpoint)
    checkpoint()
    return make_report(facts, threshold)


def _gather(desk: Desk, choices: ReportChoices, checkpoint: Checkpoint) -> tuple[Facts, int]:
    wanted = _wanted(choices)
    with desk.vault.reading() as connection:
        rows = read_people(connection, wanted)
        checkpoint()
        people = tuple(_person(row) for row in rows if row.has_star)
        facts = Facts(
            choices=choices,
            people=people,
            registered=len(rows),
            piles=piled(_watched(read_sheets(connection, wanted.on), checkpoint), people),
            transitions=read_transitions(connection, wanted.on),
            dues=tuple((key, at, day(on)) for key, at, on in read_dues(connection, wanted.on)),
            ended_on={key: day(on) for key, on in read_end_days(connection, wanted.on).items()},
            enquiries=read_enquiry_codes(connection, _months(choices), wanted),
        )
        return facts, _threshold(read_settings(connection))


def read_report_rule(desk: Desk) -> ImprovementRule:
    """Return the rule of improvement that reports begin with; that of S004 until another is set."""
    with desk.vault.reading() as connection:
        text = read_setting(connection, _WHO5) or ""
    return ImprovementRule(text) if text in set(ImprovementRule) else ImprovementRule.TEN_PERCENT


def save_report_rule(desk: Desk, rule: ImprovementRule) -> None:
    """Begin reports with this rule from now on."""
    with desk.vault.writing() as connection:
        save_setting(connection, _WHO5, rule.value)


def read_threshold(desk: Desk) -> int:
    """Return the smallest count that may leave, 3-10."""
    with desk.vault.reading() as connection:
        return _threshold(read_settings(connection))


def save_threshold(desk: Desk, threshold: int) -> None:
    """Let counts below this leave no more, within 3-10."""
    with desk.vault.writing() as connection:
        save_setting(connection, _THRESHOLD, str(max(LEAST_THRESHOLD, min(GREATEST_THRESHOLD, threshold))))


def _threshold(settings: dict[str, str]) -> int:
    return number_setting(settings, _THRESHOLD, DEFAULT_THRESHOLD, LEAST_THRESHOLD, GREATEST_THRESHOLD)


def _person(row: PersonRow) -> Person:
    goal = "" if row.goal is None else row.goal.hex()
    among = slice_of(row.worker, row.project, goal, day(row.start_on))
    return Person(row.key, row.project, row.end_kind, row.end_reason, row.end_months, among)


def _wanted(choices: ReportChoices) -> Wanted:
    goals = REGISTRATION.field("goal").options
    return Wanted(
        on=choices.on.isoformat(),
        first=choices.first.isoformat(),
        last=choices.last.isoformat(),
        workers=_listed(choices.workers),
        projects=_listed(choices.projects),
        goal=bytes([goals.index(choices.goal)]) if choices.goal else None,
        goal_at=REGISTRATION.place("goal") + 1,
    )


def _listed(names: tuple[str, ...]) -> str | None:
    return msgspec.json.encode(names).decode() if names else None


def _months(choices: ReportChoices) -> tuple[str, str]:
    """Return the first and the last month of enquiries: whole ones that had ended by the end of the reporting date."""
    next_day = min(choices.on, date.max - timedelta(days=1)) + timedelta(days=1)
    last = next_day.replace(day=1) - timedelta(days=1)
    return choices.first.isoformat()[:7], min(choices.last, last).isoformat()[:7]


def _watched(rows: Iterable[SheetRow], checkpoint: Checkpoint) -> Iterator[SheetRow]:
    for number, row in enumerate(rows):
        if number % 10_000 == 0:
            checkpoint()
        yield row
