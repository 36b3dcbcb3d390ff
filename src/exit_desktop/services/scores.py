"""Scores of a course: what each reading adds up to, and the change since the start.

Of two finished readings for one occasion the newest counts, measure by measure; a reading made by the worker alone is
left out (model 10 and 11). Only the citizen's answers are counted.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from exit_desktop.domain.answers import Answer, Respondent
from exit_desktop.domain.calendar import Occasion
from exit_desktop.domain.courses import Course
from exit_desktop.domain.scoring import (
    ChangeClass,
    Improvement,
    area_changes,
    areas_sum,
    change_class,
    who5_at_risk,
    who5_improvement,
    who5_index,
    who5_raw,
)
from exit_desktop.domain.submissions import MadeBy, Submission, answers_to, finished_readings
from exit_desktop.instruments.catalogue import Catalogue
from exit_desktop.instruments.engine import scored_values

T = TypeVar("T", "StarReading", "WellbeingReading")

LIFE_SITUATION, WHO5 = "life_situation", "who5"


@dataclass(frozen=True, slots=True)
class StarReading:
    """Ten areas of one reading: 1-10 or None by area key, the worker's differing scores, and the sum of all ten."""

    submission_id: str
    occasion: Occasion | None
    on: date
    values: Mapping[str, int | None]
    workers: Mapping[str, int | None]
    total: int | None


@dataclass(frozen=True, slots=True)
class WellbeingReading:
    """WHO-5 of one reading: raw sum 0-25 and index 0-100, None unless all five were answered."""

    submission_id: str
    occasion: Occasion | None
    on: date
    raw: int | None
    index: int | None
    at_risk: bool


@dataclass(frozen=True, slots=True)
class Scores:
    """All readings that count, the oldest first, and the change from the start to the newest."""

    stars: tuple[StarReading, ...]
    wellbeing: tuple[WellbeingReading, ...]
    changes: Mapping[str, int | None]
    rise: int | None
    change: ChangeClass | None
    improvement: Improvement | None


def read_scores(catalogue: Catalogue, course: Course) -> Scores:
    """Return the scores of a course."""
    readings = [s for s in finished_readings(course.submissions) if s.made_by is MadeBy.TOGETHER]
    stars = _counting([_star(catalogue, s) for s in readings])
    wellbeing = _counting([_wellbeing(catalogue, s) for s in readings])
    start = next((star for star in stars if star.occasion is Occasion.M00), None)
    # A newer star of which only a few areas were answered does not hide what a whole one has shown.
    whole = [star for star in stars if star is not start and star.total is not None]
    newest = whole or [star for star in stars if star is not start]
    latest = newest[-1] if newest else None
    rise = None if not (start and latest) else _minus(latest.total, start.total)
    return Scores(
        stars=tuple(stars),
        wellbeing=tuple(wellbeing),
        changes=area_changes(start.values, latest.values) if start and latest else {},
        rise=rise,
        change=None if rise is None else change_class(rise),
        improvement=_improvement(wellbeing),
    )


def _minus(later: int | None, earlier: int | None) -> int | None:
    return None if later is None or earlier is None else later - earlier


def _values(
    catalogue: Catalogue, submission: Submission, name: str, respondent: Respondent
) -> Mapping[str, int | None]:
    part = next((part for part in submission.parts if part.instrument == name), None)
    if part is None:
        return {}
    answers: dict[str, Answer] = answers_to(submission, name, respondent)
    return scored_values(catalogue.get(name, part.version), answers)


def _star(catalogue: Catalogue, submission: Submission) -> StarReading | None:
    values = _values(catalogue, submission, LIFE_SITUATION, Respondent.CITIZEN)
    if all(value is None for value in values.values()):
        return None
    workers = _values(catalogue, submission, LIFE_SITUATION, Respondent.WORKER)
    total = areas_sum(values.values())
    return StarReading(submission.id, submission.occasion, submission.held_on, values, workers, total)


def _wellbeing(catalogue: Catalogue, submission: Submission) -> WellbeingReading | None:
    values = _values(catalogue, submission, WHO5, Respondent.CITIZEN)
    if all(value is None for value in values.values()):
        return None
    raw = who5_raw(values.values())
    index = None if raw is None else who5_index(raw)
    at_risk = raw is not None and who5_at_risk(raw)
    return WellbeingReading(submission.id, submission.occasion, submission.held_on, raw, index, at_risk)


def _counting(found: list[T | None]) -> list[T]:
    counting: dict[str, T] = {}
    for reading in found:
        if reading is not None:
            extra = reading.occasion in (None, Occasion.EXTRA)
            counting[reading.submission_id if extra else str(reading.occasion)] = reading
    return sorted(counting.values(), key=lambda reading: reading.on)


def _improvement(wellbeing: list[WellbeingReading]) -> Improvement | None:
    start = next((reading.raw for reading in wellbeing if reading.occasion is Occasion.M00), None)
    later = [reading.raw for reading in wellbeing if reading.occasion is not Occasion.M00 and reading.raw is not None]
    return None if start is None or not later else who5_improvement(start, later[-1])
