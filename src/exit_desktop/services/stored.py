"""What is stored about a citizen: everything that the vault holds on them, as a paper to be read and as lines of JSON.

It is made from whole courses, all courses of this citizen and of nobody else. The words of a safety note are never
printed (the program says so where it is written): the paper tells that there is one, until when, and how to see it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from exit_desktop.domain.courses import Course
from exit_desktop.paper.record import RecordPaper, RecordSection, print_record
from exit_desktop.services.citizen_texts import SECRECY, citizen_text
from exit_desktop.services.desk import Act, Desk, append_use
from exit_desktop.services.dump_lines import Body, instrument_body, write_line
from exit_desktop.services.paper_lines import contact_line
from exit_desktop.services.service_list import Service, list_services
from exit_desktop.services.stored_course import about_entry
from exit_desktop.services.stored_parts import TITLES, StoredPart, entries_of
from exit_desktop.system.language import Texts
from exit_desktop.vault.course_list import read_course_ids_of
from exit_desktop.vault.courses import read_course
from exit_desktop.vault.instruments import read_instruments

__all__ = ["TITLES", "StoredChoice", "StoredPart", "courses_of", "record_stored", "stored_lines", "stored_pdf"]


@dataclass(frozen=True, slots=True)
class StoredChoice:
    """What the worker and the citizen chose for the paper."""

    large: bool = False
    with_alias: bool = False
    with_text: bool = True
    left_out: frozenset[StoredPart] = frozenset()


def stored_pdf(desk: Desk, course: Course, choice: StoredChoice, t: Texts) -> bytes:
    """Return all that is stored about the citizen of a course as a PDF in the language of `t`."""
    text = citizen_text(SECRECY, t.language)
    view = RecordPaper(
        title=t("What is written about me"),
        made_on=desk.clock.today(),
        text=f"## {text.title}\n\n{text.body}" if choice.with_text else "",
        sections=tuple(_sections(desk, course, choice, t)),
        contact=contact_line(desk),
        alias=course.citizen.alias if choice.with_alias else None,
    )
    return print_record(view, t, choice.large)


def _sections(desk: Desk, course: Course, choice: StoredChoice, t: Texts) -> Iterator[RecordSection]:
    courses = courses_of(desk, course)
    for one in courses:
        if len(courses) > 1:
            began = one.calendar.start or one.calendar.orientation_on
            yield RecordSection(t("The course from {date}", date=t.date(began)))
        for part, title in TITLES.items():
            entries = () if part in choice.left_out else entries_of(part, desk, one, t)
            if part is StoredPart.ABOUT and part not in choice.left_out:
                entries = (about_entry(one, choice.with_alias, t), *entries)
            if entries:
                yield RecordSection(t(title), "", entries)
    missing = ", ".join(t(title) for part, title in TITLES.items() if part in choice.left_out)
    if missing:
        words = t("You can see this too, when you want to: {parts}.", parts=missing)
        yield RecordSection(t("Left out of this paper"), words)


def courses_of(desk: Desk, course: Course) -> tuple[Course, ...]:
    """Return every course of the citizen, the one at hand among them."""
    with desk.vault.reading() as connection:
        ids = read_course_ids_of(connection, course.citizen.id)
        return tuple(course if one == course.id else read_course(connection, one) for one in ids)


def stored_lines(desk: Desk, course: Course) -> bytes:
    """Return the citizen's part of a dump: their courses, with the questions and services that these refer to."""
    courses = courses_of(desk, course)
    return b"".join(write_line(body) for body in (*_referred_to(desk, courses), *courses))


def _referred_to(desk: Desk, courses: tuple[Course, ...]) -> Iterator[Body]:
    asked = {(part.instrument, part.version) for c in courses for s in c.submissions for part in s.parts}
    used = {a.service for c in courses for p in c.plans for f in p.focuses for w in f.wishes for a in w.activities}
    with desk.vault.reading() as connection:
        for name, version, _, content in read_instruments(connection):
            if (name, version) in asked:
                yield instrument_body(name, version, content)
    for service in list_services(desk):
        if service.id in used:
            # The worker's own words on a service are not about the citizen.
            yield Service(service.id, service.name, service.kind, service.paper_name)


def record_stored(desk: Desk, course: Course, act: Act) -> None:
    """Write that what is stored was handed over, for each course that it told of."""
    with desk.vault.writing() as connection:
        for one in courses_of(desk, course):
            append_use(connection, desk, act, "stored", one.id)
