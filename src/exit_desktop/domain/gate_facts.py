"""What stands behind an expectation of a gate: counted facts, each with what can be opened to see it."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class RefKind(StrEnum):
    """Where a fact can be seen, or where what is missing can be begun."""

    PLAN = "plan"
    ACTIVITY = "activity"
    NETWORK = "network"
    TASK = "task"
    MEETINGS = "network_meetings"
    AFTERWARDS = "afterwards"
    CONTACT = "contact"
    READING = "reading"
    FORM = "form"
    NEW_READING = "new_reading"
    NEW_FORM = "new_form"


@dataclass(frozen=True, slots=True)
class Ref:
    """A record by its kind and id; a whole part of the course has no id."""

    kind: RefKind
    id: str = ""


class FactKind(StrEnum):
    """What a fact says."""

    NO_PLAN = "no_plan"
    NO_AREAS = "no_areas"
    AREAS_DESCRIBED = "areas_described"
    AREAS_LEFT = "areas_left"
    PLAN_MADE = "plan_made"
    TOOK_PART = "took_part"
    TOOK_NO_PART = "took_no_part"
    PART_UNSAID = "part_unsaid"
    NO_ACTIVITIES = "no_activities"
    ACTIVITIES_BEGUN = "activities_begun"
    NOBODY_ELSE = "nobody_else"
    AGREEMENTS = "agreements"
    NOBODY_ON_MAP = "nobody_on_map"
    PEOPLE_ON_MAP = "people_on_map"
    READING_MADE = "reading_made"
    READING_MISSING = "reading_missing"
    READING_NOT_DUE = "reading_not_due"
    READING_UNDER_WAY = "reading_under_way"
    LAST_READING_MISSING = "last_reading_missing"
    EVALUATED = "evaluated"
    EVALUATED_BEFORE = "evaluated_before"
    NOT_EVALUATED = "not_evaluated"
    ADJUSTED = "adjusted"
    UNCHANGED = "unchanged"
    TRIED_OUT = "tried_out"
    NETWORK_MEETINGS = "network_meetings"
    NETWORK_CONTACTS = "network_contacts"
    NOT_OBSERVED = "not_observed"
    SERVICES_BEGUN = "services_begun"
    SERVICES_IN_FORM = "services_in_form"
    NO_SERVICES_IN_FORM = "no_services_in_form"
    NO_SERVICES = "no_services"
    SERVICES_UNTOLD = "services_untold"
    SERVICES_GO_ON = "services_go_on"
    FORM_MADE = "form_made"
    FORM_UNDER_WAY = "form_under_way"
    FORM_MISSING = "form_missing"
    NO_MEETING = "no_meeting"
    WITHOUT_TAKER = "without_taker"
    PLAN_WRITTEN = "plan_written"
    NO_LONG_TERM_PLAN = "no_long_term_plan"
    RESPONSIBLE = "responsible"
    NOBODY_RESPONSIBLE = "nobody_responsible"
    ENDED = "ended"
    SAID_IN_FORM = "said_in_form"
    ASKED_AT_THE_END = "asked_at_the_end"


@dataclass(frozen=True, slots=True)
class Fact:
    """What is there, or is not: `count` of `of`, a date, and words (keys of areas and options, or what was written)."""

    kind: FactKind
    refs: tuple[Ref, ...] = ()
    count: int = 0
    of: int = 0
    on: date | None = None
    words: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Found:
    """Whether an expectation is met, and what shows it."""

    met: bool
    facts: tuple[Fact, ...]


def refs_of(kind: RefKind, *ids: str) -> tuple[Ref, ...]:
    """Return references to records of one kind; without an id, to that part of the course."""
    return tuple(Ref(kind, one) for one in ids) or (Ref(kind),)
