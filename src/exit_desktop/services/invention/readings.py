"""The registration and readings of an invented course: scores move with its threads, and never too smoothly."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from exit_desktop.domain.answers import Answer, AnswerState, Respondent, Value
from exit_desktop.domain.calendar import (
    Calendar,
    ClosingKind,
    MarkKind,
    Occasion,
    closed_on,
    planned_marks,
    propose_occasion,
)
from exit_desktop.domain.courses import CameThrough
from exit_desktop.domain.scoring import AREA_KEYS, WHO5_KEYS
from exit_desktop.domain.submissions import MadeBy, Part, Submission, SubmissionKind
from exit_desktop.services.invention.seeds import workday
from exit_desktop.services.invention.storylines import THREADS

if TYPE_CHECKING:
    from exit_desktop.services.invention.story import Story

PRACTICE_PROJECT = "Øvebyen"
_HEARD = {
    CameThrough.NGO: "ngo",
    CameThrough.MUNICIPAL_ACTOR: "municipal",
    CameThrough.OWN_INITIATIVE: "own_initiative",
    CameThrough.KC_PROSTITUTION: "kc",
}
# Where somebody without a need in the area begins (S004 table 5.3 has 5 to 8 as the means of all).
_LEVEL = {"motivation": 5, "offending": 9, "substance": 9, "self_care": 6, "time_use": 5, "mental_health": 5}
_FIXED = 1


def invent_submissions(story: Story, calendar: Calendar, came_through: CameThrough) -> tuple[Submission, ...]:
    """Return the registration and the readings until today, with natural gaps and now and then a draft."""
    if story.start is None:
        return ()
    start = _start_scores(story)
    days = _reading_days(story, calendar)
    made = [_registration(story, came_through)]
    for i, (occasion, on) in enumerate(days):
        draft = story.situation.draft and i == len(days) - 1
        made.append(_reading(story, start, (occasion, on), draft))
    return tuple(made)


def _reading_days(story: Story, calendar: Calendar) -> list[tuple[Occasion, date]]:
    rng = story.rng
    days: list[tuple[Occasion, date]] = []
    ended = closed_on(calendar)
    for mark in planned_marks(calendar):
        if mark.kind is not MarkKind.READING or mark.occasion in (None, Occasion.END):
            continue
        on = workday(mark.on + timedelta(days=rng.randrange(1, 9)))
        skipped = mark.occasion is not Occasion.M00 and rng.random() < 0.12
        if on <= story.last_day and not story.away(on) and not (skipped and not story.situation.draft):
            days.append((mark.occasion or Occasion.EXTRA, on))
    if ended is not None and calendar.closings[-1].kind is ClosingKind.FULL:
        days.append((Occasion.END, min(ended, story.last_day)))
    if story.situation.draft:
        on = max(workday(story.today - timedelta(days=4)), days[-1][1] + timedelta(days=1))
        days.append((propose_occasion(calendar, on), on))
    return days


def _registration(story: Story, came_through: CameThrough) -> Submission:
    rng, line = story.rng, story.line
    facts: tuple[tuple[str, Value], ...] = (
        ("project", PRACTICE_PROJECT),
        ("gender", line.gender),
        (
            "age",
            rng.choice((rng.randrange(19, 31), rng.randrange(19, 31), rng.randrange(31, 41), rng.randrange(41, 51))),
        ),
        ("citizenship", "other" if story.situation.language == "en" else "danish"),
        ("school", rng.choice(("grades_7_to_10", "grades_7_to_10", "upper_secondary", "grades_1_to_6"))),
        ("qualifying_education", rng.choice(("none", "none", "none", "vocational", "higher"))),
        ("goal", line.goal),
        ("first_sale", rng.choice(("over_four_years", "over_four_years", "one_to_four_years", "under_one_year"))),
        ("last_sale", "under_one_year" if line.paid > 0.4 else "one_to_two_years"),
        ("arena", line.arena),
        ("payment", line.payment),
        ("heard_from", _HEARD[came_through]),
    )
    on = story.began
    answers = tuple(_answer("registration", key, value) for key, value in facts)
    part = Part("registration", _FIXED, on)
    return Submission(story.id(), SubmissionKind.REGISTRATION, on, finished_on=on, parts=(part,), answers=answers)


def _reading(story: Story, start: dict[str, float], when: tuple[Occasion, date], draft: bool) -> Submission:
    occasion, on = when
    scores = _scores(story, start, on)
    answers = [*_areas(story, scores, on)]
    names = ("life_situation", "who5", "selling")
    if draft:
        answers = [answer for answer in answers if answer.question in AREA_KEYS[:6]]
        parts: tuple[Part, ...] = (Part(names[0], _FIXED, on), Part(names[1], _FIXED), Part(names[2], _FIXED))
    else:
        answers += [*_well_being(story, scores), *_selling(story, on)]
        parts = tuple(Part(name, _FIXED, on) for name in names)
    alone = not draft and occasion is not Occasion.M00 and story.rng.random() < 0.04
    return Submission(
        id=story.id(),
        kind=SubmissionKind.READING,
        held_on=on,
        occasion=occasion,
        language=story.situation.language,
        finished_on=None if draft else on,
        made_by=MadeBy.WORKER_ALONE if alone else MadeBy.TOGETHER,
        parts=parts,
        answers=tuple(answers),
    )


def _start_scores(story: Story) -> dict[str, float]:
    rng = story.rng
    scores = {area: min(10.0, _LEVEL.get(area, 6) + rng.choice((-1, 0, 0, 1, 2))) for area in AREA_KEYS}
    for weight, thread in enumerate(story.line.threads):
        star = THREADS[thread].star
        scores[star] = min(scores[star], 2.0 + 0.7 * weight + rng.random() * 1.5)
    return scores


def _scores(story: Story, start: dict[str, float], on: date) -> dict[str, int]:
    rng, done = story.rng, story.progress(on)
    touched = {THREADS[thread].star for thread in story.line.threads}
    made = {}
    for area, first in start.items():
        gain = story.line.gain * (1.2 if area in touched else 0.35) * done
        made[area] = (
            first + min(gain, 9.5 - first if first < 9.5 else 0) + rng.choice((-0.5, 0, 0, 0, 0.5)) * (done > 0)
        )
    for thread in story.line.threads:
        if story.set_back(thread, on):
            made[THREADS[thread].star] -= 2
            made["motivation"] -= 1
    return {area: min(10, max(1, round(score))) for area, score in made.items()}


def _areas(story: Story, scores: dict[str, int], on: date) -> list[Answer]:
    rng = story.rng
    by_star = {THREADS[thread].star: thread for thread in story.line.threads}
    seen_by_worker = rng.random() < 0.6
    made = []
    for area, score in scores.items():
        note = _area_note(story, by_star.get(area), score, on)
        if area == "offending" and rng.random() < 0.06:
            made.append(_answer("life_situation", area, None, AnswerState.WONT_SAY))
            continue
        made.append(Answer(instrument="life_situation", version=_FIXED, question=area, value=score, note=note))
        if seen_by_worker:
            other = min(10, max(1, score + rng.choice((-2, -1, 0, 0, 0, 0, 1))))
            who = Respondent.WORKER
            made.append(Answer(instrument="life_situation", version=_FIXED, question=area, respondent=who, value=other))
    return made


def _area_note(story: Story, thread: str | None, score: int, on: date) -> str:
    if thread is None or story.rng.random() < 0.35:
        return ""
    if score <= 4:
        return story.tell(f"{thread}.low", on)
    return story.tell(f"{thread}.high", on) if score >= 7 else ""


def _well_being(story: Story, scores: dict[str, int]) -> list[Answer]:
    rng = story.rng
    mood = (2 * scores["mental_health"] + scores["network"] + scores["time_use"] + scores["self_care"]) / 5
    level = (mood - 1.2) / 1.8
    made = []
    for key in WHO5_KEYS:
        value = min(5, max(0, round(level + rng.choice((-1, -0.5, 0, 0, 0.5)))))
        made.append(_answer("who5", key, value))
    return made


def _selling(story: Story, on: date) -> list[Answer]:
    rng, line = story.rng, story.line
    done = story.progress(on)
    goal = "exit" if line.goal == "exit" or (done > 0.5 and line.gain > 3.2) else line.goal
    made = [_answer("selling", "goal", goal)]
    if rng.random() < 0.03:
        return [*made, _answer("selling", "paid_last_month", None, AnswerState.WONT_SAY)]
    hard = any(story.set_back(thread, on) for thread in line.threads)
    paid = rng.random() < line.paid * (1 - 0.9 * done) + (0.2 if hard else 0)
    made.append(_answer("selling", "paid_last_month", paid))
    if paid:
        return [*made, _answer("selling", "motivation", line.motivation)]
    return [*made, _answer("selling", "considered_last_month", rng.random() < 0.6 * (1 - done) + 0.1)]


def _answer(instrument: str, key: str, value: Value, state: AnswerState = AnswerState.ANSWERED) -> Answer:
    return Answer(instrument=instrument, version=_FIXED, question=key, state=state, value=value)
