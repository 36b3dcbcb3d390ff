"""A reading at the screen together with the citizen: what was said last time, and afterwards then and now in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from exit_desktop.domain.answers import Answer, AnswerState, Respondent
from exit_desktop.domain.calendar import Occasion
from exit_desktop.domain.scoring import area_changes
from exit_desktop.domain.submissions import MadeBy, Submission, finished_readings
from exit_desktop.instruments.wording import answer_text
from exit_desktop.services.charting import star_view
from exit_desktop.services.readings import change_submission, with_answers, without_answer
from exit_desktop.services.scores import LIFE_SITUATION, StarReading, read_scores

if TYPE_CHECKING:
    from exit_desktop.charts.star import StarView
    from exit_desktop.domain.courses import Course
    from exit_desktop.instruments.definition import Instrument, Question
    from exit_desktop.services.desk import Desk
    from exit_desktop.system.language import Texts

# A month is named without its year while it is clear which one is meant.
NAMED_BY_MONTH = 330


@dataclass(frozen=True, slots=True)
class Afterwards:
    """What the citizen is shown at the end: the star, if an area was answered, and what it says in plain sentences."""

    star: StarView | None
    sentences: tuple[str, ...]


def save_together(desk: Desk, course: Course, submission_id: str, answer: Answer) -> Course:
    """Write an answer that the citizen gave at the screen; an empty one is taken out. The citizen was there."""
    empty = answer.state is AnswerState.ANSWERED and answer.value in (None, "", ())
    change = without_answer(answer) if empty else with_answers(desk, course, submission_id, (answer,))
    return change_submission(desk, course, submission_id, lambda old: replace(change(old), made_by=MadeBy.TOGETHER))


def said_last_time(course: Course, submission: Submission, instrument: str, key: str) -> tuple[date, Answer] | None:
    """Return the citizen's own answer to a question in the newest finished reading before this one, with its date."""
    for reading in reversed(finished_readings(course.submissions)):
        before = reading.held_on <= submission.held_on and reading.id != submission.id
        if not before or reading.made_by is not MadeBy.TOGETHER:
            continue
        for answer in reading.answers:
            same = (answer.instrument, answer.question, answer.respondent) == (instrument, key, Respondent.CITIZEN)
            if same and answer.has_value:
                return reading.held_on, answer
    return None


def last_time_words(question: Question, last: tuple[date, Answer], today: date, t: Texts) -> str:
    """Return one quiet line about the last answer: "Last time, in July: 4"."""
    on, answer = last
    near = 0 <= (today - on).days < NAMED_BY_MONTH
    return t(
        "Last time, in {month}: {answer}",
        month=t.date(on, "month_name" if near else "month"),
        answer=answer_text(question, answer, t),
    )


def look_back(desk: Desk, course: Course, submission: Submission, t: Texts) -> Afterwards:
    """Return then and now as if this reading were finished today; scores and classes are not told."""
    today = desk.clock.today()
    as_done = replace(submission, finished_on=today, made_by=MadeBy.TOGETHER)
    submissions = tuple(as_done if s.id == submission.id else s for s in course.submissions)
    stars = read_scores(desk.catalogue, replace(course, submissions=submissions)).stars
    now = next((star for star in stars if star.submission_id == submission.id), None)
    if now is None:
        return Afterwards(None, ())
    part = next(part for part in submission.parts if part.instrument == LIFE_SITUATION)
    instrument = desk.catalogue.get(LIFE_SITUATION, part.version)
    earlier = [star for star in stars if star.on <= now.on and star is not now]
    start = next((star for star in earlier if star.occasion is Occasion.M00), None)
    chosen: list[StarReading] = [now] if start is None else [start, now]
    changes = {} if start is None else area_changes(start.values, now.values)
    sentences = _change_sentences(changes, instrument, t) if start is not None else (t("This is how it looks today."),)
    return Afterwards(star_view(instrument, chosen, t), sentences)


def _change_sentences(changes: Mapping[str, int | None], instrument: Instrument, t: Texts) -> tuple[str, ...]:
    up, down, same = (_areas(changes, instrument, t, way) for way in (1, -1, 0))
    told = (
        t("Since the start things have moved forward with {areas}.", areas=up) if up else "",
        t("It has become harder with {areas}.", areas=down) if down else "",
        t("It is as at the start with {areas}.", areas=same) if same else "",
    )
    return tuple(sentence for sentence in told if sentence)


def _areas(changes: Mapping[str, int | None], instrument: Instrument, t: Texts, way: int) -> str:
    steps = [(key, step) for key, step in changes.items() if step is not None and (step > 0) - (step < 0) == way]
    found = (instrument.question(key) for key, _step in sorted(steps, key=lambda one: -abs(one[1])))
    return joined([question.short.of(t.language).lower() for question in found if question is not None], t)


def joined(names: Iterable[str], t: Texts) -> str:
    """Return names as they are said: "economy, home and network"."""
    *before, last = list(names) or [""]
    return t("{names} and {last}", names=", ".join(before), last=last) if before else last
