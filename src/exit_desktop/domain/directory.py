"""The worker's directory of services: who can help with what, for whom, and when that was last checked."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from exit_desktop.domain.plans import FocusArea

# A year: telephone numbers, opening hours and doors change.
CHECK_AFTER_DAYS = 365


class ServiceKind(StrEnum):
    """The kinds that have a name in each language; a service may have another kind, in the worker's own words."""

    ADVICE = "advice"
    LEGAL_AID = "legal_aid"
    DOCTOR = "doctor"
    HEALTH_CHECK = "health_check"
    PSYCHOLOGIST = "psychologist"
    TALKS = "talks"
    TREATMENT = "treatment"
    GROUP = "group"
    CRISIS_CENTRE = "crisis_centre"
    HOUSING_HELP = "housing_help"
    HOUSING_SUPPORT = "housing_support"
    CONTACT_PERSON = "contact_person"
    JOB_CENTRE = "job_centre"
    STUDY_GUIDANCE = "study_guidance"
    EXERCISE = "exercise"
    LEISURE = "leisure"


class AnonymousAccess(StrEnum):
    """Whether somebody may come without saying who they are."""

    NOT_KNOWN = "not_known"
    YES = "yes"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Service:
    """A service; on paper it stands under `paper_name` or its kind, never its own name unless the worker says so.

    `kind` is a value of ServiceKind or the worker's own words. `starter` is the key of the entry that it came from.
    """

    id: str
    name: str
    kind: str
    paper_name: str = ""
    contact_details: str = ""
    note: str = ""
    area: FocusArea | None = None
    for_whom: str = ""
    anonymous: AnonymousAccess = AnonymousAccess.NOT_KNOWN
    checked_on: date | None = None
    starter: str = ""


def wants_checking(service: Service, today: date) -> bool:
    """Return whether a service was checked, and that is more than a year ago."""
    return service.checked_on is not None and (today - service.checked_on).days > CHECK_AFTER_DAYS
