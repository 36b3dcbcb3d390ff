"""A whole course: what has one owner, one revision, and travels as one document (model 3 and 4)."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Protocol

from exit_desktop.domain.calendar import Calendar, CourseState, Phase, phase_of, state_of
from exit_desktop.domain.citizens import Citizen
from exit_desktop.domain.contacts import Contact
from exit_desktop.domain.expectations import GateReason
from exit_desktop.domain.indicators import NotSuitable
from exit_desktop.domain.network import Handover, NetworkPerson
from exit_desktop.domain.plans import PlanVersion
from exit_desktop.domain.submissions import Submission

# 2: the reasons written at a gate, and what does not fit a citizen.
COURSE_SCHEMA = 2


class Sharing(StrEnum):
    """What may leave towards the coordinator; nothing leaves before it was asked (model 16)."""

    NOT_ASKED = "not_asked"
    NOTHING = "nothing"
    CODED = "coded"
    FULL = "full"


class CameThrough(StrEnum):
    """How the citizen came to know the programme (S004 chapter 3)."""

    NOT_ASKED = "not_asked"
    OWN_INITIATIVE = "own_initiative"
    NGO = "ngo"
    KC_PROSTITUTION = "kc_prostitution"
    CMM = "cmm"
    MUNICIPAL_ACTOR = "municipal_actor"
    OTHER = "other"


class TargetGroup(StrEnum):
    """Whether the worker has checked that the method fits this citizen."""

    NOT_CHECKED = "not_checked"
    INSIDE = "inside"
    OUTSIDE = "outside"
    UNSURE = "unsure"


class MilestoneKind(StrEnum):
    """What a dated mark tells of (model 18)."""

    MOVED = "moved"
    JOB = "job"
    HOSPITAL = "hospital"
    COURT = "court"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Milestone:
    """A dated mark that helps to read the curves."""

    id: str
    on: date
    kind: MilestoneKind
    words: str = ""


class HowGiven(StrEnum):
    """How the citizen said yes; `SHARING` is the yes to the coordinator, written with what may be shared (model 16)."""

    TALK = "talk"
    PAPER = "paper"
    MESSAGE = "message"
    OTHER = "other"
    SHARING = "sharing"

    @classmethod
    def _missing_(cls, _value: object) -> "HowGiven":
        """Take words of a file that was written by hand as another way; a yes is not refused for its wording."""
        return cls.OTHER


@dataclass(frozen=True, slots=True)
class Consent:
    """What the citizen said yes to, with whom, from when; from `withdrawn_on` it counts no more (taken back, ended)."""

    id: str
    kind: HowGiven
    with_whom: str
    what: str
    given_on: date
    withdrawn_on: date | None = None


@dataclass(frozen=True, slots=True)
class Orientation:
    """What the orientation period found out; its talks are contacts."""

    came_through: CameThrough = CameThrough.NOT_ASKED
    target_group: TargetGroup = TargetGroup.NOT_CHECKED
    target_note: str = ""
    acute_help: str = ""


@dataclass(frozen=True, slots=True)
class Retention:
    """When a closed course is erased here, and why it was prolonged."""

    on: date | None = None
    reason: str = ""


class CourseParts(Protocol):
    """What rules over many courses look at: of a whole course, or of one that was read without its words."""

    @property
    def calendar(self) -> Calendar:
        """All dates that the course is led by."""

    @property
    def submissions(self) -> tuple[Submission, ...]:
        """The readings and forms."""

    @property
    def plans(self) -> tuple[PlanVersion, ...]:
        """The versions of the plan."""

    @property
    def contacts(self) -> tuple[Contact, ...]:
        """The contacts."""

    @property
    def handover(self) -> Handover:
        """The tasks and the meetings of the network."""


class StartedCourse(CourseParts, Protocol):
    """What the method is held against."""

    @property
    def not_suitable(self) -> tuple[NotSuitable, ...]:
        """What does not fit the citizen."""


class WaitingCourse(CourseParts, Protocol):
    """What is looked at to tell what a course waits for."""

    @property
    def network(self) -> tuple[NetworkPerson, ...]:
        """The people around the citizen."""


@dataclass(frozen=True, slots=True)
class Course:
    """One citizen's course. `revision` grows with every committed change; `wire_id` and `wire_code` stand outside."""

    id: str
    wire_id: str
    wire_code: str
    owner: str
    citizen: Citizen
    calendar: Calendar
    ownership: int = 1
    revision: int = 0
    written_at: datetime = field(default_factory=lambda: datetime(1970, 1, 1, tzinfo=UTC))
    sharing: Sharing = Sharing.NOT_ASKED
    anonymous: bool = False
    orientation: Orientation = Orientation()
    submissions: tuple[Submission, ...] = ()
    plans: tuple[PlanVersion, ...] = ()
    contacts: tuple[Contact, ...] = ()
    network: tuple[NetworkPerson, ...] = ()
    handover: Handover = field(default_factory=Handover)
    consents: tuple[Consent, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    retention: Retention = Retention()
    gate_reasons: tuple[GateReason, ...] = ()
    not_suitable: tuple[NotSuitable, ...] = ()
    schema: int = COURSE_SCHEMA

    @property
    def state(self) -> CourseState:
        """Where the course stands."""
        return state_of(self.calendar)

    @property
    def phase(self) -> Phase:
        """The recorded phase."""
        return phase_of(self.calendar)
