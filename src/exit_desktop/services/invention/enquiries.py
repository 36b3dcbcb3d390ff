"""A dozen invented enquiries of the last year that did not become a course."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from exit_desktop.domain.answers import Answer, AnswerState, Respondent, Value
from exit_desktop.domain.not_started import NOT_STARTED, Enquiry
from exit_desktop.services.invention.readings import PRACTICE_PROJECT
from exit_desktop.services.invention.seeds import draw_id, workday

_VERSION = 1
_QUESTIONS = ("heard_from", "gender", "citizenship", "reason", "referred_on", "referred_to")
_UNKNOWN = {"heard_from": AnswerState.DONT_KNOW, "citizenship": AnswerState.WONT_SAY}
# How somebody heard of us, gender, citizenship, why it went no further, and where they were helped to; None: not known.
# An empty tuple: they were not helped on.
_STORIES: tuple[tuple[str | None, str, str | None, str, tuple[str, ...] | None], ...] = (
    ("own_initiative", "woman", "danish", "did_not_wish", ()),
    ("ngo", "woman", "other_or_unknown", "outside_target_group", ("cmm", "health_care")),
    ("treatment_centre", "man", "danish", "supported_elsewhere", ()),
    ("job_centre", "woman", "danish", "single_issue_advice", ("job_centre",)),
    ("own_initiative", "trans", "danish_and_other", "single_issue_advice", ("kc",)),
    ("kc", "woman", "danish", "did_not_wish", ("kc",)),
    ("cmm", "woman", "other_or_unknown", "outside_target_group", ("cmm",)),
    ("municipal", "woman", "danish", "supported_elsewhere", ("housing_support",)),
    (None, "woman", None, "did_not_wish", ()),
    ("ngo", "man", "danish", "outside_target_group", None),
    ("own_initiative", "woman", "danish", "single_issue_advice", ("housing_support", "health_care")),
    ("other", "woman", "danish_and_other", "other", ("shelter",)),
)
_DAYS_APART = 29


def invent_enquiries(seed: int, today: date) -> tuple[Enquiry, ...]:
    """Return a dozen enquiries, one about every month back from today. Deterministic in both arguments."""
    rng = Random(f"{seed}/{NOT_STARTED}")  # noqa: S311 - practice is meant to be repeated
    stories = rng.sample(_STORIES, len(_STORIES))
    found = []
    for back, story in enumerate(stories):
        on = workday(today - timedelta(days=_DAYS_APART * back + rng.randrange(6, 20)))
        found.append(Enquiry(draw_id(rng), on, PRACTICE_PROJECT, _answers(story)))
    return tuple(found)


def _answers(story: tuple[str | None, str, str | None, str, tuple[str, ...] | None]) -> tuple[Answer, ...]:
    *plain, helped_to = story
    values: list[Value] = [*plain, None if helped_to is None else bool(helped_to)]
    if helped_to:
        values.append(helped_to)
    return tuple(_answer(question, value) for question, value in zip(_QUESTIONS, values, strict=False))


def _answer(question: str, value: Value) -> Answer:
    state = AnswerState.ANSWERED if value is not None else _UNKNOWN.get(question, AnswerState.NOT_ASKED)
    return Answer(
        instrument=NOT_STARTED,
        version=_VERSION,
        question=question,
        respondent=Respondent.WORKER,
        state=state,
        value=value,
    )
