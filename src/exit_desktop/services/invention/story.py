"""One invented course while it is being told: its outline, its calendar and the state of each thread on a date."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from exit_desktop.domain.calendar import (
    Calendar,
    Closing,
    ClosingKind,
    ClosingReason,
    Pause,
    PauseReason,
    Phase,
    Replan,
    Transition,
    add_months,
)
from exit_desktop.services.invention.seeds import draw_id, workday

if TYPE_CHECKING:
    from random import Random

    from exit_desktop.services.invention.situations import Situation
    from exit_desktop.services.invention.storylines import Storyline
    from exit_desktop.services.invention.telling import Voice

_CLOSING_WORDS = {None: "closing.full", ClosingReason.CITIZENS_WISH: "closing.wish"}


@dataclass(slots=True)
class Story:
    """What the parts of a course are invented from. Nothing took place after `last_day`."""

    rng: Random
    voice: Voice
    line: Storyline
    situation: Situation
    today: date
    first_talk: date
    start: date | None
    last_day: date
    setbacks: dict[str, tuple[date, date]] = field(default_factory=dict)

    @property
    def began(self) -> date:
        """The day from which things are told."""
        return self.start or self.first_talk

    def id(self) -> str:
        """Return the next id of the seed."""
        return draw_id(self.rng)

    def tell(self, section: str, on: date | None = None) -> str:
        """Return one sentence of a section as of a date."""
        return self.voice.tell(section, (on or self.today).month)

    def away(self, on: date) -> bool:
        """Return whether nothing took place on this date: closed until it was reopened."""
        if self.start is None or self.situation.reopened_after is None or self.situation.ended_after is None:
            return False
        return self.situation.ended_after < (on - self.start).days < self.situation.reopened_after

    def progress(self, on: date) -> float:
        """Return how far the course has come on a date, from 0 at the start to 1 at the planned end."""
        length = 3 * 30.4 * self.situation.phase_months
        return min(1.0, max(0.0, (on - self.began).days / length))

    def set_back(self, thread: str, on: date) -> bool:
        """Return whether this thread has a hard time on this date."""
        first, last = self.setbacks.get(thread, (date.max, date.max))
        return first <= on <= last

    def stage(self, thread: str, on: date) -> str:
        """Return which sentences fit a thread on a date."""
        if self.set_back(thread, on):
            return "setback"
        done = self.progress(on) + 0.02 * len(thread) - 0.1
        return "start" if done < 0.18 else "work" if done < 0.58 else "steady"


def begin_story(rng: Random, voice: Voice, line: Storyline, situation: Situation, today: date) -> Story:
    """Return the story with its first talk, its start and the times when a thread is set back."""
    jitter = rng.randrange(-3, 4)
    start = None if situation.age < 0 else workday(today - timedelta(days=situation.age + jitter))
    first = workday((start or today) - timedelta(days=rng.randrange(15, 33)))
    story = Story(rng, voice, line, situation, today, first, start, _last_day(situation, start, today))
    for thread in rng.sample(line.threads, 2):
        begins = story.began + timedelta(days=rng.randrange(50, 260))
        story.setbacks[thread] = (begins, begins + timedelta(days=rng.randrange(14, 26)))
    return story


def _last_day(situation: Situation, start: date | None, today: date) -> date:
    """Return today, or the day of the end or of the pause."""
    after = situation.ended_after if situation.reopened_after is None else None
    after = situation.pause_after if after is None else after
    return today if after is None or start is None else workday(start + timedelta(days=after))


def invent_calendar(story: Story) -> Calendar:
    """Return the calendar that the situation asks for."""
    if story.start is None:
        return Calendar(story.first_talk)
    replans, closings = _replans(story, story.start), _closings(story, story.start)
    return Calendar(
        orientation_on=story.first_talk,
        start=story.start,
        phase_months=story.situation.phase_months,
        transitions=_transitions(story, story.start, sum(replan.days for replan in replans)),
        replans=replans,
        pauses=_pauses(story, story.start),
        closings=closings,
    )


def _transitions(story: Story, start: date, moved: int) -> tuple[Transition, ...]:
    made = []
    for phase in (Phase.TWO, Phase.THREE):
        planned = add_months(start, story.situation.phase_months * (phase - 1)) + timedelta(days=moved)
        on = workday(planned + timedelta(days=story.rng.randrange(-4, 9)))
        if on < story.last_day and not story.away(on):
            made.append(Transition(story.id(), phase, on, story.tell("transition", on)))
    return tuple(made)


def _replans(story: Story, start: date) -> tuple[Replan, ...]:
    after = story.situation.replan_after
    if after is None:
        return ()
    made = workday(start + timedelta(days=after - 30))
    return (Replan(story.id(), made, made, story.rng.choice((21, 28)), story.tell("replan", made)),)


def _pauses(story: Story, start: date) -> tuple[Pause, ...]:
    after = story.situation.pause_after
    if after is None:
        return ()
    on = workday(start + timedelta(days=after))
    return (Pause(story.id(), on, None, PauseReason.HOSPITAL, story.tell("pause", on)),)


def _closings(story: Story, start: date) -> tuple[Closing, ...]:
    situation = story.situation
    if situation.ended_after is None:
        return ()
    on = workday(start + timedelta(days=situation.ended_after))
    kind = ClosingKind.EARLY if situation.early else ClosingKind.FULL
    note = story.tell(_CLOSING_WORDS.get(situation.early, "closing.lost"), on)
    back = situation.reopened_after
    reopened = None if back is None else workday(start + timedelta(days=back))
    return (Closing(story.id(), on, kind, situation.early, note, reopened),)
