"""What can be chosen of someone in the network: the half of the map, the tie, and roles to begin with."""

from __future__ import annotations

from enum import StrEnum

from exit_desktop.charts.network_words import TIES
from exit_desktop.system.language import mark


class Half(StrEnum):
    """Which half of the map."""

    PRIVATE = "private"
    PROFESSIONAL = "professional"


class Tie(StrEnum):
    """How strong a tie is; the value is its strength."""

    CLOSE = "3"
    BETWEEN = "2"
    LOOSE = "1"


class Near(StrEnum):
    """Roles that are often found in the private half."""

    MOTHER = "mother"
    FATHER = "father"
    SISTER = "sister"
    BROTHER = "brother"
    PARTNER = "partner"
    CHILD = "child"
    FRIEND = "friend"
    NEIGHBOUR = "neighbour"
    COLLEAGUE = "colleague"


class Staff(StrEnum):
    """Roles that are often found in the professional half."""

    JOB_CENTRE = "job_centre"
    DOCTOR = "doctor"
    HOUSING_SUPPORT = "housing_support"
    CONTACT_PERSON = "contact_person"
    CASEWORKER = "caseworker"
    PSYCHOLOGIST = "psychologist"
    DEBT_ADVISER = "debt_adviser"
    DROP_IN_CENTRE = "drop_in_centre"
    MENTOR = "mentor"


HALVES = {Half.PRIVATE: mark("Family, friends and others"), Half.PROFESSIONAL: mark("Professionals")}
TIE_WORDS = {tie: TIES[int(tie)] for tie in Tie}
NEAR = {
    Near.MOTHER: mark("mother"),
    Near.FATHER: mark("father"),
    Near.SISTER: mark("sister"),
    Near.BROTHER: mark("brother"),
    Near.PARTNER: mark("partner"),
    Near.CHILD: mark("child"),
    Near.FRIEND: mark("friend"),
    Near.NEIGHBOUR: mark("neighbour"),
    Near.COLLEAGUE: mark("colleague"),
}
STAFF = {
    Staff.JOB_CENTRE: mark("job centre worker"),
    Staff.DOCTOR: mark("doctor"),
    Staff.HOUSING_SUPPORT: mark("housing support worker"),
    Staff.CONTACT_PERSON: mark("contact person"),
    Staff.CASEWORKER: mark("caseworker"),
    Staff.PSYCHOLOGIST: mark("psychologist"),
    Staff.DEBT_ADVISER: mark("debt adviser"),
    Staff.DROP_IN_CENTRE: mark("drop-in centre"),
    Staff.MENTOR: mark("mentor"),
}
