"""Text for the municipality's journal: chosen contacts, to be shortened, copied or put on paper, and logged.

The program is no journal and holds no case number. An anonymous course is written into no case elsewhere (model 16):
nothing of it is made into such a text.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from exit_desktop.domain.contacts import Contact, PlaceKind
from exit_desktop.domain.courses import Course
from exit_desktop.errors import AnonymousStays
from exit_desktop.paper.record import Entry, RecordPaper, RecordSection, Row, print_record
from exit_desktop.services.desk import Act, Desk, log_use
from exit_desktop.services.labels import CONTACT_KINDS, CONTACT_STATES, PARTIES, PLACES
from exit_desktop.system.language import Texts

KIND = "journal"


@dataclass(frozen=True, slots=True)
class JournalText:
    """What is to leave, as the worker has left it; the contacts themselves stay as they are."""

    words: str = field(repr=False)
    large: bool = False


def journal_text(contacts: Iterable[Contact], t: Texts) -> str:
    """Return contacts as plain text, a block for each, the oldest first; no name of the citizen."""
    return "\n\n".join(_block(contact, t) for contact in contacts)


def _block(contact: Contact, t: Texts) -> str:
    return "\n".join(part for part in (head_of(contact, t), contact.note.strip()) if part)


def short_of(contact: Contact, t: Texts) -> str:
    """Return when, how and what became of it, to choose by."""
    return " · ".join((_when(contact, t), t(CONTACT_KINDS[contact.kind]), t(CONTACT_STATES[contact.state])))


def _when(contact: Contact, t: Texts) -> str:
    if contact.at is None:
        return t.date(contact.on)
    return t("{day} at {time}", day=t.date(contact.on), time=t.time(contact.at))


def head_of(contact: Contact, t: Texts) -> str:
    """Return when, how, with whom, where and what became of it in one line."""
    place = "" if contact.place is PlaceKind.NONE else t(PLACES[contact.place])
    where = ": ".join(part for part in (place, contact.place_words.strip()) if part)
    whom = ": ".join(part for part in (t(PARTIES[contact.party]), contact.with_whom.strip()) if part)
    facts = (t(CONTACT_KINDS[contact.kind]), whom, where)
    return ". ".join(part for part in (_when(contact, t), *facts, t(CONTACT_STATES[contact.state])) if part) + "."


def check_may_leave(course: Course) -> None:
    """Raise AnonymousStays for a course of which nothing is written elsewhere."""
    if course.anonymous:
        raise AnonymousStays


def journal_pdf(desk: Desk, course: Course, text: JournalText, t: Texts) -> bytes:
    """Return the text as a PDF. Raises AnonymousStays."""
    check_may_leave(course)
    section = RecordSection("", "", tuple(_entry(block) for block in text.words.strip().split("\n\n") if block.strip()))
    return print_record(RecordPaper(t("Notes"), desk.clock.today(), sections=(section,)), t, text.large)


def _entry(block: str) -> Entry:
    head, _, rest = block.strip().partition("\n")
    return Entry(head, (Row(rest),) if rest.strip() else ())


def record_journal(desk: Desk, course: Course, act: Act) -> None:
    """Write that such a text left the program. Raises AnonymousStays."""
    check_may_leave(course)
    log_use(desk, act, KIND, course.id)
