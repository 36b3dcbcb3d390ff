"""Keeps what reports count beside the courses: of a received one when it comes, of an own one before a report."""

from collections.abc import Callable
from itertools import islice
from typing import TYPE_CHECKING

from exit_desktop.domain.courses import Course
from exit_desktop.domain.not_started import NOT_STARTED
from exit_desktop.evaluation.sheets import ENQUIRY, LAYOUT
from exit_desktop.exchange.coded import CodedCourse, code_course
from exit_desktop.exchange.coded_not_started import CodedEnquiry, code_enquiry
from exit_desktop.services.counted_facts import counted_facts
from exit_desktop.services.desk import Desk
from exit_desktop.vault.counted_rows import (
    CountedEnquiry,
    stale_courses,
    stale_enquiries,
    write_counted,
    write_counted_enquiry,
)
from exit_desktop.vault.courses import read_course
from exit_desktop.vault.not_started_rows import read_enquiries
from exit_desktop.vault.worker import read_worker

if TYPE_CHECKING:
    from exit_desktop.vault.rows import Connection

# One transaction each, so that a first report over thousands of courses can be stopped and goes on where it was.
_BATCH = 250


def keep_counted_of_held(connection: "Connection", held_id: int, coded: CodedCourse) -> None:
    """Count a received course as it now stands, within the caller's transaction; it goes when its row is deleted."""
    write_counted(connection, counted_facts(coded), held_id=held_id)


def keep_counted_of_held_enquiry(connection: "Connection", held_id: int, coded: CodedEnquiry) -> None:
    """Count a received enquiry as it now stands, within the caller's transaction; it goes when its row is deleted."""
    write_counted_enquiry(connection, _enquiry_facts(coded), held_id)


def keep_counted_of_received(
    connection: "Connection",
    desk: Desk,
    held_id: int,
    body: Course | CodedCourse | CodedEnquiry,
    sender: tuple[str, str],
) -> None:
    """Count what is held under a row, be it a whole course, a coded one or an enquiry.

    `sender` are the code and town of who sent it: a whole course does not name them. Raises InstrumentMissing for a
    whole course with a form that is not here: without its meaning nothing can be counted.
    """
    if isinstance(body, CodedEnquiry):
        keep_counted_of_held_enquiry(connection, held_id, body)
        return
    coded = code_course(body, desk.catalogue, *sender) if isinstance(body, Course) else body
    keep_counted_of_held(connection, held_id, coded)


def count_own(desk: Desk, checkpoint: Callable[[], None]) -> int:
    """Count the own courses and enquiries that have changed since the last report; return how many courses.

    Raises OnlyForReading where something has to be counted on a disk that cannot be written.
    """
    with desk.vault.reading() as connection:
        worker = read_worker(connection)
        who = (worker.code, worker.project) if worker else ("", "")
        stale = iter(tuple(stale_courses(connection, LAYOUT, who)))
        enquiries = stale_enquiries(connection, LAYOUT, who[0])
    if enquiries:
        _count_enquiries(desk, who[0], enquiries)
    counted = 0
    while batch := list(islice(stale, _BATCH)):
        with desk.vault.writing() as connection:
            for key, course_id in batch:
                checkpoint()
                coded = code_course(read_course(connection, course_id), desk.catalogue, *who)
                write_counted(connection, counted_facts(coded), course_id=key)
        counted += len(batch)
    return counted


def _count_enquiries(desk: Desk, worker: str, stale: frozenset[str]) -> None:
    with desk.vault.writing() as connection:
        for enquiry in read_enquiries(connection):
            if enquiry.id in stale:
                instrument = desk.catalogue.get(NOT_STARTED, enquiry.version)
                write_counted_enquiry(connection, _enquiry_facts(code_enquiry(enquiry, instrument, worker)))


def _enquiry_facts(coded: CodedEnquiry) -> CountedEnquiry:
    answers = {a.question: (a.state, a.value) for a in coded.answers if a.respondent is ENQUIRY.respondent}
    return CountedEnquiry(
        coded.id, coded.revision, LAYOUT, coded.worker, coded.project, coded.month, ENQUIRY.pack(answers)
    )
