"""Vaults to be pictured: empty, ordinary (a dozen), crowded (sixty, one of them with 300 contacts)."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from exit_desktop.domain.calendar import CourseState, Phase
from exit_desktop.domain.contacts import Contact, ContactKind, ContactState, Minutes, Party, PlaceKind, WorkKind
from exit_desktop.domain.courses import Course
from exit_desktop.services.practice import make_practice_vault
from exit_desktop.services.vaults import Founding, Role, Vault, WorkerDetails, create_vault, unlock_vault
from exit_desktop.vault.course_list import CourseRow, read_course_rows
from exit_desktop.vault.courses import find_by_id, write_course

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
SEED = 3
PASSPHRASE = "hest lampe skrue vandmand tagsten"
LONGEST_ALIAS = "Den der altid tager cyklen over broerne"
MANY = 300


@dataclass(frozen=True, slots=True)
class Pictured:
    """A vault to be pictured."""

    folder: Path
    passphrase: str = field(repr=False)


def empty_vault(folder: Path) -> Pictured:
    """A vault with nobody in it."""
    details = WorkerDetails("K7", "Odense", 2220, "Ring 12 34 56 78", Role.WORKER)
    create_vault(folder, PASSPHRASE, details, Founding(NOW, practice=True)).vault.close()
    return Pictured(folder, PASSPHRASE)


def practice_vault(folder: Path, citizens: int = 12) -> Pictured:
    """A vault with invented citizens, the same each time."""
    made = make_practice_vault(folder, citizens, SEED, TODAY, NOW)
    return Pictured(made.vault, made.passphrase)


def crowded_vault(folder: Path) -> Pictured:
    """Sixty citizens; the one in phase three has 300 contacts and the longest name."""
    made = practice_vault(folder, 60)
    vault = unlock_vault(made.folder, made.passphrase)
    row = find_row(vault, CourseState.ACTIVE, Phase.THREE)
    with vault.writing() as connection:
        before = find_by_id(connection, row.course_id)
        if before is not None:
            write_course(connection, before, _crowd(before), NOW)
    vault.close()
    return made


def find_row(vault: Vault, state: CourseState, phase: Phase | None = None, anonymous: bool = False) -> CourseRow:
    """Return the first course of that kind, by alias."""
    with vault.reading() as connection:
        rows = read_course_rows(connection, TODAY)
    return next(r for r in rows if r.state is state and r.anonymous is anonymous and phase in (None, r.phase))


def _crowd(course: Course) -> Course:
    first = course.calendar.start or TODAY
    days = (TODAY - first).days
    contacts = tuple(_contact(number, first + timedelta(days=number * days // MANY)) for number in range(MANY))
    citizen = replace(course.citizen, alias=LONGEST_ALIAS)
    return replace(course, contacts=contacts, citizen=citizen)


def _contact(number: int, on: date) -> Contact:
    kinds, parties = list(ContactKind), list(Party)
    return Contact(
        f"{number:032x}",
        on,
        time(9 + number % 8, 30 * (number % 2)),
        kind=kinds[number % len(kinds)],
        party=parties[number % 3] if number % 5 == 0 else Party.CITIZEN,
        state=ContactState.DID_NOT_COME if number % 17 == 0 else ContactState.HELD,
        place=PlaceKind.OUT,
        minutes=(Minutes(WorkKind.SOCIAL_SUPPORT, 30 + number % 60), Minutes(WorkKind.TRANSPORT, 20)),
        note="Vi gik en tur langs åen og talte om, hvad der skal ske, når sommeren er forbi.",
    )
