"""What a reader of the report chooses: the reporting date, whose courses, and the rules that differ."""

from dataclasses import dataclass
from datetime import date

from exit_desktop.domain.scoring import ImprovementRule


@dataclass(frozen=True, slots=True)
class ReportChoices:
    """The courses started from `first` to `last` (both included) as they stood at the end of `on`.

    `workers` and `projects` name whose (empty: all), `goal` the goal at the start ("exit", "better_conditions"; empty:
    both). What was dated or finished after `on` is not seen.
    """

    on: date
    first: date = date.min
    last: date = date.max
    workers: tuple[str, ...] = ()
    projects: tuple[str, ...] = ()
    goal: str = ""
    who5: ImprovementRule = ImprovementRule.TEN_PERCENT
