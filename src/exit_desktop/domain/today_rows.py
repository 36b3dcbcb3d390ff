"""The rows that a day is made of, and the lines that come out: what the vault gives, and what the page is handed.

What there may be tens of thousands of is a named tuple: just as fixed as a frozen dataclass, and made in a quarter of
the time.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum
from typing import NamedTuple

from exit_desktop.domain.calendar import CourseState, Phase
from exit_desktop.domain.contacts import ContactKind, Party, PlaceKind
from exit_desktop.domain.due import DueKind
from exit_desktop.domain.resting import rests
from exit_desktop.domain.submissions import SubmissionKind


class Group(StrEnum):
    """The few headings of a day, in the order of the page."""

    MEETINGS = "meetings"
    ATTENTION = "attention"
    QUIET = "quiet"
    COMING = "coming"


class LineKind(StrEnum):
    """What a line tells of."""

    MEETING = "meeting"
    OUTCOME = "outcome"
    OWN_WORK = "own_work"
    READING = "reading"
    FORM = "form"
    BEGUN = "begun"
    ACTIVITY = "activity"
    REVIEW = "review"
    TRANSITION = "transition"
    END = "end"
    HANDOVER = "handover"
    QUIET = "quiet"
    PAUSE = "pause"
    PAUSE_ENDS = "pause_ends"
    RETENTION = "retention"
    HALF_WRITTEN = "half_written"


class Part(StrEnum):
    """Where a half-written text waits."""

    CONTACT = "contact"
    PLAN = "plan"
    DETAILS = "details"
    NETWORK = "network"
    STEP = "step"
    HOURS = "hours"
    ENQUIRY = "not_started"
    SERVICE = "service"


QUIET_DAYS: Mapping[Phase, int] = {Phase.ORIENTATION: 14, Phase.ONE: 10, Phase.TWO: 21, Phase.THREE: 40}
"""The method's guide is weekly, every second week, monthly (domain section 3); each with slack for a meeting that
did not come about. Orientation has no guide: two weeks without a word are worth a look."""
RETENTION_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Rules:
    """What a worker may set: after how many days a course counts as quiet, and how long a closed one is kept."""

    quiet_days: Mapping[Phase, int] = field(default_factory=lambda: QUIET_DAYS)
    retention_months: int = RETENTION_MONTHS


@dataclass(frozen=True, slots=True)
class OpenPause:
    """A pause that has not ended by today; `until_on` is the day it was said to end, if it was."""

    from_on: date
    until_on: date | None = None


@dataclass(frozen=True, slots=True)
class OpenCourse:
    """An open course. `woke_on` is when it last went on after a pause or a reopening."""

    course_id: str
    alias: str
    state: CourseState
    phase: Phase
    orientation_on: date
    start_on: date | None = None
    last_contact_on: date | None = None
    woke_on: date | None = None
    pause: OpenPause | None = None

    def rests(self, today: date) -> bool:
        """Return whether nothing is due today but the pause itself."""
        return self.pause is not None and rests((self.pause,), today)


class DueRow(NamedTuple):
    """Something due in a course (its key in `Rows.courses`)."""

    course: int
    kind: DueKind
    on: date
    until: date
    ref: str = ""


class Meeting(NamedTuple):
    """A planned contact of whichever kind and party."""

    course: int
    contact_id: str
    on: date
    at: time | None = None
    kind: ContactKind = ContactKind.MEETING
    party: Party = Party.CITIZEN
    place: PlaceKind = PlaceKind.NONE
    place_words: str = ""
    with_whom: str = ""


@dataclass(frozen=True, slots=True)
class Begun:
    """A reading or a form that is not finished."""

    course: int
    submission_id: str
    kind: SubmissionKind
    occasion: str
    held_on: date


@dataclass(frozen=True, slots=True)
class OwnHours:
    """The worker's own hours on a day that has not gone by, such as a team meeting."""

    work_id: str
    on: date
    kind: str
    minutes: int


@dataclass(frozen=True, slots=True)
class ClosedCourse:
    """A closed course; `retention_on` is None where no date was set for it."""

    course_id: str
    alias: str
    ended_on: date
    retention_on: date | None = None


@dataclass(frozen=True, slots=True)
class HalfWritten:
    """A text that waits as a draft; `key` names the record or field that it belongs to."""

    course_id: str
    alias: str
    part: Part
    key: str
    on: date

    @property
    def ref(self) -> str:
        """What it is put off by."""
        return f"{self.part}/{self.key}"


@dataclass(frozen=True, slots=True)
class Attempts:
    """How often a citizen was tried since the last contact, and since when."""

    count: int = 0
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Silence:
    """What is known of a quiet course: the attempts, the next meeting if one is agreed, whether they ever met.

    `again`: it is counted from the day that the course went on again; the last contact lies before.
    """

    attempts: Attempts = Attempts()
    next_on: date | None = None
    never: bool = False
    again: bool = False


About = Meeting | Begun | OwnHours | HalfWritten | Silence | None
"""What a line was made from, where the page tells more of it."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Everything that a day is made of. `next_meetings` is the next planned contact with the citizen of a course."""

    courses: Mapping[int, OpenCourse]
    due: tuple[DueRow, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    next_meetings: Mapping[int, date] = field(default_factory=dict)
    attempts: Mapping[int, Attempts] = field(default_factory=dict)
    begun: tuple[Begun, ...] = ()
    closed: tuple[ClosedCourse, ...] = ()
    own_work: tuple[OwnHours, ...] = ()
    half_written: tuple[HalfWritten, ...] = ()


Key = tuple[LineKind, str]
Snoozes = Mapping[tuple[str, LineKind, str], date]
"""Until when something is put off, by course id, kind and ref."""


class TodayLine(NamedTuple):
    """One line: what it tells of (`keys` are what it is put off by, several where things were merged), and when.

    `on` is the date it is about, `until` the last day it makes sense, `about` what it was made from.
    """

    group: Group
    kind: LineKind
    course_id: str
    alias: str
    on: date
    keys: tuple[Key, ...]
    phase: Phase | None = None
    until: date | None = None
    about: About = None

    @property
    def ref(self) -> str:
        """The record that the line leads to."""
        return self.keys[0][1]
