"""The parts of what is stored about a citizen, each a few entries of one course."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from functools import partial

from exit_desktop.domain.courses import Course
from exit_desktop.domain.forms import FORM_KINDS
from exit_desktop.domain.submissions import SubmissionKind
from exit_desktop.paper.record import Entry, Row
from exit_desktop.services import stored_course, stored_rows
from exit_desktop.services.bin import list_bin
from exit_desktop.services.desk import Desk
from exit_desktop.services.safety import read_safety_note
from exit_desktop.services.service_list import list_services, name_on_paper
from exit_desktop.services.stored_answers import submission_entry
from exit_desktop.system.language import Texts, mark
from exit_desktop.vault.usage_log import read_log_of

Read = Callable[[Desk, Course, Texts], Iterable[Entry]]


class StoredPart(StrEnum):
    """A part of the paper that can be left out at the citizen's wish."""

    ABOUT = "about"
    BEGINNING = "beginning"
    READINGS = "readings"
    TELLING = "telling"
    FORMS = "forms"
    PLAN = "plan"
    CONTACTS = "contacts"
    NETWORK = "network"
    SHARING = "sharing"
    BIN = "bin"


TITLES = {
    StoredPart.ABOUT: mark("You and your course"),
    StoredPart.BEGINNING: mark("The beginning"),
    StoredPart.READINGS: mark("Your answers"),
    StoredPart.TELLING: mark("Goal and last month"),
    StoredPart.FORMS: mark("Forms that I fill in"),
    StoredPart.PLAN: mark("Your plan"),
    StoredPart.CONTACTS: mark("Our talks"),
    StoredPart.NETWORK: mark("The people around you"),
    StoredPart.SHARING: mark("Shared and sent"),
    StoredPart.BIN: mark("Deleted lately"),
}


def entries_of(part: StoredPart, desk: Desk, course: Course, t: Texts) -> tuple[Entry, ...]:
    """Return the entries of a part of one course, none where nothing is written."""
    return tuple(_READ[part](desk, course, t))


def _about(desk: Desk, course: Course, t: Texts) -> Iterator[Entry]:
    changed = stored_course.calendar_entry(course.calendar, t)
    if changed:
        yield changed
    reasons = stored_course.reasons_entry(course, t)
    if reasons:
        yield reasons
    yield from stored_rows.milestone_entries(course, t)
    note = read_safety_note(desk, course)
    if note is not None:
        until = t.date(note.expires_on)
        words = t("There is one until {date}. It is never printed. Ask me to show it to you.", date=until)
        yield Entry(t("A short note on being safe when I visit you"), (Row(words),))


def _beginning(desk: Desk, course: Course, t: Texts) -> Iterator[Entry]:
    begun = stored_course.beginning_entry(course, t)
    if begun:
        yield begun
    yield from _submissions((SubmissionKind.REGISTRATION,), False, desk, course, t)


def _submissions(
    kinds: tuple[SubmissionKind, ...], telling: bool, desk: Desk, course: Course, t: Texts
) -> Iterator[Entry]:
    for submission in course.submissions:
        entry = submission_entry(desk.catalogue, submission, telling, t) if submission.kind in kinds else None
        if entry is not None:
            yield entry


def _plans(desk: Desk, course: Course, t: Texts) -> Iterator[Entry]:
    names = {service.id: name_on_paper(service, t) for service in list_services(desk)}
    reader = stored_rows.PlanReader(t, names)
    # The plan in force first: most read no further.
    for plan in sorted(course.plans, key=lambda version: -version.number):
        yield from reader.version(plan)


def _sharing(desk: Desk, course: Course, t: Texts) -> Iterator[Entry]:
    yield stored_rows.sharing_entry(course, t)
    yield from (stored_rows.consent_entry(consent, t) for consent in course.consents)
    with desk.vault.reading() as connection:
        uses = read_log_of(connection, bytes.fromhex(course.id))
    left = stored_course.left_entry(uses, t)
    if left:
        yield left


_FORMS = (*FORM_KINDS, SubmissionKind.NOT_STARTED)
_READ: Mapping[StoredPart, Read] = {
    StoredPart.ABOUT: _about,
    StoredPart.BEGINNING: _beginning,
    StoredPart.READINGS: partial(_submissions, (SubmissionKind.READING,), False),
    StoredPart.TELLING: partial(_submissions, (SubmissionKind.READING,), True),
    StoredPart.FORMS: partial(_submissions, _FORMS, False),
    StoredPart.PLAN: _plans,
    StoredPart.CONTACTS: lambda _desk, course, t: (stored_rows.contact_entry(one, t) for one in course.contacts),
    StoredPart.NETWORK: lambda _desk, course, t: stored_rows.network_entries(course, t),
    StoredPart.SHARING: _sharing,
    StoredPart.BIN: lambda desk, course, t: stored_course.bin_entries(list_bin(desk, course), t),
}
